"""Verdicts: of all that was said about a stretch the strongest wins, and codes unite.

Nothing here depends on the order of the rules.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from redactor.policy.codes import in_order
from redactor.policy.model import STRENGTH, Action, Proposal, RuleHit, Support
from redactor.text import Span

_RANK = {action: -rank for rank, action in enumerate(STRENGTH)}


class Verdict(NamedTuple):
    """What is proposed for a stretch, wherever it lies; in the order of ``Proposal``."""

    action: Action
    codes: tuple[str, ...]
    frees_on: date | None
    rules: tuple[RuleHit, ...]
    won_by: str | None
    support: Support

    def at(self, span: Span) -> Proposal:
        """Propose it for a span."""
        return Proposal(span, *self)


def decide(hits: Iterable[RuleHit], floor: RuleHit | None, frees_on: date | None) -> Verdict:
    """Let the strongest action win. ``hold`` acts on the cable, so it never wins a portion."""
    hits = tuple(hits)
    action = _strongest(hits)
    if floor is not None and STRENGTH.index(floor.action) > STRENGTH.index(action):
        hits, action = (*hits, floor), floor.action
    ranked = tuple(sorted(hits, key=_rank))
    winners = [hit for hit in ranked if hit.action == action and hit.lifted_by is None]
    return Verdict(
        action=action,
        codes=in_order(code for hit in winners for code in hit.codes),
        frees_on=frees_on,
        rules=ranked,
        won_by=winners[0].id if winners else None,
        support=_unite(tuple([hit.support for hit in winners])),
    )


def hold_reason(hit: RuleHit) -> str | None:
    """Say why a hit holds the whole cable, if it does."""
    if hit.action != "hold" or hit.lifted_by is not None:
        return None
    return f"{hit.because} {hit.cite} (rule {hit.id})."


def _rank(hit: RuleHit) -> tuple[bool, int, str, Sequence[Span]]:
    return hit.lifted_by is not None, _RANK[hit.action], hit.id, hit.matched


def _strongest(hits: Iterable[RuleHit]) -> Action:
    counted = (hit.action for hit in hits if hit.action != "hold" and hit.lifted_by is None)
    return max(counted, key=STRENGTH.index, default="review")


@lru_cache(maxsize=1024)
def _unite(supports: tuple[Support, ...]) -> Support:
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
