"""Codes that a rule gives and the law does not take, or not without more."""

from collections.abc import Iterator

from redactor.policy.codes import Code, code_table
from redactor.policy.errors import Finding
from redactor.policy.legality import code_refusal, support_refusal
from redactor.policy.load import Policy
from redactor.policy.model import BASES, Basis
from redactor.policy.proof.notes import finding
from redactor.policy.rulecodes import STAND_INS
from redactor.policy.rules import Rule


def lawful(policy: Policy) -> Iterator[Finding]:
    """Find rules that propose redact where no reviewer could accept it as it stands."""
    for rule in policy.rules:
        if rule.hit.action == "redact":
            yield from _uncoded(rule)
            yield from _refused(rule)
            yield from _bare(rule)


def _bases(rule: Rule) -> tuple[Basis, ...]:
    return rule.when.basis or BASES


def _stated(rule: Rule, basis: Basis) -> list[Code]:
    return [code_table()[code] for code in rule.codes[basis] if code not in STAND_INS]


def _uncoded(rule: Rule) -> Iterator[Finding]:
    bases = ", ".join(basis for basis in _bases(rule) if not rule.codes[basis])
    if bases:
        said = f"gives no code under {bases}: there it asks for review"
        yield finding(rule, said, "no-code-for-basis", "note")


def _refused(rule: Rule) -> Iterator[Finding]:
    """Find codes that the law refuses at any age; of stand-ins only the cable can tell."""
    for basis in _bases(rule):
        stated = _stated(rule, basis)
        if not stated or len(stated) < len(rule.codes[basis]):
            continue
        said = [code_refusal(stated, basis, age_over_25=over) for over in (False, True)]
        if None not in said:
            told = f"cannot redact under {basis}: {said[0]} So it asks for review there"
            yield finding(rule, told, "codes-refused", "warning")


def _bare(rule: Rule) -> Iterator[Finding]:
    every = dict.fromkeys(code for basis in _bases(rule) for code in _stated(rule, basis))
    said = support_refusal(tuple(every), rule.hit.support)
    if said:
        told = f"does not carry what its codes need, so every decision must bring it: {said[:-1]}"
        yield finding(rule, told, "codes-need-more", "warning")
