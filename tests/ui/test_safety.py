"""What a hostile cable can't do: reach the terminal, be read as markup, or leave by a crash."""

import asyncio
import sqlite3
import unicodedata
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.strip import Strip

from redactor.review import CaseError, CaseFile, Session
from redactor.ui import ReviewApp, Work, run
from redactor.ui.app import crash_line
from redactor.ui.dialogs.ask import Line
from redactor.ui.widgets.bar import Bar
from redactor.ui.widgets.pick import Pick
from tests.ui.driving import drive, no_release, strips, watch
from tests.ui.world import CABLE, open_session

EVIL = (
    "\x1b[31m\x1b]52;c;c2VjcmV0\x07 [red]markup[/red] [@click=app.quit]x[/] \u202eabc\u202c "
    "\u200bzero \x9b31m \x00nul \x7fdel \u2028sep e\u0301 \ufff9 \U000e0041"
)
HOSTILE = (
    CABLE.replace(b"HARBOR TALKS", EVIL.encode())
    .replace(b"two ferries", EVIL.encode())
    .replace(b"strictly protect", ("strictly\x1b protect " + EVIL).encode())
)

TOUR = ["", "enter", "i", "p", "a", "a", "escape", "c", "escape", "x", "escape", "question_mark",
        "escape", "t", "enter", "escape", "right_curly_bracket r", "escape", "f", "escape",
        "a a y", "p", "S", "escape", "q"]  # fmt: skip
"""Every screen, pane and dialog, step by step."""


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
def test_no_control_character_reaches_the_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    opened = open_session(tmp_path, HOSTILE)
    painted = watch(opened, TOUR, strips, size=size)
    opened.case.close()
    for step in painted:
        assert {char for strip in step for char in strip.text if _dangerous(char)} == set()


def _dangerous(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Co", "Cn", "Cs", "Mn"}


def test_document_text_is_never_markup(tmp_path: Path) -> None:
    opened = open_session(tmp_path, HOSTILE)
    text = "\n".join(strip.text for strip in drive(opened, "enter", strips, size=(200, 50)))
    opened.case.close()
    assert "[red]markup[/red]" in text
    assert "[@click=app.quit]" in text


def test_no_link_or_action_is_made_of_document_text(tmp_path: Path) -> None:
    def metas(painted: list[Strip]) -> set[str]:
        return {
            key
            for strip in painted
            for segment in strip
            if segment.style
            for key in segment.style.meta
            if key.startswith("@")
        }

    opened = open_session(tmp_path, HOSTILE)
    found = metas(drive(opened, "enter i", strips, size=(200, 50)))
    opened.case.close()
    assert found == set()


def test_what_is_pasted_is_made_visible(session: Session) -> None:
    def paste(app: ReviewApp) -> str:
        line = app.screen.query_one(Line)
        line.insert_text_at_cursor("a\x1b]52;c;x\x07b")
        return line.value

    assert drive(session, "enter f r", paste) == "a␛]52;c;x␇b"


def test_the_clipboard_is_never_written(session: Session) -> None:
    def copied(app: ReviewApp) -> str:
        app.copy_to_clipboard("text of the cable")
        return app.clipboard

    assert drive(session, "enter", copied) == ""
    assert ReviewApp.ALLOW_SELECT is False


def test_the_palette_offers_the_registry_and_so_no_screenshot(session: Session) -> None:
    def offered(app: ReviewApp) -> list[str]:
        return [line.split("  ")[0].strip() for line in app.screen.query_one(Pick).words]

    titles = {action.title for action in ReviewApp(Work(session, no_release)).keymap.of("review")}
    assert ReviewApp.ENABLE_COMMAND_PALETTE is False
    assert set(drive(session, "enter ctrl+p", offered)) == titles - {"palette"}


def test_a_crash_names_the_fault_and_its_place_and_no_value() -> None:
    def crash() -> None:
        words = "the minister's name"
        raise KeyError(words)

    with pytest.raises(KeyError) as caught:
        crash()
    line = crash_line(caught.value)
    assert line.startswith("redactor stopped: KeyError at")
    assert "minister" not in line
    assert "\n" not in line


def test_a_case_file_that_turns_out_damaged_says_so_itself() -> None:
    fault = CaseError("a.case: the journal is damaged; restore it from a copy")
    assert crash_line(fault) == "redactor: a.case: the journal is damaged; restore it from a copy"


def run_headless(session: Session, monkeypatch: pytest.MonkeyPatch, *keys: str) -> int:
    """Run the program as it is run in a terminal, and give the code with which it stops."""

    def headless(self: App[None], **_: object) -> None:
        async def press(pilot: Pilot[object]) -> None:
            await pilot.press(*keys)
            await pilot.pause(0.5)

        asyncio.run(self.run_async(headless=True, size=(80, 24), auto_pilot=press))

    monkeypatch.setattr(App, "run", headless)
    with pytest.raises(SystemExit) as left:
        run(session.person, lambda: Work(session, no_release), lambda: None)
    assert isinstance(left.value.code, int)
    return left.value.code


def test_a_crash_prints_one_line_and_no_locals(
    session: Session, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_self: object) -> None:
        words = "the minister's name"
        raise ValueError(words)

    monkeypatch.setattr("redactor.ui.screens.review.ReviewScreen.action_next_item", broken)
    assert run_headless(session, monkeypatch, "enter", "J") == 1
    printed = "".join(capsys.readouterr())
    assert "redactor stopped: ValueError" in printed
    assert "minister" not in printed
    assert len(printed.strip().splitlines()) <= 2


def test_an_import_that_makes_no_sense_stops_the_program_with_a_clear_line(
    session: Session, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(session.case.path, isolation_level=None)
    other.execute("DROP TRIGGER events_no_update")
    other.execute("UPDATE events SET body = '[]' WHERE kind = 'import'")
    other.close()
    with CaseFile(session.case.path) as case:
        assert run_headless(Session(case, "ann"), monkeypatch) == 1
        printed = "".join("".join(capsys.readouterr()).split())  # a long path wraps
        said = f"redactor: {case.path}: the journal is damaged; restore it from a copy"
        assert printed == "".join(said.split())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"\r\r\r",
        b"\x00\x01\x02" * 200,
        b"word " * 2000,
        "東京".encode() * 400,
        b"\xff\xfe\x00",
    ],
    ids=["empty", "line-end", "lone-cr", "binary", "one-line", "wide", "not-utf8"],
)
def test_odd_files_open_and_take_keys(tmp_path: Path, data: bytes) -> None:
    opened = open_session(tmp_path, data, CABLE)
    keys = "enter j k y x escape right down G g v down x escape i p greater_than_sign"
    at = drive(opened, keys, lambda app: app.screen.query_one("#header", Bar).text)
    opened.case.close()
    assert "18PORTEXAMPLE42" in at


@pytest.mark.parametrize("size", [(20, 6), (40, 10), (300, 90)])
def test_any_window_size_will_do(session: Session, size: tuple[int, int]) -> None:
    keys = "enter i p a escape c escape y x u question_mark escape q"
    assert drive(session, keys, lambda app: len(app.screen_stack), size=size) == 2
