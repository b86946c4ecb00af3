"""The real program in a real pseudo-terminal: what reaches the terminal, byte by byte."""

import io
import os
import re
import signal
import sys
import unicodedata
from functools import partial
from operator import ne
from pathlib import Path

import pexpect
import pytest

from tests.terminal import Terminal
from tests.ui.world import CABLE

pytestmark = pytest.mark.pty

ARGUMENTS = ("review", "--case", "a.case", "--policy", "sample-cables", "--as-of", "2026-11-23",
             "--reviewer", "ann")  # fmt: skip
COLOUR = re.compile(rb"\x1b\[[0-9;]*\b(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)(?:;[0-9;]*)?m")
"""A sequence that sets a colour, whatever else it sets."""

POINTER = b"\x1b]22;default\x07"
"""The toolkit's own: the shape of the mouse's pointer."""

HOSTILE = (
    "\x1b]52;c;aGVsbG8=\x07 \x1b]0;owned\x07 \x9b31m \x1b[2J \x1bP1$r\x1b\\ \x1b_x\x1b\\ "
    "\u202eabc\u202c [red]x[/red] \x00 \u200b \x7f \x1b[?1049l \x1b[6n \x1b]8;;http://x\x07"
)


def spawn(folder: Path, *arguments: str, **more: str) -> "pexpect.spawn[str]":
    """Start the program; what it writes is kept in ``logfile_read``."""
    environ = {name: value for name, value in os.environ.items()
               if name not in ("NO_COLOR", "COLORTERM", "XDG_CONFIG_HOME")}  # fmt: skip
    program = pexpect.spawn(
        sys.executable,
        ["-m", "redactor", *arguments],
        cwd=str(folder),
        dimensions=(40, 150),
        timeout=60,
        env={**environ, "HOME": str(folder), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **more},
    )
    program.logfile_read = io.BytesIO()
    program.delaybeforesend = 0.3  # an escape and a letter at once would be one key
    return program


def written(program: "pexpect.spawn[str]") -> bytes:
    log = program.logfile_read
    assert isinstance(log, io.BytesIO)
    return log.getvalue()


def leave(program: "pexpect.spawn[str]") -> bytes:
    """Quit, and give all that was written."""
    program.send("\x11")
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 0
    return written(program)


@pytest.fixture
def cable(tmp_path: Path) -> Path:
    """A cable in the folder."""
    path = tmp_path / "cable.txt"
    path.write_bytes(CABLE)
    return path


def tour(program: "pexpect.spawn[str]") -> None:
    """Open the cable, and every pane and dialog over it."""
    program.expect("18PORTEXAMPLE42")
    program.send("\r")
    program.expect("item")
    for keys, words in (
        ("p", "elease"), ("i", "why"), ("c", "Withhold under"), ("\x1b", "item"), ("n", "Instead"),
        ("\x1b", "item"), ("w", "stands"), ("\x1b", "item"), ("f", "Flag or refer"),
        ("\x1b", "item"), ("a", "ccept"), ("\x1b", "item"), ("/harbor\r", "place"),
        ("?", "Keys and signs"), ("\x1b", "item"), ("t", "What if"), ("\x1b", "item"),
        ("\x10", "Do what"), ("\x1b", "item"),
    ):  # fmt: skip
        program.send(keys)
        program.expect(words)


def test_no_byte_of_a_hostile_cable_reaches_the_terminal_as_a_control(tmp_path: Path) -> None:
    text = CABLE.decode().replace("HARBOR TALKS", f"HARBOR TALKS {HOSTILE}")
    text = text.replace("two ferries", f"two {HOSTILE} ferries")
    (tmp_path / "cable.txt").write_text(text)
    program = spawn(tmp_path, *ARGUMENTS, "cable.txt")
    tour(program)
    seen = leave(program)
    own = re.split(rb"\x1b\[\?1049[hl]", seen)[1].replace(POINTER, b"")
    for bad in (b"\x1b]", b"\x1bP", b"\x1b_", b"\x1b[2J", b"\x1b[6n"):
        assert bad not in own, bad
    shown = {char for char in own.decode() if unicodedata.category(char) in ("Cc", "Cf")}
    assert shown <= {"\x1b", "\r", "\n"}
    assert seen.count(b"\x1b[?1049l") == 1
    assert b"[red]x[/red]" in own
    sequences = set(re.findall(rb"\x1b\[[0-9;:?<>=]*[ -/]*([@-~])", own))
    assert sequences <= {b"m", b"H", b"h", b"l", b"u", b"p"}, sequences


@pytest.mark.parametrize(
    ("environ", "coloured"),
    [({"NO_COLOR": "1"}, False), ({"TERM": "vt100"}, False), ({}, True),
     ({"COLORTERM": "truecolor"}, True), ({"TERM": "linux"}, True)],
)  # fmt: skip
def test_colours_reach_only_terminals_that_have_and_want_them(
    tmp_path: Path, cable: Path, environ: dict[str, str], *, coloured: bool
) -> None:
    program = spawn(tmp_path, *ARGUMENTS, cable.name, **environ)
    program.expect("18PORTEXAMPLE42")
    program.send("\ry")
    program.expect("1 of")
    assert bool(COLOUR.search(leave(program))) is coloured


def test_sixteen_colours_are_enough_for_a_console(tmp_path: Path, cable: Path) -> None:
    program = spawn(tmp_path, *ARGUMENTS, cable.name, TERM="linux")
    program.expect("18PORTEXAMPLE42")
    program.send("\ry")
    program.expect("1 of")
    assert not re.search(rb"\x1b\[[0-9;]*[34]8;[25]", leave(program))


def test_the_reviewers_settings_count(tmp_path: Path, cable: Path) -> None:
    (tmp_path / "s.toml").write_text('[keys.review]\naccept = "A"\naccept_everywhere = "y"\n')
    program = spawn(tmp_path, *ARGUMENTS, cable.name, REDACTOR_SETTINGS="s.toml")
    program.expect("18PORTEXAMPLE42")
    program.send("\rA")
    program.expect("1 of")
    leave(program)


def test_settings_with_faults_end_the_program_with_a_line_for_each(
    tmp_path: Path, cable: Path
) -> None:
    (tmp_path / "s.toml").write_text('theme = "pink"\n[keys.review]\naccept = "n"\n')
    program = spawn(tmp_path, *ARGUMENTS, cable.name, REDACTOR_SETTINGS="s.toml")
    program.expect(pexpect.EOF)
    program.close()
    lines = written(program).decode().splitlines()
    assert program.exitstatus == 2
    assert lines[0].startswith("redactor: s.toml:1: 'pink' is no theme")
    assert lines[1].startswith('redactor: s.toml:3: "n" is the key of "accept" and of "reject"')
    assert "\x1b[?1049h" not in written(program).decode()


def test_the_window_counts_and_not_what_another_program_took_for_its_size(
    tmp_path: Path, cable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("COLUMNS", "80")
    with Terminal(tmp_path, *ARGUMENTS, cable.name, columns=120, rows=40) as terminal:
        terminal.until(lambda screen: "help" in "".join(screen.splitlines()[39:]))
        terminal.resize(120, 30)
        terminal.until(lambda screen: "help" in "".join(screen.splitlines()[29:]))


def test_a_review_through_resize_kill_and_resume(tmp_path: Path, cable: Path) -> None:
    """Decide, resize, be killed, resume at the place, undo, sign: by keys alone."""
    with Terminal(tmp_path, *ARGUMENTS, cable.name, columns=80, rows=24) as terminal:
        terminal.until("18PORTEXAMPLE42")
        terminal.press("Enter")
        terminal.until("item 1 of")
        terminal.press("y")
        terminal.until("1 of 11 decided")
        for columns, rows in ((200, 50), (40, 10), (120, 40)):
            terminal.resize(columns, rows)
        terminal.press("y")
        terminal.until("2 of 11 decided")
        os.kill(terminal.pid(), signal.SIGKILL)
        terminal.until("exit=137")
    with Terminal(tmp_path, "review", "--case", "a.case", "--reviewer", "ann") as terminal:
        terminal.until("2 of 11 decided")
        terminal.press("u")
        terminal.until("Taken back")
        terminal.press("C-r", "a", "a")
        terminal.until("of this cable?")
        terminal.press("y")
        terminal.until(lambda screen: "of this cable?" not in screen)
        terminal.press("l")
        terminal.until("Go through only")
        terminal.type("decide")
        terminal.press("Enter")
        screen = terminal.until(lambda shown: "item" in shown or "Nothing is open" in shown)
        while "Nothing is open" not in screen:
            terminal.press("r")
            screen = terminal.until(partial(ne, screen))
        terminal.press("q")
        terminal.until("in progress")
        terminal.press("Q")
        terminal.until("exit=0")


def test_a_queue_limited_sorted_searched_and_gone_through(tmp_path: Path) -> None:
    """Find a cable in three ways by keys alone, at three sizes, and resume at it."""
    for number in range(42, 72):
        text = CABLE.replace(b"000042", b"%06d" % number)
        if number == 60:
            text = text.replace(b"two ferries", b"six fer-\nries").replace(b"MAR 18", b"MAY 16")
        (tmp_path / f"{number}.txt").write_bytes(text)
    with Terminal(tmp_path, *ARGUMENTS, ".", columns=80, rows=24) as terminal:
        terminal.until("30 cables · 30 untouched")
        terminal.press("l")
        terminal.until("List only")
        terminal.type("date<2017 from:exampel")
        terminal.press("Enter")
        terminal.until("No cable that was read is let through")
        terminal.press("l")
        terminal.until("List only")
        terminal.press("End", "BSpace", "BSpace")
        terminal.type("le")
        terminal.press("Enter")
        terminal.until("1 of 30 cables")
        terminal.press("Escape")
        terminal.until(lambda screen: "lifts it" not in screen)
        terminal.resize(120, 40)
        terminal.press("s")
        terminal.until("Sort by")
        terminal.press("d")
        assert "16PORTEXAMPLE60" in terminal.until("date▲").splitlines()[2]
        terminal.resize(200, 50)
        terminal.press("/")
        terminal.until("Search in all texts")
        terminal.type("SIX FERRIES")
        terminal.press("Enter")
        terminal.until("1 place in 30 cables")
        terminal.press("Enter")
        terminal.until("place 1 of 1")
        terminal.press("Q")
        terminal.until("exit=0")
    with Terminal(tmp_path, "review", "--case", "a.case", "--reviewer", "ann") as terminal:
        terminal.until("16PORTEXAMPLE60")
        terminal.press("q")
        terminal.until("30 cables · 30 untouched")
        terminal.press("Q")
        terminal.until("exit=0")
