"""The start: where the reviewer was is shown while the case is opened on another thread."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from textual.events import Key
from textual.pilot import Pilot

from redactor.review import CaseError, CaseFile, Glimpse, Place, Session
from redactor.ui import ReviewApp, Start, Work
from tests.ui.driving import dialog, no_release, review, settled, shown, status
from tests.ui.world import CABLE, MOMENT, open_session

Seen = TypeVar("Seen")


def case_of(tmp_path: Path, *, offset: int = 0) -> tuple[Session, Glimpse]:
    """Make a case in which the reviewer was at a place."""
    session = open_session(tmp_path, CABLE)
    session.remember(session.entries[0].sha256, offset)
    glimpse = session.case.glimpse(session.person)
    assert glimpse
    return session, glimpse


def started(
    start: Start, look: Callable[[ReviewApp, Pilot[None]], object], *keys: str
) -> ReviewApp:
    """Run the program, look at its first frame with keys typed, then wait until it is quiet."""

    async def go() -> ReviewApp:
        app = ReviewApp(start, lambda: MOMENT)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            for key in keys:
                app.post_message(Key(key, key if len(key) == 1 else None))
            await pilot.pause(0.05)
            look(app, pilot)
            if app.is_running:
                await settled(app, pilot)
                look(app, pilot)
        return app

    return asyncio.run(go())


def test_the_text_is_there_before_the_case_is_open(tmp_path: Path) -> None:
    session, glimpse = case_of(tmp_path, offset=CABLE.index(b"FM AMEMBASSY"))
    opened, frames = threading.Event(), []

    def begin() -> Work:
        opened.wait()
        return Work(session, no_release)

    def look(app: ReviewApp, _pilot: Pilot[None]) -> None:
        frames.append((dialog(app), shown(app)))
        opened.set()

    started(Start(session.person, glimpse, begin), look)
    session.case.close()
    assert [name for name, _ in frames] == ["Reading", "ReviewScreen"]
    first, then = (frame for _, frame in frames)
    assert "18PORTEXAMPLE42  being read" in first
    assert "     6 FM AMEMBASSY PORT EXAMPLE" in first
    assert "item 1 of" in then


def test_keys_typed_meanwhile_count_when_it_is_open(tmp_path: Path) -> None:
    session, glimpse = case_of(tmp_path)
    opened, said = threading.Event(), []

    def begin() -> Work:
        opened.wait()
        return Work(session, no_release)

    def look(app: ReviewApp, _pilot: Pilot[None]) -> None:
        if opened.is_set():
            said.append(status(app))
        opened.set()

    started(Start(session.person, glimpse, begin), look, "y", "y")
    session.case.close()
    assert "2 of 12 decided" in said[0]


def test_it_resumes_at_the_very_place(tmp_path: Path) -> None:
    offset = CABLE.index(b"SUBJECT")
    session, glimpse = case_of(tmp_path, offset=offset)
    places = []

    def look(app: ReviewApp, _pilot: Pilot[None]) -> None:
        if dialog(app) == "ReviewScreen":
            places.append(review(app).cursor.offset)

    started(Start(session.person, glimpse, lambda: Work(session, no_release)), look)
    session.case.close()
    assert places[-1] == offset


def test_keys_count_for_the_cable_that_was_shown_also_when_its_reviewer_moved_on_elsewhere(
    tmp_path: Path,
) -> None:
    session, glimpse = case_of(tmp_path)
    other = session.import_cable(Path("cables/2.txt"), CABLE.replace(b"000042", b"000043")).sha256
    opened = threading.Event()

    def begin() -> Work:
        session.remember(other, 0)
        opened.wait()
        return Work(session, no_release)

    started(Start(session.person, glimpse, begin), lambda *_: opened.set(), "y")
    decided = [event.cable for event in session.case.events() if event.kind == "decide"]
    session.case.close()
    assert decided == [glimpse.place.cable]


def test_a_case_that_cannot_be_opened_ends_the_program_with_its_fault(tmp_path: Path) -> None:
    session, glimpse = case_of(tmp_path)
    session.case.close()

    def begin() -> Work:
        raise CaseError("a.case: the journal is damaged; restore it from a copy")

    app = started(Start(session.person, glimpse, begin), lambda *_: None)
    assert str(app.fault) == "a.case: the journal is damaged; restore it from a copy"
    assert not app.return_code


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
def test_one_can_leave_the_program_before_the_case_is_open(tmp_path: Path, key: str) -> None:
    session, glimpse = case_of(tmp_path)
    opened = threading.Event()

    def begin() -> Work:
        opened.wait()
        return Work(session, no_release)

    app = started(Start(session.person, glimpse, begin), lambda *_: opened.set(), "y", key)
    session.case.close()
    assert app.fault is None
    with CaseFile(tmp_path / "small.case") as case:
        assert not [event for event in case.events() if event.kind == "decide"]


def test_a_case_tells_where_a_reviewer_was(tmp_path: Path) -> None:
    session, glimpse = case_of(tmp_path, offset=7)
    sha256 = session.entries[0].sha256
    assert glimpse == Glimpse(Place(sha256, 7), "18PORTEXAMPLE42", CABLE)
    assert session.case.glimpse(session.person.upper()) == glimpse
    assert session.case.glimpse("somebody else") is None
    session.case.close()
