"""Deciding: one key, one durable decision, and the cursor on the next open item."""

from pathlib import Path

from redactor.review import CaseFile, Session, Verdict
from redactor.ui import ReviewApp
from redactor.ui.dialogs.ask import Line
from tests.ui.driving import (
    dialog,
    drive,
    listed,
    review,
    shown,
    status,
    watch,
    words_at_cursor,
)
from tests.ui.world import CABLE, POLICY, open_session


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
    drive(session, "enter f r D O E enter", lambda app: app)
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
    assert shown == "Ticks"
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


def test_code_that_is_not_legal_is_refused_in_words(tmp_path: Path) -> None:
    old = CABLE.replace(b"MAR 18", b"MAR 90").replace(b"03/15/2038", b"OADR")
    opened = open_session(tmp_path, old)
    lines = drive(opened, "enter c", listed, size=(120, 40))
    opened.case.close()
    assert any("1.4(a)      ends after 25 years: use a 25X code" in line for line in lines)


# Rejecting, repeating, editing

CUE_RULE = b"""\
  - id: other-agency
    title: Another agency's word
    when: {text: {terms: [two ferries]}}
    propose: refer
    scope: match
    agency: DOT
    because: The other agency has an equity in it.
    cite: 32 CFR 2001.34
"""


def test_reject_asks_what_instead_and_does_it(session: Session) -> None:
    seen = watch(session, ["enter right_curly_bracket n", "r", "n o w enter"], dialog)
    assert seen == ["Menu", "Ask", "ReviewScreen"]
    assert standing(session) == [("release", (), "none")]


def test_a_release_that_is_rejected_offers_to_withhold(session: Session) -> None:
    offered = drive(session, "enter n", listed)
    assert "withhold it" in offered[0]
    assert not any("release" in line for line in offered)


def test_reject_with_another_code(session: Session) -> None:
    """The codes of the proposal give way; the harm is asked for."""
    drive(session, f"enter right_curly_bracket n x {'j ' * 16} enter h enter", status)
    assert standing(session) == [("redact", ("b6",), "in-force")]


def test_what_is_decided_can_not_be_rejected(session: Session) -> None:
    assert "decided already" in drive(session, "enter y g n", status)


def test_repeat_does_to_this_place_what_was_done_to_the_last(session: Session) -> None:
    keys = f"enter right_curly_bracket n x {'j ' * 16} enter h enter full_stop"
    drive(session, keys, status)
    assert [codes for _, codes, _ in standing(session)] == [("b6",), ("b6",)]
    view = session.view(session.entries[0].sha256)
    assert [d.support.harm for d in view.desk.decisions] == ["h", "h"]


def test_a_repeated_release_offers_its_reason_again(session: Session) -> None:
    drive(session, "enter right_curly_bracket r o l d enter", status)
    waiting = drive(session, "full_stop", lambda app: app.screen.query_one("#reason", Line).value)
    assert waiting == "old"


def test_the_first_repeat_of_a_day_repeats_the_last_decision_of_the_day_before(
    session: Session,
) -> None:
    drive(session, "enter y", status)
    drive(session, "full_stop", status)
    assert [verdict for verdict, _, _ in standing(session)] == ["release", "release"]


def test_with_nothing_decided_there_is_nothing_to_repeat(session: Session) -> None:
    assert "nothing yet" in drive(session, "enter full_stop", status)


def test_edit_takes_the_place_as_a_selection_and_moves_either_end(session: Session) -> None:
    def selected(app: ReviewApp) -> str:
        screen = review(app)
        span = screen.cursor.selection
        return span.cut(screen.sheet.text) if span else ""

    steps = [
        "enter right_curly_bracket right_curly_bracket e",
        "ctrl+left left left",
        "e ctrl+right",
    ]
    whole, shorter, cut = watch(session, steps, selected)
    assert whole.startswith("2. (U) The city")
    assert whole.endswith("lighthouse.")
    assert shorter.endswith("and a")
    assert cut.startswith("U) The city")


def test_an_edited_span_leaves_the_rest_as_it_was(session: Session) -> None:
    keys = "enter right_curly_bracket right_curly_bracket e ctrl+left left left r"
    drive(session, keys, status)
    view = session.view(session.entries[0].sha256)
    (part,) = view.painting
    text = session.docket(session.entries[0].sha256).cable.text
    assert part.span.cut(text).startswith("2. (U)")
    assert any("lighthouse" in span.cut(text) for span in view.open)


def test_accepting_a_referral_asks_only_to_confirm_the_agency(tmp_path: Path) -> None:
    opened = open_session(tmp_path, CABLE, policy=POLICY + CUE_RULE)
    to_it = "enter l r e f e r enter y"
    agency = drive(opened, to_it, lambda app: app.screen.query_one("#agency", Line).value)
    assert agency == "DOT"
    drive(opened, "y enter", status)
    (made,) = opened.view(opened.entries[0].sha256).desk.decisions
    opened.case.close()
    assert (made.verdict, made.support.agency, made.rule) == ("refer", "DOT", "other-agency")


def test_accepting_what_lacks_its_harm_asks_for_it(tmp_path: Path) -> None:
    bare = POLICY.replace(b"    harm: The person named could suffer reprisals.\n", b"")
    opened = open_session(tmp_path, CABLE, policy=bare)
    to_it = "enter right_curly_bracket j y"
    assert drive(opened, to_it, dialog) == "Ask"
    drive(opened, "y h a r m enter", status)
    (made,) = opened.view(opened.entries[0].sha256).desk.decisions
    opened.case.close()
    assert (made.rule, made.support.harm) == ("in-force", "harm")


def test_withholding_a_whole_paragraph_alone_asks_why_no_part_is_free(tmp_path: Path) -> None:
    """5 USC 552(b): any reasonably segregable portion is provided."""
    opened = open_session(tmp_path, CABLE.replace(b"a lighthouse.", b"a light. It is lit."))
    keys = f"enter right_curly_bracket right_curly_bracket x {'j ' * 16} enter h enter"
    text = drive(opened, keys, shown)
    assert "Why no part of it can be released" in text
    drive(opened, f"x {'j ' * 16} enter h enter w h y enter", status)
    (made,) = opened.view(opened.entries[0].sha256).desk.decisions
    opened.case.close()
    assert made.segregable == "why"
