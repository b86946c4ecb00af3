"""``redactor policy check``: read policy files strictly, and tell every fault of all of them."""

from argparse import Namespace
from dataclasses import asdict
from datetime import date

from redactor.cli.days import as_of_from
from redactor.cli.output import DONE, WRONG_INPUT, data, narrate, record
from redactor.cli.policy_findings import as_errors, show
from redactor.policy import (
    Finding,
    Policy,
    PolicyError,
    find_policy,
    finding_json,
    load_policy,
    standing_notes,
)
from redactor.text import plural


def run(options: Namespace) -> int:
    """Run the command."""
    day = as_of_from(options)
    code = DONE
    every: list[Finding] = []
    for name in options.paths:
        policy, found = _checked(name, day)
        if policy is None:
            code = WRONG_INPUT
        every += found
        _TOLD[options.format](name, policy, found)
    if options.format == "sarif":
        show(every, "sarif")
    return code


def _checked(name: str, day: date) -> tuple[Policy | None, tuple[Finding, ...]]:
    try:
        policy = load_policy(find_policy(name))
    except PolicyError as error:
        return None, as_errors(error.faults)
    return policy, tuple(standing_notes(policy, day))


def _text(name: str, policy: Policy | None, found: tuple[Finding, ...]) -> None:
    if policy is None:
        for one in found:
            narrate(f"redactor: {one.fault}")
        return
    ref = policy.ref
    data(f"{name}: {ref.name} {ref.version}, {plural(len(policy.rules), 'rule')}, {ref.sha256}")
    for one in found:
        narrate(str(one))


def _json(name: str, policy: Policy | None, found: tuple[Finding, ...]) -> None:
    ref = policy.ref if policy else None
    record(
        {
            "path": name,
            "policy": asdict(ref) if ref else None,
            "rules": len(policy.rules) if policy else None,
            "findings": [finding_json(one) for one in found],
        }
    )


def _nothing(_name: str, _policy: Policy | None, _found: tuple[Finding, ...]) -> None:
    """Wait for the last file: a log is one for all."""


_TOLD = {"text": _text, "json": _json, "sarif": _nothing}
