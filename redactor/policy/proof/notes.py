"""What a sound policy still asks of its owners: what ended or ends soon, and law to be checked."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from redactor.policy.errors import Fault, Finding, Weight
from redactor.policy.load import Policy
from redactor.policy.model import Action
from redactor.policy.rules import Rule

_SOON = timedelta(days=30)
_GOES_ON = "it goes on, so that nothing opens by itself"
_AFTER: Mapping[Action, str] = {
    "release": "it releases nothing",
    "redact": "it asks for review and gives no codes",
    "review": _GOES_ON,
    "refer": _GOES_ON,
    "hold": _GOES_ON,
}
"""What a rule does after its last day."""


def standing_notes(policy: Policy, day: date) -> Iterator[Finding]:
    """Tell what is true of a policy on a day; none of it is a fault."""
    for fault in policy.expired(day):
        yield Finding(fault, "note")
    for one in policy.exceptions:
        if _is_soon(one.expires, day):
            said = (
                f'the exception "{one.id}" ends on {one.expires}; after that the rule '
                f'"{one.rule}" counts in full'
            )
            yield Finding(Fault(one.file, one.line, 1, said, code="exception-ends-soon"), "note")
    for rule in policy.rules:
        yield from _ending(rule, day)
        if rule.entry.check_with_counsel:
            said = "waits for counsel: its law is told from memory"
            yield finding(rule, said, "waits-for-counsel", "note")


def _ending(rule: Rule, day: date) -> Iterator[Finding]:
    after = _AFTER[rule.hit.action]
    whom = f" (owner: {rule.entry.owner})" if rule.entry.owner else ""
    if rule.has_expired(day):
        said = f"expired on {rule.expires}: {after}; give it another day, or delete it{whom}"
        yield finding(rule, said, "rule-expired", "warning")
    elif rule.expires is not None and _is_soon(rule.expires, day):
        said = f"ends on {rule.expires}; after that {after}{whom}"
        yield finding(rule, said, "rule-ends-soon", "note")


def _is_soon(last: date, day: date) -> bool:
    return timedelta() <= last - day <= _SOON


def finding(rule: Rule, said: str, code: str, weight: Weight) -> Finding:
    """Make a finding at a rule; ``said`` goes on after its name."""
    file, _, line = rule.hit.where.rpartition(":")
    return Finding(Fault(file, int(line), 1, f'the rule "{rule.hit.id}" {said}', code=code), weight)
