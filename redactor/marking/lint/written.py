"""What every check of the lint sees, and what it gives."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from redactor.marking.grammar import Part, Scan
from redactor.marking.register import Level, Ruling, Style


class Written(NamedTuple):
    """A mark as written, taken apart."""

    scan: Scan
    level: Level
    style: Style
    day: date | None
    """The day on which it was written; ``None`` where today's forms count."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """Give the tokens after the one that opens the mark."""
        return self.scan.parts

    @property
    def names(self) -> dict[str, Part | None]:
        """Give the controls by banner form, each with its last part; ``None``: in the opening."""
        found: dict[str, Part | None] = {}
        for term in self.scan.opening.brings:
            found |= dict.fromkeys(term.names)
        for part in self.parts:
            found |= dict.fromkeys(part.term.names, part)
        return found

    def before(self, end: date) -> bool:
        """Tell whether it was written before a day."""
        return self.day is not None and self.day < end


class Fault(NamedTuple):
    """One thing that is wrong, before its sentence is looked up."""

    code: str
    start: int
    """First code point in the given text."""
    end: int
    """First code point after."""
    ruling: Ruling | None = None
    """The sentence and source, where those of ``FAULTS`` are too general."""


def at_part(code: str, part: Part, ruling: Ruling | None = None) -> Fault:
    """Point at a token."""
    return Fault(code, part.start, part.end, ruling)


def is_damaged(part: Part) -> bool:
    """Tell whether a token holds what the register does not know, beside codes of a list."""
    return not set(part.term.unknown) <= set(part.term.codes)


Faults = Iterator[Fault]
