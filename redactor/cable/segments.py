"""From the pieces that were recognised to segments that tile the text."""

from collections.abc import Iterable, Iterator

from redactor.cable.decode import BYTE_ORDER_MARK
from redactor.cable.model import Segment, SegmentKind
from redactor.text import Span


def tile(
    text: str, pieces: Iterable[tuple[SegmentKind, Span]], furniture: Iterable[Span]
) -> tuple[Segment, ...]:
    """Give segments that tile ``text``.

    ``pieces`` do not overlap. Furniture is cut out of them. Of what lies between, white space is
    ``blank`` and the rest ``other``.
    """
    found: list[Segment] = []
    at = 0
    for kind, start, end in _flatten(sorted(pieces, key=lambda piece: piece[1]), tuple(furniture)):
        if start > at:
            found.append(_between(text, at, start))
        joins = bool(found) and found[-1].kind == kind and found[-1].span.end == start
        found.append(Segment(kind, Span(found.pop().span.start if joins else start, end)))
        at = end
    if at < len(text):
        found.append(_between(text, at, len(text)))
    return tuple(found)


def _between(text: str, start: int, end: int) -> Segment:
    part = text[start:end]
    is_blank = part.isspace() or not part.strip().strip(BYTE_ORDER_MARK)
    return Segment("blank" if is_blank else "other", Span(start, end))


def _flatten(
    pieces: list[tuple[SegmentKind, Span]], furniture: tuple[Span, ...]
) -> Iterator[tuple[SegmentKind, int, int]]:
    """Give pieces and furniture in order, the pieces cut where furniture lies in them."""
    waiting = iter((*furniture, None))
    page = next(waiting)
    for kind, span in pieces:
        at = span.start
        while page is not None and page.start < span.end:
            if page.start > at:
                yield kind, at, page.start
            yield "furniture", page.start, page.end
            at = max(at, page.end)
            page = next(waiting)
        if at < span.end:
            yield kind, at, span.end
    while page is not None:
        yield "furniture", page.start, page.end
        page = next(waiting)
