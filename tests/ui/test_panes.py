"""Panes that are told what to show before they have a place on the screen."""

import asyncio

from textual.app import App, ComposeResult

from redactor.ui.preview import Preview
from redactor.ui.rows import Row
from redactor.ui.widgets.pane import PreviewPane

LINES = 30
PREVIEW = Preview(
    tuple(Row(((f"line {number}", "plain"),)) for number in range(LINES)), tuple(range(LINES)), 0
)


class OnePane(App[None]):
    """Holds a preview that is not in sight yet."""

    def compose(self) -> ComposeResult:
        pane = PreviewPane()
        pane.display = False
        yield pane


def top_after(offset: int, height: int) -> int:
    """Show a place while the pane is hidden, then the pane; give its first line in sight."""

    async def go() -> int:
        app = OnePane()
        async with app.run_test(size=(40, height)) as pilot:
            pane = app.query_one(PreviewPane)
            pane.show(PREVIEW, offset)
            pane.display = True
            await pilot.pause()
            return pane.scroll_offset.y

    return asyncio.run(go())


def test_a_preview_that_came_before_its_pane_scrolls_no_further_than_it_must() -> None:
    assert top_after(5, height=20) == 0


def test_a_preview_that_came_before_its_pane_has_its_place_in_sight() -> None:
    assert top_after(20, height=9) == 20 - 9 // 3
