"""Page furniture by place: what a release never prints and no search may stumble over."""

from bisect import bisect_left, bisect_right

from redactor.cable import Cable
from redactor.text import Span


class Furniture:
    """The furniture of one cable, quick to look up."""

    __slots__ = ("_ends", "_spans", "_starts")

    def __init__(self, cable: Cable) -> None:
        self._spans = cable.furniture
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]

    def within(self, span: Span) -> tuple[Span, ...]:
        """Give the pieces of furniture that meet ``span``, in order."""
        first = bisect_right(self._ends, span.start)
        return self._spans[first : bisect_left(self._starts, span.end)]
