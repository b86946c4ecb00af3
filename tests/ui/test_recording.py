"""Entries on the record: flags, notes, referrals and their answers, holds, divisions."""

from pathlib import Path

import pytest

from redactor.review import Appointment, Ruling, Session
from redactor.text import Span
from tests.ui.driving import dialog, drive, listed, review, shown, status, type_out, watch
from tests.ui.world import CABLE, DAY, MOMENT, open_session

WORD = f"enter {'right_curly_bracket ' * 2} {'right ' * 11} v right right right"
"""Selects the word "city" of paragraph 2."""


def palette(name: str) -> str:
    return f"ctrl+p {type_out(name)} enter"


def test_the_menu_says_why_an_entry_can_not_be_made(session: Session) -> None:
    lines = drive(session, "enter f", listed)
    assert any("refer this place" in line for line in lines)
    assert "open the review again: the review is not complete" in "\n".join(lines)
    assert drive(session, "f b", dialog) == "Menu"


def test_a_flag_is_set_and_taken_down_with_a_reason(session: Session) -> None:
    cable = session.entries[0].sha256
    said = drive(session, "enter f m", status)
    assert said == "Flagged mis-marked: lines 1-11."
    (flag,) = session.state(cable).standing.flags
    assert (flag.kind, len(flag.spans)) == ("mis-marked", 1)
    assert drive(session, "f u 1 w h y enter", status) == "No flag mis-marked any more."
    assert session.state(cable).standing.flags == ()


def test_another_flag_by_its_name_and_a_bad_name_is_refused(session: Session) -> None:
    assert "Flagged look-here" in drive(session, f"enter f o {type_out('look-here')} enter", status)
    assert "is no flag" in drive(session, f"f o {type_out('Bad Flag')} enter", status)


def test_a_note_stands_in_the_why_of_its_place(session: Session) -> None:
    keys = f"{WORD} m {type_out('ask the desk')} enter"
    text = drive(session, keys, shown, size=(120, 40))
    assert "note by ann: ask the desk" in text
    (note,) = session.state(session.entries[0].sha256).standing.notes
    assert [span.cut(CABLE.decode()) for span in note.spans] == ["city"]


def test_a_referral_from_the_decision_to_the_denial(session: Session) -> None:
    cable = session.entries[0].sha256
    drive(session, f"enter right_curly_bracket f r {type_out('DOE')} enter", status)
    told = drive(session, f"left_curly_bracket f n {type_out('2027-01-31')} enter", status)
    assert told == "DOE told, lines 19-20."
    said = drive(session, f"left_curly_bracket f d {'down ' * 16} enter h a r m enter", status)
    assert said == "DOE denies lines 19-20."
    (answer,) = session.state(cable).standing.answers
    assert (answer.agency, answer.reply, answer.codes) == ("DOE", "deny", ("b6",))


def test_an_agency_without_objection(session: Session) -> None:
    drive(session, f"enter f r {type_out('CIA')} enter", status)
    assert "has no objection" in drive(session, "g f a", status)
    (answer,) = session.state(session.entries[0].sha256).standing.answers
    assert answer.reply == "no-objection"


def test_a_due_day_that_is_none_is_refused(session: Session) -> None:
    drive(session, f"enter f r {type_out('CIA')} enter", status)
    assert "no day" in drive(session, "g f n s o o n enter", status)


def test_a_hold_by_hand_and_its_lifting(session: Session) -> None:
    assert drive(session, "enter f h w a i t enter", status) == "On hold."
    assert "On hold:" in drive(session, "", shown)
    assert drive(session, "f l d o n e enter", status) == "The hold is lifted."


def test_a_fact_is_attested_and_the_clock_reads_anew(session: Session) -> None:
    fact = type_out("reclassified=yes").replace("=", "equals_sign")
    said = drive(session, f"enter f t {fact} enter m e m o enter", status)
    assert said == "Attested; the clock was read anew."
    assert "no fact" in drive(session, "f t x enter y enter", status)


def test_an_item_is_divided_at_the_cursor_and_joined_again(session: Session) -> None:
    to_middle = f"enter {'right_curly_bracket ' * 2} {'right ' * 11}"
    seen = watch(session, [to_middle, "s", "s"], lambda app: len(review(app).sheet.items))
    assert seen == [12, 13, 12]


def test_a_selection_is_cut_out_of_its_item(session: Session) -> None:
    assert drive(session, f"{WORD} s", lambda app: len(review(app).sheet.items)) == 14


def test_at_the_edge_of_an_item_nothing_is_divided(session: Session) -> None:
    assert "Nothing can be divided here" in drive(session, "enter s", status)


@pytest.fixture
def signed(tmp_path: Path) -> Session:
    """A case whose one cable withholds text under a code that is not printed; signed."""
    session = open_session(tmp_path, CABLE)
    session.appoint(Appointment("chief", "senior", DAY))
    cable = session.entries[0].sha256
    session.accept(cable)
    at = CABLE.decode().index("two ferries")
    session.decide(
        cable, Ruling((Span(at, at + 3),), "redact", ("b1", "1.4(d)"), suppress_code=True)
    )
    session.sign(cable)
    return session


def test_a_senior_official_approves_by_the_menu(signed: Session) -> None:
    chief = Session(signed.case, "chief", lambda: MOMENT)
    cable = chief.entries[0].sha256
    assert "a senior official has to approve" in (chief.board(cable).missing() or "")
    assert drive(chief, "enter f s r i g h t enter", status) == "Approved."
    assert chief.board(cable).missing() is None
    signed.case.close()


def test_a_complete_review_is_opened_again_with_a_reason(signed: Session) -> None:
    said = drive(signed, f"enter {palette('open again')} n e w enter", status)
    assert said == "Open again; all decisions stand."
    assert signed.state(signed.entries[0].sha256).signatures == ()
    signed.case.close()


def test_quality_control_names_what_is_wrong(signed: Session) -> None:
    Session(signed.case, "chief").appoint(Appointment("quinn", "quality", DAY))
    quinn = Session(signed.case, "quinn", lambda: MOMENT)
    assert drive(quinn, "enter f q", dialog) == "Menu"
    assert "Recorded" in drive(quinn, "f q 2 w h y enter", status)
    (check,) = quinn.state(quinn.entries[0].sha256).standing.checks
    assert check.fault == "over-withheld"
    signed.case.close()


def test_an_empty_answer_is_asked_for_again_in_words(session: Session) -> None:
    before, after = watch(session, ["enter m", "enter"], shown)
    assert "This is needed" not in before
    assert "! This is needed: write it, or leave with escape." in after
    assert drive(session, "m enter x enter", status) == "Noted on lines 1-11."
