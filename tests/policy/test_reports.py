"""Faults as JSON and as SARIF 2.1.0."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from redactor.policy import (
    Fault,
    Finding,
    PolicyError,
    Weight,
    fault_json,
    faults_sarif,
    findings_sarif,
    load_policy,
)

FAULT = Fault("my policy.yaml", 3, 7, '"whan" is not a key here', "when", "unknown-key")
WHOLE = Fault("/etc/p.yaml", 0, 0, "cannot read this policy: denied", code="no-file")


def test_json_says_all_that_the_text_says() -> None:
    assert fault_json(FAULT) == {
        "file": "my policy.yaml",
        "line": 3,
        "column": 7,
        "code": "unknown-key",
        "message": '"whan" is not a key here',
        "hint": "when",
        "text": 'my policy.yaml:3:7: "whan" is not a key here. did you mean "when"?',
    }


def test_a_fault_of_a_whole_file_has_no_line() -> None:
    given = fault_json(WHOLE)

    assert (given["line"], given["column"], given["hint"]) == (None, None, None)
    assert "region" not in json.dumps(faults_sarif([WHOLE]))


def test_sarif_places_each_fault() -> None:
    log = faults_sarif([FAULT, WHOLE])
    (run,) = log["runs"]

    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["no-file", "unknown-key"]
    whole, keyed = run["results"]
    assert whole["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "file:///etc/p.yaml"}
    }
    assert keyed == {
        "ruleId": "unknown-key",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": '"whan" is not a key here. Did you mean "when"?'},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "my%20policy.yaml"},
                    "region": {"startLine": 3, "startColumn": 7},
                }
            }
        ],
    }


def test_no_faults_make_an_empty_log() -> None:
    assert faults_sarif([])["runs"][0]["results"] == []


@pytest.mark.parametrize(
    "file", sorted((Path(__file__).parent / "broken").glob("*.yaml")), ids=lambda file: file.stem
)
def test_every_kind_of_fault_has_a_code_of_its_own(file: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        load_policy(file)

    codes = {fault.code for fault in caught.value.faults}
    assert "wrong-value" not in codes
    log = faults_sarif(caught.value.faults)
    assert {result["ruleId"] for result in log["runs"][0]["results"]} == codes


_TEXT = {"type": "string", "minLength": 1}
_REGION = {
    "type": "object",
    "properties": {
        "startLine": {"type": "integer", "minimum": 1},
        "startColumn": {"type": "integer", "minimum": 1},
    },
    "required": ["startLine"],
    "additionalProperties": False,
}
_PLACE = {
    "type": "object",
    "properties": {
        "artifactLocation": {
            "type": "object",
            "properties": {
                "uri": {"type": "string", "format": "uri-reference", "pattern": "^[!-~]+$"}
            },
            "required": ["uri"],
            "additionalProperties": False,
        },
        "region": _REGION,
    },
    "required": ["artifactLocation"],
    "additionalProperties": False,
}
_MESSAGE = {
    "type": "object",
    "properties": {"text": _TEXT},
    "required": ["text"],
    "additionalProperties": False,
}
_RESULT = {
    "type": "object",
    "properties": {
        "ruleId": _TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": _MESSAGE,
        "locations": {
            "type": "array",
            "items": {"type": "object", "properties": {"physicalLocation": _PLACE},
                      "additionalProperties": False},
            "minItems": 1,
        },
    },
    "required": ["message"],
    "additionalProperties": False,
}  # fmt: skip
_DRIVER = {
    "type": "object",
    "properties": {
        "name": _TEXT,
        "version": _TEXT,
        "rules": {
            "type": "array",
            "uniqueItems": True,
            "items": {
                "type": "object",
                "properties": {"id": _TEXT, "name": _TEXT, "shortDescription": _MESSAGE},
                "required": ["id"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["name"],
    "additionalProperties": False,
}
SARIF = {
    "type": "object",
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "tool": {"type": "object", "properties": {"driver": _DRIVER},
                             "required": ["driver"], "additionalProperties": False},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": _RESULT},
                },
                "required": ["tool"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["version", "runs"],
    "additionalProperties": False,
}  # fmt: skip
"""What the schema of SARIF 2.1.0 asks of the parts that are used here; it allows no others."""


@pytest.mark.parametrize(
    "file", ["p.yaml", "my policy.yaml", "/etc/ä.yaml", "a%b#c?.yaml", "é\u202e"]
)
def test_a_sarif_log_has_the_shape_of_the_standard(file: str) -> None:
    faults = [Fault(file, line, line, "it is wrong", "right", "wrong") for line in (0, 1, 7)]
    weights: tuple[Weight, ...] = ("note", "warning", "error")
    found = [Finding(fault, weight) for fault in faults for weight in weights]

    log = findings_sarif(found)

    assert [error.message for error in Draft202012Validator(SARIF).iter_errors(log)] == []
    driver, results = log["runs"][0]["tool"]["driver"], log["runs"][0]["results"]
    assert {driver["rules"][one["ruleIndex"]]["id"] for one in results} == {"wrong"}
