"""The queue."""

from pathlib import Path

from redactor.review import CaseFile, Session
from redactor.ui.widgets.cables import CableList
from tests.ui.driving import drive, frame, review, status
from tests.ui.world import CABLE, MOMENT, open_session


def test_it_lists_cables_with_state_level_date_and_open_items(session: Session) -> None:
    shown = drive(session, "", frame)
    assert shown[0].split() == [
        "redactor",
        "small",
        "1",
        "·",
        "foia",
        "·",
        "as",
        "of",
        "2026-11-23",
        "reviewer",
        "ann",
    ]
    assert shown[1].split() == ["state", "cable", "level", "frees", "on", "open", "subject"]
    assert "○ untouched" in shown[2]
    assert "18PORTEXAMPLE4" in shown[2]
    assert "2038-03-15   12  HARBOR TALKS" in shown[2]


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
    assert "18PORTEXAMPLE5" in shown[20]
    assert cursor == 59


def test_help_lists_every_key_and_sign(session: Session) -> None:
    shown = "\n".join(drive(session, "question_mark", frame, size=(100, 50)))
    assert "Open this cable." in shown
    assert "in progress" in shown
    assert "≠" in shown
