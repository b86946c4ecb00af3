"""Stage 3 itself: what a policy proposes for each stretch of a cable."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from redactor.declass import DatedCable
from redactor.policy.facts import Case
from redactor.policy.floors import floor_hold, floor_of
from redactor.policy.load import Policy
from redactor.policy.model import Basis, Proposals, RuleHit
from redactor.policy.paint import paint
from redactor.policy.portions import Portion, portions_of
from redactor.policy.rules import Cover, Rule, apply
from redactor.policy.search import Searcher
from redactor.text import Span


def propose(dated: DatedCable, policy: Policy, basis: Basis) -> Proposals:
    """Put every rule to every portion, and let the strongest action win.

    A rule that breaks puts the cable on hold; it never loosens.
    """
    kinds = cases_of(dated, policy, basis)
    portions = sorted((case.portion for cases in kinds for case in cases), key=_start)
    covers = [cover for rule in policy.rules for cover in _apply_safely(rule, kinds)]
    floors = {part.span: floor for part in portions if (floor := floor_of(part, dated))}
    holds = [hold for portion in portions if (hold := floor_hold(portion))]
    return Proposals(
        as_of=dated.as_of,
        basis=basis,
        policy=policy.ref,
        hold=_hold_text(holds, (cover.hit for cover in covers)),
        items=paint(dated.cable.text, portions, dated.cable.furniture, covers, floors),
    )


def cases_of(dated: DatedCable, policy: Policy, basis: Basis) -> list[list[Case]]:
    """Give each portion of a cable, ready for a policy's rules, those of one kind together."""
    cable = dated.cable
    furniture = cable.furniture
    kinds: dict[object, list[Case]] = {}
    for portion in portions_of(dated):
        skip = (*_inside(furniture, portion.span), *portion.marks)
        searcher = Searcher(cable.text, portion.span, skip, policy.lexicon)
        case = Case(portion, dated, basis, searcher)
        kinds.setdefault(portion.kind, []).append(case)
    return list(kinds.values())


def _inside(furniture: tuple[Span, ...], region: Span) -> tuple[Span, ...]:
    first = bisect_right(furniture, region.start, key=lambda line: line.end)
    return furniture[first : bisect_left(furniture, region.end, key=lambda line: line.start)]


def _start(portion: Portion) -> int:
    return portion.span.start


def _apply_safely(rule: Rule, kinds: Sequence[Sequence[Case]]) -> list[Cover]:
    """Apply a rule; if it breaks, whatever the reason, hold the cable instead of losing the rule.

    The error itself is dropped: it might quote the cable.
    """
    with suppress(Exception):
        return apply(rule, kinds)
    because = "This rule could not be applied."
    hit = replace(rule.hit, action="hold", because=because)
    return [Cover(case.portion.span, hit) for cases in kinds for case in cases]


def _hold_text(holds: Iterable[str], hits: Iterable[RuleHit]) -> str | None:
    reasons = {f"{hit.because} {hit.cite} (rule {hit.id})." for hit in hits if hit.action == "hold"}
    return " ".join(sorted({*reasons, *holds})) or None
