"""The main job without a terminal: import, decide, sign, release."""

import hashlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import CABLE, Run

HARM = "would show where staff can be reached at home"


@pytest.fixture
def case(redactor: Run, cable: Path) -> str:
    done = redactor(
        "case", "import", cable, "--case", "a.case", "--policy", "sample-cables",
        "--as-of", "2010-01-01", "--reviewer", "ann",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return "a.case"


def decide(redactor: Run, case: str, *arguments: str, person: str = "ann") -> tuple[int, str]:
    done = redactor("decide", "08ZENDA641", "--case", case, "--reviewer", person, *arguments)
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_a_cable_goes_from_import_to_release(redactor: Run, case: str, tmp_path: Path) -> None:
    assert decide(redactor, case, "--accept-proposals")[0] == 0
    status = json.loads(
        redactor("case", "status", "--case", case, "--json", "--reviewer", "ann").stdout
    )
    assert 0 < status["decided"] < status["items"]

    blocked = redactor("release", "--case", case)
    assert blocked.returncode == 1
    assert "undecided: line" in blocked.stderr
    assert not (tmp_path / "out").exists()

    code, words = decide(redactor, case, "--sign")
    assert code == 1
    assert "undecided" in words

    places = words.split("(")[1].split(")")[0].removeprefix("lines ").removeprefix("line ")
    for lines in places.split(", "):
        code, words = decide(redactor, case, "--release", f"lines {lines}")
        assert code == 0, words
    phones = ("--redact", 'text "phone list"', "--code", "b6", "--harm", HARM)
    assert decide(redactor, case, *phones)[0] == 0
    assert decide(redactor, case, "--sign")[0] == 0

    done = redactor("release", "--case", case, "--reviewer", "ann")
    assert done.returncode == 0, done.stderr
    public = tmp_path / "out" / "public" / "R-0001"
    classified = tmp_path / "out" / "classified" / "R-0001"
    assert {path.name for path in public.iterdir()} == {
        "release.txt", "release.html", "release.pdf", "index.csv", "index.html",
        "determination.txt", "manifest.json", "release.sdjwt",
    }  # fmt: skip
    wanted = {"audit.diff.html", "audit.patch", "audit.json", "BANNER.txt"}
    assert wanted <= {path.name for path in classified.iterdir()}

    released = (public / "release.txt").read_text()
    assert "road to the castle" in " ".join(released.split())
    for secret in ("Duke was not invited", "Sapt", "phone list", HARM, "002 OF 002"):
        assert secret not in " ".join(released.split())
    assert "not declassified: (b)(1), 1.4(b), 1.4(d)]" in " ".join(released.split())
    assert "denied: (b)(6)]" in " ".join(released.split())

    audit = json.loads((classified / "audit.json").read_text())
    assert audit["release"]["sha256"] == hashlib.sha256(released.encode()).hexdigest()


def test_a_release_made_again_is_the_same(redactor: Run, case: str, tmp_path: Path) -> None:
    decide(redactor, case, "--release", "all")
    assert decide(redactor, case, "--sign")[0] == 0
    assert redactor("release", "--case", case).returncode == 0
    path = tmp_path / "out" / "public" / "R-0001" / "release.txt"
    before = path.read_bytes()
    assert redactor("release", "--case", case).returncode == 0
    assert path.read_bytes() == before
    shutil.rmtree(path.parent)
    assert redactor("release", "--case", case).returncode == 0
    assert path.read_bytes() == before
    assert not (tmp_path / "out" / "public" / "R-0002").exists()


def test_a_release_of_everything_is_the_source_less_furniture(
    redactor: Run, case: str, tmp_path: Path
) -> None:
    decide(redactor, case, "--release", "all")
    decide(redactor, case, "--sign")
    redactor("release", "--case", case)
    released = (tmp_path / "out" / "public" / "R-0001" / "release.txt").read_text()
    source = CABLE.replace("ZENDA 00000641  002 OF 002", "")
    unmarked = released.split("\n\n", 1)[1].replace("~~", "")
    assert unmarked.split() == source.split()
    assert "~~C O N F I D E N T I A L~~ SECTION 01 OF 02" in released
    assert [released.count(mark) for mark in ("~~(C)~~", " (U) ", " (SBU) ")] == [2, 1, 1]


def test_a_leak_holds_the_release_until_it_is_withheld_or_cleared_with_a_reason(
    redactor: Run, case: str, tmp_path: Path
) -> None:
    decide(redactor, case, "--release", "all")
    line = CABLE[: CABLE.index("TARLENHEIM")].count("\n") + 1
    name = ("--redact", f"lines {line}", "--code", "b6", "--harm", HARM)
    assert decide(redactor, case, *name)[0] == 0
    decide(redactor, case, "--sign")
    held = redactor("release", "--case", case)
    assert held.returncode == 1
    authority = CABLE[: CABLE.index("Classified By")].count("\n") + 1
    assert f"withheld at line {line}, released at line {authority}" in held.stderr
    assert "arlenheim" not in held.stderr.lower()
    assert not (tmp_path / "out").exists()

    assert decide(redactor, case, "--undo")[0] == 0
    clearing = ("--release", f"lines {authority}", "--reason", "an officer of the post is public")
    assert decide(redactor, case, *clearing)[0] == 0
    assert decide(redactor, case, "--sign")[0] == 0
    assert redactor("release", "--case", case).returncode == 0


def test_undo_and_redo_survive_a_restart(redactor: Run, case: str) -> None:
    decide(redactor, case, "--release", "paragraph 2")
    assert "0 of" in decide(redactor, case, "--undo")[1]
    code, words = decide(redactor, case, "--undo")
    assert code == 1
    assert "nothing to undo" in words
    assert decide(redactor, case, "--redo")[0] == 0
    assert "nothing to redo" in decide(redactor, case, "--redo")[1]


def test_a_code_that_is_not_legal_is_refused_with_what_would_be(redactor: Run, case: str) -> None:
    code, words = decide(redactor, case, "--redact", "paragraph 4", "--code", "b6")
    assert code == 1
    assert "harm" in words
    code, words = decide(redactor, case, "--redact", "paragraph 4", "--code", "b66", "--harm", HARM)
    assert code == 1
    assert "b6" in words


@pytest.mark.parametrize("spec", ["paragraph 9", "lines 900-901", "text nowhere", "nonsense"])
def test_a_place_that_is_not_there_is_wrong_input(redactor: Run, case: str, spec: str) -> None:
    code, words = decide(redactor, case, "--release", spec)
    assert code == 2
    assert len(words.splitlines()) == 1


def test_two_reviewers_complete_a_cable_of_the_state_policy(redactor: Run, cable: Path) -> None:
    redactor("case", "import", cable, "--case", "two.case", "--as-of", "2010-01-01")
    for person in ("ann", "bob"):
        assert decide(redactor, "two.case", "--release", "all", person=person)[0] == 0
        assert redactor("release", "--case", "two.case").returncode == 1
        assert decide(redactor, "two.case", "--sign", person=person)[0] == 0
    code, words = decide(redactor, "two.case", "--sign", person="ann")
    assert code == 1
    assert "signed" in words or "complete" in words
    assert redactor("release", "--case", "two.case").returncode == 0


def test_no_text_of_the_cable_stands_in_the_journal_or_in_names(
    redactor: Run, case: str, tmp_path: Path
) -> None:
    decide(redactor, case, "--redact", 'text "Sapt"', "--code", "b6", "--harm", "names Sapt")
    decide(redactor, case, "--release", "paragraph 1")
    db = sqlite3.connect(tmp_path / case)
    bodies = " ".join(row[0] for row in db.execute("SELECT body FROM events"))
    db.close()
    for word in ("Sapt", "coronation", "Duke"):
        assert word.lower() not in bodies.lower()


@pytest.mark.parametrize(
    "arguments",
    [
        ["decide", "NOSUCH", "--case", "a.case", "--sign"],
        ["decide", "08ZENDA641", "--case", "nosuch.case", "--sign"],
        ["decide", "08ZENDA641", "--case", "a.case", "--refer", "all"],
        ["release", "--case", "nosuch.case"],
        ["case", "import", "x.txt", "--case", "a.case", "--policy", "state-cables"],
        ["case", "import", "x.txt", "--case", "a.case", "--as-of", "2011-01-01"],
    ],
)
def test_wrong_input_gets_one_line_and_exit_code_2(
    redactor: Run, case: str, arguments: list[str]
) -> None:
    del case
    done = redactor(*arguments)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
