"""Days: reading one as written, and the calendar of the 25-year rule."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from redactor.declass.tables import AUTOMATIC, YEARS

_NAMES = (
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
    "OCTOBER", "NOVEMBER", "DECEMBER",
)  # fmt: skip
_MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"SEPT": 9}
_YEAR = r"(?P<y>\d{4}|\d{2})"
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<y>\d{4})([/-])(?P<m>\d{1,2})\2(?P<d>\d{1,2})",
        rf"(?P<m>\d{{1,2}})([/-])(?P<d>\d{{1,2}})\2{_YEAR}",
        # With points the order of day and month is a guess, unless only one reading is a day.
        r"(?P<m>\d{1,2})\.(?P<d>1[3-9]|2\d|3[01])\.(?P<y>\d{4})",
        rf"(?P<d>\d{{1,2}})[ -]?(?P<mon>[A-Z]+)[ -]?{_YEAR}",
        rf"(?P<mon>[A-Z]+) (?P<d>\d{{1,2}}),? {_YEAR}",
        r"(?P<y>(?:19|20)\d{2})",
    )
)


@dataclass(frozen=True, slots=True)
class Written:
    """A value in the form of a date, and the day it names, if there is such a day."""

    day: date | None


def read_day(value: str, origin: date | None) -> Written | None:
    """Read ``value`` (upper case, single spaces) as a day, or give ``None`` if it has no such form.

    Numbers go month, day, year, as American cables write them. A two-digit year is of the
    first century that gives a day on or after the origin. A year alone is its 31 December.
    """
    for form in _FORMS:
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
        return Written(_day(int(year), month, day))
    return Written(_in_century(int(year), month, day, origin))


def _in_century(year: int, month: int, day: int, origin: date | None) -> date | None:
    """Find the first such day on or after the origin; without an origin no century can be told."""
    if origin is None:
        return None
    first = origin.year - origin.year % 100 + year
    days = (_day(first, month, day), _day(first + 100, month, day))
    return next((found for found in days if found and found >= origin), None)


def _day(year: int, month: int, day: int) -> date | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def anniversary(day: date, years: int) -> date:
    """Give the same day some years later; 29 February becomes 28 February (house rule)."""
    last = monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, last))


def year_end(origin: date, years: int) -> date:
    """Give 31 December of the origin's year plus ``years``."""
    return date(origin.year + years, 12, 31)


def automatic_day(origin: date) -> date:
    """Give the day on which the 25-year rule declassifies, 32 CFR 2001.30(l)."""
    return year_end(origin, AUTOMATIC.years)
