"""Deciding: one key, one durable decision, and the cursor on the next open item."""

from pathlib import Path

from textual.widgets import OptionList

from redactor.review import CaseFile, Session, Verdict
from redactor.ui import ReviewApp
from tests.ui.driving import drive, review, status, words_at_cursor
from tests.ui.world import CABLE, open_session


def standing(session: Session) -> list[tuple[Verdict, tuple[str, ...], str]]:
    """Give the decisions that stand on the first cable, read anew from the disk."""
    case = CaseFile(session.case.path)
    again = Session(case, session.person)
    view = again.view(again.entries[0].sha256)
    decisions = [(d.verdict, d.codes, d.rule) for d in view.desk.decisions]
    case.close()
    return decisions


def test_accept_is_on_disk_and_goes_to_the_next_open_item(session: Session) -> None:
    at = drive(session, "enter y", words_at_cursor)
    assert standing(session) == [("release", (), "header-fields")]
    assert at.startswith("E.O. 13526")


def test_withhold_takes_the_proposed_codes_when_none_is_chosen(session: Session) -> None:
    drive(session, "enter right_curly_bracket x", words_at_cursor)
    assert standing(session) == [("redact", ("b1", "1.4(b)", "1.4(d)"), "in-force")]


def test_withhold_without_a_code_asks_for_one_and_for_its_harm(session: Session) -> None:
    keys = "enter x " + "j " * 9 + "enter h a r m enter"
    drive(session, keys, lambda app: app)
    assert standing(session) == [("redact", ("b2",), "none")]


def test_an_empty_answer_decides_nothing(session: Session) -> None:
    drive(session, "enter x " + "j " * 9 + "enter enter escape", lambda app: app)
    assert standing(session) == []


def test_release_of_a_proposed_release_is_one_key(session: Session) -> None:
    drive(session, "enter r", lambda app: app)
    assert standing(session) == [("release", (), "header-fields")]


def test_release_against_the_proposal_asks_for_a_reason(session: Session) -> None:
    waiting = drive(session, "enter right_curly_bracket r", lambda app: type(app.screen).__name__)
    assert waiting == "Ask"
    assert standing(session) == []
    drive(session, "r p u b l i c enter", lambda app: app)
    assert standing(session) == [("release", (), "none")]
    view = session.view(session.entries[0].sha256)
    assert view.desk.decisions[0].reason == "public"


def test_release_over_a_withheld_place_asks_for_a_reason(session: Session) -> None:
    keys = "enter x " + "j " * 9 + "enter h enter g r"
    waiting = drive(session, keys, lambda app: type(app.screen).__name__)
    assert waiting == "Ask"


def test_releasing_a_released_place_again_clears_it_with_a_reason(session: Session) -> None:
    waiting = drive(session, "enter r g r", lambda app: type(app.screen).__name__)
    assert waiting == "Ask"
    drive(session, "r p u b l i c enter", lambda app: app)
    view = session.view(session.entries[0].sha256)
    assert [d.reason for d in view.desk.decisions] == [None, "public"]


def test_item_unit_leaves_alone_what_was_decided_by_itself(session: Session) -> None:
    """A word withheld inside a paragraph stays withheld when the rest is released."""
    to_word = "enter right_curly_bracket right_curly_bracket " + "right " * 11
    keys = to_word + "v right right right x " + "j " * 9 + "enter h enter r"
    screen = drive(session, keys, review)
    cable = session.entries[0].sha256
    withheld = [p.span for p in session.view(cable).painting if p.decision.verdict == "redact"]
    assert [span.cut(screen.sheet.text) for span in withheld] == ["city"]


def test_refer_asks_to_whom(session: Session) -> None:
    drive(session, "enter f D O E enter", lambda app: app)
    assert standing(session) == [("refer", (), "none")]
    view = session.view(session.entries[0].sha256)
    assert view.desk.decisions[0].support.agency == "DOE"


def test_nothing_is_decided_on_white_space(session: Session) -> None:
    said = drive(session, "enter right_curly_bracket up x", status)
    assert "nothing to decide here" in said
    assert standing(session) == []


def test_a_decided_item_is_not_accepted_twice(session: Session) -> None:
    said = drive(session, "enter y g y", status)
    assert "decided already" in said
    assert len(standing(session)) == 1


def test_undo_and_redo_are_durable_and_go_to_the_place(session: Session) -> None:
    at = drive(session, "enter y y u", words_at_cursor)
    assert at.startswith("E.O. 13526")
    assert len(standing(session)) == 1
    drive(session, "ctrl+r", words_at_cursor)
    assert len(standing(session)) == 2


def test_undo_that_would_release_withheld_text_asks_for_a_reason(session: Session) -> None:
    keys = "enter y g x " + "j " * 9 + "enter h enter u"
    waiting = drive(session, keys, lambda app: type(app.screen).__name__)
    assert waiting == "Ask"
    assert len(standing(session)) == 2
    drive(session, "u w h y enter", lambda app: app)
    assert len(standing(session)) == 1


def test_undo_of_nothing_says_so(session: Session) -> None:
    assert "nothing to undo" in drive(session, "enter u", status)


def test_rest_of_a_rule_is_shown_then_accepted_as_one_act(session: Session) -> None:
    shown = drive(session, "enter a", lambda app: type(app.screen).__name__)
    assert shown == "BulkAccept"
    assert standing(session) == []
    drive(session, "a y", lambda app: app)
    assert {rule for _, _, rule in standing(session)} == {"header-fields"}
    view = session.view(session.entries[0].sha256)
    assert len(view.desk.acts) == 1


def test_whole_cable_in_five_keys(session: Session) -> None:
    """A cable whose proposals are right: list, widen, accept, sign, confirm."""
    said = drive(session, "enter a a y S y", status)
    assert "Signed: complete" in said
    assert session.board(session.entries[0].sha256).complete


def test_end_of_cable_is_said_and_the_next_one_stays_shut(session: Session) -> None:
    said, cable = drive(session, "enter a a y", lambda app: (status(app), review(app).cable))
    assert "Nothing is open here any more" in said
    assert cable == session.entries[0].sha256


def test_deciding_rolls_over_to_what_was_left(session: Session) -> None:
    at = drive(session, "enter j j y G y", words_at_cursor)
    assert at.startswith("VZCZCXYZ0001")


def test_chosen_code_stays_for_the_next_withholding(session: Session) -> None:
    keys = "enter c " + "j " * 9 + "enter h enter x x"
    drive(session, keys, lambda app: app)
    assert [codes for _, codes, _ in standing(session)] == [("b2",), ("b2",)]


def choices(app: ReviewApp) -> list[str]:
    """Give every line of the code picker, in sight or not."""
    return [str(option.prompt) for option in app.screen.query_one(OptionList).options]


def test_code_that_is_not_legal_is_refused_in_words(tmp_path: Path) -> None:
    old = CABLE.replace(b"MAR 18", b"MAR 90").replace(b"03/15/2038", b"OADR")
    opened = open_session(tmp_path, old)
    shown = drive(opened, "enter c", choices, size=(120, 40))
    opened.case.close()
    assert any("    1.4(a)      ends after 25 years: use a 25X code" in line for line in shown)
