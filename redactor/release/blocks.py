"""Blocks: the parts of a cable that are unwrapped and wrapped again, each by itself.

A paragraph is a block, and so is each field, whatever lines it took; but a line of strokes is one
by itself. Elsewhere (header lines, captions, headings, signature) each line is a block, as long as
nothing is withheld near it.
Round a hole the places of line ends tell how long its words were (redaction-safety.md, 2), so a
passage with a hole in it is one block. Blocks may run over page furniture, which is no part of
them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from redactor.cable import Cable
from redactor.release.furniture import Furniture
from redactor.release.passages import LINE_END, Passage, find_passages, has_blank_line, rules_by
from redactor.text import Span, merge

_SPACE = re.compile(r"\s")


class Blocks:
    """The blocks of one cable, and the white space to print between its words.

    Args:
        cable: the cable as read.
        holes: the places that a release withholds, sorted and disjoint.
    """

    __slots__ = ("_furniture", "_passages", "_starts", "_text", "rules", "spans")

    def __init__(self, cable: Cable, holes: Sequence[Span] = ()) -> None:
        self._text = cable.text
        self._furniture = Furniture(cable)
        passages = find_passages(cable, self._furniture)
        self._passages = [passage.span.start for passage in passages]
        self.spans = tuple(_spans(cable.text, passages, holes))
        """Sorted and disjoint; together they hold all of the cable's content."""
        self._starts = [span.start for span in self.spans]
        holed = {at for at, each in enumerate(passages) if _meets(holes, each.span)}
        self.rules = merge(rules_by(cable.text, passages, holed))
        """Lines of strokes near a hole, to be left out: each is as long as the words over it."""

    def space(self, end: int, start: int) -> str:
        """Give what to print between content that ends and content that starts there.

        Nothing where the source has no white space; a space within a block; a line end between
        blocks, and a blank line where the source has one. Furniture in between is left out, and
        where it breaks a passage, so are blank lines: where a page ended tells how many lines
        were above.
        """
        gap = self._text[end:start]
        if gap and not gap.isspace():
            gap = self._between(Span(end, start))
        if not _SPACE.search(gap):
            return ""
        if _together(self._starts, end - 1, start):
            return " "
        if "\0" in gap and _together(self._passages, end - 1, start):
            return "\n"
        return "\n\n" if has_blank_line(gap) else "\n"

    def _between(self, gap: Span) -> str:
        """Give the source in a gap, with a NUL for each piece of furniture."""
        parts: list[str] = []
        at = gap.start
        for span in self._furniture.within(gap):
            line_end = "\n" if LINE_END.search(span.cut(self._text)) else ""
            parts += (self._text[at : span.start], "\0", line_end)
            at = span.end
        return "".join((*parts, self._text[at : gap.end]))


def _together(starts: Sequence[int], left: int, right: int) -> bool:
    """Tell whether nothing starts after ``left`` and up to ``right``."""
    following = bisect_right(starts, left)
    return following == len(starts) or right < starts[following]


def _spans(text: str, passages: Sequence[Passage], holes: Sequence[Span]) -> Iterator[Span]:
    for passage in passages:
        if _meets(holes, passage.span):
            yield passage.span
        else:
            yield from (part for part in passage.parts(text) if part.cut(text).strip())


def _meets(holes: Sequence[Span], span: Span) -> bool:
    """Tell whether one of the holes lies in ``span``, wholly or in part."""
    following = bisect_right(holes, span.start, key=lambda hole: hole.end)
    return following < len(holes) and holes[following].start < span.end
