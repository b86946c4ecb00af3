"""Painting: which decision counts where. A later decision covers an earlier one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from operator import attrgetter, is_not

from redactor.review.model import Decision, Painted
from redactor.text import Span, clip, gaps, merge


def paint(decisions: Iterable[Decision]) -> tuple[Painted, ...]:
    """Lay decisions over each other, the first lowest; give sorted, disjoint stretches.

    One sweep from left to right; the heap holds the decisions that cover the sweep's place.
    """
    stretches: list[Painted] = []
    begins = sorted(
        (
            (span, rank, decision)
            for rank, decision in enumerate(decisions)
            for span in merge(decision.spans)
        ),
        key=lambda begin: begin[0].start,
    )
    edges = sorted({edge for span, _, _ in begins for edge in (span.start, span.end)})
    covering: list[tuple[int, int, Decision]] = []
    next_begin = 0
    for start, end in pairwise(edges):
        while next_begin < len(begins) and begins[next_begin][0].start <= start:
            span, rank, decision = begins[next_begin]
            heappush(covering, (-rank, span.end, decision))
            next_begin += 1
        while covering and covering[0][1] <= start:
            heappop(covering)
        if covering:
            _extend(stretches, Span(start, end), covering[0][2])
    return tuple(stretches)


def _extend(stretches: list[Painted], span: Span, decision: Decision) -> None:
    last = stretches[-1] if stretches else None
    if last and last.decision is decision and last.span.end == span.start:
        stretches[-1] = Painted(Span(last.span.start, span.end), decision)
    else:
        stretches.append(Painted(span, decision))


def within(painting: Sequence[Painted], windows: Sequence[Span]) -> tuple[Painted, ...]:
    """Give the painting as far as it lies inside the windows, cut at their boundaries.

    ``windows`` are sorted and disjoint.
    """
    inside: list[Painted] = []
    first = 0
    for window in windows if painting else ():
        first = bisect_right(painting, window.start, lo=first, key=_end)
        behind = bisect_left(painting, window.end, lo=first, key=_start)
        inside += painting[first:behind]
        for outermost in {first, behind - 1} if first < behind else ():
            inside[outermost - behind] = _cut(painting[outermost], window)
    return tuple(inside)


_place = attrgetter("span")
_start = attrgetter("span.start")
_end = attrgetter("span.end")


def _cut(part: Painted, window: Span) -> Painted:
    if window.holds(part.span):
        return part
    start, end = max(part.span.start, window.start), min(part.span.end, window.end)
    return Painted(Span(start, end), part.decision)


def unpainted(painting: Sequence[Painted], content: Span, text: str) -> tuple[Span, ...]:
    """Give what no decision covers of some content.

    White space between decided words is nothing to decide.
    """
    free = gaps((stretch.span for stretch in painting), content) if painting else (content,)
    return tuple(span for span in free if span.cut(text).strip())


def differing(left: Sequence[Painted], right: Sequence[Painted]) -> tuple[Span, ...]:
    """Give the spans on which two paintings of the same content decide otherwise.

    The verdict and the codes count; words of explanation do not.
    """
    parts = clip([stretch.span for stretch in left], [stretch.span for stretch in right])
    pairs = zip(within(left, parts), within(right, parts), strict=True)
    return merge(ours.span for ours, theirs in pairs if _answer(ours) != _answer(theirs))


def apart(
    left: Sequence[Painted], right: Sequence[Painted]
) -> tuple[Sequence[Painted], Sequence[Painted]]:
    """Give two paintings without the very same parts with which both begin and end."""
    first = shared(left, right)
    left, right = left[first:], right[first:]
    last = shared(left[::-1], right[::-1])
    return left[: len(left) - last], right[: len(right) - last]


def shared(left: Sequence[object], right: Sequence[object]) -> int:
    """Give with how many of the very same values both begin."""
    pairs = enumerate(map(is_not, left, right))
    return next((at for at, differ in pairs if differ), min(len(left), len(right)))


def _answer(stretch: Painted) -> tuple[str, frozenset[str]]:
    return stretch.decision.verdict, frozenset(stretch.decision.codes)


def spans_of(painting: Iterable[Painted], *verdicts: str) -> tuple[Span, ...]:
    """Give the spans whose decision has one of these verdicts."""
    return merge(part.span for part in painting if part.decision.verdict in verdicts)


def overlay(lower: Sequence[Painted], upper: Sequence[Painted]) -> tuple[Painted, ...]:
    """Lay one painting over another."""
    if not (lower and upper):
        return tuple(upper or lower)
    end = max(lower[-1].span.end, upper[-1].span.end)
    free = gaps((part.span for part in upper), Span(0, end))
    return tuple(sorted((*within(lower, free), *upper), key=_place))


def cleared(painting: Sequence[Painted]) -> tuple[Span, ...]:
    """Give what is cleared: released once more, with a reason, after the last withholding.

    A later withholding voids all clearances: they were given without knowing of it.
    """
    withheld = (part.decision.seq for part in painting if part.decision.verdict == "redact")
    last = max(withheld, default=0)
    return merge(
        part.span for part in painting if part.decision.clears and part.decision.seq > last
    )


def deciders(painting: Sequence[Painted], spans: Sequence[Span]) -> frozenset[str]:
    """Give the people whose decisions count in some places."""
    return frozenset(part.decision.person for part in within(painting, merge(spans)))
