"""The queue."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from redactor.review import Board, CaseError, CaseFile, Session
from redactor.ui import ReviewApp, Work
from redactor.ui.screens.gathering import GatheringScreen
from redactor.ui.screens.queue import QueueScreen
from redactor.ui.widgets.bar import Bar
from redactor.ui.widgets.cables import CableList
from tests.ui.driving import (
    dialog,
    drive,
    frame,
    listed,
    no_release,
    review,
    settled,
    status,
    type_out,
    watch,
    words_at_cursor,
)
from tests.ui.world import CABLE, MOMENT, open_session


def test_it_lists_cables_with_state_level_days_and_open_items(session: Session) -> None:
    shown = drive(session, "", frame)
    assert shown[0].split() == [
        "redactor", "small", "1", "·", "foia", "·", "as", "of", "2026-11-23", "reviewer", "ann",
    ]  # fmt: skip
    assert shown[1].split() == [
        "state", "cable", "level", "date", "frees", "on", "open", "⚑", "reviewer",
    ]  # fmt: skip
    assert "○ untouched   18PORTEXAMPLE42  C       2018-03-15 2038-03-15   12" in shown[2]


def test_what_the_columns_have_no_room_for_stands_below(session: Session) -> None:
    shown = drive(session, "j", lambda app: app.screen.query_one("#here", Bar).text)
    assert shown.startswith("HARBOR TALKS RESUME IN PORT EXAMPLE · from AMEMBASSY PORT EXAMPLE")


def test_totals_are_in_words(session: Session) -> None:
    assert drive(session, "", status) == "2 cables · 2 untouched · 0 of 24 items decided"


def test_keys_move_and_enter_opens(session: Session) -> None:
    second = session.entries[1].sha256
    assert drive(session, "j enter", lambda app: review(app).cable) == second


def test_an_empty_case_explains_itself(tmp_path: Path) -> None:
    empty = Session(CaseFile(tmp_path / "new.case", create=True), "ann", lambda: MOMENT)
    shown = "\n".join(drive(empty, "enter j question_mark escape", frame))
    empty.case.close()
    assert "This case holds no cables yet." in shown
    assert "redactor review PATH..." in shown


def test_only_lines_in_sight_are_painted(tmp_path: Path) -> None:
    cables = [CABLE.replace(b"000042", b"%06d" % number) for number in range(60)]
    opened = open_session(tmp_path, *cables)
    shown = drive(opened, "G", frame)
    cursor = drive(opened, "G", lambda app: app.screen.query_one(CableList).cursor)
    opened.case.close()
    assert "18PORTEXAMPLE59" in shown[20]
    assert cursor == 59


def test_help_lists_every_key_and_sign(session: Session) -> None:
    shown = "\n".join(drive(session, "question_mark", frame, size=(100, 50)))
    assert "Open this cable." in shown
    assert "in progress" in shown
    assert "≠" in shown


def ids(app: ReviewApp) -> list[str]:
    """Give what is listed."""
    screen = app.screen_stack[1]
    assert isinstance(screen, QueueScreen)
    return [screen.session.entries[at].id or "" for at in screen.listing.shown]


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Session]:
    """A case of five cables; one is of another year and subject."""
    texts = [CABLE.replace(b"000042", b"%06d" % number) for number in range(42, 47)]
    texts[2] = texts[2].replace(b"MAR 18", b"MAY 16").replace(b"HARBOR TALKS", b"FERRY FARES")
    opened = open_session(tmp_path, *texts)
    yield opened
    opened.case.close()


def test_a_limit_lists_some_and_escape_all_again(many: Session) -> None:
    steps = [f"l {type_out('ferry')} enter", "escape", f"l {type_out('!ferry date>2017')} enter"]
    some, all_, others = watch(many, steps, ids)
    assert some == ["16PORTEXAMPLE44"]
    assert len(all_) == 5
    assert len(others) == 4


def test_a_limit_that_is_none_stays_to_be_mended(many: Session) -> None:
    keys = f"l {type_out('fery:x')} enter"
    fault = "".join(drive(many, keys, frame))
    assert "is nothing to ask for" in fault
    assert drive(many, f"{keys} {'backspace ' * 6} {type_out('ferry')} enter", ids) == [
        "16PORTEXAMPLE44"
    ]


def test_a_decided_cable_leaves_the_limit_when_the_list_comes_back(many: Session) -> None:
    def decide(app: ReviewApp) -> list[str]:
        return ids(app)

    before, after = watch(many, [f"l {type_out('state:untouched')} enter", "enter y q"], decide)
    assert len(before) == 5
    assert before[1:] == after


def test_the_limit_stays_while_a_cable_is_under_review(many: Session) -> None:
    keys = f"l {type_out('!ferry')} enter j enter q"
    assert len(drive(many, keys, ids)) == 4
    assert drive(many, keys, lambda app: app.screen.query_one(CableList).cursor) == 1


def test_it_sorts_by_a_column_and_turns_round(many: Session) -> None:
    rising, falling, import_ = watch(
        many, ["s d", "s d", "s i"], lambda app: (ids(app), frame(app))
    )
    assert rising[0][0] == "16PORTEXAMPLE44"
    assert "date▲" in rising[1][1]
    assert falling[0][-1] == "16PORTEXAMPLE44"
    assert "date▼" in falling[1][1]
    assert import_[0][2] == "16PORTEXAMPLE44"


def test_a_click_on_a_heading_sorts(many: Session) -> None:
    async def click() -> list[list[str]]:
        app = ReviewApp(Work(many, no_release), lambda: MOMENT)
        seen = []
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(app, pilot)
            for _ in range(2):
                await pilot.click("#columns", offset=(42, 0))
                await settled(app, pilot)
                seen.append(ids(app))
        return seen

    rising, falling = asyncio.run(click())
    assert rising[0] == falling[-1] == "16PORTEXAMPLE44"


def test_the_search_over_all_texts_leads_to_the_place(many: Session) -> None:
    keys = f"slash {type_out('FERRY')} enter"
    assert drive(many, keys, listed)[0].startswith(" 16PORTEXAMPLE44  line 15")

    def look(app: ReviewApp) -> tuple[str, str]:
        return words_at_cursor(app), status(app)

    words, said = drive(many, f"{keys} enter", look)
    assert words.startswith("FERRY FARES")
    assert "place 1 of 1" in said


def test_words_that_stand_nowhere_are_told(many: Session) -> None:
    (line,) = drive(many, f"slash {type_out('nowhere')} enter enter", listed)
    assert line.strip().startswith("These words stand nowhere")
    assert "0 places in 5 cables" in "".join(
        drive(many, f"slash {type_out('nowhere')} enter", frame)
    )


def test_what_was_read_is_known_at_once_the_next_time(many: Session) -> None:
    drive(many, "", status)
    with patch.object(GatheringScreen, "_read_all", _nothing):
        assert "60 items decided" in drive(many, "", status)
        many.accept(many.entries[0].sha256)
        assert "48 items decided · 1 still to read" in drive(many, "q", status)


async def _nothing(_self: object) -> None:
    """Read nothing."""


def test_a_cable_that_cannot_be_read_is_listed_and_told(many: Session) -> None:
    real = many.board

    def board(sha256: str) -> Board:
        if sha256 == many.entries[1].sha256:
            raise CaseError("what is kept under its hash was changed from outside")
        return real(sha256)

    with patch.object(many, "board", board):
        shown = "\n".join(drive(many, "", frame))
    assert "× unreadable" in shown
    assert "! cable-2.txt: what is kept under its hash was changed from outside" in shown
    assert "1 can't be read" in shown


def test_others_work_is_seen_when_the_list_comes_back(many: Session) -> None:
    bob = Session(many.case, "bob", lambda: MOMENT)

    def work(app: ReviewApp) -> str:
        if dialog(app) == "ReviewScreen":
            bob.flag(many.entries[3].sha256, "mis-marked")
            bob.claim(many.entries[3].sha256)
        return "\n".join(frame(app))

    shown = watch(many, ["enter", "q"], work)[-1]
    assert "12 ⚑  @bob" in shown


def test_the_pace_is_told_when_there_is_enough_to_say(many: Session) -> None:
    moments = iter(range(1_000))
    ann = Session(many.case, "ann", lambda: MOMENT - timedelta(minutes=60 - next(moments)))
    for entry in many.entries[:3]:
        ann.accept(entry.sha256)
        ann.sign(entry.sha256)
    many.refresh()
    assert "3 cables signed today" in drive(many, "q", status)
    assert "the other 2 take about" in drive(many, "q", status)


def test_the_next_cable_is_the_next_one_that_is_listed(many: Session) -> None:
    keys = f"l {type_out('!ferry')} enter j enter"

    def look(app: ReviewApp) -> tuple[str, str]:
        return many.entry(review(app).cable).id or "", status(app)

    here, after, end = watch(many, [keys, ">", "> >"], look)
    assert here[0] == "18PORTEXAMPLE43"
    assert after[0] == "18PORTEXAMPLE45"
    assert "cable 3 of 4 listed" in after[1]
    assert end == ("18PORTEXAMPLE46", "! This is the last cable of the list.")
