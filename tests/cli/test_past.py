"""Releases held by earlier ones: in the case, in folders; cleared by a second person, or mended."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import CABLE
from tests.cli.here import running_in

HARM = "would show where staff can be reached at home"
POLICY = """\
policy: mine
version: "1"
title: A policy for tests
workflow: {reviews: REVIEWS, blind_second: true}
rules:
  - id: all
    title: All
    when: {field: [body]}
    propose: review
    because: A person looks.
    cite: House rule
"""
OTHER = (
    CABLE.replace("000641", "000642")
    .replace("#0641", "#0642")
    .replace(
        "asked whether the Embassy would attend", "asked again whether the Embassy would attend"
    )
)
"""Another cable with nearly the same paragraph 3."""
NAME = "Colonel Sapt"


class Case:
    """A folder with a case of two cables, and the program run in it."""

    def __init__(self, folder: Path, reviews: int = 1) -> None:
        self.folder, self.run = folder, running_in(folder)
        self.people = ("ann", "bob")[:reviews]
        (folder / "mine.yaml").write_text(POLICY.replace("REVIEWS", str(reviews)))
        for name, text in (("one.txt", CABLE), ("two.txt", OTHER)):
            (folder / name).write_text(text)
        done = self("case", "import", "one.txt", "two.txt", "--policy", "mine.yaml",
                    "--as-of", "2010-01-01")  # fmt: skip
        assert done.returncode == 0, done.stderr

    def __call__(self, *arguments: str, by: str = "ann") -> subprocess.CompletedProcess[str]:
        return self.run(*arguments, "--case", "a.case", "--reviewer", by)

    def review(self, cable: str, *withheld: str) -> None:
        """Let everybody release a cable but for some words, and sign."""
        for person in self.people:
            acts: list[tuple[str, ...]] = [("--release", "all")]
            acts += [("--redact", f'text "{words}"', "--code", "b6", "--harm", HARM)
                     for words in withheld]  # fmt: skip
            for act in (*acts, ("--sign",)):
                done = self("decide", cable, *act, by=person)
                assert done.returncode == 0, done.stderr

    def held(self, *more: str) -> str:
        """Try to release the second cable; give what holds it."""
        done = self("release", "two.txt", "--format", "txt", *more)
        assert done.returncode == 1, done.stderr
        assert not (self.folder / "out" / "public" / "R-0002").exists()
        return done.stderr


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Give a case under a policy with one review, whose first cable is released."""
    case = Case(tmp_path)
    case.review("one.txt", NAME)
    assert case("release", "one.txt", "--format", "txt").returncode == 0
    return case


def finding(said: str) -> str:
    """Give the id of the one finding that is told."""
    (name,) = {word for word in said.split() if word.startswith("F-") and word != "F-..."}
    return name


def test_what_another_release_of_the_case_withholds_holds_nearly_the_same_passage(
    case: Case,
) -> None:
    case.review("two.txt")
    said = case.held()
    assert "line 29 (paragraph 3) would be released and is withheld in R-0001 (08ZENDA641)" in said
    assert NAME not in said
    assert (case.folder / "a.case.past").stat().st_mode & 0o777 == 0o600


def test_decided_alike_nothing_is_held(case: Case) -> None:
    case.review("two.txt", NAME)
    done = case("release", "two.txt", "--format", "txt")
    assert done.returncode == 0, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Case:
    """Give a case, and beside it a folder with the release of its first cable by others."""
    (tmp_path / "theirs").mkdir()
    theirs = Case(tmp_path / "theirs")
    theirs.review("one.txt", NAME)
    assert theirs("release", "one.txt", "--format", "txt").returncode == 0
    case = Case(tmp_path)
    shutil.copytree(theirs.folder / "out", tmp_path / "past")
    return case


def test_a_folder_of_past_releases_is_compared_and_its_classified_side_is_not_public(
    folder: Case,
) -> None:
    folder.review("two.txt")
    said = folder.held("--past", "past")
    assert "would be released and is withheld in past/public/R-0001/release.txt, line " in said
    assert "retained.txt" not in said
    assert NAME not in said


def test_folders_of_past_releases_stay_with_the_case(folder: Case) -> None:
    folder.review("two.txt")
    done = folder("case", "past", "past/public")
    assert done.stdout == f"{folder.folder / 'past' / 'public'}\n"
    assert finding(folder.held())
    assert folder("case", "past", "--none").stdout == ""
    assert folder("release", "two.txt", "--format", "txt").returncode == 0


def test_the_releases_of_the_case_itself_in_a_folder_are_told_of_once(case: Case) -> None:
    case.review("two.txt")
    said = case.held("--past", "out/public")
    assert "R-0001 (08ZENDA641)" in said
    assert "out/public" not in said


@pytest.mark.parametrize("fault", ["missing", "empty", "binary", "hidden only"])
def test_what_cannot_be_read_holds_the_release(folder: Case, fault: str) -> None:
    past = folder.folder / "other"
    match fault:
        case "empty":
            past.mkdir()
        case "binary":
            past.mkdir()
            (past / "old.txt").write_bytes(b"PK\x00\x01\x02")
        case "hidden only":
            (past / ".R-0001").mkdir(parents=True)
            (past / ".R-0001" / "release.txt").write_text("A release.")
    folder.review("two.txt", NAME)
    said = folder.held("--past", "past", "--past", "other")
    assert "it can't be compared with past releases: other" in said
    assert len(said.strip().splitlines()) == 1


def test_a_sketchbook_that_was_changed_is_made_anew(folder: Case) -> None:
    folder.review("two.txt")
    first = folder.held("--past", "past")
    book = folder.folder / "a.case.past"
    whole = book.read_bytes()
    for damaged in (b"no database", b"", whole[:4096], os.urandom(64) + whole[64:]):
        book.write_bytes(damaged)
        assert folder.held("--past", "past") == first
    assert folder.held("--past", "past") == first


def test_the_sketchbook_holds_no_words(folder: Case) -> None:
    folder.review("two.txt")
    folder.held("--past", "past")
    kept = (folder.folder / "a.case.past").read_bytes().lower()
    assert not any(word in kept for word in (b"sapt", b"embassy", b"coronation"))


def test_one_person_clears_where_one_person_reviews(folder: Case) -> None:
    folder.review("two.txt")
    name = finding(folder.held("--past", "past"))
    past = ("--past", "past")
    assert folder("decide", "two.txt", "--clear", name, *past).returncode == 1  # no reason
    done = folder("decide", "two.txt", "--clear", name, *past, "--reason", "it is known")
    assert done.returncode == 0, done.stderr
    assert folder("release", "two.txt", "--format", "txt", *past).returncode == 0


def test_a_second_person_clears_where_two_review_and_it_can_be_taken_back(tmp_path: Path) -> None:
    case = Case(tmp_path, reviews=2)
    case.review("one.txt", NAME)
    assert case("release", "one.txt", "--format", "txt").returncode == 0
    case.review("two.txt")
    name = finding(case.held())
    clear = ("decide", "two.txt", "--clear", name, "--reason", "it is known")
    refused = case(*clear)
    assert refused.returncode == 1
    assert "ann decided what would stand at" in refused.stderr
    assert "a second person clears it, such as bob" in refused.stderr
    assert case(*clear, by="bob").returncode == 0
    taken = case("decide", "two.txt", "--unclear", name, "--reason", "not yet", by="bob")
    assert taken.returncode == 0
    assert finding(case.held()) == name
    assert case("decide", "two.txt", "--clear", "all", "--reason", "now", by="bob").returncode == 0
    assert case("release", "two.txt", "--format", "txt").returncode == 0
    late = case("decide", "two.txt", "--unclear", name, "--reason", "no", by="bob")
    assert "released as R-0002" in late.stderr
    log = case("audit", "log").stdout
    assert f"clear; finding {name}; found withheld-before" in log
    audit = (tmp_path / "out" / "classified" / "R-0002" / "audit.diff.html").read_text()
    assert name in audit
    assert "now" in audit


def test_an_unknown_finding_is_wrong_input_and_those_there_are_named(folder: Case) -> None:
    folder.review("two.txt")
    name = finding(folder.held("--past", "past"))
    done = folder("decide", "two.txt", "--clear", "F-00000000", "--past", "past", "--reason", "x")
    assert done.returncode == 2
    assert f"those that hold it are: {name}" in done.stderr


def test_clearances_are_in_the_report_and_the_record(folder: Case) -> None:
    folder.review("two.txt")
    past = ("--past", "past")
    name = finding(folder.held(*past))
    done = folder("decide", "two.txt", "--clear", name, *past, "--reason", "it is known")
    assert done.returncode == 0
    assert folder("release", "two.txt", "--format", "txt", *past).returncode == 0
    row = folder("audit", "report", "cleared").stdout.splitlines()[1]
    assert row.startswith(f"08ZENDA642,{name},")
    assert row.endswith(",yes,R-0001,it is known")
    record = (folder.folder / "out" / "classified" / "R-0001" / "audit.json").read_text()
    assert f'"finding":"{name}"' in record


def test_fixes_are_proposed_accepted_and_undone(case: Case) -> None:
    case.review("two.txt")
    said = case.held("--propose-fixes")
    assert "proposed to withhold 1 place more" in said
    opened = case("decide", "two.txt", "--sign").stderr
    assert "1 item is undecided (line 29)" in opened
    proposed = case("decide", "two.txt", "--accept-proposals", "--reason", "as before").stderr
    assert "left open, line 29: (b)(6) needs the harm" in proposed
    redact = ("--redact", f'text "{NAME}"', "--code", "b6", "--harm", HARM)
    assert case("decide", "two.txt", *redact).returncode == 0
    assert "open: line 29" in case("decide", "two.txt", "--undo").stderr
    for act in (redact, ("--sign",)):
        assert case("decide", "two.txt", *act).returncode == 0
    assert case("release", "two.txt", "--format", "txt").returncode == 0
    assert "suggest; finding F-" in case("audit", "log").stdout


def test_the_fix_of_a_leak_carries_what_withholds_its_words(tmp_path: Path) -> None:
    case = Case(tmp_path)
    start = OTHER.index("Strelsau")
    place = f"span {start}:{start + len('Strelsau')}"
    for act in (
        ("--release", "all"), ("--redact", place, "--code", "b6", "--harm", HARM), ("--sign",),
    ):  # fmt: skip
        assert case("decide", "two.txt", *act).returncode == 0
    said = case("release", "two.txt", "--format", "txt", "--propose-fixes").stderr
    assert "withheld at line 21, released at line 8" in said
    assert "proposed to withhold 1 place more" in said
    accepted = case("decide", "two.txt", "--accept-proposals")
    assert "1 items decided as proposed" in accepted.stderr
    assert case("decide", "two.txt", "--sign").returncode == 0
    assert case("release", "two.txt", "--format", "txt").returncode == 0
    public = (tmp_path / "out" / "public" / "R-0001" / "release.txt").read_text().casefold()
    assert "strelsau" not in public
    record = (tmp_path / "out" / "classified" / "R-0001" / "audit.json").read_text()
    assert '"rule":"leak-search"' in record
    assert "What stands here is withheld at line 21." in record


def test_what_a_senior_official_approves_is_no_finding_any_more(tmp_path: Path) -> None:
    case = Case(tmp_path)
    (tmp_path / "three.txt").write_text(CABLE.replace("000641", "000643"))
    assert case("case", "import", "three.txt").returncode == 0
    case.review("one.txt", NAME)
    assert case("release", "one.txt", "--format", "txt").returncode == 0
    case.review("three.txt")
    assert "a senior official has to approve" in case("release", "three.txt").stderr
    assert case("case", "roster", "eve", "--role", "senior").returncode == 0
    approve = ("decide", "three.txt", "--approve", "--reason", "both may be read")
    assert case(*approve, by="eve").returncode == 0
    done = case("release", "three.txt", "--format", "txt")
    assert done.returncode == 0, done.stderr
