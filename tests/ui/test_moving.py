"""Moving about: keys and mouse."""

import asyncio

from redactor.review import Session
from redactor.ui import ReviewApp, Work
from redactor.ui.widgets.pane import PreviewPane, WhyPane
from redactor.ui.widgets.source import SourceView
from tests.ui.driving import drive, no_release, review, status, words_at_cursor

GUTTER = 7
"""Cells left of the text."""


def test_a_cable_opens_at_its_first_open_item(session: Session) -> None:
    assert drive(session, "enter", words_at_cursor).startswith("VZCZCXYZ0001")


def test_next_and_previous_open_roll_over(session: Session) -> None:
    assert drive(session, "enter k", words_at_cursor).startswith("BT\n")
    assert drive(session, "j", words_at_cursor).startswith("VZCZC")


def test_any_item_is_reached_and_the_ends_are_said(session: Session) -> None:
    assert drive(session, "enter y k K", words_at_cursor).startswith("SAMPLE")
    assert "first item" in drive(session, "g K", status)


def test_paragraphs(session: Session) -> None:
    keys = "enter right_curly_bracket right_curly_bracket left_curly_bracket"
    assert drive(session, keys, words_at_cursor).startswith("1. (C)")


def test_cables_follow_only_on_their_own_key(session: Session) -> None:
    second = session.entries[1].sha256
    assert drive(session, "enter greater_than_sign", lambda app: review(app).cable) == second
    assert "last cable" in drive(session, "greater_than_sign", status)
    first = drive(session, "less_than_sign", lambda app: review(app).cable)
    assert first == session.entries[0].sha256


def test_lines_and_pages(session: Session) -> None:
    assert drive(session, "enter down down right", words_at_cursor).startswith("E RUEHXX")
    assert drive(session, "g space", words_at_cursor).startswith("spring")
    assert drive(session, "G", words_at_cursor).startswith("BT\n")
    assert drive(session, "ctrl+u", words_at_cursor).startswith("\n1. (C)")


def test_arrows_scroll_the_pane_that_has_the_focus(session: Session) -> None:
    def look(app: ReviewApp) -> tuple[str, bool]:
        return words_at_cursor(app), isinstance(app.focused, WhyPane)

    words, focused = drive(session, "enter i tab down down", look)
    assert focused
    assert words.startswith("VZCZC")


def test_escape_comes_back_to_the_source(session: Session) -> None:
    at = drive(session, "enter i tab escape", lambda app: type(app.focused))
    assert at is SourceView


def test_hiding_the_pane_in_focus_gives_the_focus_back(session: Session) -> None:
    assert drive(session, "enter i tab i", lambda app: type(app.focused)) is SourceView


def test_panes_are_shown_and_hidden(session: Session) -> None:
    def shown(app: ReviewApp) -> tuple[bool, bool]:
        screen = app.screen
        return screen.query_one(WhyPane).display, screen.query_one(PreviewPane).display

    assert drive(session, "enter", shown) == (False, False)
    assert drive(session, "i", shown) == (True, False)
    assert drive(session, "i p", shown) == (False, True)
    assert drive(session, "", shown, size=(120, 40)) == (True, False)
    assert drive(session, "", shown, size=(200, 50)) == (True, True)


def test_a_selection_is_named_and_dropped(session: Session) -> None:
    def unit(app: ReviewApp) -> str:
        return str(review(app).cursor.selection)

    assert drive(session, "enter v right right", unit) == "Span(start=0, end=3)"
    assert drive(session, "g v right escape", unit) == "None"


def test_click_sets_the_cursor_and_drag_selects(session: Session) -> None:
    async def go() -> tuple[int, object]:
        app = ReviewApp(Work(session, no_release))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("enter")
            await pilot.pause()
            await pilot.click(SourceView, offset=(GUTTER + 3, 1))
            await pilot.pause()
            clicked = review(app).cursor.offset
            await pilot.mouse_down(SourceView, offset=(GUTTER, 1))
            await pilot.hover(SourceView, offset=(GUTTER + 4, 2))
            await pilot.mouse_up(SourceView, offset=(GUTTER + 4, 2))
            await pilot.pause()
            return clicked, review(app).cursor.selection

    clicked, selected = asyncio.run(go())
    text = session.docket(session.entries[0].sha256).cable.text
    assert text[clicked:].startswith("RUEHC")
    assert getattr(selected, "start", None) == text.index("OO RUEHC")
    assert text[: getattr(selected, "end", 0)].endswith("DE RU")


def test_a_key_of_the_key_bar_can_be_clicked(session: Session) -> None:
    async def go() -> int:
        app = ReviewApp(Work(session, no_release))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("enter")
            await pilot.pause()
            await pilot.click("KeyBar", offset=(2, 0))
            await pilot.pause(0.1)
            return session.view(session.entries[0].sha256).decided

    assert asyncio.run(go()) == 1


def test_a_dialog_can_be_answered_by_mouse(session: Session) -> None:
    session.accept(session.entries[0].sha256)

    async def go() -> int:
        app = ReviewApp(Work(session, no_release))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("enter", "S")
            await pilot.pause()
            await pilot.click("#keys", offset=(2, 0))
            await pilot.pause(0.1)
            return len(session.state(session.entries[0].sha256).signatures)

    assert asyncio.run(go()) == 1
