"""Rules that can never match or never win, that say one thing twice, or that disagree."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import combinations
from typing import NamedTuple

from redactor.policy.errors import Finding
from redactor.policy.load import Policy
from redactor.policy.model import STRENGTH, Action
from redactor.policy.proof.logic import Axis, Logic, TooManyError, logic_of, points, told
from redactor.policy.proof.notes import finding
from redactor.policy.rules import Rule
from redactor.policy.when import Lists

_WIDE = ("paragraph", "cable")


class _Seen(NamedTuple):
    """A rule with its logic, and what it proposes on the day."""

    rule: Rule
    action: Action
    logic: Logic
    kind: str
    """Rules of one kind ask the same, but for the words of one that asks for words once."""

    @classmethod
    def of(cls, rule: Rule, action: Action) -> "_Seen":
        """Take in a rule that proposes something on the day."""
        logic, kind = logic_of(rule.when), rule.when.model_dump_json()
        if len(logic.texts) == 1:
            (words,) = logic.texts
            kind = kind.replace(words[1], "words")
        return cls(rule, action, logic, kind)

    @property
    def strength(self) -> int:
        return STRENGTH.index(self.action)

    @property
    def by_facts(self) -> bool:
        return not self.logic.texts


def related(policy: Policy, day: date) -> Iterator[Finding]:
    """Find what is wrong between the rules that count on a day, and what is wrong in one alone."""
    counting = ((rule, rule.hit_on(day)) for rule in policy.rules)
    comparing = _Comparing(policy.lists)
    live = []
    for one in (_Seen.of(rule, hit.action) for rule, hit in counting if hit):
        if comparing.is_dead(one):
            said = "can never match: its conditions exclude each other; change or delete it"
            yield finding(one.rule, said, "dead-rule", "warning")
        else:
            live.append(one)
    for one, other in _together(live):
        yield from _beaten(one, other, comparing)
        yield from _beaten(other, one, comparing)
        yield from _doubled(one, other, comparing)
    yield from _disagreements([one for one in live if one.by_facts], policy.lists)


def _together(seen: Sequence[_Seen]) -> Iterator[tuple[_Seen, _Seen]]:
    """Give the pairs of which one may match wherever the other does.

    All words of one must be the other's too, so ten thousand rules with words of their own are not
    compared with each other.
    """
    by_words: dict[Axis, list[int]] = {}
    for number, one in enumerate(seen):
        for words in one.logic.texts:
            by_words.setdefault(words, []).append(number)
    pairs = {pair for numbers in by_words.values() for pair in combinations(numbers, 2)}
    for plain in (number for number, one in enumerate(seen) if one.by_facts):
        pairs.update((min(plain, n), max(plain, n)) for n in range(len(seen)) if n != plain)
    yield from ((seen[first], seen[second]) for first, second in sorted(pairs))


class _Comparing:
    """Asks what rules have to do with each other; what is asked of one kind is asked once."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._known: dict[tuple[object, ...], bool] = {}

    def is_dead(self, one: _Seen) -> bool:
        """Tell whether it surely holds nowhere; a missing fact does not make it hold."""
        return self._answer((one.kind,), lambda: not self._anywhere(one))

    def _anywhere(self, one: _Seen) -> bool:
        try:
            return any(one.logic.test(point) for point in points([one.logic], self._lists))
        except TooManyError:
            return True

    def implies(self, one: _Seen, other: _Seen) -> bool:
        """Tell whether the other matches wherever one does; not known counts as no."""
        if not set(other.logic.texts) <= set(one.logic.texts):
            return False
        key = (one.kind, one.action, other.kind, other.action)
        return self._answer(key, lambda: self._wherever(one, other))

    def _wherever(self, one: _Seen, other: _Seen) -> bool:
        with suppress(TooManyError):
            both = points([one.logic, other.logic], self._lists)
            return all(
                _fires(other, other.logic.test(point))
                for point in both
                if _fires(one, one.logic.test(point))
            )
        return False

    def _answer(self, key: tuple[object, ...], ask: Callable[[], bool]) -> bool:
        if key not in self._known:
            self._known[key] = ask()
        return self._known[key]


def _fires(one: _Seen, holds: bool | None) -> bool:  # noqa: FBT001 - an answer, and no switch
    return holds is True or (holds is None and one.action != "release")


def _beaten(one: _Seen, other: _Seen, comparing: _Comparing) -> Iterator[Finding]:
    """Find a rule that a stronger one overrides wherever it matches. ``hold`` overrides none."""
    wide = other.by_facts or other.rule.scope in _WIDE
    if other.strength <= one.strength or other.action == "hold" or not wide:
        return
    if not other.rule.exceptions and comparing.implies(one, other):
        said = f'never wins: wherever it matches, "{other.rule.hit.id}" matches and is stronger'
        yield finding(one.rule, said, "never-wins", "warning")


def _doubled(one: _Seen, other: _Seen, comparing: _Comparing) -> Iterator[Finding]:
    """Find two rules that match in the same places and propose the same."""
    a, b = one.rule, other.rule
    if (one.action, a.scope) != (other.action, b.scope):
        return
    if comparing.implies(one, other) and comparing.implies(other, one):
        said = f'matches wherever "{a.hit.id}" does, and proposes the same; keep one of the two'
        yield finding(b, said, "duplicate-rule", "warning")


def _disagreements(seen: Sequence[_Seen], lists: Lists) -> Iterator[Finding]:
    """Find what facts alone give both to a rule that releases and to one that withholds."""
    for one in seen:
        if one.action != "release":
            continue
        stronger = [
            f'"{other.rule.hit.id}" ({instance})'
            for other in seen
            if other.action in {"redact", "refer"} and (instance := _both(one, other, lists))
        ]
        if stronger:
            said = f"releases what stronger rules withhold, which win there: {', '.join(stronger)}"
            yield finding(one.rule, said, "overlap", "note")


def _both(one: _Seen, other: _Seen, lists: Lists) -> str | None:
    """Give an instance of a portion in which both match, if there is one."""
    with suppress(TooManyError):
        for point in points([one.logic, other.logic], lists):
            if one.logic.test(point) and other.logic.test(point):
                return f"for instance {told(point)}"
    return None
