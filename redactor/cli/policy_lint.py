"""``redactor policy lint``: what a policy says that it can hardly mean."""

from argparse import Namespace
from datetime import date
from functools import cache
from pathlib import Path

from redactor.cable import read
from redactor.cli.batch import Answer
from redactor.cli.batch import run as run_batch
from redactor.cli.days import as_of_from
from redactor.cli.files import expand
from redactor.cli.output import DONE, FINDINGS, WRONG_INPUT
from redactor.cli.policy_findings import as_errors, show
from redactor.declass import date_cable
from redactor.policy import (
    BASES,
    Finding,
    Policy,
    PolicyError,
    find_policy,
    lint,
    load_policy,
    parse_policy,
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
    code = DONE
    if options.corpus:
        code, more = _over_corpus(policy, day, options)
        found = tuple(sorted((*found, *more)))
    show(found, options.format)
    return code or (FINDINGS if wants_a_change(found) else DONE)


def _over_corpus(policy: Policy, day: date, options: Namespace) -> tuple[int, tuple[Finding, ...]]:
    """Find the rules that match in no cable of a corpus, under any basis."""
    matched: set[str] = set()
    paths = tuple(expand([options.corpus]))

    def collect(answer: Answer) -> tuple[str, ...]:
        matched.update(answer.value["rules"] if answer.value else ())
        return ()

    work = _Matched(policy.data, policy.ref.name, day)
    code = run_batch(work, paths, options.jobs, json=False, show=collect)
    return code, tuple(unmatched(policy, matched, len(paths)))


class _Matched:
    """Tells which rules match in one cable; can be sent to another process."""

    def __init__(self, policy: bytes, name: str, as_of: date) -> None:
        self._policy, self._name, self._as_of = policy, name, as_of

    def __call__(self, path: Path, data: bytes) -> Answer:
        policy = _parsed(self._policy, self._name)
        dated = date_cable(read(data), self._as_of)
        hits = (
            hit.id
            for basis in BASES
            for item in propose(dated, policy, basis).items
            for hit in item.rules
        )
        return Answer(str(path), value={"rules": sorted(set(hits))})


@cache
def _parsed(data: bytes, name: str) -> Policy:
    return parse_policy(data, name)
