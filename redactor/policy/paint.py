"""From rules that fired to proposals that tile the text.

Each paragraph and field is an item of its own, cut where a rule covers only part of it. A
page-break line inside one does not cut it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from redactor.policy.model import STRENGTH, Action, Proposal, RuleHit
from redactor.policy.planning import Plan
from redactor.policy.portions import Portion
from redactor.policy.rules import Cover
from redactor.policy.verdicts import Verdict, decide
from redactor.text import Span

_HANDLING = frozenset({"transmission", "header", "classification", "caption", "trailer"})
"""Lines that say how the cable was sent: alike, they are one item, not one a line."""


_RANK = {action: rank for rank, action in enumerate(STRENGTH)}


class _Item(NamedTuple):
    """A stretch to be decided, and the number of its portion."""

    span: Span
    verdict: Verdict
    portion: int
    handling: bool


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
    items: list[_Item] = []
    holes = _Holes(text, furniture)
    for number, (portion, plan) in enumerate(zip(portions, plans, strict=True)):
        inside = holes.inside(portion.span)
        handling = portion.field in _HANDLING
        mine = covers.get(number, ())
        for span, verdict in _decided(text, portion, plan, mine, inside):
            _add(items, _Item(span, verdict, number, handling))
    return tuple(_tiled(items, len(text)))


def _decided(
    text: str, portion: Portion, plan: Plan, covers: Sequence[Cover], holes: Sequence[Span]
) -> Iterable[tuple[Span, Verdict]]:
    """Give the pieces of a portion that hold content, each with what is proposed for it."""
    frees_on = portion.status.frees_on
    if not covers and not holes:
        return ((portion.span, plan.verdict(frees_on)),)
    return (
        (piece, decide((*plan.hits, *hits), plan.floor, frees_on))
        for piece, hits in _pieces(portion.span, covers, holes)
        if not piece.cut(text).isspace() and not _within(piece, holes)
    )


def _add(items: list[_Item], item: _Item) -> None:
    """Add a decided piece; join it to the last one if both ask for one decision."""
    if items and _are_one(items[-1], item):
        span = Span(items[-1].span.start, item.span.end)
        items[-1] = _Item(span, item.verdict, item.portion, item.handling)
    else:
        items.append(item)


def _are_one(left: _Item, right: _Item) -> bool:
    """Tell whether two neighbours are alike, and of one portion or both handling lines."""
    beside = left.portion == right.portion or (left.handling and right.handling)
    return beside and (left.verdict is right.verdict or left.verdict == right.verdict)


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


class _Holes:
    """Page-break lines, each with the white space on both sides."""

    def __init__(self, text: str, furniture: Sequence[Span]) -> None:
        self._text, self._lines = text, furniture
        self._starts = [line.start for line in furniture]
        self._ends = [line.end for line in furniture]

    def inside(self, region: Span) -> list[Span]:
        """Give those that meet a region."""
        if not self._lines:
            return []
        first = bisect_right(self._ends, region.start)
        last = bisect_left(self._starts, region.end)
        return [_with_space(line, self._text) for line in self._lines[first:last]]


def _with_space(line: Span, text: str) -> Span:
    start, end = line.start, line.end
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return Span(start, end)


def _within(piece: Span, holes: Iterable[Span]) -> bool:
    return any(piece.start in hole for hole in holes)


def _tiled(items: Sequence[_Item], size: int) -> Iterator[Proposal]:
    """Fill the room between items with quiet pieces: nothing to decide, never printed.

    Each takes the strongest action of its neighbours.
    """
    at = 0
    left: Verdict | None = None
    for item in items:
        if item.span.start > at:
            yield _quiet(Span(at, item.span.start), left, item.verdict)
        yield item.verdict.at(item.span)
        at, left = item.span.end, item.verdict
    if at < size:
        yield _quiet(Span(at, size), left, None)


def _action(verdict: Verdict | None) -> Action:
    return "review" if verdict is None else verdict.action


def _quiet(span: Span, left: Verdict | None, right: Verdict | None) -> Proposal:
    action = _action(left)
    if right is not None and (left is None or _RANK[right.action] > _RANK[action]):
        action = right.action
    return Proposal(span, action, (), None, (), None, content=False)
