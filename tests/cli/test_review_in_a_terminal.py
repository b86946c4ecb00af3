"""Whole reviews through a real pseudo-terminal, as a reviewer does them: by keys alone."""

import io
import json
import os
import re
import signal
import sqlite3
import sys
from functools import partial
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import CABLE, Run
from tests.terminal import Terminal

pytestmark = pytest.mark.pty

TERMS = ("--policy", "sample-cables", "--as-of", "2026-11-23", "--reviewer", "ann")
ARGUMENTS = ("review", "08ZENDA641.txt", "--case", "a.case", *TERMS)


def decided(screen: str) -> int:
    """Read from the status line how many items are decided."""
    found = re.search(r"(\d+) of \d+ decided", screen)
    return int(found[1]) if found else -1


def decisions(case: Path) -> int:
    """Count in the journal."""
    with sqlite3.connect(case) as db:
        (count,) = db.execute("SELECT count(*) FROM events WHERE kind = 'decide'").fetchone()
    db.close()
    return int(count)


def open_cable(terminal: Terminal) -> str:
    terminal.until("08ZENDA641")
    terminal.press("Enter")
    return terminal.until("item 1 of")


def _shows_count(count: int, screen: str) -> bool:
    return decided(screen) == count


def accept(terminal: Terminal, wanted: int) -> None:
    """Accept one item after another, and release those for which a person decides."""
    for count in range(wanted):
        screen = terminal.until(partial(_shows_count, count))
        terminal.press("r" if "open: you decide" in screen else "y")
    terminal.until(lambda shown: decided(shown) == wanted or "S signs" in shown)


@pytest.mark.usefixtures("cable")
def test_a_review_by_keys_alone_ends_in_a_written_release(tmp_path: Path, redactor: Run) -> None:
    with Terminal(tmp_path, *ARGUMENTS) as terminal:
        screen = open_cable(terminal)
        total = re.search(r"of (\d+) decided", screen)
        assert total is not None
        accept(terminal, int(total[1]))
        terminal.press("S")
        terminal.until("ign")
        terminal.press("y")
        terminal.until("omplete")
        terminal.press("W")
        terminal.until("R-0001")
        terminal.press("Q")
        terminal.until("exit=0")
    released = (tmp_path / "out" / "public" / "R-0001" / "release.txt").read_text()
    body = released.split("\n\n", 1)[1].replace("~~", "")
    assert body.split() == CABLE.replace("ZENDA 00000641  002 OF 002", "").split()
    status = json.loads(redactor("case", "status", "--case", "a.case", "--json").stdout)
    assert (status["state"], status["signatures"]) == ("released", ["ann"])


@pytest.mark.usefixtures("cable")
def test_after_kill_9_every_decision_shown_is_there_and_the_place_too(tmp_path: Path) -> None:
    with Terminal(tmp_path, *ARGUMENTS) as terminal:
        open_cable(terminal)
        accept(terminal, 3)
        os.kill(terminal.pid(), signal.SIGKILL)
        terminal.until("exit=137")
    assert decisions(tmp_path / "a.case") == 3
    with Terminal(tmp_path, *ARGUMENTS) as terminal:
        screen = terminal.until(lambda shown: decided(shown) == 3)
        assert "item 3 of" in screen or "item 4 of" in screen


@pytest.mark.usefixtures("cable")
def test_undo_and_redo_by_keys(tmp_path: Path) -> None:
    with Terminal(tmp_path, *ARGUMENTS) as terminal:
        open_cable(terminal)
        accept(terminal, 2)
        terminal.press("u")
        terminal.until("Taken back")
        terminal.press("j")
        terminal.until(lambda shown: decided(shown) == 1)
        terminal.press("C-r")
        terminal.until(lambda shown: "item 2 of" in shown and decided(shown) != 1)
        terminal.press("j")
        terminal.until(lambda shown: decided(shown) == 2)


@pytest.mark.usefixtures("cable")
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (200, 50), (40, 10)])
def test_the_screen_can_be_resized_while_in_use(tmp_path: Path, columns: int, rows: int) -> None:
    with Terminal(tmp_path, *ARGUMENTS) as terminal:
        open_cable(terminal)
        terminal.resize(columns, rows)
        terminal.press("y")
        terminal.resize(120, 40)
        terminal.until(lambda shown: decided(shown) == 1)


@pytest.mark.usefixtures("cable")
def test_help_names_every_key_where_it_is_pressed(tmp_path: Path) -> None:
    with Terminal(tmp_path, *ARGUMENTS, rows=60) as terminal:
        open_cable(terminal)
        terminal.press("?")
        terminal.until(lambda shown: "Accept the proposal" in shown and "ndo" in shown)
        terminal.press("Escape")
        terminal.until(lambda shown: "Accept the proposal" not in shown)


HOSTILE = "\x1b]52;c;aGVsbG8=\x07\x1b]0;owned\x07\x9b31m\x1b[2J\u202e[red]x[/red]\x00\u200b"


def test_no_byte_of_a_hostile_cable_reaches_the_terminal_as_a_control(tmp_path: Path) -> None:
    text = CABLE.replace("Duke", HOSTILE).replace("PLANS", f"PLANS{HOSTILE}")
    (tmp_path / "08ZENDA641.txt").write_text(text)
    log = io.BytesIO()
    program = pexpect.spawn(
        sys.executable,
        ["-m", "redactor", *ARGUMENTS],
        cwd=str(tmp_path),
        dimensions=(40, 150),
        timeout=60,
        env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
    )
    program.logfile_read = log
    program.expect("08ZENDA641")
    program.send("\r")
    program.expect("item")
    program.send("p")
    program.expect("release")
    program.send("Q")
    program.expect(pexpect.EOF)
    program.close()
    seen = log.getvalue()
    assert b"\x1b]52" not in seen
    assert b"\x1b]0;owned" not in seen
    assert b"\x1b[2J\x1b" not in seen.split(b"\x1b[?1049h")[-1].split(b"\x1b[?1049l")[0]
    assert "\u202e".encode() not in seen
    assert "\u200b".encode() not in seen
    assert b"\x9b31m" not in seen
    assert b"[red]" in seen


def test_a_session_without_a_decision_leaves_the_case_as_it_was(
    tmp_path: Path, cable: Path
) -> None:
    del cable
    with Terminal(tmp_path, *ARGUMENTS) as terminal:
        open_cable(terminal)
        terminal.press("Q")
        terminal.until("exit=0")
    assert decisions(tmp_path / "a.case") == 0
