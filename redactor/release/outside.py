"""Outside: a cable as it can be read outside its holes.

Where a paragraph begins, what is a heading and which letters are a mark, the reader judges from
the whole text. So words that are withheld could sway it, and line ends around a hole would tell
of them. The text is therefore read once more with the same word in each hole, and a release is
laid out by that reading alone: what it looks like can't depend on what is not in it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redactor.cable import Cable, Segment, read
from redactor.text import Span, clip, gaps

FILLER = "x"
"""Stands in each hole while the rest is read."""


class Outside:
    """A cable with its holes filled, and the way between its offsets and those of the source.

    Args:
        cable: the source, as read.
        holes: sorted and disjoint.
    """

    __slots__ = ("_holes", "_starts", "cable", "fillers")

    def __init__(self, cable: Cable, holes: Sequence[Span]) -> None:
        self._holes = holes
        self._starts = [hole.start for hole in holes]
        fillers: list[Span] = []
        shift = 0
        for hole in holes:
            fillers.append(Span(hole.start - shift, hole.start - shift + len(FILLER)))
            shift += len(hole) - len(FILLER)
        self.fillers = tuple(fillers)
        """What stands in the holes, in offsets of the filled text."""
        self.cable = self._read(cable) if holes else cable
        """The filled cable. What is furniture of the source outside the holes is furniture here."""

    def _read(self, cable: Cable) -> Cable:
        kept = gaps(self._holes, Span(0, len(cable.text)))
        text = "".join(self._filled(cable.text))
        filled = read(text.encode("utf-8", "replace"))
        own = [
            Segment(part.kind, Span(self.to(span.start), self.to(span.end)))
            for part in cable.segments
            if part.kind == "furniture"
            for span in clip((part.span,), kept)
        ]
        return replace(filled, segments=tuple(_laid_over(filled.segments, own, len(text))))

    def _filled(self, text: str) -> Iterator[str]:
        at = 0
        for hole in self._holes:
            yield text[at : hole.start]
            yield FILLER
            at = hole.end
        yield text[at:]

    def to(self, at: int) -> int:
        """Give the filled text's offset for one of the source that is not inside a hole."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return at
        hole, filler = self._holes[number], self.fillers[number]
        return filler.start if at < hole.end else filler.end + at - hole.end

    def back(self, span: Span) -> Span:
        """Give the source's span for one of the filled text; a hole that it touches is in it."""
        return Span(self._back(span.start, 0), self._back(span.end, len(FILLER)))

    def _back(self, at: int, into: int) -> int:
        number = bisect_right(self.fillers, at - into, key=lambda filler: filler.start) - 1
        if number < 0:
            return at
        hole, filler = self._holes[number], self.fillers[number]
        beyond = at - filler.end
        if beyond < 0 or (beyond == 0 and into):
            return hole.end if into else hole.start
        return hole.end + beyond


def _laid_over(
    segments: Sequence[Segment], own: Sequence[Segment], length: int
) -> Iterator[Segment]:
    """Give segments with others laid over them."""
    starts = [part.span.start for part in segments]
    free = gaps((part.span for part in own), Span(0, length))
    parts = clip([part.span for part in segments], free)
    beneath = (Segment(segments[bisect_right(starts, part.start) - 1].kind, part) for part in parts)
    yield from sorted((*own, *beneath), key=lambda part: part.span)
