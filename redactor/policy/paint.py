"""From rules that fired to proposals that tile the text: the strongest wins, codes unite.

Nothing here depends on the order of the rules. Each paragraph and field is an item of its own,
cut where a rule covers only part of it. A page-break line inside one does not cut it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from redactor.policy.codes import in_order
from redactor.policy.model import STRENGTH, Action, Proposal, RuleHit, Support
from redactor.policy.portions import Portion
from redactor.policy.rules import Cover
from redactor.text import Span


def paint(
    text: str,
    portions: Sequence[Portion],
    furniture: Sequence[Span],
    covers: Sequence[Cover],
    floors: Mapping[Span, RuleHit],
) -> tuple[Proposal, ...]:
    """Cut the text where what applies to it changes, and decide each piece.

    Args:
        text: the cable's text.
        portions: sorted by their spans.
        furniture: page-break lines, sorted.
        covers: where rules fired.
        floors: the floor under a portion, by the portion's span.
    """
    starts = [portion.span.start for portion in portions]
    holes = [_with_space(line, text) for line in furniture]
    edges = [*(portion.span for portion in portions), *holes]
    items: list[_Item] = []
    for piece, hits in _pieces(len(text), edges, covers):
        at = bisect_right(starts, piece.start) - 1
        portion = portions[at] if at >= 0 and piece.start in portions[at].span else None
        if portion is None or _is_quiet(piece, text, holes):
            _add_quiet(items, piece)
        else:
            floor = floors.get(portion.span)
            decided = _decide(piece, hits, floor, portion.status.frees_on)
            _add_content(items, _Item(decided, portion))
    return tuple(_join_neighbours([item.proposal for item in items]))


@dataclass(frozen=True, slots=True)
class _Item:
    """A proposal on its way, and the portion it belongs to, if any."""

    proposal: Proposal
    portion: Portion | None = None


_HANDLING = frozenset({"transmission", "header", "classification", "caption", "trailer"})
"""Lines that say how the cable was sent: alike, they are one item, not one a line."""


def _add_content(items: list[_Item], item: _Item) -> None:
    """Add a decided piece; join it to the last one over white space or furniture if alike."""
    last = next((i for i in (-1, -2) if len(items) >= -i and items[i].portion), None)
    if last is None or not _are_one(items[last], item):
        items.append(item)
        return
    span = Span(items[last].proposal.span.start, item.proposal.span.end)
    items[last:] = [_Item(replace(item.proposal, span=span), item.portion)]


def _are_one(left: _Item, right: _Item) -> bool:
    """Tell whether two neighbours ask for one decision: of one portion, or handling lines."""
    if left.portion is None or right.portion is None:
        return False
    if replace(left.proposal, span=right.proposal.span) != right.proposal:
        return False
    together = {left.portion.field, right.portion.field} <= _HANDLING
    return left.portion is right.portion or together


def _pieces(
    size: int, edges: Iterable[Span], covers: Sequence[Cover]
) -> Iterator[tuple[Span, tuple[RuleHit, ...]]]:
    """Cut ``[0, size)`` at every edge, and give each piece with the rules that cover it."""
    cuts = {0, size}
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for span in edges:
        cuts |= {span.start, span.end}
    for number, (span, _) in enumerate(covers):
        cuts |= {span.start, span.end}
        opening.setdefault(span.start, []).append(number)
        closing.setdefault(span.end, []).append(number)
    active: dict[int, RuleHit] = {}
    for start, end in pairwise(sorted(cuts)):
        for number in closing.get(start, ()):
            del active[number]
        for number in opening.get(start, ()):
            active[number] = covers[number].hit
        yield Span(start, end), tuple(active.values())


def _with_space(line: Span, text: str) -> Span:
    """Take in the white space on both sides of a page-break line."""
    start, end = line.start, line.end
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return Span(start, end)


def _is_quiet(piece: Span, text: str, holes: Sequence[Span]) -> bool:
    """Tell whether a piece is furniture or white space: nothing to decide, never printed."""
    at = bisect_right(holes, piece.start, key=lambda span: span.start) - 1
    return (at >= 0 and piece.start in holes[at]) or piece.cut(text).isspace()


def _add_quiet(items: list[_Item], piece: Span) -> None:
    if items and not items[-1].proposal.content:
        piece = Span(items.pop().proposal.span.start, piece.end)
    items.append(_Item(Proposal(piece, "review", (), None, (), None, content=False)))


def _join_neighbours(items: list[Proposal]) -> Iterator[Proposal]:
    """Give each quiet piece the strongest action of the pieces beside it."""
    for number, item in enumerate(items):
        if item.content:
            yield item
        else:
            beside = (*items[max(0, number - 1) : number], *items[number + 1 : number + 2])
            actions = [neighbour.action for neighbour in beside]
            yield replace(item, action=max(actions, key=STRENGTH.index, default="review"))


def _decide(
    piece: Span, hits: tuple[RuleHit, ...], floor: RuleHit | None, frees_on: date | None
) -> Proposal:
    """Let the strongest action win. ``hold`` acts on the cable, so it never wins a portion."""
    action = _strongest(hits)
    if floor is not None and STRENGTH.index(floor.action) > STRENGTH.index(action):
        hits, action = (*hits, floor), floor.action
    ranked = tuple(sorted(hits, key=lambda hit: (-STRENGTH.index(hit.action), hit.id)))
    winners = tuple(hit for hit in ranked if hit.action == action)
    return Proposal(
        span=piece,
        action=action,
        codes=in_order(code for hit in winners for code in hit.codes),
        frees_on=frees_on,
        rules=ranked,
        won_by=winners[0].id if winners else None,
        support=_unite([hit.support for hit in winners]),
    )


def _strongest(hits: Iterable[RuleHit]) -> Action:
    actions = (hit.action for hit in hits if hit.action != "hold")
    return max(actions, key=STRENGTH.index, default="review")


def _unite(supports: Sequence[Support]) -> Support:
    """Unite what winning rules supply; where they differ, all of it stands."""
    if len(supports) == 1:
        return supports[0]
    return Support(
        statute=_both(support.statute for support in supports),
        guide=_both(support.guide for support in supports),
        topic=_both(support.topic for support in supports),
        harm=_both(support.harm for support in supports),
        agency=_both(support.agency for support in supports),
    )


def _both(values: Iterable[str | None]) -> str | None:
    said = dict.fromkeys(value for value in values if value)
    return "; ".join(said) or None
