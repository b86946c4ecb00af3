"""``redactor decide``: entries on a cable's record, bulk, and what each act may carry."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CABLE, Run
from tests.cli.here import running_in

OTHER = CABLE.replace("000641", "000642").replace("00000641", "00000642")


class Case:
    """A case with one cable, and the commands on it."""

    def __init__(self, redactor: Run) -> None:
        self.run = redactor

    def decide(self, *arguments: str, person: str = "ann") -> tuple[int, str]:
        done = self.run(
            "decide", "08ZENDA641", "--case", "a.case", "--reviewer", person, *arguments
        )
        return done.returncode, done.stdout + done.stderr

    def done(self, *arguments: str, person: str = "ann") -> str:
        code, words = self.decide(*arguments, person=person)
        assert code == 0, words
        return words

    def refused(self, *arguments: str, person: str = "ann") -> str:
        code, words = self.decide(*arguments, person=person)
        assert code == 1, words
        (line,) = words.splitlines()
        return line

    def status(self) -> dict[str, Any]:
        words = self.run("case", "status", "--case", "a.case", "--json", "--reviewer", "ann").stdout
        status: dict[str, Any] = json.loads(words.splitlines()[0])
        return status


@pytest.fixture
def case(tmp_path: Path, cable: Path) -> Case:
    redactor = running_in(tmp_path)
    cable.write_text(CABLE.replace("of its bridge.", "of its bridge. It is long."))
    done = redactor(
        "case", "import", cable, "--case", "a.case", "--policy", "sample-cables",
        "--as-of", "2010-01-01", "--reviewer", "ann",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return Case(redactor)


def test_a_referral_goes_out_and_its_denial_comes_back(case: Case, tmp_path: Path) -> None:
    case.done("--release", "all")
    case.done("--refer", "paragraph 3", "--agency", "CIA")
    case.done("--notify", "paragraph 3", "--agency", "CIA", "--due", "2099-01-01")
    assert case.status()["referrals"] == [
        {"agency": "CIA", "state": "notified", "due": "2099-01-01"}
    ]
    case.done("--sign")
    assert "unanswered" in str(case.status()["missing"])
    law = ("--code", "b3", "--statute", "50 USC 3507")
    case.done("--deny", "paragraph 3", "--agency", "CIA", *law, "--reason", "their letter")
    assert case.run("release", "--case", "a.case", "--reviewer", "ann").returncode == 0
    released = (tmp_path / "out/public/R-0001/release.txt").read_text()
    assert "(b)(3) 50 USC 3507" in " ".join(released.split())


def test_a_hold_is_put_on_and_lifted(case: Case) -> None:
    case.done("--hold", "--reason", "a court asks for it")
    assert case.status()["state"] == "on hold"
    assert "needs a reason" in case.refused("--lift-hold")
    case.done("--lift-hold", "--reason", "the court has it")
    assert case.status()["hold"] is None


def test_a_release_is_opened_again_and_gets_a_new_number(case: Case, tmp_path: Path) -> None:
    case.done("--release", "all")
    case.done("--sign")
    case.run("release", "--case", "a.case", "--reviewer", "ann")
    case.done("--reopen", "--reason", "an appeal")
    words = case.done(
        "--redact", 'text "phone list"', "--code", "b6", "--harm", "tells where staff live"
    )
    assert "needs senior approval: an earlier release shows" in words
    case.done("--sign")
    assert "senior official" in str(case.status()["missing"])
    roster = ("case", "roster", "eve", "--role", "senior", "--case", "a.case", "--reviewer", "ann")
    assert case.run(*roster).returncode == 0
    case.done("--approve", "--reason", "in writing", person="eve")
    assert case.run("release", "--case", "a.case", "--reviewer", "ann").returncode == 0
    assert (tmp_path / "out/public/R-0002/release.txt").exists()
    assert case.status()["releases"] == ["R-0001", "R-0002"]


def test_a_fault_that_quality_control_finds_sends_the_cable_back(case: Case) -> None:
    case.done("--release", "all")
    case.done("--sign")
    roster = ("case", "roster", "--case", "a.case", "--reviewer", "ann", "joe")
    assert case.run(*roster, "--role", "quality").returncode == 0
    assert "needs a reason" in case.refused("--check", "missed", person="joe")
    case.done("--check", "missed", "--reason", "paragraph 3 names him", person="joe")
    status = case.status()
    assert (status["state"], status["signatures"]) == ("in progress", [])
    assert status["checks"] == [{"by": "joe", "result": "missed"}]
    report = ("audit", "report", "--case", "a.case", "--reviewer", "joe")
    table = case.run(*report, "quality", "--by", "reviewer").stdout.splitlines()
    assert table[1] == "ann,1,1,1,0,1,0,0,0,0,1.000,1.000,1.000"
    listed = case.run(*report, "sample", "--by", "outcome", "--percent", "100").stdout
    assert listed.splitlines()[1] == "released in full,08ZENDA641,missed,joe"
    for wrong in (("sample", "--percent", "0"), ("pace", "--by", "rule")):
        assert case.run(*report, *wrong).returncode == 2


def test_notes_flags_facts_and_divisions_are_entered(case: Case) -> None:
    case.done("--note-at", "paragraph 2", "--note", "see the map")
    case.done("--flag", "mis-marked", "--at", "paragraph 2")
    facts = ("permanent=no", "delays=referral,2009-01-01", "delays=difficult-media,2009-02-01")
    case.done(*(word for fact in facts for word in ("--attest", fact)), "--reason", "the file")
    case.done("--split", 'text "Summary:"')
    case.done("--join", 'text "Summary:"')
    status = case.status()
    assert (status["flags"], status["notes"]) == (["mis-marked"], 1)
    case.done("--unflag", "mis-marked", "--reason", "it is right")
    assert case.status()["flags"] == []


def test_claims_keep_people_apart(case: Case) -> None:
    case.done("--claim")
    assert "ann is at work on this cable" in case.refused("--release", "all", person="bob")
    assert case.status()["claimed_by"] == "ann"
    case.done("--claim", "--note", "ann is on leave", person="bob")
    case.done("--release", "all", person="bob")
    case.done("--unclaim", person="bob")
    case.done("--release", "all")


@pytest.fixture
def two(case: Case, tmp_path: Path) -> Case:
    (tmp_path / "other.txt").write_text(OTHER)
    done = case.run("case", "import", "other.txt", "--case", "a.case", "--reviewer", "ann")
    assert done.returncode == 0, done.stderr
    return case


SAPT = ("--redact", 'text "Sapt"', "--code", "b6", "--harm", "shows who helped")


def test_the_same_words_are_decided_everywhere_as_one_act(two: Case) -> None:
    listed = two.done(*SAPT, "--everywhere", "case", "--list")
    assert "   1  08ZENDA641  line 29  ...1 002 OF 002 3. (C) Colonel [Sapt] asked" in listed
    assert "   2  08ZENDA642  line 29" in listed
    assert two.status()["decided"] == 0
    done = two.done(*SAPT, "--everywhere", "case")
    assert "redact: 2 places in 2 cables, one undo" in done
    log = two.run("audit", "log", "--case", "a.case").stdout
    assert log.count("decide; redact") == 2
    two.done("--undo")
    log = two.run("audit", "log", "--case", "a.case").stdout
    assert log.count("undo") == 2


def test_a_place_that_is_left_out_is_not_decided(two: Case) -> None:
    done = two.done(*SAPT, "--everywhere", "case", "--except", "2")
    assert "   -  08ZENDA642" in done
    assert "redact: 1 place in 1 cable, one undo" in done
    assert two.decide(*SAPT, "--everywhere", "case", "--except", "9")[0] == 2


def test_a_paragraph_withheld_whole_asks_for_a_word_on_why(case: Case) -> None:
    whole = ("--redact", "paragraph 2", "--code", "b6", "--harm", "shows who was not asked")
    assert "withheld whole: lines 24-25; say with --segregable" in case.done(*whole)
    assert case.status()["segregability_missing"] == ["lines 24-25"]
    assert "whole" not in case.done(*whole, "--segregable", "each sentence names him")
    assert case.status()["segregability_missing"] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--sign", "--reason", "x"], "--reason has no meaning with --sign"),
        (["--release", "all", "--list"], "--list and --except go with --everywhere"),
        (["--notify", "paragraph 1"], "--notify needs --agency"),
        (["--note-at", "paragraph 1"], "--note-at needs --note"),
        (["--attest", "colour=red", "--reason", "x"], "there is no fact 'colour'"),
        (["--claim", "--due", "2026-01-01"], "--due has no meaning with --claim"),
        (["--flag", "mis-marked", "--at", "paragraph 9"], "there is no paragraph 9"),
    ],
)
def test_options_that_mean_nothing_are_wrong_input(
    case: Case, arguments: list[str], words: str
) -> None:
    code, said = case.decide(*arguments)
    assert code == 2
    assert words in said
