"""What a sound policy still asks of its owners: exceptions that ended, law that counsel checks."""

from collections.abc import Iterator
from datetime import date, timedelta

from redactor.policy.errors import Fault, Finding
from redactor.policy.load import Policy

_SOON = timedelta(days=30)


def standing_notes(policy: Policy, day: date) -> Iterator[Finding]:
    """Give notes on what is true of a policy on a day; none of them is a fault."""
    for fault in policy.expired(day):
        yield Finding(fault, "note")
    for one in policy.exceptions:
        if day <= one.expires <= day + _SOON:
            said = (
                f'the exception "{one.id}" ends on {one.expires}; after that the rule '
                f'"{one.rule}" counts in full'
            )
            yield Finding(Fault(one.file, one.line, 1, said, code="exception-ends-soon"), "note")
    for rule in policy.rules:
        if rule.entry.check_with_counsel:
            file, _, line = rule.hit.where.rpartition(":")
            said = f'the rule "{rule.hit.id}" waits for counsel: its law is told from memory'
            yield Finding(Fault(file, int(line), 1, said, code="waits-for-counsel"), "note")
