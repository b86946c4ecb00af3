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
    parted = _flatten(ordered, furniture) if furniture else ordered
    new = tuple.__new__  # half the cost of a named tuple's own; a cable has some eighty
    return tuple(
        new(Segment, (kind, new(Span, (start, end)))) for start, end, kind in _filled(text, parted)
    )


def _filled(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give the pieces, neighbours joined, and what lies between them."""
    at = begun = 0
    last: SegmentKind | None = None
    for start, end, kind in pieces:
        if start > at or kind != last:
            if last is not None:
                yield begun, at, last
            if start > at:
                yield at, start, _between(text[at:start])
            begun, last = start, kind
        at = end
    if last is not None:
        yield begun, at, last
    if at < len(text):
        yield at, len(text), _between(text[at:])


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
