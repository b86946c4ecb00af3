"""Drives the real screens without a terminal: keys in, frames and values out."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from textual.strip import Strip

from redactor.review import Session
from redactor.ui import ReviewApp
from redactor.ui.screens.review import ReviewScreen
from redactor.ui.widgets.bar import Bar
from tests.ui.world import MOMENT

Seen = TypeVar("Seen")


def no_release(_cable: str) -> str:
    return "nowhere"


def drive(
    session: Session,
    keys: str,
    look: Callable[[ReviewApp], Seen],
    *,
    size: tuple[int, int] = (80, 24),
    publish: Callable[[str], str] = no_release,
) -> Seen:
    """Press keys, named with spaces in between, then look at the application."""
    return watch(session, [keys], look, size=size, publish=publish)[-1]


def watch(
    session: Session,
    steps: Sequence[str],
    look: Callable[[ReviewApp], Seen],
    *,
    size: tuple[int, int] = (80, 24),
    publish: Callable[[str], str] = no_release,
) -> list[Seen]:
    """Press keys step by step, and look after each step."""

    async def go() -> list[Seen]:
        app = ReviewApp(session, publish, lambda: MOMENT)
        seen: list[Seen] = []
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for keys in steps:
                await pilot.press(*keys.split())
                await pilot.pause(0.1)
                seen.append(look(app))
        return seen

    return asyncio.run(go())


def strips(app: ReviewApp) -> list[Strip]:
    """Give the screen as it would be sent to the terminal."""
    rendered: list[Strip] = vars(app.screen)["_compositor"].render_strips()
    return rendered


def frame(app: ReviewApp) -> list[str]:
    """Give the screen's text, line by line."""
    return [strip.text.rstrip() for strip in strips(app)]


def status(app: ReviewApp) -> str:
    """Give the words of the status line."""
    return app.screen.query_one("#status", Bar).text


def review(app: ReviewApp) -> ReviewScreen:
    """Give the review screen, which must be open."""
    screen = app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def words_at_cursor(app: ReviewApp, length: int = 20) -> str:
    """Give the source from the cursor on."""
    screen = review(app)
    return screen.sheet.text[screen.cursor.offset :][:length]


def attributes(app: ReviewApp, words: str) -> set[str]:
    """Give the attributes (not colours) of the first piece of the screen that holds words."""
    for strip in strips(app):
        for segment in strip:
            if words in segment.text and segment.style:
                style = segment.style
                names = ("bold", "italic", "underline", "strike", "reverse")
                return {name for name in names if getattr(style, name)}
    raise AssertionError(f"{words!r} is not on the screen")
