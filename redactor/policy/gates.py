"""Gates: whether a rule can fire in a portion at all, and whether only words can make it.

Most rules ask for words, and most portions hold none of them. Words are found once for the whole
policy, and only the rules whose words are there are put to the portion.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from redactor.policy.conditions import folded_terms
from redactor.policy.facts import Case, Fact, compile_facts
from redactor.policy.when import Lists, When

Opening = Literal["never", "by words", "ask"]
"""``by words``: only if the gate's words stand in the portion. ``ask``: the rule must be put to
the portion."""


@dataclass(frozen=True, slots=True)
class Gate:
    """The facts and words of conditions, without their ``not``, which never makes them hold."""

    facts: tuple[Fact, ...]
    terms: tuple[frozenset[str], ...]
    """One of each must stand in the portion, folded; the smallest set comes first."""
    pattern: str | None
    """It must match there. Only where no terms can tell: they are found first."""
    every: tuple["Gate", ...]
    some: tuple["Gate", ...]

    @classmethod
    def of(cls, when: When, lists: Lists) -> "Gate":
        """Make the gate of conditions."""
        needed = [words for words in (when.text, when.text.near) if words] if when.text else []
        listed = (folded_terms(words, lists) for words in needed if words.pattern is None)
        terms = tuple(sorted(listed, key=len))
        return cls(
            facts=compile_facts(when),
            terms=terms,
            pattern=needed[-1].pattern if needed and not terms else None,
            every=tuple(cls.of(inner, lists) for inner in when.all_ or ()),
            some=tuple(cls.of(inner, lists) for inner in when.any_ or ()),
        )

    @property
    def worded(self) -> bool:
        """Whether it asks for words itself, not only inside ``all`` or ``any``."""
        return bool(self.terms) or self.pattern is not None

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
        return "by words" if self.worded or "by words" in ways else "ask"

    def lets(self, terms: Iterable[str], patterns: Container[str]) -> bool:
        """Tell whether a portion that holds these terms and patterns has what is needed."""
        return (
            not any(needed.isdisjoint(terms) for needed in self.terms)
            and (self.pattern is None or self.pattern in patterns)
            and all(gate.lets(terms, patterns) for gate in self.every)
            and (not self.some or any(gate.lets(terms, patterns) for gate in self.some))
        )

    def parts(self) -> Iterator["Gate"]:
        """Give this gate and all inside it."""
        yield self
        for gate in (*self.every, *self.some):
            yield from gate.parts()
