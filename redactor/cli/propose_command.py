"""``redactor propose``: what the policy proposes for each stretch of a cable, and why."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from redactor.cable import read
from redactor.cli.batch import Answer
from redactor.cli.batch import run as run_batch
from redactor.cli.days import as_of_from
from redactor.cli.files import expand
from redactor.cli.inspect_page import page_width
from redactor.cli.policies import SentPolicy, policy_from
from redactor.cli.propose_contract import proposing
from redactor.cli.propose_page import summary
from redactor.declass import date_cable
from redactor.policy import Basis, propose


def run(options: Namespace) -> int:
    """Run the command."""
    sent = SentPolicy.of(policy_from(options.policy))
    work = _Propose(sent, as_of_from(options), options)
    return run_batch(work, tuple(expand(options.paths)), options.jobs, json=options.json)


class _Propose:
    """Proposes for one cable; can be sent to another process, where the policy is read once."""

    def __init__(self, sent: SentPolicy, as_of: date, options: Namespace) -> None:
        self._sent, self._as_of = sent, as_of
        self._basis: Basis = options.basis or "foia"
        self._requested: date | None = options.requested
        self._width = None if options.json else page_width()

    def __call__(self, path: Path, data: bytes) -> Answer:
        cable = read(data)
        dated = date_cable(cable, self._as_of)
        proposals = propose(dated, self._sent.policy, self._basis, requested=self._requested)
        if self._width is None:
            value = proposing(str(path), cable, proposals, self._requested)
            return Answer(str(path), value=value)
        return Answer(str(path), tuple(summary(str(path), cable, proposals, self._width)))
