"""Deciding many places at once: list, untick, confirm; one undo."""

from pathlib import Path

import pytest

from redactor.review import CaseError, CaseFile, Session, View
from redactor.ui import ReviewApp
from tests.ui.driving import dialog, drive, listed, review, shown, status, watch, words_at_cursor
from tests.ui.world import CABLE, POLICY, open_session

TO_PARAGRAPH = "enter right_curly_bracket"


def anew(session: Session, number: int) -> View:
    """Read a cable's state anew from the disk."""
    case = CaseFile(session.case.path)
    again = Session(case, session.person)
    view = again.view(again.entries[number].sha256)
    case.close()
    return view


def test_an_unticked_item_stays_open(session: Session) -> None:
    drive(session, "enter a down space y", status)
    decided = anew(session, 0)
    assert decided.decided == len(decided.desk.decisions)
    assert len(decided.desk.acts) == 1
    all_of_rule = [item for item in decided.docket.items if item.won_by == "header-fields"]
    assert decided.decided == len(all_of_rule) - 1


def test_nothing_ticked_is_nothing_to_accept(session: Session) -> None:
    assert drive(session, f"{TO_PARAGRAPH} a space space space y", dialog) == "Ticks"
    assert anew(session, 0).decided == 0


def test_a_rule_in_the_whole_case_is_one_act(session: Session) -> None:
    """Both cables are listed with their names; one undo takes all back."""

    def look(app: ReviewApp) -> str:
        return shown(app)

    seen = watch(session, [f"{TO_PARAGRAPH} A", "y", "u"], look, size=(120, 40))
    assert "Accept the rule in-force in the whole case?" in seen[0]
    assert "18PORTEXAMPLE42 " in seen[0]
    assert "18PORTEXAMPLE43 " in seen[0]
    assert "Decided 6 places in 2 cables; u takes all back." in seen[1]
    assert [anew(session, number).decided for number in (0, 1)] == [0, 0]


def test_without_a_rule_there_is_nothing_to_accept_in_the_case(tmp_path: Path) -> None:
    opened = open_session(tmp_path, CABLE, policy=POLICY.replace(b"{level: U}", b"{level: TS}"))
    said = drive(opened, f"{TO_PARAGRAPH} right_curly_bracket A", status)
    opened.case.close()
    assert said.startswith("! No rule proposes anything here")


def test_releasing_the_rest_has_no_key_and_asks_for_a_reason(session: Session) -> None:
    palette = "enter ctrl+p r e l e a s e space t h e space r enter"
    seen = watch(session, [palette, "y", "p u b l i c enter"], dialog)
    assert seen == ["Ticks", "Ask", "ReviewScreen"]
    view = anew(session, 0)
    assert {d.verdict for d in view.desk.decisions} == {"release"}
    assert {d.reason for d in view.desk.decisions} == {"public"}
    assert {item.action for item in view.open_items} == {"redact"}
    assert len(view.desk.acts) == 1


def test_the_sum_below_a_list_counts_what_stays_ticked(session: Session) -> None:
    seen = watch(session, [f"{TO_PARAGRAPH} a", "space"], shown)
    assert "3 of 3 ticked · □ withhold: 3" in seen[0]
    assert "2 of 3 ticked · □ withhold: 2" in seen[1]


def test_where_else_lists_the_whole_case_with_context_and_goes_there(session: Session) -> None:
    to_cue = f"{TO_PARAGRAPH} j"
    seen = watch(session, [f"{to_cue} w", "down"], listed)
    assert len(seen[0]) == 2
    assert "18PORTEXAMPLE42 line 20: …g. He asked that we [strictly protect]" in seen[0][0]

    def look(app: ReviewApp) -> tuple[str, str]:
        return review(app).cable, words_at_cursor(app)

    cable, words = drive(session, "w down enter", look)
    assert cable == session.entries[1].sha256
    assert words.startswith("strictly protect")


def test_where_else_withholds_what_is_ticked_under_the_current_code(session: Session) -> None:
    select = f"{TO_PARAGRAPH} right_curly_bracket {'right ' * 11} v right right right"
    code = "down " * 16 + "enter"
    said = drive(session, f"{select} w space space x {code} h enter", status, size=(120, 40))
    assert "Decided 2 places in 2 cables" in said
    for number in (0, 1):
        view = anew(session, number)
        (made,) = view.desk.decisions
        assert made.verdict == "redact"
        assert [span.cut(view.docket.cable.text) for span in made.spans] == ["city"]


def test_a_cable_that_cannot_be_read_is_named_and_the_others_are_listed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, real = session.entries[1].sha256, Session.view

    def view(self: Session, cable: str) -> View:
        if cable == broken:
            raise CaseError("nothing with this hash is kept")
        return real(self, cable)

    monkeypatch.setattr(Session, "view", view)
    lines = drive(session, f"{TO_PARAGRAPH} j w", listed)
    assert len(lines) == 2
    assert lines[1] == "! 18PORTEXAMPLE43: nothing with this hash is kept"
