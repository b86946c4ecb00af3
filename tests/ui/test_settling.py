"""Two reviewers: the second is blind, and differences are settled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.policy import Support
from redactor.review import Ruling, Session
from redactor.text import Span
from redactor.ui.widgets.pane import WhyPane
from tests.ui.driving import drive, pane, shown, status, watch, words_at_cursor
from tests.ui.world import CABLE, MOMENT, POLICY, open_session

WORDS = "two ferries"


@pytest.fixture
def ann(tmp_path: Path) -> Iterator[Session]:
    """A case that two must sign; ann has signed."""
    opened = open_session(tmp_path, CABLE, policy=POLICY.replace(b"reviews: 1", b"reviews: 2"))
    opened.accept(opened.entries[0].sha256)
    opened.sign(opened.entries[0].sha256)
    yield opened
    opened.case.close()


def session_of(person: str, ann: Session) -> Session:
    return Session(ann.case, person, lambda: MOMENT)


@pytest.fixture
def bob(ann: Session) -> Session:
    """The second one, who withholds a word that ann released, and has signed too."""
    session = session_of("bob", ann)
    cable = session.entries[0].sha256
    session.accept(cable)
    at = CABLE.decode().index(WORDS)
    spans, harm = (Span(at, at + len(WORDS)),), Support(harm="a private matter")
    session.decide(cable, Ruling(spans, "redact", ("b6",), harm))
    session.sign(cable)
    return session


def test_the_second_reviewer_is_told_to_be_blind_and_sees_nothing(ann: Session) -> None:
    text = drive(session_of("bob", ann), "enter", shown, size=(120, 40))
    assert "second review, blind: you see nobody else's decisions" in text
    assert "0 of 12 decided" in text
    assert "●" not in text


def test_the_blind_second_is_not_told_of_differences_before_signing(ann: Session) -> None:
    session = session_of("bob", ann)
    session.accept(session.entries[0].sha256)
    text = drive(session, "enter S", shown, size=(120, 40))
    assert "are compared with yours once you sign" in text
    assert "signers differ" not in text


def test_both_are_told_where_they_differ(bob: Session) -> None:
    text = drive(bob, "enter", shown, size=(120, 40))
    assert "signers differ in 1 place: take your signature back" in text


def test_the_third_sees_only_what_is_contested_and_both_sides_of_it(bob: Session) -> None:
    carla = session_of("carla", bob)
    seen = watch(carla, ["enter"], lambda app: (words_at_cursor(app, 11), pane(app, WhyPane)),
                 size=(120, 40))  # fmt: skip
    words, why = seen[0][0], " ".join(seen[0][1].split())
    assert words == WORDS
    assert "The signers differ here:" in why
    assert "1 released, by ann" in why
    assert "2 withheld under (b)(6), by bob" in why


def test_one_key_takes_a_side_and_the_signature_settles_it(bob: Session) -> None:
    carla = session_of("carla", bob)
    cable = carla.entries[0].sha256
    summary = drive(carla, "enter 2 S", shown, size=(120, 40))
    assert "ann and bob have signed, and differ." in summary
    assert "Your signature settles 1 place where the signers differ: line 22." in summary
    said = drive(carla, "S y", status, size=(120, 40))
    assert said == "Signed: complete; W writes the release."
    (made,) = carla.view(cable).desk.decisions
    assert (made.verdict, made.codes) == ("redact", ("b6",))
    verdicts = {part.decision.verdict for part in carla.board(cable).painting()
                if part.span.cut(CABLE.decode()) == WORDS}  # fmt: skip
    assert verdicts == {"redact"}


def test_siding_with_the_release_is_one_key_where_no_rule_stands_against_it(bob: Session) -> None:
    carla = session_of("carla", bob)
    drive(carla, "enter 1", status)
    (made,) = carla.view(carla.entries[0].sha256).desk.decisions
    assert made.verdict == "release"


def test_where_nobody_differs_there_is_no_side_to_take(ann: Session) -> None:
    said = drive(session_of("bob", ann), "enter 1", status)
    assert said == "! The signers do not differ here."
