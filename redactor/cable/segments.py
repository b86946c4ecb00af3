"""From the pieces that were recognised to segments that tile the text."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from redactor.cable.decode import BYTE_ORDER_MARK
from redactor.cable.model import Segment
from redactor.text import Span


def tile(text: str, pieces: Iterable[Segment], furniture: Iterable[Span]) -> tuple[Segment, ...]:
    """Give segments that tile ``text``.

    ``pieces`` do not overlap. Furniture is cut out of them. Of what lies between, white space is
    ``blank`` and the rest ``other``.
    """
    found: list[Segment] = []
    at = 0
    for piece in _cut(sorted(pieces, key=itemgetter(1)), tuple(furniture)):
        start, end = piece.span
        if start > at:
            found.append(_between(text, at, start))
        joins = start == at and bool(found) and found[-1].kind == piece.kind
        found.append(_joined(found.pop(), piece) if joins else piece)
        at = end
    if at < len(text):
        found.append(_between(text, at, len(text)))
    return tuple(found)


def _joined(one: Segment, other: Segment) -> Segment:
    return Segment(one.kind, Span(one.span.start, other.span.end))


def _between(text: str, start: int, end: int) -> Segment:
    part = text[start:end]
    is_blank = part.isspace() or not part.strip().strip(BYTE_ORDER_MARK)
    return Segment("blank" if is_blank else "other", Span(start, end))


def _cut(pieces: Sequence[Segment], furniture: Sequence[Span]) -> Iterable[Segment]:
    return _flatten(pieces, furniture) if furniture else pieces


def _flatten(pieces: Iterable[Segment], furniture: Iterable[Span]) -> Iterator[Segment]:
    """Give pieces and furniture in order, the pieces cut where furniture lies in them."""
    waiting = iter((*furniture, None))
    page = next(waiting)
    for piece in pieces:
        at, end = piece.span.start, piece.span.end
        while page is not None and page.start < end:
            if page.start > at:
                yield Segment(piece.kind, Span(at, page.start))
            yield Segment("furniture", page)
            at = max(at, page.end)
            page = next(waiting)
        if at == piece.span.start:
            yield piece
        elif at < end:
            yield Segment(piece.kind, Span(at, end))
    while page is not None:
        yield Segment("furniture", page)
        page = next(waiting)
