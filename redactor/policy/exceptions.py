"""Exceptions: where a rule counts for less, for a time, by two people's approval.

An exception counts on the days from its approval to its expiry, both by the as-of day, and only
where its conditions surely hold. Expired, it is as if it were not written: the rule counts in
full, so that an expiry never widens a release. A rule that is set aside stays visible in the why.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from redactor.policy.conditions import Answer, Condition, compile_when, sought_terms
from redactor.policy.errors import Fault
from redactor.policy.facts import Case
from redactor.policy.model import RuleHit
from redactor.policy.ruleshape import Example, ExceptionTo
from redactor.policy.when import Lists
from redactor.text import Span, covers


@dataclass(frozen=True, slots=True)
class Exemption:
    """A named exception to one rule, compiled."""

    id: str
    rule: str
    condition: Condition
    terms: frozenset[str]
    """Every term that its condition looks for, folded."""
    weakens: bool
    """It makes the rule propose review; otherwise the rule does not count at all."""
    because: str
    approved_by: tuple[str, ...]
    approved_on: date
    expires: date
    file: str
    line: int
    entry: ExceptionTo
    """The exception as the policy writes it."""
    lines: tuple[int, ...] = ()
    """Where its examples stand, in its file."""

    @property
    def examples(self) -> tuple[Example, ...]:
        """What proves it."""
        return self.entry.examples

    @classmethod
    def of(
        cls,
        entry: ExceptionTo,
        lists: Lists,
        where: tuple[str, int],
        lines: tuple[int, ...] = (),
    ) -> "Exemption":
        """Make one from its entry in the policy; ``where`` is its file and line."""
        return cls(
            id=entry.id,
            rule=entry.rule,
            condition=compile_when(entry.when, lists),
            terms=sought_terms(entry.when, lists),
            weakens=entry.instead == "review",
            because=entry.because,
            approved_by=entry.approved_by,
            approved_on=entry.approved_on,
            expires=entry.expires,
            file=where[0],
            line=where[1],
            entry=entry,
            lines=lines,
        )

    def expiry_fault(self) -> Fault:
        """Say that it has expired, and what that means."""
        said = (
            f'the exception "{self.id}" expired on {self.expires} and no longer counts, so the '
            f'rule "{self.rule}" counts in full; have two people approve it anew, or delete it'
        )
        return Fault(self.file, self.line, 1, said, code="exception-expired")

    def answer(self, case: Case) -> Answer | None:
        """Give where it surely holds in a portion; ``None`` when it does not count here."""
        if not self.approved_on <= case.dated.as_of <= self.expires:
            return None
        answer = self.condition(case)
        return answer if answer.holds else None


def excepted(hit: RuleHit, exemptions: Iterable[Exemption], case: Case) -> RuleHit:
    """Give what a rule says once the exceptions to it are heard; of several the strictest counts.

    Where an exception asks for words, it takes away only what was matched by those very words.
    """
    held = [
        (exemption, answer)
        for exemption in exemptions
        if (answer := exemption.answer(case)) is not None and _reaches(answer, hit.matched)
    ]
    if not held:
        return hit
    strictest, _ = min(held, key=lambda pair: (not pair[0].weakens, pair[0].id))
    people = " and ".join(strictest.approved_by)
    said = (
        f"{hit.because} Exception {strictest.id}: {strictest.because} Approved by {people}, "
        f"until {strictest.expires}."
    )
    if strictest.weakens:
        return replace(hit, action="review", because=said, codes=())
    return replace(hit, because=said, lifted_by=strictest.id)


def _reaches(answer: Answer, matched: tuple[Span, ...]) -> bool:
    if answer.words is None:
        return True
    return bool(matched) and all(covers(answer.words, span) for span in matched)
