"""Watching: what waits until nobody types."""

import asyncio
import gc
from collections.abc import Sequence

import pytest

from redactor.review import Session
from redactor.ui import ReviewApp, Work
from tests.ui.driving import no_release
from tests.ui.world import MOMENT


def swept(
    session: Session, monkeypatch: pytest.MonkeyPatch, new: int, idle: float
) -> Sequence[int]:
    """Give which generations one look sweeps, with so many new objects so long after a key."""
    found: list[int] = []
    moment = [0.0]

    async def go() -> None:
        app = ReviewApp(Work(session, no_release), lambda: MOMENT, clock=lambda: moment[0])
        async with app.run_test() as pilot:
            await pilot.press("j")
            moment[0] += idle
            with monkeypatch.context() as patch:
                patch.setattr(gc, "get_count", lambda: (new, 0, 0))
                patch.setattr(gc, "collect", found.append)
                app.sweep()

    asyncio.run(go())
    return found


@pytest.mark.parametrize(
    ("new", "idle", "generations"),
    [(5_000, 0.05, []), (5_000, 0.2, [1]), (500, 0.2, []), (500_000, 0.05, [1])],
)
def test_garbage_waits_for_the_end_of_a_burst_of_keys_unless_there_is_much(
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    new: int,
    idle: float,
    generations: Sequence[int],
) -> None:
    assert swept(session, monkeypatch, new, idle) == generations


def test_the_collector_rests_while_the_screen_is_open_and_goes_on_after(session: Session) -> None:
    async def go() -> bool:
        app = ReviewApp(Work(session, no_release), lambda: MOMENT)
        async with app.run_test() as pilot:
            await pilot.pause()
            return gc.isenabled()

    assert asyncio.run(go()) is False
    assert gc.isenabled()
