"""The start of a review where somebody comes back: the text at once, and each fault as one line."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import CABLE, Run
from tests.terminal import Terminal

pytestmark = pytest.mark.pty

RESUME = ("review", "--case", "a.case", "--reviewer", "ann")


@pytest.fixture
def case(tmp_path: Path, cable: Path, redactor: Run) -> Path:
    """A case in which ann has decided what she could."""
    begun = redactor(
        "case", "import", cable.name, "--case", "a.case", "--policy", "sample-cables",
        "--as-of", "2026-11-23", "--reviewer", "ann",
    )  # fmt: skip
    assert begun.returncode == 0, begun.stderr
    decided = redactor(
        "decide", "08ZENDA641", "--case", "a.case", "--reviewer", "ann", "--accept-proposals"
    )
    assert decided.returncode in (0, 1), decided.stderr
    return tmp_path / "a.case"


def last_line(terminal: Terminal) -> str:
    """Wait for the end of the program; give what it said last, with its exit code."""
    lines = [line for line in terminal.until("exit=").splitlines() if line.strip()]
    return "\n".join(lines[-3:])


@pytest.mark.usefixtures("case")
def test_it_resumes_where_the_reviewer_was(tmp_path: Path) -> None:
    with Terminal(tmp_path, *RESUME) as terminal:
        screen = terminal.until("decided")
        assert "08ZENDA641" in screen


@pytest.mark.usefixtures("case")
def test_a_new_cable_is_taken_in_while_the_old_one_is_shown(tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(CABLE.replace("000641", "000642"))
    with Terminal(tmp_path, *RESUME, "new.txt") as terminal:
        terminal.until("cable 1 of 2")


@pytest.mark.usefixtures("case")
def test_a_file_that_cannot_be_read_is_told_at_the_end(tmp_path: Path) -> None:
    with Terminal(tmp_path, *RESUME, "08ZENDA641.txt", "missing.txt") as terminal:
        terminal.until("cable 1 of 1")
        terminal.press("Q")
        said = last_line(terminal)
    assert "redactor: missing.txt: there is no such file" in said
    assert "exit=0" in said


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("missing.txt",), "missing.txt: there is no such file"),
        (("--policy", "state-cables"), "another policy than the one named"),
        (("--as-of", "2020-01-01"), "reviewed as of 2026-11-23, basis foia"),
    ],
)
def test_options_that_do_not_fit_the_case_are_refused(
    tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    with Terminal(tmp_path, *RESUME, *options, columns=200) as terminal:
        said = last_line(terminal)
    assert words in said
    assert "exit=2" in said
    assert "Traceback" not in said


def test_a_policy_that_was_changed_from_outside_stops_the_start(tmp_path: Path, case: Path) -> None:
    with sqlite3.connect(case) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute("UPDATE policies SET data = ?", (b"policy: another\n",))
    db.close()
    with Terminal(tmp_path, *RESUME, columns=200) as terminal:
        said = last_line(terminal)
    assert "was changed from outside; restore the case file from a copy" in said
    assert "exit=2" in said
