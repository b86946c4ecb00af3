"""Rules that can never match or never win, that say one thing twice, or that disagree."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations, permutations
from typing import NamedTuple

from redactor.policy.errors import Fault, Finding, Weight
from redactor.policy.load import Policy
from redactor.policy.model import STRENGTH
from redactor.policy.proof.logic import Logic, Point, TooManyError, logic_of, points, told
from redactor.policy.rules import Rule
from redactor.policy.when import Lists

_WIDE = ("paragraph", "cable")


class _Seen(NamedTuple):
    """A rule with its logic."""

    rule: Rule
    logic: Logic

    def fires(self, point: Point) -> bool:
        holds = self.logic.test(point)
        return holds is True or (holds is None and self.rule.hit.action != "release")

    @property
    def strength(self) -> int:
        return STRENGTH.index(self.rule.hit.action)

    @property
    def by_facts(self) -> bool:
        return not self.logic.texts


def related(policy: Policy) -> Iterator[Finding]:
    """Find what is wrong between rules, and rules that are wrong in themselves."""
    seen = [_Seen(rule, logic_of(rule.when)) for rule in policy.rules]
    dead = [one for one in seen if _is_dead(one, policy.lists)]
    for one in dead:
        said = "can never match: its conditions exclude each other; change or delete it"
        yield finding(one.rule, said, "dead-rule", "warning")
    live = [one for one in seen if one not in dead]
    for one, other in permutations(live, 2):
        yield from _beaten(one, other, policy.lists)
    for one, other in combinations(live, 2):
        yield from _doubled(one, other, policy.lists)
        yield from _disagreeing(one, other, policy.lists)


def finding(rule: Rule, said: str, code: str, weight: Weight) -> Finding:
    """Make a finding at a rule; ``said`` goes on after its name."""
    file, _, line = rule.hit.where.rpartition(":")
    return Finding(Fault(file, int(line), 1, f'the rule "{rule.hit.id}" {said}', code=code), weight)


def _is_dead(one: _Seen, lists: Lists) -> bool:
    """Tell whether its conditions surely hold nowhere; a missing fact does not make them hold."""
    with suppress(TooManyError):
        return not any(one.logic.test(point) for point in points([one.logic], lists))
    return False


def _implies(one: _Seen, other: _Seen, lists: Lists) -> bool:
    """Tell whether the other matches wherever one does; not known counts as no."""
    if not set(other.logic.texts) <= set(one.logic.texts):
        return False
    with suppress(TooManyError):
        both = points([one.logic, other.logic], lists)
        return all(other.fires(point) for point in both if one.fires(point))
    return False


def _beaten(one: _Seen, other: _Seen, lists: Lists) -> Iterator[Finding]:
    """Find a rule that a stronger one overrides wherever it matches. ``hold`` overrides none."""
    wide = other.by_facts or other.rule.scope in _WIDE
    if other.strength <= one.strength or other.rule.hit.action == "hold" or not wide:
        return
    if not other.rule.exceptions and _implies(one, other, lists):
        said = f'never wins: wherever it matches, "{other.rule.hit.id}" matches and is stronger'
        yield finding(one.rule, said, "never-wins", "warning")


def _doubled(one: _Seen, other: _Seen, lists: Lists) -> Iterator[Finding]:
    """Find two rules that match in the same places and propose the same."""
    a, b = one.rule, other.rule
    if (a.hit.action, a.scope) != (b.hit.action, b.scope):
        return
    if a.when == b.when or (_implies(one, other, lists) and _implies(other, one, lists)):
        said = f'matches wherever "{a.hit.id}" does, and proposes the same; keep one of the two'
        yield finding(b, said, "duplicate-rule", "warning")


def _disagreeing(one: _Seen, other: _Seen, lists: Lists) -> Iterator[Finding]:
    """Find a release and a withholding that facts alone give to the same portion."""
    weak, strong = sorted((one, other), key=lambda seen: seen.strength)
    apart = weak.rule.hit.action == "release" and strong.rule.hit.action in {"redact", "refer"}
    if not (apart and weak.by_facts and strong.by_facts):
        return
    with suppress(TooManyError):
        for point in points([weak.logic, strong.logic], lists):
            if weak.logic.test(point) and strong.logic.test(point):
                said = (
                    f'releases what "{strong.rule.hit.id}" withholds, which wins as the stronger; '
                    f"for instance: {told(point)}"
                )
                yield finding(weak.rule, said, "overlap", "note")
                return
