"""Impact: what a change of the policy would do to cables, before it counts.

Portions are named by their cable and place, never by their text, so that the list can be kept
and signed where the cables may not lie.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Literal, NamedTuple

from redactor.declass import DatedCable
from redactor.policy.model import Basis, Proposal, Proposals
from redactor.policy.portions import Portion, portions_of
from redactor.policy.proof.places import place_names
from redactor.text import Span

Turn = Literal["released", "withheld", "changed"]
TURNS: tuple[Turn, ...] = ("released", "withheld", "changed")
"""Newly released; newly withheld; withheld or released as before, but by another action or code."""
_HOLD = "the whole cable"


class Impact(NamedTuple):
    """One portion of one cable that a change of the policy treats otherwise."""

    turn: Turn
    cable: str
    """Its id and the begin of its hash."""
    place: str
    bases: tuple[Basis, ...]
    """The kinds of review under which it does."""
    old: tuple[str, ...]
    """What was proposed: actions with their codes."""
    new: tuple[str, ...]
    rules: tuple[str, ...]
    """Ids of the rules that win now where they did not, and of those that won before; of a whole
    cable, of those that hold it or held it."""


def impact_on(dated: DatedCable, name: str, old: Proposals, new: Proposals) -> Iterator[Impact]:
    """Compare what two policies propose for one cable, called ``name``."""
    yield from _held(name, old, new)
    portions = portions_of(dated)
    pieces = list(_pieces(old.items, new.items))
    for portion, place in zip(portions, place_names(dated, portions), strict=True):
        yield from _turned(portion, (name, place, (new.basis,)), pieces)


def _held(name: str, old: Proposals, new: Proposals) -> Iterator[Impact]:
    if bool(old.hold) != bool(new.hold):
        turn: Turn = "withheld" if new.hold else "released"
        words = (("on hold",), ("not on hold",))
        before, after = words if old.hold else words[::-1]
        holding = {hit.id for item in (old if old.hold else new).items for hit in item.rules
                   if hit.action == "hold" and hit.lifted_by is None}  # fmt: skip
        yield Impact(turn, name, _HOLD, (new.basis,), before, after, tuple(sorted(holding)))


def _pieces(
    old: Sequence[Proposal], new: Sequence[Proposal]
) -> Iterator[tuple[Span, Proposal, Proposal]]:
    """Give each stretch of the text that both policies decide, with both proposals."""
    left, right = iter(old), iter(new)
    one, other = next(left, None), next(right, None)
    while one and other:
        start = max(one.span.start, other.span.start)
        end = min(one.span.end, other.span.end)
        if (one.content or other.content) and _differ(one, other):
            yield Span(start, end), one, other
        if one.span.end == end:
            one = next(left, None)
        if other.span.end == end:
            other = next(right, None)


def _differ(one: Proposal, other: Proposal) -> bool:
    return (one.action, one.codes) != (other.action, other.codes)


def _turned(
    portion: Portion,
    identity: tuple[str, str, tuple[Basis]],
    pieces: Iterable[tuple[Span, Proposal, Proposal]],
) -> Iterator[Impact]:
    """Give what changes in one portion: at most once for each turn."""
    found: dict[Turn, list[tuple[Proposal, Proposal]]] = {}
    for span, one, other in pieces:
        if span.meets(portion.span):
            found.setdefault(_turn(one, other), []).append((one, other))
    for turn in TURNS:
        pairs = found.get(turn)
        if pairs:
            winners = {item.won_by for pair in pairs for item in pair if item.won_by}
            yield Impact(
                turn,
                *identity,
                tuple(sorted({_proposed(one) for one, _ in pairs})),
                tuple(sorted({_proposed(other) for _, other in pairs})),
                tuple(sorted(winners)),
            )


def _turn(one: Proposal, other: Proposal) -> Turn:
    if one.action == other.action or "release" not in (one.action, other.action):
        return "changed"
    return "released" if other.action == "release" else "withheld"


def _proposed(item: Proposal) -> str:
    return f"{item.action} {' '.join(item.codes)}".strip()


def united(impacts: Iterable[Impact]) -> Iterator[Impact]:
    """Say once what is the same under several kinds of review."""
    found: dict[Impact, tuple[Basis, ...]] = {}
    for one in impacts:
        alike = one._replace(bases=())
        found[alike] = (*found.get(alike, ()), *one.bases)
    return (one._replace(bases=bases) for one, bases in found.items())


def in_turn(impacts: Iterable[Impact]) -> tuple[Impact, ...]:
    """Put what is newly released first, then what is newly withheld, then the rest."""
    return tuple(sorted(impacts, key=lambda one: (TURNS.index(one.turn), one)))


def counts_by_rule(impacts: Iterable[Impact]) -> Mapping[Turn, Counter[str]]:
    """Count portions for each turn by the rules that bear on them."""
    counts: dict[Turn, Counter[str]] = {turn: Counter() for turn in TURNS}
    for one in impacts:
        counts[one.turn].update(one.rules)
    return counts


_TITLES: Mapping[Turn, str] = {
    "released": "newly released",
    "withheld": "newly withheld",
    "changed": "changed otherwise",
}


def told_impact(impacts: Sequence[Impact], bases: Sequence[Basis]) -> Iterator[str]:
    """Say in lines what changes, under these bases: counts by rule first, then each portion."""
    counts = counts_by_rule(impacts)
    for turn in TURNS:
        mine = [one for one in impacts if one.turn == turn]
        yield f"{_TITLES[turn]}: {len(mine):,}"
        for rule, number in sorted(counts[turn].items()):
            yield f"  by {rule}: {number:,}"
        for one in mine:
            under = "" if set(one.bases) == set(bases) else f" ({', '.join(one.bases)})"
            words = f"{', '.join(one.old)} -> {', '.join(one.new)}{under}"
            yield f"  {one.cable}, {one.place}: {words}"


def impact_digest(
    policies: tuple[str, str],
    terms: Sequence[str],
    cables: Iterable[str],
    impacts: Iterable[Impact],
) -> str:
    """Give the hash that a sign-off is bound to: any other policy, cable, day or change differs.

    Args:
        policies: the hashes of the old and the new one.
        terms: the as-of day, the bases, and what else the proposals depend on.
        cables: the hashes of all cables that were compared.
        impacts: what changes.
    """
    told = {
        "policies": policies,
        "terms": list(terms),
        "cables": sorted(cables),
        "impacts": [list(one) for one in in_turn(impacts)],
    }
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
