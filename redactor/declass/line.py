"""What every recogniser looks at, and what most of them need: patterns, days, plain words."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from redactor.declass.days import Written, read_day
from redactor.declass.model import Flag, Instruction

_SLASHES = frozenset("/\\\u2044\u2215\uff0f")
_BETWEEN = " ,.;:-"


class Line(NamedTuple):
    """A value laid bare."""

    value: str
    """Upper case, single spaces."""
    origin: date | None
    """The day from which a two-digit year counts."""
    is_archive: bool = False
    """Whether it can be one of the codes of the archive of 1973-79."""


class Tail(NamedTuple):
    """What stands behind a code: a day, an event, or nothing."""

    written: Written | None = None
    event: str | None = None

    @property
    def day(self) -> date | None:
        """The day, if one is written."""
        return self.written.day if self.written else None

    @property
    def is_impossible(self) -> bool:
        """Whether it has the form of a day, and the calendar has none such."""
        return self.written is not None and self.written.day is None


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern at its first use, so that importing costs nothing."""
    return re.compile(text, re.ASCII)


def is_event(value: str) -> bool:
    """Tell whether a text can name an event: plain words, without digits or slashes."""
    return (
        value.isprintable()
        and "\ufffd" not in value
        and any(map(str.isalpha, value))
        and not any(char in _SLASHES or char.isnumeric() for char in value)
    )


def read_tail(text: str, origin: date | None) -> Tail | None:
    """Read what stands behind a code, or give ``None`` when it is neither day nor event."""
    rest = text.strip(_BETWEEN)
    if not rest:
        return Tail()
    written = read_day(rest, origin)
    if written:
        return Tail(written)
    return Tail(event=rest) if is_event(rest) else None


def impossible() -> Instruction:
    """Give what a day that the calendar does not have leads to."""
    return Instruction("malformed", "", flags=("impossible-date",))


def day_flags(written: Written | None, origin: date | None) -> tuple[Flag, ...]:
    """Give what is odd about a day that is written for declassification."""
    flags: list[Flag] = []
    if written and written.is_year:
        flags.append("year-only")
    if written and written.day and origin and written.day < origin:
        flags.append("date-before-origin")
    return tuple(flags)
