"""What is no content, by place: page furniture, and marks in otherwise blank stretches.

A release never prints it, and no search may stumble over it. Which stretches those are is the
reader's word (segments ``furniture`` and ``blank``), so that what a release asks to be decided
is what was proposed.
"""

import re
from bisect import bisect_left, bisect_right

from redactor.cable import Cable
from redactor.text import Span, merge

_BYTE_ORDER_MARK = "\ufeff"
_PRINTED = re.compile(r"\S+")


def no_content(cable: Cable) -> tuple[Span, ...]:
    """Give the spans that hold no content, sorted and disjoint; plain white space is left out.

    They are page furniture, a byte order mark, and whatever else stands in a blank segment.
    """
    marks = [
        Span(*match.span())
        for part in cable.segments
        if part.kind == "blank" and not part.span.cut(cable.text).isspace()
        for match in _PRINTED.finditer(cable.text, part.span.start, part.span.end)
    ]
    if cable.text.startswith(_BYTE_ORDER_MARK):
        marks.append(Span(0, 1))
    return merge((*cable.furniture, *marks))


class Furniture:
    """The stretches without content of one cable, quick to look up."""

    __slots__ = ("_ends", "_starts", "spans")

    def __init__(self, cable: Cable) -> None:
        self.spans = no_content(cable)
        self._starts = [span.start for span in self.spans]
        self._ends = [span.end for span in self.spans]

    def within(self, span: Span) -> tuple[Span, ...]:
        """Give those that meet ``span``, in order."""
        first = bisect_right(self._ends, span.start)
        return self.spans[first : bisect_left(self._starts, span.end)]
