"""What a hostile stranger broke once: each stays mended."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from redactor.review import CaseFile
from tests.cli.conftest import CABLE, Run

HARM = "names a private person"
AT = ("--as-of", "2026-11-23")


@pytest.fixture
def case(redactor: Run, cable: Path) -> str:
    """Give a case under the State policy: two people review."""
    assert redactor("case", "import", cable, "--case", "a.case", *AT).returncode == 0
    return "a.case"


def act(redactor: Run, case: str, person: str, *arguments: str) -> tuple[int, str]:
    done = redactor("decide", "08ZENDA641", "--case", case, "--reviewer", person, *arguments)
    return done.returncode, done.stderr


def test_one_person_in_two_spellings_is_one_person(redactor: Run, case: str) -> None:
    act(redactor, case, "alice", "--release", "all")
    assert act(redactor, case, "alice", "--sign")[0] == 0
    code, words = act(redactor, case, "Alice", "--sign")
    assert code == 1
    assert "signed this cable already" in words


def test_a_third_person_opens_nothing_that_two_withheld(
    redactor: Run, case: str, tmp_path: Path
) -> None:
    withheld = ("--redact", "paragraph 3", "--code", "b6", "--harm", HARM)
    for person in ("ann", "bob", "eve"):
        act(redactor, case, person, "--release", "all")
        if person != "eve":
            act(redactor, case, person, *withheld)
        if person == "ann":
            act(redactor, case, person, "--redact", "text phone", "--code", "b6", "--harm", HARM)
        assert act(redactor, case, person, "--sign")[0] == 0
    assert redactor("release", "--case", case).returncode == 0
    released = (tmp_path / "out" / "public" / "R-0001" / "release.txt").read_text()
    assert "phone list" in released
    assert "Sapt" not in released


def test_the_second_reviewer_is_told_nothing_of_the_first(redactor: Run, case: str) -> None:
    act(redactor, case, "ann", "--release", "paragraph 1")
    status = redactor("case", "status", "--case", case, "--json", "--reviewer", "bob").stdout
    assert json.loads(status)["missing"] == "2 more people have to sign"


def test_a_policy_changed_inside_the_case_file_is_refused(
    redactor: Run, case: str, tmp_path: Path
) -> None:
    with sqlite3.connect(tmp_path / case) as db:
        db.execute("DROP TRIGGER policies_no_update")
        db.execute("UPDATE policies SET data = replace(data, 'reviews: 2', 'reviews: 1')")
    db.close()
    done = redactor("case", "status", "--case", case)
    assert done.returncode == 2
    assert "changed from outside" in done.stderr


def test_restricted_data_in_the_subject_is_only_ever_referred(
    redactor: Run, tmp_path: Path
) -> None:
    path = tmp_path / "rd.txt"
    path.write_text(CABLE.replace("SUBJECT: THE", "SUBJECT: (S//RD) THE"))
    redactor("case", "import", path, "--case", "rd.case", *AT)
    done = redactor("decide", "08ZENDA641", "--case", "rd.case", "--release", "text coronation and")
    assert done.returncode == 1
    assert "only be referred" in done.stderr


def test_words_that_are_no_citation_are_not_printed_as_one(redactor: Run, case: str) -> None:
    code, words = act(
        redactor, case, "ann", "--redact", "text Sapt", "--code", "b3", "--statute", "our source"
    )
    assert code == 1
    assert "citation" in words


def test_a_byte_order_mark_does_not_block_a_release(redactor: Run, tmp_path: Path) -> None:
    for name, data in (("bom", b"\xef\xbb\xbf" + CABLE.encode()), ("u16", CABLE.encode("utf-16"))):
        (tmp_path / f"{name}.txt").write_bytes(data)
        case = f"{name}.case"
        redactor(
            "case", "import", f"{name}.txt", "--case", case, *AT, "--policy", "sample-cables"
        )  # fmt: skip
        act(redactor, case, "ann", "--release", "all")
        assert act(redactor, case, "ann", "--sign")[0] == 0
        done = redactor("release", "--case", case, "--out", f"out-{name}")
        assert done.returncode == 0, done.stderr


def test_options_that_would_be_dropped_are_told(redactor: Run, case: str) -> None:
    code, words = act(redactor, case, "ann", "--undo", "--code", "b6", "--agency", "CIA")
    assert code == 2
    assert "--agency, --code has no meaning with --undo" in words


def test_a_reason_of_accepted_proposals_is_kept(redactor: Run, case: str, tmp_path: Path) -> None:
    act(redactor, case, "ann", "--accept-proposals", "--reason", "as proposed")
    with sqlite3.connect(tmp_path / case) as db:
        texts = {row[0] for row in db.execute("SELECT text FROM remarks WHERE kind = 'reason'")}
    db.close()
    assert texts == {"as proposed"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--redact", "text Sapt", "--code", "b6", "--harm", "  "],
        ["--refer", "all", "--agency", " "],
        ["--undo", "--reason", " "],
        ["--release", "span 0:0"],
        ["--release", "line 11"],
    ],
)
def test_empty_words_and_empty_places_are_wrong_input(
    redactor: Run, case: str, arguments: list[str]
) -> None:
    code, words = act(redactor, case, "ann", *arguments)
    assert code == 2
    assert len(words.splitlines()) == 1


@pytest.mark.parametrize("name", ["", "0", "08"])
def test_a_cable_is_not_named_by_a_scrap(redactor: Run, case: str, name: str) -> None:
    done = redactor("decide", name, "--case", case, "--release", "all")
    assert done.returncode == 2
    assert "no such cable" in done.stderr


def test_a_failed_import_makes_no_case(redactor: Run, cable: Path, tmp_path: Path) -> None:
    assert redactor("case", "import", "nosuch.txt", "--case", "n.case").returncode == 2
    assert redactor("case", "import", cable, "--case", "n.case", "--policy", "x").returncode == 2
    assert not (tmp_path / "n.case").exists()


def test_a_release_of_an_empty_case_says_so(redactor: Run, tmp_path: Path) -> None:
    CaseFile(tmp_path / "e.case", create=True).close()
    done = redactor("release", "--case", "e.case")
    assert done.returncode == 2
    assert "holds no cable" in done.stderr


def test_a_release_that_cannot_be_written_is_not_recorded(redactor: Run, cable: Path) -> None:
    redactor("case", "import", cable, "--case", "w.case", *AT, "--policy", "sample-cables")
    act(redactor, "w.case", "ann", "--release", "all")
    act(redactor, "w.case", "ann", "--sign")
    done = redactor("release", "--case", "w.case", "--out", str(cable))
    assert done.returncode == 2
    assert str(cable) in done.stderr
    status = json.loads(redactor("case", "status", "--case", "w.case", "--json").stdout)
    assert status["state"] == "complete"
    assert act(redactor, "w.case", "ann", "--undo")[0] == 0


def test_a_name_that_is_no_utf_8_is_kept_and_harms_nothing(redactor: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad\udcff.txt"
    path.write_text(CABLE)
    done = redactor("case", "import", path, "--case", "b.case", *AT)
    assert done.returncode == 0, done.stderr
    assert redactor("case", "status", "--case", "b.case").returncode == 0


def test_a_week_date_is_no_day(redactor: Run, cable: Path) -> None:
    assert redactor("inspect", cable, "--as-of", "2026-W48-1").returncode == 2


def test_a_full_disk_behind_the_output_is_told(cable: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "redactor", "inspect", "--json", str(cable)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "the output can't be written" in done.stderr
