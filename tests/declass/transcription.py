"""The reference algorithm of declassification, written down literally and slowly.

It shares no code and no data with the engine, so that a slip in one is seen in the other. It takes
the meaning of an instruction, not its text; how the meaning is written is the test's business.
"""

from datetime import date, timedelta
from typing import NamedTuple


class Meaning(NamedTuple):
    """What an instruction means: its form, and what is written beside it."""

    form: str
    """``DECL``, ``GDS``, ``ADS``, ``XDS``, ``RDS``, ``25X``, ``50X``, ``75X``, ``HUM``, ``EVENT``,
    ``EXCLUDED``, ``CLAIMED``, or any other: an indefinite one."""
    day: date | None = None
    number: int = 0
    """Of a 25X, 50X or 75X code."""


class Record(NamedTuple):
    """What is known about the record."""

    origin: date
    overall: str
    as_of: date
    event: date | None = None
    block_newest: date | None = None


def outcome(meaning: Meaning, record: Record) -> tuple[date | None, str]:
    """Give the effective day and the status."""
    if meaning.form == "EXCLUDED":
        return None, "refer"
    if meaning.form == "CLAIMED":
        return None, "verify"
    if meaning.form in {"50X", "75X"} and meaning.day is None:
        return None, "verify"
    day = effective(meaning, record)
    return day, "declassified" if record.as_of >= day else "classified"


def effective(meaning: Meaning, record: Record) -> date:
    """Give the day on which a classified portion frees."""
    form, day = meaning.form, meaning.day
    base25 = date((record.block_newest or record.origin).year + 25, 12, 31)
    if form == "GDS" and day is None:
        return _schedule(record, base25)
    if form in {"DECL", "GDS", "ADS", "XDS"} and day is not None:
        return day if record.origin <= day <= in_25_years(record.origin) else base25
    if form == "EVENT":
        return _event(record, base25)
    if form == "HUM":
        return date(record.origin.year + 75, 12, 31)
    if form in {"25X", "50X", "75X"}:
        return _exempted(meaning, record, base25)
    return base25


def _schedule(record: Record, base25: date) -> date:
    if date(1972, 6, 1) <= record.origin <= date(1978, 11, 30):
        return date(record.origin.year + {"TS": 10, "S": 8, "C": 6}[record.overall], 12, 31)
    return base25


def _event(record: Record, base25: date) -> date:
    if record.event is not None and record.origin <= record.event <= record.as_of:
        return min(record.event, base25)
    return base25


def _exempted(meaning: Meaning, record: Record, base25: date) -> date:
    cap50, cap75 = (date(record.origin.year + years, 12, 31) for years in (50, 75))
    if meaning.day is None:
        return cap50
    if meaning.day < base25:
        return base25
    if meaning.form == "25X":
        return min(meaning.day, cap50)
    if meaning.form == "50X":
        return min(meaning.day, cap75)
    return meaning.day


def in_25_years(origin: date) -> date:
    """Give the last day that a marked date can name; 28 February for 29 February."""
    if (origin.month, origin.day) == (2, 29):
        return date(origin.year + 25, 2, 28)
    return date(origin.year + 25, origin.month, origin.day)


def in_smallest_century(month: int, day: int, year: int, origin: date) -> date:
    """Read a two-digit year by walking from the origin, day by day of the years that fit."""
    for candidate in range(origin.year, origin.year + 102):
        if candidate % 100 == year:
            found = date(candidate, month, 1) + timedelta(days=day - 1)
            if found.month == month and found >= origin:
                return found
    raise ValueError((month, day, year))
