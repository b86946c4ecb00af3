"""Stage 3 itself: what a policy proposes for each stretch of a cable."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from redactor.declass import DatedCable
from redactor.policy.cases import Cases
from redactor.policy.load import Policy
from redactor.policy.mentions import mentions
from redactor.policy.model import Basis, Proposals
from redactor.policy.paint import paint
from redactor.policy.planning import Engine, Plan, engine_of, fire_safely
from redactor.policy.rules import Cover, spread
from redactor.policy.verdicts import hold_reason

_BROKEN = "This rule could not be applied."


def propose(
    dated: DatedCable, policy: Policy, basis: Basis, *, requested: date | None = None
) -> Proposals:
    """Put every rule to every portion, and let the strongest action win.

    A rule that breaks puts the cable on hold; it never loosens.

    Args:
        dated: the cable with its clock.
        policy: the policy.
        basis: why the review happens.
        requested: the day of the request, where it is known; (b)(5) counts by it.
    """
    engine = engine_of(policy)
    cases = Cases.of(dated, engine.lexicon, basis, requested)
    run = _Run(engine, cases, engine.plans(cases))
    run.apply()
    items = paint(dated.cable.text, cases.portions, run.plans, run.covers, dated.cable.furniture)
    return Proposals(dated.as_of, basis, policy.ref, run.hold(), items)


@dataclass(slots=True)
class _Run:
    """One cable under one policy."""

    engine: Engine
    cases: Cases
    plans: list[Plan]
    covers: dict[int, list[Cover]] = field(default_factory=dict)
    """What rules decide beyond the plans, by the portion's number."""
    _broken: set[int] = field(default_factory=set)

    def apply(self) -> None:
        """Put the rules that facts left open to the portions that hold their words."""
        fired: dict[int, list[tuple[int, Cover]]] = {}
        for portion, rule in self._open():
            covers = fire_safely(self.engine.rules[rule], self.cases[portion])
            if covers is None:
                self._broken.add(rule)
            elif covers:
                fired.setdefault(rule, []).extend((portion, cover) for cover in covers)
        for rule, found in fired.items():
            for portion, cover in self._carried_on(rule, found):
                self.covers.setdefault(portion, []).append(cover)
        for rule in self._broken:
            self._hold_for(rule)

    def _open(self) -> Iterator[tuple[int, int]]:
        """Give each portion with the number of each rule to be put to it."""
        asked = None
        with suppress(Exception):  # the error might quote the cable
            asked = self.engine.asked_in(self.cases.page)
        for portion, plan in enumerate(self.plans):
            if plan.broken:
                self._broken.update(plan.broken)
            for rule in plan.always:
                yield portion, rule
            if asked is None:
                self._broken |= plan.asked
            elif portion in asked:
                for rule in sorted(plan.asked & asked[portion]):
                    yield portion, rule

    def _carried_on(
        self, number: int, found: list[tuple[int, Cover]]
    ) -> Iterator[tuple[int, Cover]]:
        """Carry what a rule found in some portions to others, where it says so."""
        rule = self.engine.rules[number]
        hit = spread(cover for _, cover in found) if rule.scope == "cable" else None
        if hit is not None:
            portions = enumerate(self.cases.portions)
            yield from ((number, Cover(portion.span, hit)) for number, portion in portions)
            return
        yield from found
        if rule.every_mention:
            more = None
            with suppress(Exception):
                more = list(mentions(rule, [cover for _, cover in found], self.cases))
            if more is None:
                self._broken.add(number)
            yield from more or ()

    def _hold_for(self, number: int) -> None:
        """Hold the cable instead of losing a rule that broke."""
        hit = replace(self.engine.rules[number].hit, action="hold", because=_BROKEN)
        for portion, part in enumerate(self.cases.portions):
            self.covers.setdefault(portion, []).append(Cover(part.span, hit))

    def hold(self) -> str | None:
        """Say why the whole cable waits, if it does."""
        reasons = {reason for plan in self.plans for reason in plan.holds}
        for covers in self.covers.values():
            reasons |= {reason for cover in covers if (reason := hold_reason(cover.hit))}
        return " ".join(sorted(reasons)) or None
