"""Days: reading one as written, and counting years."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from redactor.declass.law import law

_NAMES = (
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
    "OCTOBER", "NOVEMBER", "DECEMBER",
)  # fmt: skip
_MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"SEPT": 9}
_YEAR = r"(?P<y>\d{4}|\d{2})"
_FORMS = (
    rf"(?P<m>\d{{1,2}})([/-])(?P<d>\d{{1,2}})\2{_YEAR}",
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
    r"(?P<y>\d{4})([/-])(?P<m>\d{1,2})\2(?P<d>\d{1,2})",
    # With points the order of day and month is a guess, unless only one reading is a day.
    r"(?P<m>\d{1,2})\.(?P<d>1[3-9]|2\d|3[01])\.(?P<y>\d{4})",
    rf"(?P<d>\d{{1,2}})[ -]?(?P<mon>[A-Z]{{3,9}})[ -]?{_YEAR}",
    rf"(?P<mon>[A-Z]{{3,9}}) (?P<d>\d{{1,2}}),? {_YEAR}",
    r"(?P<y>(?:19|20|21)\d{2})",
)
_LONGEST = len("30 SEPTEMBER, 1999")


class Written(NamedTuple):
    """A value in the form of a date, and the day it names, if there is such a day."""

    day: date | None
    is_year: bool = False
    """Only a year is written; the day is its last."""


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.ASCII) for form in _FORMS)


def read_day(value: str, origin: date | None) -> Written | None:
    """Read ``value`` (upper case, single spaces) as a day, or give ``None`` if it has no such form.

    Numbers go month, day, year, as American cables write them. A two-digit year is of the
    first century that gives a day on or after the origin. A year alone is its 31 December.
    """
    if len(value) > _LONGEST:
        return None
    for form in _forms():
        match = form.fullmatch(value)
        if match:
            return _written(match.groupdict(), origin)
    return None


def _written(part: dict[str, str | None], origin: date | None) -> Written | None:
    named = part.get("mon")
    if named and named not in _MONTHS:
        return None
    month = _MONTHS[named] if named else int(part.get("m") or 12)
    day = int(part.get("d") or 31)
    year = part["y"] or ""
    if len(year) == len("YYYY"):
        return Written(_day(int(year), month, day), is_year="d" not in part)
    return Written(_in_century(int(year), month, day, origin))


def _in_century(year: int, month: int, day: int, origin: date | None) -> date | None:
    """Find the first such day on or after the origin; without an origin no century can be told."""
    if origin is None:
        return None
    first = origin.year - origin.year % 100 + year
    days = (_day(first, month, day), _day(first + 100, month, day))
    return next((found for found in days if found and found >= origin), None)


def _day(year: int, month: int, day: int) -> date | None:
    if year not in law().writable:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def anniversary(day: date, years: int, *, late: bool = False) -> date:
    """Give the same day some years later.

    Where there is no 29 February it is the 28th for a limit, and 1 March (``late``) for the day on
    which protection ends: each protects longer (house rule).
    """
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1) if late else date(year, 2, 28)


def year_end(origin: date, years: int) -> date:
    """Give 31 December of the origin's year plus ``years``."""
    return date(min(origin.year + years, date.max.year), 12, 31)


def automatic_day(origin: date) -> date:
    """Give the day on which the 25-year rule declassifies, 32 CFR 2001.30(l)."""
    return year_end(origin, law().years.automatic)
