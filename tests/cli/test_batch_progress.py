"""The line of progress: short, true, rewritten in place, and gone at the end."""

import re
from pathlib import Path

import pexpect
import pytest

from redactor.cli.progress import Progress, progress_words
from tests.cli.conftest import Run
from tests.cli.many import PROGRAM, many
from tests.terminal import Terminal


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("done", "total", "warned", "seconds", "words"),
    [
        (1, 50, 0, 0.1, "1 of 50 read"),
        (1204, 10_000, 38, 16.5, "1,204 of 10,000 read, 38 with warnings, about 2 min left"),
        (10, 20, 1, 12, "10 of 20 read, 1 with warnings, about 12 s left"),
        (999, 1000, 0, 100, "999 of 1,000 read, about 1 s left"),
        (100, 1_000_000, 0, 3, "100 of 1,000,000 read, about 8 h left"),
    ],
)
def test_how_far_it_is(done: int, total: int, warned: int, seconds: float, words: str) -> None:
    assert progress_words(done, total, warned, seconds) == words


def test_the_line_is_rewritten_ten_times_a_second_and_wiped_at_the_end() -> None:
    clock, written = Clock(), list[str]()
    with Progress(100, written.append, clock, 80) as progress:
        for now in (0.0, 0.01, 0.05, 0.11, 0.12):
            clock.now = now
            progress.step(warned=False)
        assert written == ["\r1 of 100 read", "\r4 of 100 read"]
    assert written[2:] == ["\r" + " " * 13 + "\r"]


def test_room_is_made_once_and_the_line_comes_back_with_the_next_cable() -> None:
    written = list[str]()
    progress = Progress(100, written.append, Clock(), 80)
    progress.step(warned=True)
    progress.clear()
    progress.clear()
    progress.step(warned=False)
    first, second = "1 of 100 read, 1 with warnings", "2 of 100 read, 1 with warnings"
    assert written == [f"\r{first}", "\r" + " " * len(first) + "\r", f"\r{second}"]


def test_a_shorter_line_covers_the_longer_one_before_it() -> None:
    clock, written = Clock(), list[str]()
    progress = Progress(1000, written.append, clock, 80)
    for clock.now in (3.0, 600.0):
        progress.step(warned=False)
    assert len(written[1]) >= len(written[0])


def test_a_narrow_terminal_is_never_overrun() -> None:
    written = list[str]()
    Progress(1000, written.append, Clock(), 9).step(warned=True)
    assert written == ["\r1 of 1,0"]


def test_a_short_run_and_a_redirected_one_show_none(tmp_path: Path, redactor: Run) -> None:
    written = list[str]()
    Progress(49, written.append, Clock(), 80).step(warned=False)
    assert not written
    many(tmp_path / "cables", 60)
    assert redactor("inspect", "cables").stderr == ""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_person_sees_it_on_stderr_and_it_leaves_nothing(tmp_path: Path, jobs: str) -> None:
    many(tmp_path / "cables", 60)
    line = f"{' '.join(PROGRAM)} inspect cables --jobs {jobs} > out.txt"
    child = pexpect.spawn("/bin/sh", ["-c", line], cwd=str(tmp_path), encoding="utf-8")
    seen = child.read()
    child.close()
    assert child.exitstatus == 0
    assert re.match(r"\r1 of 60 read", seen)
    assert re.search(r"\r +\r$", seen)
    assert "\n" not in seen
    rows = (tmp_path / "out.txt").read_text().splitlines()
    assert [row.split()[0] for row in rows[1:61]] == [f"{n:04d}.txt" for n in range(60)]


@pytest.mark.pty
def test_rows_and_progress_share_one_screen_without_a_trace(tmp_path: Path) -> None:
    last = many(tmp_path / "cables", 60)[-1]
    last.unlink()
    last.touch()
    with Terminal(tmp_path, "inspect", "cables", columns=100, rows=90) as terminal:
        lines = terminal.until("exit=2").splitlines()
    rows = [line for line in lines if re.match(r"\d{4}\.txt  2008-07-18  C  ", line)]
    assert len(rows) == 59
    assert not [line for line in lines if " of 60 read" in line]
    assert "redactor: cables/0059.txt:1: the file is empty; name a file that holds a cable" in lines
    assert "59 cables read, 59 without a warning, 1 file could not be read" in lines
