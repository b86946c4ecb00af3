"""``redactor propose``: proposals tile the text and say why."""

import json
from pathlib import Path
from typing import Any

import pytest

from redactor.cli import arguments
from redactor.policy import BASES
from tests.cli.conftest import CABLE, Run


def propose(redactor: Run, path: Path, as_of: str, *options: str) -> dict[str, Any]:
    done = redactor("propose", path, "--json", "--as-of", as_of, *options)
    assert done.returncode == 0, done.stderr
    value: dict[str, Any] = json.loads(done.stdout)
    return value


def at(proposed: dict[str, Any], words: str) -> dict[str, Any]:
    """Give the proposal for the place where the words stand."""
    place = CABLE.index(words)
    (found,) = [p for p in proposed["proposals"] if p["start"] <= place < p["end"]]
    value: dict[str, Any] = found
    return value


def test_the_contract(redactor: Run, cable: Path) -> None:
    proposed = propose(redactor, cable, "2010-01-01")
    assert set(proposed) >= {"path", "id", "as_of", "basis", "policy", "hold", "proposals"}
    assert (proposed["as_of"], proposed["basis"], proposed["hold"]) == ("2010-01-01", "foia", None)
    assert proposed["policy"]["name"] == "state-cables"
    assert len(proposed["policy"]["sha256"]) == 64
    for item in proposed["proposals"]:
        assert set(item) >= {"start", "end", "action", "codes", "frees_on", "rules", "won_by"}
        assert item["won_by"] is None or item["won_by"] in {rule["id"] for rule in item["rules"]}
        for rule in item["rules"]:
            assert set(rule) >= {"id", "action", "because", "cite", "matched"}


@pytest.mark.parametrize("as_of", ["1900-01-01", "2010-01-01", "2018-07-17", "2026-11-23"])
def test_proposals_tile_the_text(redactor: Run, cable: Path, as_of: str) -> None:
    place = 0
    for item in propose(redactor, cable, as_of)["proposals"]:
        assert item["start"] == place
        assert item["end"] > item["start"]
        place = item["end"]
    assert place == len(CABLE)


def test_an_empty_name_of_a_policy_is_no_default(redactor: Run, cable: Path) -> None:
    done = redactor("propose", cable, "--policy", "")

    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no such policy file" in done.stderr


def test_a_portion_in_force_is_withheld_with_the_cable_s_own_reasons(
    redactor: Run, cable: Path
) -> None:
    first = at(propose(redactor, cable, "2010-01-01"), "The Duke was not")
    assert first["action"] == "redact"
    assert first["codes"] == ["b1", "1.4(b)", "1.4(d)"]
    assert first["frees_on"] == "2018-07-17"


def test_a_mandatory_review_uses_no_foia_number(redactor: Run, cable: Path) -> None:
    first = at(propose(redactor, cable, "2010-01-01", "--basis", "mdr"), "The Duke was not")
    assert first["codes"] == ["1.4(b)", "1.4(d)"]


def test_a_portion_whose_date_has_passed_is_proposed_for_release(
    redactor: Run, cable: Path
) -> None:
    first = at(propose(redactor, cable, "2018-07-17"), "The Duke was not")
    assert (first["action"], first["codes"]) == ("release", [])


def test_an_unclassified_portion_of_a_classified_cable_is_proposed_for_release(
    redactor: Run, cable: Path
) -> None:
    assert at(propose(redactor, cable, "2010-01-01"), "The road to")["action"] == "release"


def test_sbu_is_reviewed_and_never_b1(redactor: Run, cable: Path) -> None:
    sbu = at(propose(redactor, cable, "2010-01-01"), "phone list")
    assert (sbu["action"], sbu["codes"]) == ("review", [])


def test_people_see_which_rule_won_and_why(redactor: Run, cable: Path) -> None:
    done = redactor("propose", cable, "--as-of", "2010-01-01")
    assert "redact" in done.stdout
    assert "won: " in done.stdout
    assert "(b)(1), 1.4(b), 1.4(d)" in done.stdout


@pytest.mark.reference
@pytest.mark.parametrize(
    ("as_of", "action", "codes"),
    [("2010-01-01", "redact", ["b1", "1.4(b)", "1.4(d)"]), ("2026-11-23", "release", [])],
)
def test_the_reference_cable(
    redactor: Run, reference_cable: Path, as_of: str, action: str, codes: list[str]
) -> None:
    proposed = propose(redactor, reference_cable, as_of)
    seen = json.loads(redactor("inspect", reference_cable, "--json").stdout)
    for paragraph in seen["paragraphs"]:
        inside = [
            item
            for item in proposed["proposals"]
            if paragraph["start"] <= item["start"] < paragraph["end"] and item["content"]
        ]
        assert {(item["action"], tuple(item["codes"])) for item in inside} == {
            (action, tuple(codes))
        }


def test_the_command_line_knows_the_bases_of_the_policy_stage() -> None:
    assert arguments.BASES == BASES
