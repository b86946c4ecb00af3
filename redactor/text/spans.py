"""Half-open spans of code points and the set algebra over them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self


class _Ends(NamedTuple):
    start: int
    """First code point inside."""
    end: int
    """First code point after."""


class Span(_Ends):
    """A half-open stretch ``[start, end)`` of a text, in code points.

    It is a tuple underneath, for reading makes some hundred thousand of them a second.

    Raises:
        ValueError: when ``start`` is negative or lies after ``end``.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """Make a span, after a look at its ends."""
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}:{end}")
        return tuple.__new__(cls, (start, end))

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: object) -> bool:
        return isinstance(offset, int) and self.start <= offset < self.end

    def holds(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def cut(self, text: str) -> str:
        """Give the code points of ``text`` that this span covers."""
        return text[self.start : self.end]


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Unite spans: sorted, without overlaps, touching ones joined, empty ones dropped."""
    united: list[Span] = []
    reach = -1
    for span in sorted(spans):
        start, end = span
        if start == end:
            continue
        if start > reach:
            united.append(span)
            reach = end
        elif end > reach:
            united[-1] = Span(united[-1].start, end)
            reach = end
    return tuple(united)


def gaps(spans: Iterable[Span], whole: Span) -> tuple[Span, ...]:
    """Give the parts of ``whole`` that no span covers."""
    free: list[Span] = []
    at = whole.start
    for span in merge(spans):
        if span.start > at:
            free.append(Span(at, min(span.start, whole.end)))
        at = max(at, span.end)
        if at >= whole.end:
            break
    if at < whole.end:
        free.append(Span(at, whole.end))
    return tuple(gap for gap in free if len(gap))


def clip(left: Sequence[Span], right: Sequence[Span]) -> tuple[Span, ...]:
    """Give what both cover, cut at the boundaries of both; each sorted and disjoint.

    The work grows with the shorter of the two: each of its spans is looked up in the longer one.
    """
    few, many = (left, right) if len(left) < len(right) else (right, left)
    shared: list[Span] = []
    at = 0
    for start, end in few:
        at = bisect_left(many, (start,), at)
        first = at - 1 if at and many[at - 1].end > start else at
        for span in many[first : bisect_left(many, (end,), at)]:
            inside = start <= span.start and span.end <= end
            part = span if inside else Span(max(start, span.start), min(end, span.end))
            if part.start < part.end:
                shared.append(part)
    return tuple(shared)


def intersect(left: Iterable[Span], right: Iterable[Span]) -> tuple[Span, ...]:
    """Give what both sets of spans cover."""
    return clip(merge(left), merge(right))


def subtract(spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
    """Give what ``spans`` cover and ``holes`` do not."""
    kept = merge(spans)
    if not kept:
        return ()
    return intersect(kept, gaps(holes, Span(0, kept[-1].end)))


def trimmed(span: Span, text: str) -> Span:
    """Give the span without the white space at its ends; an empty one if that is all."""
    part = span.cut(text)
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.start + len(part.rstrip())))


def overwrite(text: str, spans: Iterable[Span], char: str) -> str:
    """Give the text with each span filled with one character, as long as it was."""
    parts: list[str] = []
    at = 0
    for span in merge(spans):
        parts += (text[at : span.start], char * len(span))
        at = span.end
    return "".join((*parts, text[at:])) if parts else text


def covers(spans: Sequence[Span], wanted: Span) -> bool:
    """Tell whether the spans together cover all of ``wanted``."""
    return not gaps(spans, wanted)


def places_of(sign: str, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Give the offsets at which ``sign`` stands in a part of a text, in code points."""
    at = text.find(sign, start, end)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1, end)
