"""Faults as programs read them: one JSON object each, or one SARIF 2.1.0 log for all."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from redactor import __version__
from redactor.policy.errors import Fault, Finding

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def fault_json(fault: Fault) -> dict[str, Any]:
    """Give a fault as a JSON object; without line and column it means the file as a whole."""
    return {
        "file": fault.file,
        "line": fault.line or None,
        "column": fault.column or None,
        "code": fault.code,
        "message": fault.message,
        "hint": fault.hint,
        "text": str(fault),
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """Give a finding as a JSON object."""
    return {"weight": finding.weight, **fault_json(finding.fault)}


def faults_sarif(faults: Iterable[Fault]) -> dict[str, Any]:
    """Give faults as a SARIF 2.1.0 log, which editors and code hosts show beside the lines."""
    return findings_sarif(Finding(fault, "error") for fault in faults)


def findings_sarif(findings: Iterable[Finding]) -> dict[str, Any]:
    """Give findings of any weight as a SARIF 2.1.0 log."""
    found = sorted(findings)
    codes = sorted({finding.fault.code for finding in found})
    driver = {
        "name": "redactor",
        "version": __version__,
        "rules": [{"id": code, "name": code, "shortDescription": {"text": _told(code)}}
                  for code in codes],
    }  # fmt: skip
    run = {
        "tool": {"driver": driver},
        # Columns count code points, as the faults themselves do.
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes) for finding in found],
    }
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}


def _told(code: str) -> str:
    return code.replace("-", " ").capitalize()


def _result(finding: Finding, codes: Sequence[str]) -> dict[str, Any]:
    fault = finding.fault
    meant = f' Did you mean "{fault.hint}"?' if fault.hint else ""
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(fault.file)}}
    if fault.line:
        place["region"] = {"startLine": fault.line, "startColumn": max(1, fault.column)}
    return {
        "ruleId": fault.code,
        "ruleIndex": codes.index(fault.code),
        "level": finding.weight,
        "message": {"text": f"{fault.message[:1].upper()}{fault.message[1:]}.{meant}"},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    """Give a file's name as a URI: an absolute path with its scheme, any other one relative."""
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix())
