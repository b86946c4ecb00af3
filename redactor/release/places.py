"""Places: where a release withholds, and what may be said of each in public.

What is said depends on codes and extent, and on words that are printed, never on what is inside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from redactor.declass import DatedCable, date_cable
from redactor.policy import code_table
from redactor.release.document import Block
from redactor.release.holes import Hole
from redactor.release.layout import Layout
from redactor.release.markers import (
    Amount,
    Extent,
    codes,
    extent,
    is_suppressed,
    marker,
    printed_codes,
    statutes,
)
from redactor.review import Decision
from redactor.text import Span

Segregability = Literal["part", "whole"]
"""``part``: words around the place, in the same passage, are released."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A place where the release shows a marker."""

    span: Span
    """In the source: for the classified side only."""
    codes: tuple[str, ...]
    """In the order of the table."""
    extent: Extent
    suppressed: bool
    """The codes are not printed."""
    marker: str
    decisions: tuple[Decision, ...]
    """Those that count inside, in order of the text."""
    printed: tuple[str, ...] = ()
    """The codes as the marker prints them, with their statutes; none where suppressed."""
    statutes: tuple[str, ...] = ()
    """As cited; none where the codes are suppressed."""
    frees_on: date | None = None
    """The day on which a security reason ends, as far as released lines tell it."""
    segregability: Segregability = "whole"

    @property
    def is_security(self) -> bool:
        """Whether one of its codes says national security."""
        table = code_table()
        return any(code in table and table[code].security for code in self.codes)


def withheld_places(
    dated: DatedCable, layout: Layout, amount: Amount, document: Sequence[Block]
) -> tuple[Withheld, ...]:
    """Give the places of a release, in order."""
    day = _public_day(dated, layout)
    around = frozenset(_with_words_around(document))
    return tuple(
        _place(hole, amount, day, "part" if number in around else "whole")
        for number, hole in enumerate(layout.holes, 1)
    )


def _place(hole: Hole, amount: Amount, day: date | None, segregability: Segregability) -> Withheld:
    hidden = is_suppressed(hole)
    security = any(code_table()[code].security for code in codes(hole))
    return Withheld(
        hole.span,
        codes(hole),
        extent(hole),
        hidden,
        marker(hole, amount),
        hole.decisions,
        () if hidden else printed_codes(hole),
        () if hidden else statutes(hole),
        day if security and not hidden else None,
        segregability,
    )


def _public_day(dated: DatedCable, layout: Layout) -> date | None:
    """Give the day on which the cable frees, counted from what is released.

    Where the instruction is withheld, wholly or in part, no day can be told. A day that has come
    says nothing of what is still withheld.
    """
    cable = layout.outside.cable
    line = cable.instruction
    if line is None or any(line.span.meets(filler) for filler in layout.outside.fillers):
        return None
    day = date_cable(cable, dated.as_of, dated.attested).overall.frees_on
    return day if day and day > dated.as_of else None


def _with_words_around(document: Sequence[Block]) -> Iterator[int]:
    """Give the numbers of the places that stand beside words in their block."""
    for block in document:
        runs = list(block.runs)
        if any(run.style != "marker" and any(map(str.isalnum, run.text)) for run in runs):
            yield from (run.place for run in runs if run.place)
