"""From the pieces that were recognised to segments that tile the text."""

from collections.abc import Iterable, Iterator, Sequence

from redactor.cable.decode import BYTE_ORDER_MARK
from redactor.cable.model import Segment, SegmentKind
from redactor.text import Span

Piece = tuple[int, int, SegmentKind]
"""Where a recognised piece starts, where it ends, and its kind."""


def tile(text: str, pieces: Iterable[Piece], furniture: Sequence[Span]) -> tuple[Segment, ...]:
    """Give segments that tile ``text``.

    ``pieces`` do not overlap. Furniture is cut out of them. Of what lies between, white space is
    ``blank`` and the rest ``other``. Neighbours of one kind are one segment.
    """
    ordered = sorted(pieces)
    new = tuple.__new__  # half the cost of a named tuple's own; a cable has some eighty
    found: list[Segment] = []
    at = begun = 0
    last: SegmentKind | None = None
    for start, end, kind in _flatten(ordered, furniture) if furniture else ordered:
        if start > at or kind != last:
            if last is not None:
                found.append(new(Segment, (last, new(Span, (begun, at)))))
            if start > at:
                gap = text[at:start]
                between = "blank" if gap.isspace() else _between(gap)
                found.append(new(Segment, (between, new(Span, (at, start)))))
            begun, last = start, kind
        at = end
    if last is not None:
        found.append(Segment(last, Span(begun, at)))
    if at < len(text):
        found.append(Segment(_between(text[at:]), Span(at, len(text))))
    return tuple(found)


def _between(part: str) -> SegmentKind:
    is_blank = part.isspace() or not part.strip().strip(BYTE_ORDER_MARK)
    return "blank" if is_blank else "other"


def _flatten(pieces: Iterable[Piece], furniture: Sequence[Span]) -> Iterator[Piece]:
    """Give pieces and furniture in order, the pieces cut where furniture lies in them."""
    waiting = iter((*furniture, None))
    page = next(waiting)
    for start, end, kind in pieces:
        at = start
        while page is not None and page.start < end:
            if page.start > at:
                yield at, page.start, kind
            yield page.start, page.end, "furniture"
            at = max(at, page.end)
            page = next(waiting)
        if at < end:
            yield at, end, kind
    while page is not None:
        yield page.start, page.end, "furniture"
        page = next(waiting)
