"""Faults as JSON and as SARIF 2.1.0."""

import json
from pathlib import Path

import pytest

from redactor.policy import Fault, PolicyError, fault_json, faults_sarif, load_policy

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
