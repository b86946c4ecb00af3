"""Blocks: the parts of a cable that are unwrapped and wrapped again, each by itself.

A paragraph is a block, and so is each field (subject, tags, references, declassification,
authority), whatever lines it took. Everything else is a block a line: header lines, captions,
headings, signature. A block may run over page furniture, which is no part of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from redactor.cable import Cable, SegmentKind
from redactor.release.furniture import Furniture
from redactor.text import Span, clip, gaps

_JOINED: frozenset[SegmentKind] = frozenset(
    {"declassify", "tags", "subject", "refs", "classified-by", "paragraph"}
)
_ENDS = r"\r\n\f\v\x1c-\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{_ENDS}]+")
_LINE_END = re.compile(f"\r{{0,2}}\n|[{_ENDS}]")
_SPACE = re.compile(r"\s")


class Blocks:
    """The blocks of one cable, and the white space to print between its words."""

    __slots__ = ("_furniture", "_starts", "_text")

    def __init__(self, cable: Cable) -> None:
        self._text = cable.text
        self._furniture = Furniture(cable)
        self._starts = [span.start for span in find_blocks(cable)]

    def space(self, end: int, start: int) -> str:
        """Give what to print between content that ends and content that starts there.

        Nothing where the source has no white space; a space within a block; a line end between
        blocks, and a blank line where the source has one. Furniture in between is left out.
        """
        gap = self._between(Span(end, start))
        if not _SPACE.search(gap):
            return ""
        if bisect_right(self._starts, end - 1) == bisect_right(self._starts, start):
            return " "
        lines = _LINE_END.split(gap)
        return "\n\n" if any(not line.strip() for line in lines[1:-1]) else "\n"

    def _between(self, gap: Span) -> str:
        """Give the source in a gap, with a NUL for each piece of furniture."""
        parts: list[str] = []
        at = gap.start
        for span in self._furniture.within(gap):
            line_end = "\n" if _LINE_END.search(span.cut(self._text)) else ""
            parts += (self._text[at : span.start], "\0", line_end)
            at = span.end
        return "".join((*parts, self._text[at : gap.end]))


def find_blocks(cable: Cable) -> tuple[Span, ...]:
    """Give the cable's blocks, sorted and disjoint. Together they hold all of its content."""
    paragraphs = tuple(_disjoint(paragraph.span for paragraph in cable.paragraphs))
    elsewhere = gaps(paragraphs, Span(0, len(cable.text)))
    found = sorted((*paragraphs, *clip(tuple(_by_segment(cable)), elsewhere)))
    return tuple(span for span in found if span.cut(cable.text).strip())


def _disjoint(spans: Iterable[Span]) -> Iterator[Span]:
    at = 0
    for span in sorted(spans):
        if span.end > at:
            yield Span(max(at, span.start), span.end)
            at = span.end


def _by_segment(cable: Cable) -> Iterator[Span]:
    """Give the blocks as the segments make them; a field runs on over furniture."""
    field: Span | None = None
    kind: SegmentKind | None = None
    broken = False  # by furniture: more of the same kind goes on with the field
    for segment in cable.segments:
        if segment.kind in ("furniture", "blank"):
            broken = broken or segment.kind == "furniture"
            continue
        if field and segment.kind == kind and broken:
            field = Span(field.start, segment.span.end)
        else:
            if field:
                yield field
            field = segment.span if segment.kind in _JOINED else None
            if field is None:
                yield from _lines(cable.text, segment.span)
        kind, broken = segment.kind, False
    if field:
        yield field


def _lines(text: str, span: Span) -> Iterator[Span]:
    for match in _LINE.finditer(text, span.start, span.end):
        yield Span(*match.span())
