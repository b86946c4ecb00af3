"""The code picker: recent codes on digits, legal ones first, the law's words beside."""

from pathlib import Path

from redactor.policy import code_table
from redactor.review import Session
from redactor.ui.guidance import guidance
from redactor.ui.pen import Choice, Law, recent_codes
from redactor.ui.widgets.pane import WordsPane
from tests.ui.driving import dialog, drive, frame, listed, pane, review, shown, watch
from tests.ui.world import CABLE, open_session

FOIA = Law("foia", over_25=False)


def words(law: Law, code: str, fault: str | None = None) -> str:
    return "\n".join(saying.text for saying in guidance(Choice(code_table()[code], fault), law))


def test_a_recent_code_is_one_digit(session: Session) -> None:
    keys = f"enter right_curly_bracket n x {'j ' * 16} enter h enter"
    drive(session, keys, dialog)
    lines = drive(session, "c", listed)
    assert lines[0].strip().startswith("1  (b)(6), as lately")
    assert any("1  (b)(6), as lately" in line for line in drive(session, "c", frame))
    pen = drive(session, "c 1 h enter", lambda app: review(app).pen)
    assert pen.codes == ("b6",)


def test_recent_codes_are_those_that_are_legal_here_the_latest_first() -> None:
    used = [("b6",), ("b2",), ("b6",), ("25X1", "b1")]
    assert recent_codes(used, FOIA) == (("b6",), ("b2",))
    assert len(recent_codes([(f"b{n}",) for n in (2, 4, 6, 8)], FOIA, most=2)) == 2


def test_legal_codes_come_first_and_the_others_say_why_not(session: Session) -> None:
    lines = drive(session, "enter c", listed)
    faults = [number for number, line in enumerate(lines) if "25X1" in line]
    assert "begins only after 25 years" in lines[faults[0]]
    assert faults[0] > next(n for n, line in enumerate(lines) if "(b)(6)" in line)


def test_what_is_known_of_the_code_stands_beside_or_below(session: Session) -> None:
    wide = drive(session, "enter c j", shown, size=(120, 40))
    assert any("│ 1.4(a)" in line for line in wide.splitlines())
    narrow = drive(session, "c j", frame)
    assert any("Military plans" in line for line in narrow[15:])


def test_a_code_that_is_not_legal_can_not_be_chosen(session: Session) -> None:
    assert drive(session, f"enter c {'j ' * 60} space enter", dialog) == "CodePicker"


def test_p_goes_back_to_what_the_policy_proposes(session: Session) -> None:
    pens = watch(session, ["enter c j enter", "c p"], lambda app: review(app).pen.codes)
    assert pens == [("b1", "1.4(a)"), ()]


def test_guidance_names_law_needs_and_what_is_printed() -> None:
    said = words(FOIA, "b6")
    assert "5 USC 552(b)(6)." in said
    assert "Legal here: FOIA, record under 25 years." in said
    assert "foreseeably" in said
    assert "The place then reads “denied: (b)(6)”." in said


def test_guidance_on_a_security_code_under_foia() -> None:
    said = words(FOIA, "1.4(d)")
    assert "(b)(1) stands beside it" in said
    assert "Ends on 31 December" in said
    assert "not declassified: (b)(1), 1.4(d)" in said


def test_guidance_says_why_a_code_is_not_legal() -> None:
    assert "! Not legal here: too old" in words(FOIA, "1.4(a)", "too old")


def test_an_old_request_ends_what_the_law_ends_at_25_years(tmp_path: Path) -> None:
    """5 USC 552(b)(5): by the day of the request, not of the review."""
    opened = open_session(tmp_path, CABLE.replace(b"MAR 18", b"MAR 01"))
    docket = opened.docket(opened.entries[0].sha256)
    opened.case.close()
    law = Law.of(docket)
    assert law.over_25_at_request is False
    assert Law("foia", over_25=False, over_25_at_request=True).fault_of_codes(["b5-dp"])


def test_the_guidance_pane_is_never_markup(session: Session) -> None:
    assert "[" not in drive(session, "enter c", lambda app: pane(app, WordsPane))
