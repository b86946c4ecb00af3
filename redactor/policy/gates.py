"""Gates: whether a rule can fire in a portion at all, and whether only words can make it.

Most rules ask for words, and most portions hold none of them. Words are found once for the whole
policy, and only the rules whose words are there are put to the portion.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from redactor.policy.conditions import folded_terms
from redactor.policy.facts import Case, Fact, compile_facts
from redactor.policy.when import Lists, TextIs, When, Words

Opening = Literal["never", "by words", "ask"]
"""``by words``: only if one of the gate's words stands in the portion. ``ask``: the rule must be
put to the portion."""


@dataclass(frozen=True, slots=True)
class Gate:
    """The facts and words of conditions, without their ``not``, which never makes them hold."""

    facts: tuple[Fact, ...]
    words: Words | None
    terms: frozenset[str]
    """Those of ``words``, folded; none if they are a pattern."""
    every: tuple["Gate", ...]
    some: tuple["Gate", ...]

    @classmethod
    def of(cls, when: When, lists: Lists) -> "Gate":
        """Make the gate of conditions."""
        words = _first_found(when.text) if when.text else None
        return cls(
            facts=compile_facts(when),
            words=words,
            terms=folded_terms(words, lists) if words else frozenset(),
            every=tuple(cls.of(inner, lists) for inner in when.all_ or ()),
            some=tuple(cls.of(inner, lists) for inner in when.any_ or ()),
        )

    def opens(self, case: Case) -> Opening:
        """Tell how the gate opens for portions whose facts are those of a case."""
        if any(fact(case) is False for fact in self.facts):
            return "never"
        ways = {gate.opens(case) for gate in self.every}
        if self.some:
            branches = {gate.opens(case) for gate in self.some} - {"never"}
            ways.add("never" if not branches else "ask" if "ask" in branches else "by words")
        if "never" in ways:
            return "never"
        return "by words" if self.words or "by words" in ways else "ask"

    def parts(self) -> Iterator["Gate"]:
        """Give this gate and all inside it."""
        yield self
        for gate in (*self.every, *self.some):
            yield from gate.parts()


def _first_found(text: TextIs) -> Words:
    """Give the words themselves or those near them, whichever are terms: they are found first."""
    return text.near if text.near and text.pattern is not None else text
