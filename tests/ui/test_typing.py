"""Keys typed faster than the screen: each reaches what the one before has opened."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import pytest
from textual.events import Key

from redactor.review import Session
from redactor.ui import ReviewApp, Work
from tests.ui.driving import dialog, no_release, settled, status, words_at_cursor
from tests.ui.world import MOMENT

NAMED = {"\r": "enter", "\x1b": "escape", "/": "slash", ":": "colon", "}": "right_curly_bracket"}

Seen = TypeVar("Seen")


def burst(session: Session, keys: str, look: Callable[[ReviewApp], Seen]) -> Seen:
    """Type keys at once, without a look at the screen in between."""

    async def go() -> Seen:
        app = ReviewApp(Work(session, no_release), lambda: MOMENT)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for key in keys:
                app.post_message(Key(NAMED.get(key, key), key))
            await pilot.pause(0.5)
            await settled(app, pilot)
            return look(app)

    return asyncio.run(go())


def test_words_typed_after_the_key_of_a_question_are_its_answer(session: Session) -> None:
    assert burst(session, "\r/harbor\r", status) == "“harbor”: place 1 of 2."
    assert burst(session, ":p2\r", words_at_cursor).startswith("2. (U)")


def test_a_yes_for_a_question_accepts_no_proposal_behind_it(session: Session) -> None:
    """The y of "sign? y" reaches the question, though it was typed before that was painted."""
    session.accept(session.entries[0].sha256)
    said = burst(session, "\rSy", status)
    assert said.startswith("Signed: complete")
    assert session.view(session.entries[1].sha256).decided == 0


def test_a_whole_cable_typed_at_once(session: Session) -> None:
    assert burst(session, "\raayySy", status).startswith("Signed: complete")


def test_escape_closes_and_the_next_key_goes_behind(session: Session) -> None:
    said, name = burst(session, "\r}a\x1bn\x1bj/x\x1by", lambda app: (status(app), dialog(app)))
    assert name == "ReviewScreen"
    assert "1 of 12 decided" in said


@pytest.mark.parametrize("keys", ["\r}rwhy\r", "\r}nrwhy\r"])
def test_a_reason_typed_ahead_is_whole(session: Session, keys: str) -> None:
    burst(session, keys, status)
    (made,) = session.view(session.entries[0].sha256).desk.decisions
    assert made.reason == "why"


def test_leaving_and_opening_again(session: Session) -> None:
    assert burst(session, "\rq\ryq\ry", status).startswith("2 of 12 decided")
