"""From rules that fired to proposals that tile the text.

Each paragraph and field is an item of its own, cut where a rule covers only part of it. A
page-break line inside one does not cut it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from redactor.policy.model import STRENGTH, Action, Proposal, RuleHit
from redactor.policy.planning import Plan
from redactor.policy.portions import Portion
from redactor.policy.rules import Cover
from redactor.policy.verdicts import Verdict, decide
from redactor.text import Span

_HANDLING = frozenset({"transmission", "header", "classification", "caption", "trailer"})
"""Lines that say how the cable was sent: alike, they are one item, not one a line."""
_SENDING = -1
"""Stands for the number of the portion of each handling line."""
_RANK = {action: rank for rank, action in enumerate(STRENGTH)}


_Item = tuple[Span, Verdict, int]
"""A stretch to be decided, what is proposed for it, and the number of its portion."""


def paint(
    text: str,
    portions: Sequence[Portion],
    plans: Sequence[Plan],
    covers: Mapping[int, Sequence[Cover]],
    furniture: Sequence[Span],
) -> tuple[Proposal, ...]:
    """Cut the text where what applies to it changes, and decide each piece.

    Args:
        text: the cable's text.
        portions: sorted by their spans.
        plans: what facts decide, for each portion.
        covers: what words decide more, by the portion's number.
        furniture: page-break lines, sorted.
    """
    holes = _holes(text, portions, furniture)
    items = _items(text, zip(portions, plans, strict=True), covers, holes)
    return tuple(_tiled(_united(items), len(text)))


def _items(
    text: str,
    planned: Iterable[tuple[Portion, Plan]],
    covers: Mapping[int, Sequence[Cover]],
    holes: Mapping[int, Sequence[Span]],
) -> Iterator[_Item]:
    """Decide each piece of each portion."""
    for number, (portion, plan) in enumerate(planned):
        owner = _SENDING if portion.field in _HANDLING else number
        if number in covers or number in holes:
            parts = _decided(text, portion, plan, covers.get(number, ()), holes.get(number, ()))
            for span, verdict in parts:
                yield span, verdict, owner
        else:
            yield portion.span, plan.verdict(portion.status.frees_on), owner


def _decided(
    text: str, portion: Portion, plan: Plan, covers: Sequence[Cover], holes: Sequence[Span]
) -> Iterable[tuple[Span, Verdict]]:
    """Give the pieces of a portion that hold content, each with what is proposed for it."""
    if covers or any(_is_at_an_edge(hole, portion.span) for hole in holes):
        return _cut(text, portion, plan, covers, holes)
    return ((portion.span, plan.verdict(portion.status.frees_on)),)


def _is_at_an_edge(hole: Span, region: Span) -> bool:
    return hole.start <= region.start or hole.end >= region.end


def _cut(
    text: str, portion: Portion, plan: Plan, covers: Sequence[Cover], holes: Sequence[Span]
) -> Iterator[tuple[Span, Verdict]]:
    """Cut a portion where what applies to it changes, and leave the holes out."""
    frees_on = portion.status.frees_on
    for piece, hits in _pieces(portion.span, covers, holes):
        if not piece.cut(text).isspace() and not _is_within(piece.start, holes):
            more = decide((*plan.hits, *hits), plan.floor, frees_on) if hits else None
            yield piece, more or plan.verdict(frees_on)


def _is_within(offset: int, holes: Sequence[Span]) -> bool:
    before = bisect_right(holes, offset, key=lambda hole: hole.start)
    return before > 0 and offset in holes[before - 1]


def _united(items: Iterable[_Item]) -> Iterator[tuple[Span, Verdict]]:
    """Join neighbours that ask for one decision: alike, and of one portion or handling lines."""
    last: _Item | None = None
    for item in items:
        if last is None:
            last = item
            continue
        span, verdict, portion = last
        if portion == item[2] and verdict == item[1]:
            last = Span(span.start, item[0].end), verdict, portion
        else:
            yield span, verdict
            last = item
    if last is not None:
        yield last[:2]


def _pieces(
    region: Span, covers: Sequence[Cover], holes: Iterable[Span]
) -> Iterator[tuple[Span, list[RuleHit]]]:
    """Cut a portion at every edge, and give each piece with what covers it."""
    cuts = {region.start, region.end}
    for span in (*(cover.span for cover in covers), *holes):
        cuts |= {span.start, span.end}
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, (span, _) in enumerate(covers):
        opening.setdefault(span.start, []).append(number)
        closing.setdefault(span.end, []).append(number)
    active: dict[int, RuleHit] = {}
    for start, end in pairwise(sorted(cuts)):
        for number in closing.get(start, ()):
            del active[number]
        for number in opening.get(start, ()):
            active[number] = covers[number].hit
        yield Span(start, end), list(active.values())


def _holes(
    text: str, portions: Sequence[Portion], furniture: Sequence[Span]
) -> dict[int, list[Span]]:
    """Give the page-break lines inside portions, by the portion's number.

    The white space on both sides belongs to each.
    """
    found: dict[int, list[Span]] = {}
    for line in furniture:
        first = bisect_right(portions, line.start, key=lambda portion: portion.span.end)
        end = bisect_left(portions, line.end, key=lambda portion: portion.span.start)
        for number in range(first, end):
            found.setdefault(number, []).append(_with_space(line, text))
    return found


def _with_space(line: Span, text: str) -> Span:
    start, end = line.start, line.end
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return Span(start, end)


def _tiled(items: Iterable[tuple[Span, Verdict]], size: int) -> Iterator[Proposal]:
    """Fill the room between items with quiet pieces: nothing to decide, never printed.

    Each takes the strongest action of its neighbours.
    """
    at = 0
    left: Action | None = None
    for span, verdict in items:
        start, end = span
        if start > at:
            yield _quiet(at, start, left, verdict.action)
        yield verdict.at(span)
        at, left = end, verdict.action
    if at < size:
        yield _quiet(at, size, left, left or "review")


def _quiet(start: int, end: int, left: Action | None, right: Action) -> Proposal:
    action = right if left is None or _RANK[right] > _RANK[left] else left
    return Proposal(Span(start, end), action, (), None, (), None, content=False)
