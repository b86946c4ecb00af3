"""Faults of policies and findings on them, as text, JSON or SARIF."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from redactor.cli.output import data, record
from redactor.policy import Fault, Finding, finding_json, findings_sarif


def as_errors(faults: Iterable[Fault]) -> tuple[Finding, ...]:
    """Take faults for findings of the heaviest kind."""
    return tuple(Finding(fault, "error") for fault in faults)


def counted(findings: Sequence[Finding]) -> str:
    """Count them by weight: ``1 warning, 2 notes``."""
    weights = Counter(one.weight for one in findings)
    told = [f"{count:,} {weight}{'s' * (count > 1)}" for weight in ("error", "warning", "note")
            if (count := weights[weight])]  # fmt: skip
    return ", ".join(told) or "nothing found"


def show(findings: Sequence[Finding], form: str) -> None:
    """Print findings: one line each, one JSON object each, or one SARIF log for all."""
    _FORMS[form](findings)


def _text(findings: Sequence[Finding]) -> None:
    for one in findings:
        data(f"{one} [{one.fault.code}]")


def _json(findings: Sequence[Finding]) -> None:
    for one in findings:
        record(finding_json(one))


def _sarif(findings: Sequence[Finding]) -> None:
    log: dict[str, Any] = findings_sarif(findings)
    record(log)


_FORMS: dict[str, Callable[[Sequence[Finding]], None]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
}
