"""What a change of the policy would do, told before it counts; and the day of the request."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.policy_texts import CABLE, DELIBERATIVE, POLICY


@pytest.fixture
def looser(tmp_path: Path) -> Path:
    """Give the policy with a rule less."""
    path = tmp_path / "looser.yaml"
    path.write_text(POLICY[: POLICY.index("  - id: asked-for")])
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Give a folder with one cable."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "z.txt").write_text(CABLE)
    return folder


def test_impact_wants_a_sign_off_for_what_is_newly_released(
    redactor: Run, mine: Path, looser: Path, corpus: Path
) -> None:
    terms = (mine, looser, corpus, "--as-of", "2026-11-23")
    done = redactor("policy", "impact", *terms)
    digest = done.stdout.splitlines()[-1].removeprefix("digest: ")

    signed = redactor("policy", "impact", *terms, "--signed-off", digest, "--jobs", "2")
    other = redactor("policy", "impact", *terms, "--signed-off", "0" * 64)

    assert done.returncode == other.returncode == 1
    assert signed.returncode == 0
    assert signed.stdout == done.stdout
    assert "newly released: 1\n  by asked-for: 1\n  by open-portion: 1\n" in done.stdout
    assert "paragraph 2: review -> release\n" in done.stdout
    assert f"--signed-off {digest}" in done.stderr
    assert "the sign-off is not for this change" in other.stderr
    assert not any(word in done.stdout for word in ("castle", "moat", "Rudolf"))


def test_impact_the_other_way_needs_none(
    redactor: Run, mine: Path, looser: Path, corpus: Path
) -> None:
    done = redactor("policy", "impact", looser, mine, corpus, "--as-of", "2026-11-23", "--json")

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [line["kind"] for line in lines] == ["policy", "portion", "summary"]
    assert lines[0]["name"] == "asked-for"
    assert lines[1]["turn"] == "withheld"
    assert lines[2]["totals"] == {"released": 0, "withheld": 1, "changed": 0}


def test_impact_over_a_file_that_cannot_be_read_says_nothing(
    redactor: Run, mine: Path, looser: Path, corpus: Path
) -> None:
    (corpus / "empty.txt").write_text("")

    done = redactor("policy", "impact", mine, looser, corpus)

    assert (done.returncode, done.stdout) == (2, "")
    assert "empty.txt:1: the file is empty" in done.stderr


def test_impact_counts_b5_to_the_day_of_the_request(
    redactor: Run, mine: Path, tmp_path: Path, corpus: Path
) -> None:
    (corpus / "z.txt").write_text("P 181728Z JUL 00\nFM AMEMBASSY ZENDA\n" + CABLE)
    advised = tmp_path / "advised.yaml"
    advised.write_text(POLICY + DELIBERATIVE)
    terms = ("policy", "impact", advised, mine, corpus, "--as-of", "2026-11-23", "--basis", "foia")

    early, late, unknown = (
        redactor(*terms, *requested)
        for requested in (("--requested", "2024-01-01"), ("--requested", "2026-01-01"), ())
    )

    assert (early.returncode, late.returncode) == (1, 0)
    assert "newly released: 1\n" in early.stdout
    assert "newly released: 0\n" in late.stdout
    assert "requested 2024-01-01, basis foia\n" in early.stdout
    assert "no day of a request given" in unknown.stdout
    digest = early.stdout.splitlines()[-1].removeprefix("digest: ")
    other = redactor(*terms, "--requested", "2024-01-02", "--signed-off", digest)
    assert other.returncode == 1
    assert "the sign-off is not for this change" in other.stderr


def test_impact_says_what_was_compared(
    redactor: Run, mine: Path, looser: Path, corpus: Path
) -> None:
    terms = (mine, looser, corpus, "--as-of", "2026-11-23")
    hashes = [sha256(path.read_bytes()).hexdigest() for path in (mine, looser)]
    terms_told = "as of 2026-11-23, no day of a request given"

    lines = redactor("policy", "impact", *terms).stdout.splitlines()
    summary = json.loads(redactor("policy", "impact", *terms, "--json").stdout.splitlines()[-1])

    assert lines[:3] == [
        f"old: mine 1 ({hashes[0]})",
        f"new: mine 1 ({hashes[1]})",
        f"over 1 cable, {terms_told}, basis foia, mdr, automatic, systematic",
    ]
    assert [summary["old"], summary["new"]] == hashes
    assert (summary["as_of"], summary["requested"], summary["cables"]) == ("2026-11-23", None, 1)


def test_propose_counts_to_the_day_of_the_request(redactor: Run, mine: Path, corpus: Path) -> None:
    (corpus / "z.txt").write_text("P 181728Z JUL 00\nFM AMEMBASSY ZENDA\n" + CABLE)
    mine.write_text(POLICY + DELIBERATIVE)
    terms = ("propose", corpus, "--policy", mine, "--as-of", "2026-11-23", "--json")

    early, late = (
        json.loads(redactor(*terms, "--requested", day).stdout)
        for day in ("2024-01-01", "2026-01-01")
    )

    assert (early["requested"], late["requested"]) == ("2024-01-01", "2026-01-01")
    rules = [
        {rule["id"] for item in one["proposals"] for rule in item["rules"]} for one in (early, late)
    ]
    assert ["deliberative" in ids for ids in rules] == [True, False]
