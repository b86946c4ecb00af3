"""Goals: where ``:`` leads."""

import pytest

from redactor.review import Session
from redactor.ui.goals import GoalError, goal_of
from redactor.ui.sheet import Sheet


@pytest.fixture
def sheet(session: Session) -> Sheet:
    return Sheet(session.view(session.entries[0].sha256))


@pytest.mark.parametrize(
    ("words", "there"),
    [("20", "spring. He"), ("line 20", "spring. He"), ("p2", "2. (U)"), ("¶ 3", "3. (SBU)"),
     ("paragraph 1", "1. (C)"), ("#1", "VZCZC"), ("item 12", "BT\n")],
)  # fmt: skip
def test_a_place_of_the_cable(session: Session, sheet: Sheet, words: str, there: str) -> None:
    goal = goal_of(words, sheet, session.entries)
    assert goal.cable is None
    assert sheet.text[goal.offset :].startswith(there)


@pytest.mark.parametrize("words", ["18PORTEXAMPLE43", "18portexample43", "EXAMPLE43"])
def test_another_cable_by_its_name(session: Session, sheet: Sheet, words: str) -> None:
    assert goal_of(words, sheet, session.entries).cable == session.entries[1].sha256


def test_another_cable_by_its_hash(session: Session, sheet: Sheet) -> None:
    wanted = session.entries[1].sha256
    assert goal_of(wanted[:10], sheet, session.entries).cable == wanted


@pytest.mark.parametrize(
    ("words", "said"),
    [("999", "the cable has"), ("p9", "no paragraph 9"), ("#0", "no item 0"),
     ("PORTEXAMPLE", "2 cables"), ("zzzz", "no such place"), ("", "no such place")],
)  # fmt: skip
def test_what_is_not_there_is_said(session: Session, sheet: Sheet, words: str, said: str) -> None:
    with pytest.raises(GoalError, match=said):
        goal_of(words, sheet, session.entries)
