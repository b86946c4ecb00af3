"""Drives the real screens without a terminal: keys in, frames and values out."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from textual.pilot import Pilot
from textual.strip import Strip
from textual.timer import Timer

from redactor.review import Session
from redactor.ui import ReviewApp, Work
from redactor.ui.screens.review import ReviewScreen
from redactor.ui.settings import Settings
from redactor.ui.widgets.bar import Bar
from redactor.ui.widgets.pane import Pane
from redactor.ui.widgets.pick import Pick
from tests.ui.world import MOMENT

Seen = TypeVar("Seen")

_ROUND = 0.005
"""Seconds between two looks at whether anything is under way."""
_ROUNDS = 3
"""Looks that must find nothing: a message may be on its way from one queue to the next."""
_SOON = 0.1
"""Seconds up to which what is put off belongs to the frame; later come claims and notes."""

ATTRIBUTES = ("bold", "italic", "underline", "strike", "reverse")


def no_release(_cable: str) -> str:
    return "nowhere"


def drive(
    session: Session,
    keys: str,
    look: Callable[[ReviewApp], Seen],
    *,
    size: tuple[int, int] = (80, 24),
    publish: Callable[[str], str] = no_release,
    settings: Settings | None = None,
) -> Seen:
    """Press keys, named with spaces in between, then look at the application."""
    return watch(session, [keys], look, size=size, publish=publish, settings=settings)[-1]


def watch(
    session: Session,
    steps: Sequence[str],
    look: Callable[[ReviewApp], Seen],
    *,
    size: tuple[int, int] = (80, 24),
    publish: Callable[[str], str] = no_release,
    settings: Settings | None = None,
) -> list[Seen]:
    """Press keys step by step, and look after each step."""

    async def go() -> list[Seen]:
        app = ReviewApp(Work(session, publish), lambda: MOMENT, settings)
        seen: list[Seen] = []
        async with app.run_test(size=size) as pilot:
            await settled(app, pilot)
            for keys in steps:
                await pilot.press(*keys.split())
                await settled(app, pilot)
                seen.append(look(app))
        return seen

    return asyncio.run(go())


async def settled(app: ReviewApp, pilot: Pilot[None], *, workers: bool = True) -> None:
    """Wait until nothing is under way; what ends may begin something else, so look again.

    Without ``workers``, what works on another thread may go on.
    """
    quiet = 0
    while quiet < _ROUNDS:
        await pilot.pause(_ROUND)
        at_work = workers and any(not worker.is_finished for worker in app.workers)
        quiet = 0 if at_work or _under_way(app) else quiet + 1


def _under_way(app: ReviewApp) -> bool:
    """Tell whether a message waits, or something was put off for a moment."""
    screens = app.screen_stack
    nodes = [app, *(node for each in screens for node in each.walk_children(with_self=True))]
    return (
        any(node.message_queue_size for node in nodes)
        or any(vars(screen)["_callbacks"] for screen in screens)
        or any(_comes_soon(timer) for node in nodes for timer in list(vars(node)["_timers"]))
    )


def _comes_soon(timer: Timer) -> bool:
    """Tell whether a timer is to go off, once and soon: it puts off what is painted last."""
    kept = vars(timer)
    task = kept["_task"]
    return kept["_repeat"] == 0 and kept["_interval"] <= _SOON and bool(task) and not task.done()


def type_out(words: str) -> str:
    """Give the keys that type words."""
    named = {
        " ": "space", ".": "full_stop", ":": "colon", "-": "minus", "(": "left_parenthesis",
        ")": "right_parenthesis", "#": "number_sign", "!": "exclamation_mark",
        "<": "less_than_sign", ">": "greater_than_sign", "=": "equals_sign",
        '"': "quotation_mark",
    }  # fmt: skip
    return " ".join(named.get(char, char) for char in words)


def strips(app: ReviewApp) -> list[Strip]:
    """Give the screen as it would be sent to the terminal."""
    rendered: list[Strip] = vars(app.screen)["_compositor"].render_strips()
    return rendered


def frame(app: ReviewApp) -> list[str]:
    """Give the screen's text, line by line."""
    return [strip.text.rstrip() for strip in strips(app)]


def shown(app: ReviewApp) -> str:
    """Give the screen's text."""
    return "\n".join(frame(app))


def status(app: ReviewApp) -> str:
    """Give the words of the status line."""
    return app.screen.query_one("#status", Bar).text


def review(app: ReviewApp) -> ReviewScreen:
    """Give the review screen, which must be open."""
    screen = app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def dialog(app: ReviewApp) -> str:
    """Give the name of the screen on top."""
    return type(app.screen).__name__


def listed(app: ReviewApp) -> list[str]:
    """Give every line of the list on top, in sight or not."""
    return app.screen.query_one(Pick).words


def pane(app: ReviewApp, kind: type[Pane]) -> str:
    """Give all words of a pane."""
    rows = app.screen.query_one(kind).rows
    return "\n".join("".join(words for words, _ in row.pieces) for row in rows)


def words_at_cursor(app: ReviewApp, length: int = 20) -> str:
    """Give the source from the cursor on."""
    screen = review(app)
    return screen.sheet.text[screen.cursor.offset :][:length]


def attributes(app: ReviewApp, words: str) -> set[str]:
    """Give the attributes (not colours) of the first piece of the screen that holds words."""
    for strip in strips(app):
        for segment in strip:
            if words in segment.text and segment.style:
                return {name for name in ATTRIBUTES if getattr(segment.style, name)}
    raise AssertionError(f"{words!r} is not on the screen")
