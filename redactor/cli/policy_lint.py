"""``redactor policy lint``: what a policy says that it can hardly mean."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from redactor.cable import read
from redactor.cli.batch import Answer
from redactor.cli.batch import run as run_batch
from redactor.cli.days import as_of_from
from redactor.cli.files import expand
from redactor.cli.output import DONE, FINDINGS, WRONG_INPUT, InputFault, narrate
from redactor.cli.policies import SentPolicy
from redactor.cli.policy_findings import as_errors, counted, show
from redactor.declass import date_cable
from redactor.policy import (
    BASES,
    Finding,
    Policy,
    PolicyError,
    find_policy,
    lint,
    load_policy,
    propose,
    unmatched,
    wants_a_change,
)


def run(options: Namespace) -> int:
    """Run the command."""
    day = as_of_from(options)
    try:
        policy = load_policy(find_policy(options.path))
    except PolicyError as error:
        show(as_errors(error.faults), options.format)
        return WRONG_INPUT
    found = lint(policy, day)
    if options.corpus:
        found = tuple(sorted((*found, *_over_corpus(policy, day, options))))
    show(found, options.format)
    narrate(f"{options.path}: {counted(found)}")
    return FINDINGS if wants_a_change(found) else DONE


def _over_corpus(policy: Policy, day: date, options: Namespace) -> tuple[Finding, ...]:
    """Find the rules that match in no cable of a corpus, under any basis.

    Raises:
        InputFault: when a cable cannot be read: then a rule may match there.
    """
    matched: set[str] = set()
    paths = tuple(expand([options.corpus]))

    def collect(answer: Answer) -> tuple[str, ...]:
        matched.update(answer.value["rules"] if answer.value else ())
        return ()

    work = _Matched(policy, day)
    if run_batch(work, paths, options.jobs, json=False, show=collect) != DONE:
        raise InputFault("some cables could not be read, so nothing is said of the policy")
    return tuple(unmatched(policy, matched, len(paths)))


class _Matched:
    """Tells which rules match in one cable; can be sent to another process."""

    def __init__(self, policy: Policy, as_of: date) -> None:
        self._sent, self._as_of = SentPolicy.of(policy), as_of

    def __call__(self, path: Path, data: bytes) -> Answer:
        policy = self._sent.policy
        dated = date_cable(read(data), self._as_of)
        hits = (
            hit.id
            for basis in BASES
            for item in propose(dated, policy, basis).items
            for hit in item.rules
        )
        return Answer(str(path), value={"rules": sorted(set(hits))})
