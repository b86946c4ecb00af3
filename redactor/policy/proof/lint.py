"""Lint: what a policy says that it can hardly mean. Each finding has its place and its weight.

A policy that cannot be read at all has faults instead: those come from loading it.
"""

from collections.abc import Collection, Iterator
from datetime import date

from redactor.policy.errors import Finding
from redactor.policy.load import Policy
from redactor.policy.proof.gaps import gap_findings
from redactor.policy.proof.legal import lawful
from redactor.policy.proof.notes import finding, standing_notes
from redactor.policy.proof.relations import related
from redactor.policy.proof.words import worded


def lint(policy: Policy, day: date) -> tuple[Finding, ...]:
    """Give all findings on a policy as of a day, file by file."""
    found = (
        *related(policy, day),
        *worded(policy),
        *lawful(policy),
        *gap_findings(policy, day),
        *standing_notes(policy, day),
    )
    return tuple(sorted(found))


def unmatched(policy: Policy, matched: Collection[str], cables: int) -> Iterator[Finding]:
    """Give a note for each rule that matched nowhere in so many cables."""
    corpus = "the one cable" if cables == 1 else f"these {cables:,} cables"
    for rule in policy.rules:
        if rule.hit.id not in matched:
            said = f"matches nowhere in {corpus}"
            yield finding(rule, said, "no-hit", "note")


def wants_a_change(findings: Collection[Finding]) -> bool:
    """Tell whether any finding is more than a note."""
    return any(one.weight != "note" for one in findings)
