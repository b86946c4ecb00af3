"""Plans: what facts alone decide for portions of one situation, worked out once and kept.

Portions are alike by the thousand: same marking, same clock, same field. For each situation all
rules are asked once; after that only words remain to be looked at.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from redactor.policy.cases import Cases
from redactor.policy.facts import Case
from redactor.policy.floors import floor_hold, floor_of
from redactor.policy.gates import Opening
from redactor.policy.load import Policy
from redactor.policy.model import RuleHit
from redactor.policy.patterns import Pattern
from redactor.policy.rules import Cover, Rule, fire
from redactor.policy.search import Lexicon, Page
from redactor.policy.situations import Asked, Situation
from redactor.policy.verdicts import Verdict, decide, hold_reason

_MOST_PLANS = 20_000


@dataclass(slots=True)
class Plan:
    """What facts alone decide for portions of one situation."""

    floor: RuleHit | None
    holds: set[str]
    """Why the cable waits, as far as facts decide it."""
    hits: list[RuleHit] = field(default_factory=list)
    """Of the rules that look at no words; each covers the whole portion."""
    always: list[int] = field(default_factory=list)
    """Rules to be put to every portion: words or an exception may change them, or they spread."""
    asked: set[int] = field(default_factory=set)
    """Rules to be put to a portion once one of their words is found in it."""
    broken: list[int] = field(default_factory=list)
    """Rules that could not be applied."""
    _verdicts: dict[date | None, Verdict] = field(default_factory=dict)

    def verdict(self, frees_on: date | None) -> Verdict:
        """Give what is proposed where no word changes it."""
        known = self._verdicts.get(frees_on)
        if known is None:
            known = self._verdicts[frees_on] = decide(self.hits, self.floor, frees_on)
        return known


class Engine:
    """A policy made ready to run over many cables."""

    def __init__(self, policy: Policy) -> None:
        self.rules = policy.rules
        self._asked = Asked.by(rule.when for rule in policy.rules)
        self._plans: dict[Situation, dict[Situation, Plan]] = {}
        self._by_term: dict[str, list[int]] = {}
        self._by_pattern: dict[str, list[int]] = {}
        for number, rule in enumerate(policy.rules):
            for gate in rule.gate.parts():
                for term in gate.terms[0] if gate.terms else ():
                    self._by_term.setdefault(term, []).append(number)
                if gate.pattern is not None:
                    self._by_pattern.setdefault(gate.pattern, []).append(number)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Every term of the policy, and the patterns that put rules to a portion."""
        sought = [rule.terms for rule in self.rules]
        sought += [one.terms for rule in self.rules for one in rule.exceptions]
        return Lexicon(frozenset().union(*sought), map(Pattern, self._by_pattern))

    def asked_in(self, page: Page) -> Mapping[int, set[int]]:
        """Give, for each portion that holds words of rules, the numbers of those rules."""
        asked: dict[int, set[int]] = {}
        for portion, terms in page.terms.items():
            for term in terms:
                if term in self._by_term:
                    asked.setdefault(portion, set()).update(self._by_term[term])
        matching: dict[int, set[str]] = {}
        for pattern in page.candidates():
            for portion in page.pattern(pattern):
                asked.setdefault(portion, set()).update(self._by_pattern[pattern.source])
                matching.setdefault(portion, set()).add(pattern.source)
        for portion, rules in asked.items():
            terms, patterns = page.terms.get(portion, {}), matching.get(portion, set())
            shut = [one for one in rules if not self.rules[one].gate.lets(terms, patterns)]
            rules.difference_update(shut)
        return asked

    def plans(self, cases: Cases) -> list[Plan]:
        """Give the plan for each portion of a cable, from memory where it is there."""
        if len(self._plans) > _MOST_PLANS:
            self._plans.clear()
        if not cases:
            return []
        known = self._plans.setdefault(self._asked.of_cable(cases[0]), {})
        plans = []
        for number, portion in enumerate(cases.portions):
            situation = self._asked.of_portion(portion)
            plan = known.get(situation)
            if plan is None:
                plan = known[situation] = self._plan(cases[number])
            plans.append(plan)
        return plans

    def _plan(self, case: Case) -> Plan:
        waits = floor_hold(case.portion)
        plan = Plan(floor_of(case.portion, case.dated), {waits} if waits else set())
        for number, rule in enumerate(self.rules):
            opening = _opening(rule, case)
            if opening is None:
                plan.broken.append(number)
            elif opening == "by words":
                plan.asked.add(number)
            elif opening == "ask":
                self._put(plan, number, rule, case)
        plan.holds |= {reason for hit in plan.hits if (reason := hold_reason(hit))}
        return plan

    @staticmethod
    def _put(plan: Plan, number: int, rule: Rule, case: Case) -> None:
        """Put a rule that may fire without words where it belongs in a plan."""
        if rule.worded or rule.exceptions:
            plan.always.append(number)
        elif (covers := fire_safely(rule, case)) is None:
            plan.broken.append(number)
        elif rule.scope == "cable":
            plan.always += [number] if covers else []
        else:
            plan.hits += [cover.hit for cover in covers]


def _opening(rule: Rule, case: Case) -> Opening | None:
    with suppress(Exception):
        return rule.gate.opens(case)
    return None


def fire_safely(rule: Rule, case: Case) -> tuple[Cover, ...] | None:
    """Apply a rule; ``None`` when it breaks. The error is dropped: it might quote the cable."""
    with suppress(Exception):
        return fire(rule, case)
    return None


@lru_cache(maxsize=8)
def engine_of(policy: Policy) -> Engine:
    """Give the engine of a policy: made once in a process."""
    return Engine(policy)
