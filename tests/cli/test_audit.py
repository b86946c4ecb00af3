"""``redactor audit``: the log, the export, the check."""

import hashlib
import json
import re
import sqlite3
from pathlib import Path

import pytest
import rfc8785

from tests.cli.conftest import Run
from tests.cli.here import running_in

START = hashlib.sha256(b"redactor journal").hexdigest()


@pytest.fixture
def case(tmp_path: Path, cable: Path) -> Run:
    redactor = running_in(tmp_path)
    ann, bob = ("--case", "a.case", "--reviewer", "ann"), ("--case", "a.case", "--reviewer", "bob")
    policy = ("--policy", "sample-cables", "--as-of", "2010-01-01")
    assert redactor("case", "import", cable, *policy, *ann).returncode == 0
    redactor("decide", "08ZENDA641", *ann, "--accept-proposals")
    redactor(
        "decide",
        "08ZENDA641",
        *ann,
        "--redact",
        'text "Sapt"',
        "--code",
        "b6",
        "--harm",
        "names Sapt",
    )
    redactor("decide", "08ZENDA641", *ann, "--unclaim")
    redactor("decide", "08ZENDA641", *bob, "--flag", "mis-marked")
    return redactor


def log(case: Run, *options: str) -> list[str]:
    done = case("audit", "log", "--case", "a.case", *options)
    assert done.stderr == "", "all is shown: one person reviews"
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_log_is_read_by_cable_person_rule_and_day(case: Run) -> None:
    every = log(case)
    assert len(log(case, "--person", "Bob")) == 1
    assert "flag; mis-marked" in log(case, "--person", "bob")[0]
    assert len(log(case, "--cable", "08ZENDA641")) == len(every) - 2
    assert all("rule header-lines" in line for line in log(case, "--rule", "header-lines"))
    assert log(case, "--day", "1999-01-01") == []
    assert "decide; redact; (b)(6); rule classified-in-force" in " ".join(every)
    assert "words kept: harm" in " ".join(every)


def test_the_log_holds_no_word_of_the_cable_or_of_a_reviewer(case: Run) -> None:
    done = case("audit", "export", "--case", "a.case", "--reviewer", "ann").stdout
    for words in (" ".join(log(case)), done):
        assert "Sapt" not in words


def test_what_people_wrote_is_read_only_when_it_is_asked_for(case: Run) -> None:
    done = case("audit", "log", "--case", "a.case", "--words")
    assert "        harm: names Sapt\n" in done.stdout
    assert "protect this log as CONFIDENTIAL" in done.stderr


def test_the_log_says_what_was_proposed_and_in_which_stage_somebody_signed(case: Run) -> None:
    case("decide", "08ZENDA641", "--case", "a.case", "--reviewer", "ann", "--release", "all")
    case("decide", "08ZENDA641", "--case", "a.case", "--reviewer", "ann", "--sign")
    every = log(case)
    assert re.search(r"propose; \d+ places$", every[3])
    assert every[-1].endswith("sign; first")


def test_the_export_is_canonical_and_its_chain_holds_without_the_case_file(case: Run) -> None:
    lines = case("audit", "export", "--case", "a.case", "--reviewer", "ann").stdout.splitlines()
    digest = START
    for number, line in enumerate(lines, 1):
        event = json.loads(line)
        assert rfc8785.dumps(event).decode() == line
        assert event["record"]["seq"] == number
        digest = hashlib.sha256(
            digest.encode() + b"\n" + rfc8785.dumps(event["record"])
        ).hexdigest()
        assert event["digest"] == digest
    assert "export" in log(case)[-1]


BLIND = ("--policy", "state-cables", "--as-of", "2010-01-01")


@pytest.fixture
def blind(tmp_path: Path, cable: Path) -> Run:
    """Give a case for two reviewers, in which ann has released all but has not signed."""
    redactor = running_in(tmp_path)
    ann = ("--case", "a.case", "--reviewer", "ann")
    assert redactor("case", "import", cable, *BLIND, *ann).returncode == 0
    assert redactor("decide", "08ZENDA641", *ann, "--release", "paragraph 2").returncode == 0
    refer = ("--refer", "paragraph 3", "--agency", "CIA")
    assert redactor("decide", "08ZENDA641", *ann, *refer).returncode == 0
    return redactor


def test_the_log_keeps_a_blind_reviewers_decisions_from_the_other(blind: Run) -> None:
    log = ("audit", "log", "--case", "a.case", "--reviewer")
    own, other = blind(*log, "ann"), blind(*log, "bob")
    assert own.stdout.count("decide; ") == 2
    assert "decide; " not in other.stdout
    assert "propose" in other.stdout
    assert "2 events are not shown" in other.stderr
    roster = ("case", "roster", "--case", "a.case", "--reviewer", "ann", "joe", "--role", "auditor")
    assert blind(*roster).returncode == 0
    assert blind(*log, "joe").stdout.count("decide; ") == 2
    assert re.search(r"joe \(auditor\) .* export$", blind(*log, "ann").stdout.splitlines()[-1])


def test_the_export_for_a_blind_reviewer_has_digests_only_and_its_chain_still_holds(
    blind: Run,
) -> None:
    done = blind("audit", "export", "--case", "a.case", "--reviewer", "bob")
    assert "2 events are not shown" in done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["seq"] for line in lines if line["record"] is None] == [5, 6]
    previous = START
    for line in lines:
        if line["record"]:
            linked = previous.encode() + b"\n" + rfc8785.dumps(line["record"])
            assert line["digest"] == hashlib.sha256(linked).hexdigest()
        previous = line["digest"]


def test_the_report_on_referrals_keeps_those_of_a_blind_reviewer_from_the_other(blind: Run) -> None:
    report = ("audit", "report", "referrals", "--case", "a.case", "--reviewer")
    assert "CIA" in blind(*report, "ann").stdout
    assert "CIA" not in blind(*report, "bob").stdout


def test_a_journal_that_holds_says_its_head_and_a_changed_one_its_events(
    case: Run, tmp_path: Path
) -> None:
    done = case("audit", "verify", "--case", "a.case")
    assert done.returncode == 0
    head = done.stdout.split()[-1]
    assert case("audit", "verify", "--case", "a.case", "--head", head).returncode == 0
    assert case("audit", "verify", "--case", "a.case", "--head", "5").returncode == 2
    db = sqlite3.connect(tmp_path / "a.case", isolation_level=None)
    db.execute("DROP TRIGGER events_no_update")
    db.execute("UPDATE events SET person = 'eve', body = '[' WHERE seq = 4")
    db.close()
    changed = case("audit", "verify", "--case", "a.case")
    assert changed.returncode == 1
    assert changed.stdout == "event 4: it, or its place in the order, was changed\n"


@pytest.mark.parametrize(
    "report",
    ["vaughn", "counts", "rules", "people", "pace", "referrals", "frees", "sample", "quality"],
)
def test_every_report_is_a_table_for_programs_and_a_page_for_people(case: Run, report: str) -> None:
    done = case("audit", "report", report, "--case", "a.case")
    assert done.returncode == 0, done.stderr
    assert "," in done.stdout.splitlines()[0]
    page = case("audit", "report", report, "--case", "a.case", "--format", "html").stdout
    assert page.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("form", ["html", "patch", "json"])
def test_the_diff_of_a_release_comes_out_as_it_was_written(
    case: Run, tmp_path: Path, form: str
) -> None:
    ann = ("--case", "a.case", "--reviewer", "ann")
    early = case("audit", "diff", "08ZENDA641", *ann)
    assert early.returncode == 2
    assert early.stderr == "redactor: 08ZENDA641 has no release yet; redactor release makes one\n"
    case("decide", "08ZENDA641", *ann, "--claim", "--note", "finishing it")
    case("decide", "08ZENDA641", *ann, "--release", "all", "--reason", "its day has come")
    case("decide", "08ZENDA641", *ann, "--redact", 'text "Sapt"', "--code", "b6", "--harm", "Sapt")
    assert case("decide", "08ZENDA641", *ann, "--sign").returncode == 0
    done = case("release", "08ZENDA641", *ann, "--out", "out")
    assert done.returncode == 0, done.stderr
    told = case("audit", "diff", "08ZENDA641", *ann, "--format", form)
    name = {"html": "audit.diff.html"}.get(form, f"audit.{form}")
    written = (tmp_path / "out" / "classified" / "R-0001" / name).read_text()
    assert told.stdout.removesuffix("\n") == written.removesuffix("\n")
    assert told.stderr == "protect this as CONFIDENTIAL\n"
