"""The mouse: what can be clicked beside the text."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual.pilot import Pilot

from redactor.review import Session
from redactor.ui import ReviewApp, Work
from redactor.ui.keymap import Keymap
from redactor.ui.offers import offers_here
from redactor.ui.sheet import Sheet
from redactor.ui.widgets.pick import Pick
from redactor.ui.widgets.source import SourceView
from redactor.ui.widgets.status import StatusBar
from tests.ui.driving import dialog, frame, listed, no_release, review, settled, words_at_cursor
from tests.ui.world import MOMENT

Seen = TypeVar("Seen")
GUTTER = 7


def play(
    session: Session,
    keys: str,
    act: Callable[[Pilot[None]], Awaitable[object]],
    look: Callable[[ReviewApp], Seen],
) -> Seen:
    """Press keys, do something with the mouse, then look."""

    async def go() -> Seen:
        app = ReviewApp(Work(session, no_release), lambda: MOMENT)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press(*keys.split())
            await settled(app, pilot)
            await act(pilot)
            await settled(app, pilot)
            return look(app)

    return asyncio.run(go())


def test_the_right_button_offers_what_can_be_done_there(session: Session) -> None:
    async def right(pilot: Pilot[None]) -> None:
        await pilot.click(SourceView, offset=(GUTTER + 3, 4), button=3)

    assert play(session, "enter", right, dialog) == "Menu"
    offered = play(session, "", right, listed)
    assert offered[0].strip() == "y  accept the proposal"


def test_the_right_button_offers_the_reviewers_own_keys(session: Session) -> None:
    own = Keymap().with_keys({("review", "accept"): ("ctrl+y",), ("review", "note"): ()})
    sheet = Sheet(session.view(session.entries[0].sha256))
    offered = {offer.id: offer.key for offer in offers_here(sheet, own)}
    assert offered["accept"] == "ctrl+y"
    assert offered["reject"] == "n"
    assert offered["note"] == ""


def test_an_entry_of_the_menu_can_be_clicked(session: Session) -> None:
    async def withhold(pilot: Pilot[None]) -> None:
        await pilot.click(SourceView, offset=(GUTTER + 3, 4), button=3)
        await pilot.pause()
        await pilot.click(Pick, offset=(5, 2))

    assert play(session, "enter", withhold, dialog) == "CodePicker"


def test_the_right_button_inside_a_selection_keeps_it(session: Session) -> None:
    async def right(pilot: Pilot[None]) -> None:
        await pilot.click(SourceView, offset=(GUTTER + 1, 0), button=3)
        await pilot.pause()
        await pilot.press("escape")

    selected = play(session, "enter v right right right", right,
                    lambda app: review(app).cursor.selection)  # fmt: skip
    assert selected is not None
    assert len(selected) == 4


def test_a_glyph_of_the_progress_leads_to_its_paragraph(session: Session) -> None:
    async def third(pilot: Pilot[None]) -> None:
        await pilot.click(StatusBar, offset=(80 - 2 - 5 + 2, 0))

    assert play(session, "enter", third, words_at_cursor).startswith("2. (U)")


def test_the_folded_header_opens_with_a_click(session: Session) -> None:
    async def fold(pilot: Pilot[None]) -> None:
        await pilot.click(SourceView, offset=(10, 0))

    lines = play(session, "enter right_curly_bracket h", fold, frame)
    assert not any("header, lines" in line for line in lines)


def test_the_wheel_scrolls_the_text_and_leaves_the_cursor(session: Session) -> None:
    async def wheel(pilot: Pilot[None]) -> None:
        source = pilot.app.screen.query_one(SourceView)
        source.scroll_relative(y=3, animate=False)
        await pilot.pause()

    lines = play(session, "enter", wheel, frame)
    assert lines[2].strip(" ○▌").startswith("4 ZNY")
    assert play(session, "", wheel, words_at_cursor).startswith("VZCZC")


def test_a_line_of_a_list_is_ticked_with_a_click(session: Session) -> None:
    async def untick(pilot: Pilot[None]) -> None:
        await pilot.click(Pick, offset=(3, 1))
        await pilot.pause()
        await pilot.press("y")

    session.entries[0]
    decided = play(session, "enter a", untick,
                   lambda _app: session.view(session.entries[0].sha256).decided)  # fmt: skip
    assert decided == 6
