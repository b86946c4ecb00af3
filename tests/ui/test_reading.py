"""A long cable: its text is shown at once, and the keys wait until it is read."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.events import Key
from textual.pilot import Pilot

from redactor.review import Board, Session
from redactor.ui import ReviewApp, Work
from redactor.ui.dialogs.reading import Reading, raw_lines
from tests.ui.driving import dialog, no_release, review, settled, shown, status
from tests.ui.world import CABLE, MOMENT, open_session


def test_the_text_is_made_visible_before_anybody_has_read_it() -> None:
    assert raw_lines(b"one\n\x1b]52;c;x\x07two\xff\n", 0) == [
        "     1 one",
        "     2 ␛]52;c;x␇two\ufffd",
    ]


def test_it_begins_some_lines_above_the_place() -> None:
    lines = "".join(f"line {number}\n" for number in range(1, 1001))
    shown = raw_lines(lines.encode(), lines.index("line 500"))
    assert shown[0] == "    492 line 492"
    assert shown[8] == "    500 line 500"
    assert raw_lines(b"one\ntwo\nthree\n", 5)[0] == "     1 one"
    assert raw_lines(b"\none", 4) == ["     1 ", "     2 one"]
    assert raw_lines(b"", 0) == []


def post(app: ReviewApp, *keys: str) -> None:
    """Type keys faster than anything is read."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


def test_a_long_cable_shows_its_text_and_then_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redactor.ui.screens.room.LONG", 100)
    session = open_session(tmp_path, CABLE, CABLE.replace(b"000042", b"000043"))
    seen: list[str] = []
    real = Reading.dismiss

    def dismiss(self: Reading, *given: None) -> object:
        seen.append(shown(self.app))  # type: ignore[arg-type]
        return real(self, *given)

    monkeypatch.setattr(Reading, "dismiss", dismiss)

    async def go() -> tuple[str, str]:
        app = ReviewApp(Work(session, no_release), lambda: MOMENT)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            post(app, "enter", "y", ">", "y")
            await pilot.pause(0.5)
            await settled(app, pilot)
            return review(app).cable, status(app)

    cable, words = asyncio.run(go())
    session.case.close()
    assert cable == session.entries[1].sha256
    assert "2 of 24 decided" in words
    assert "18PORTEXAMPLE42  being read" in seen[0]
    assert "VZCZCXYZ0001" in seen[0]
    assert len(seen) == 2


def held_up(session: Session, monkeypatch: pytest.MonkeyPatch) -> Event:
    """Let other threads read only from an event on."""
    read, board = Event(), session.board

    def later(sha256: str) -> Board:
        if threading.current_thread() is not threading.main_thread():
            read.wait()
        return board(sha256)

    monkeypatch.setattr(session, "board", later)
    return read


def test_escape_leaves_it_with_the_keys_that_waited_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redactor.ui.screens.room.LONG", 100)
    session = open_session(tmp_path, CABLE, CABLE.replace(b"000042", b"000043"))
    read = held_up(session, monkeypatch)

    async def go() -> tuple[str, str]:
        app = ReviewApp(Work(session, no_release), lambda: MOMENT)
        async with app.run_test(size=(80, 24)) as pilot:
            post(app, "enter")
            await until(pilot, lambda: dialog(app) == "Reading")
            post(app, "y", "y", "escape")
            await until(pilot, lambda: dialog(app) != "Reading")
            read.set()
            await settled(app, pilot)
            return dialog(app), status(app)

    left, words = asyncio.run(go())
    session.case.close()
    assert left == "QueueScreen"
    assert "0 of 24 items decided" in words


def test_a_lock_over_it_takes_keys_and_the_cable_comes_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redactor.ui.screens.room.LONG", 100)
    session = open_session(tmp_path, CABLE)
    read = held_up(session, monkeypatch)

    async def go() -> list[str]:
        app = ReviewApp(Work(session, no_release), lambda: MOMENT)
        seen = []
        async with app.run_test(size=(80, 24)) as pilot:
            post(app, "enter")
            await until(pilot, lambda: dialog(app) == "Reading")
            app.lock()
            await until(pilot, lambda: dialog(app) == "Lock")
            read.set()
            await pilot.pause(0.2)
            seen.append(dialog(app))
            post(app, "a", "n", "n", "enter")
            await until(pilot, lambda: dialog(app) == "ReviewScreen")
            seen.append(dialog(app))
        return seen

    seen = asyncio.run(go())
    session.case.close()
    assert seen == ["Lock", "ReviewScreen"]


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait until something holds."""
    while not true():
        await pilot.pause(0.02)
