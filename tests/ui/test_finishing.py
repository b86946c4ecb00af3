"""Signing, writing, leaving and coming back."""

from pathlib import Path

from redactor.release import NotReleasableError
from redactor.review import Refused, Ruling, Session
from redactor.text import Span
from tests.ui.driving import dialog, drive, frame, review, status, words_at_cursor
from tests.ui.world import CABLE, POLICY, open_session


def test_signing_too_early_says_what_is_missing(session: Session) -> None:
    said = drive(session, "enter S", status, size=(120, 30))
    assert "12 items are undecided" in said
    assert not session.state(session.entries[0].sha256).signatures


def test_signing_shows_counts_before_it_asks(session: Session) -> None:
    session.accept(session.entries[0].sha256)
    shown = "\n".join(drive(session, "enter S", frame))
    assert "Sign 18PORTEXAMPLE42 as ann?" in shown
    assert "● 9 places released" in shown
    lines = [line.strip(" │") for line in shown.splitlines()]
    withheld = lines.index("■ 3 places withheld")
    assert lines[withheld + 1] == "2 under (b)(1), 1.4(b), 1.4(d)"
    assert not session.state(session.entries[0].sha256).signatures


def test_signing_warns_of_words_withheld_here_and_released_there(tmp_path: Path) -> None:
    data = CABLE.replace(b"a lighthouse", b"a harbor minister")
    opened = open_session(tmp_path, data)
    opened.accept(opened.entries[0].sha256)
    at = data.decode().index("harbor minister")
    ruling = Ruling((Span(at, at + 15),), "redact", ("b1", "1.4(d)"))
    opened.decide(opened.entries[0].sha256, ruling)
    shown = "\n".join(drive(opened, "enter S", frame))
    opened.case.close()
    assert "! What is withheld at" in shown


def test_what_would_leak_is_proposed_to_be_withheld_and_decided_as_any_proposal(
    tmp_path: Path,
) -> None:
    opened = open_session(tmp_path, CABLE.replace(b"a lighthouse", b"a harbor minister"))
    cable = opened.entries[0].sha256
    opened.accept(cable)
    at = CABLE.decode().index("harbor minister")
    opened.decide(cable, Ruling((Span(at, at + 15),), "redact", ("b1", "1.4(d)")))
    offered = "\n".join(drive(opened, "enter S", frame))
    said = drive(opened, "enter S f", status, size=(120, 30))
    assert "propose to withhold it" in offered
    assert "Proposed to withhold 1 place more" in said
    (item,) = opened.view(cable).open_items
    assert item.span.cut(opened.docket(cable).cable.text) == "harbor minister"
    drive(opened, "enter j y", status)
    assert not opened.view(cable).open
    decision = opened.state(cable).desk("ann").decisions[-1]
    assert (decision.verdict, decision.codes, decision.rule) == (
        "redact", ("b1", "1.4(d)"), "leak-search",
    )  # fmt: skip
    drive(opened, "enter u", status)
    assert opened.view(cable).open
    opened.case.close()


def test_nothing_is_proposed_where_nothing_leaks(session: Session) -> None:
    session.accept(session.entries[0].sha256)
    assert "propose to withhold" not in "\n".join(drive(session, "enter S", frame))
    assert "Sign 18PORTEXAMPLE42 as ann?" in "\n".join(drive(session, "enter S f", frame))
    assert session.view(session.entries[0].sha256).open == ()


def test_one_of_two_signatures_is_not_enough_and_says_so(tmp_path: Path) -> None:
    opened = open_session(tmp_path, CABLE, policy=POLICY.replace(b"reviews: 1", b"reviews: 2"))
    opened.accept(opened.entries[0].sha256)
    said = drive(opened, "enter S y", status, size=(120, 30))
    again = drive(opened, "S", status, size=(120, 30))
    opened.case.close()
    assert "still to do: 1 more person has to sign" in said
    assert "has signed this cable already" in again


def test_deciding_after_signing_is_refused_in_words(session: Session) -> None:
    cable = session.entries[0].sha256
    session.accept(cable)
    session.sign(cable)
    said = drive(session, "enter r", status, size=(120, 30))
    assert "undo the signature" in said


def test_write_publishes_and_says_where(session: Session) -> None:
    written: list[str] = []

    def publish(cable: str) -> str:
        written.append(cable)
        return "out/public/R-0001"

    said = drive(session, "enter W", status, publish=publish)
    assert written == [session.entries[0].sha256]
    assert "out/public/R-0001" in said


def test_who_leaves_the_cable_while_its_release_is_written_loses_nothing(session: Session) -> None:
    session.accept(session.entries[0].sha256)
    session.sign(session.entries[0].sha256)
    written: list[str] = []

    def publish(cable: str) -> str:
        written.append(cable)
        return "out/public/R-0001"

    assert drive(session, "enter W q", dialog, publish=publish) == "QueueScreen"
    assert written == [session.entries[0].sha256]


def test_a_release_that_is_held_is_said_and_nothing_breaks(session: Session) -> None:
    def refuse(_cable: str) -> str:
        raise NotReleasableError("words withheld on line 3 are released on line 9")

    said = drive(session, "enter W", status, publish=refuse)
    assert said == "! words withheld on line 3 are released on line 9"

    def not_complete(_cable: str) -> str:
        raise Refused("1 more person has to sign")

    assert "1 more person" in drive(session, "W", status, publish=not_complete)


def test_a_long_sentence_is_shown_whole(session: Session) -> None:
    sentence = "a sentence that takes more than one line on a narrow screen " * 3

    def refuse(_cable: str) -> str:
        raise Refused(sentence)

    shown = " ".join(" ".join(drive(session, "enter W", frame, publish=refuse)).split())
    assert sentence.strip() in shown


def test_the_next_start_is_where_the_reviewer_was(session: Session) -> None:
    drive(session, "enter greater_than_sign right_curly_bracket Q", lambda _app: None)
    cable, words = drive(session, "", lambda app: (review(app).cable, words_at_cursor(app)))
    assert cable == session.entries[1].sha256
    assert words.startswith("1. (C)")


def test_back_leads_to_the_queue_with_the_new_state(session: Session) -> None:
    shown = "\n".join(drive(session, "enter y q", frame))
    assert "in progress" in shown
    assert "1 of 24 items decided" in shown


def test_what_others_wrote_is_taken_in_on_the_way_back(session: Session) -> None:
    def look(shown: list[str]) -> str:
        return "\n".join(shown)

    other = Session(session.case, "bob")
    other.accept(other.entries[1].sha256)
    other.sign(other.entries[1].sha256)
    assert "complete" in look(drive(session, "enter q", frame))


def test_a_cable_on_hold_says_so_in_the_header_and_can_not_be_signed(tmp_path: Path) -> None:
    rule = b"""\
  - id: wait
    title: Hold
    when: {captions: [SIPDIS]}
    propose: hold
    scope: cable
    because: The desk officer has not answered.
    cite: House rule
"""
    opened = open_session(tmp_path, CABLE, policy=POLICY + rule)
    shown = drive(opened, "enter S", frame)
    queue = drive(opened, "q", frame)
    opened.case.close()
    assert shown[2].startswith(" ! On hold: ")
    assert "the cable is on hold" in "\n".join(shown[-4:])
    assert "! on hold" in queue[2]
