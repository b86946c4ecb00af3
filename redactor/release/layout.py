"""The layout: where a release ends lines, leaves blank ones and strikes marks.

All of it is judged on the cable with its holes filled, and given in offsets of the source.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from redactor.cable import Cable, SegmentKind
from redactor.release.blocks import Blocks
from redactor.release.holes import Hole
from redactor.release.outside import Outside
from redactor.release.strikes import classification_marks
from redactor.text import Span


class Layout:
    """A cable with its holes, and how the words between them are laid out.

    Args:
        cable: the cable as read.
        holes: in order.
        fill: read the cable anew with its holes filled; the first edition of releases did not.
    """

    __slots__ = ("blocks", "cable", "holes", "outside")

    def __init__(self, cable: Cable, holes: Sequence[Hole], *, fill: bool = True) -> None:
        spans = [hole.span for hole in holes]
        self.cable = cable
        self.holes = holes
        self.outside = Outside(cable, spans if fill else ())
        self.blocks = Blocks(self.outside.cable, self.outside.fillers if fill else spans)
        """Of the filled cable."""

    def space(self, end: int, start: int) -> str:
        """Give what to print between words of the source that end and start there."""
        return self.blocks.space(self.outside.to(end), self.outside.to(start))

    @property
    def rules(self) -> Iterator[Span]:
        """Lines of strokes near a hole, to be left out."""
        return map(self.outside.back, self.blocks.rules)

    @property
    def marks(self) -> Iterator[Span]:
        """The classification marks, in order."""
        return map(self.outside.back, classification_marks(self.outside.cable))

    def kind_at(self, offset: int) -> SegmentKind:
        """Tell of what kind the words at an offset of the source are."""
        segments = self.outside.cable.segments
        at = self.outside.to(offset)
        return segments[bisect_right(segments, at, key=lambda part: part.span.start) - 1].kind
