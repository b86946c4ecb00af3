"""``redactor propose``: what the policy proposes for each stretch of a cable, and why."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from redactor.cable import Cable, read
from redactor.cli.batch import Answer
from redactor.cli.batch import run as run_batch
from redactor.cli.days import as_of_from
from redactor.cli.files import expand
from redactor.cli.inspect_contract import day
from redactor.cli.policies import policy_from
from redactor.cli.propose_contract import proposing
from redactor.declass import date_cable
from redactor.policy import Basis, Policy, Proposal, Proposals, parse_policy, print_code, propose


def run(options: Namespace) -> int:
    """Run the command."""
    policy = policy_from(options.policy)
    work = _Propose(policy.data, policy.ref.name, as_of_from(options), options.basis or "foia")
    return run_batch(work, tuple(expand(options.paths)), options.jobs, json=options.json)


class _Propose:
    """Proposes for one cable; can be sent to another process, where the policy is read once."""

    def __init__(self, policy: bytes, name: str, as_of: date, basis: Basis) -> None:
        self._policy, self._name, self._as_of, self._basis = policy, name, as_of, basis

    def __call__(self, path: Path, data: bytes) -> Answer:
        cable = read(data)
        policy = _parsed(self._policy, self._name)
        proposals = propose(date_cable(cable, self._as_of), policy, self._basis)
        lines = tuple(_summary(str(path), cable, proposals))
        return Answer(str(path), lines, proposing(str(path), cable, proposals))


@cache
def _parsed(data: bytes, name: str) -> Policy:
    return parse_policy(data, name)


def _summary(path: str, cable: Cable, proposals: Proposals) -> Iterator[str]:
    ref = proposals.policy
    yield (
        f"{path}: {ref.name} {ref.version} ({ref.sha256[:12]}), as of {proposals.as_of}, "
        f"basis {proposals.basis}"
    )
    if proposals.hold:
        yield f"  ON HOLD: {proposals.hold}"
    for item in proposals.items:
        if item.content:
            yield from _item(cable, item)
    yield ""


def _item(cable: Cable, item: Proposal) -> Iterator[str]:
    first = cable.lines.number_at(item.span.start)
    last = cable.lines.number_at(item.span.end - 1)
    codes = ", ".join(print_code(code) for code in item.codes)
    frees = f", frees {day(item.frees_on)}" if item.frees_on else ""
    lines = f"{first}-{last}" if last > first else str(first)
    yield f"  lines {lines:<9} {item.action:<8} {codes}{frees}"
    for hit in item.rules:
        yield f"  {'':<16}{'won: ' if hit.id == item.won_by else 'also: '}{hit.id}: {hit.because}"
    if not item.rules:
        yield f"  {'':<16}no rule matched: withheld until a person decides"
