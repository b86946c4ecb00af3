"""Search in one cable: in any case, over line ends, hyphens, page breaks and accents. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from redactor.cable import Cable
from redactor.text import Span, fold, visible

MOST_FOUND = 10_000
"""Places that are kept; nobody goes through more."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words and where they stand, in order of the text."""

    words: str = ""
    places: tuple[Span, ...] = ()

    def over(self, span: Span) -> Sequence[Span]:
        """Give the places that meet a span."""
        first = bisect_right(self.places, span.start, key=lambda place: place.end)
        last = bisect_left(self.places, span.end, key=lambda place: place.start)
        return self.places[first:last]

    def next(self, offset: int) -> int | None:
        """Give the index of the first place after an offset; rolls over."""
        if not self.places:
            return None
        at = bisect_right(self.places, offset, key=lambda place: place.start)
        return at % len(self.places)

    def previous(self, offset: int) -> int | None:
        """Give the index of the last place before an offset; rolls over."""
        if not self.places:
            return None
        return (bisect_left(self.places, offset, key=lambda place: place.start) - 1) % len(
            self.places
        )

    def sentence(self, index: int | None) -> str:
        """Say where in the places one is."""
        quoted = f"“{visible(self.words)}”"
        if index is None:
            return f"{quoted} stands nowhere in this cable."
        more = "+" if len(self.places) == MOST_FOUND else ""
        return f"{quoted}: place {index + 1:,} of {len(self.places):,}{more}."


NOTHING_FOUND = Found()


def find(cable: Cable, words: str) -> Found:
    """Look for words, also inside of longer ones."""
    wanted = fold(words).text.strip()
    if not wanted:
        return NOTHING_FOUND
    folded = fold(cable.text, skip=cable.furniture)
    places: list[Span] = []
    at = folded.text.find(wanted)
    while at >= 0 and len(places) < MOST_FOUND:
        places.append(folded.source(at, at + len(wanted)))
        at = folded.text.find(wanted, at + len(wanted))
    return Found(words, tuple(places))
