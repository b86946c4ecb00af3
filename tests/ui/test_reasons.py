"""The why panel's words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.review import Ruling, Session
from redactor.text import Span
from redactor.ui.reasons import explain
from redactor.ui.sayings import Saying
from redactor.ui.sheet import Sheet
from tests.ui.world import CABLE, POLICY, open_session

TEXT = CABLE.decode()


def why(session: Session, words: str) -> list[Saying]:
    cable = session.entries[0].sha256
    board = session.board(cable)
    return list(explain(board, Sheet(board.view(session.person)), TEXT.index(words)))


def said(sayings: list[Saying]) -> str:
    return "\n".join(saying.text for saying in sayings)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_session(tmp_path, CABLE)
    yield opened
    opened.case.close()


def test_it_names_rules_strongest_first_with_all_that_they_say(session: Session) -> None:
    words = said(why(session, "strictly protect"))
    assert words.startswith("□ Proposed: withhold under (b)(1), 1.4(b), 1.4(d), (b)(6)")
    assert "(wins)" in words
    assert "The words ask to protect a person." in words
    assert "5 USC 552(b)(6)" in words
    assert "line 20: “strictly protect”" in words
    assert "small.yaml:27" in words


def test_it_shows_the_arithmetic_of_the_date(session: Session) -> None:
    words = said(why(session, "harbor minister"))
    assert "Paragraph 1: classified, frees 2038-03-15, as of 2026-11-23." in words
    assert "has not come" in words


def test_it_names_flags_with_what_they_mean(tmp_path: Path) -> None:
    folder = tmp_path / "far"
    folder.mkdir()
    opened = open_session(folder, CABLE.replace(b"03/15/2038", b"03/15/2058"))
    words = said(why(opened, "harbor minister"))
    opened.case.close()
    assert "Paragraph 1: classified, frees 2043-12-31" in words
    assert "! date-over-25-years: The date lies more than 25 years after the origin" in words
    assert "32 CFR 2001.30(l)" in words


def test_a_marked_subject_has_a_clock_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "subject"
    folder.mkdir()
    opened = open_session(folder, CABLE.replace(b"SUBJECT: HARBOR", b"SUBJECT: (U) HARBOR"))
    docket = opened.docket(opened.entries[0].sha256)
    sheet = Sheet(opened.view(opened.entries[0].sha256))
    board = opened.board(opened.entries[0].sha256)
    text = docket.cable.text
    subject, tags = (
        said(list(explain(board, sheet, text.index(words)))) for words in ("HARBOR", "TAGS")
    )
    opened.case.close()
    assert "The subject: unclassified" in subject
    assert "The cable: classified, frees 2038-03-15" in tags


def test_it_says_when_no_rule_matched(tmp_path: Path) -> None:
    policy = POLICY.split(b"  - id: in-force")[0]
    folder = tmp_path / "other"
    folder.mkdir()
    opened = open_session(folder, CABLE, policy=policy)
    words = said(why(opened, "harbor minister"))
    opened.case.close()
    assert "No rule matched" in words
    assert "stays withheld until a person decides" in words
    assert "Paragraph 1: classified, frees 2038-03-15, as of 2026-11-23." in words
    assert "32 CFR 2001.12(c)(1)" in words


def test_it_shows_what_was_decided_by_whom_and_why(session: Session) -> None:
    at = TEXT.index("two ferries")
    ruling = Ruling((Span(at, at + 11),), "release", remarks={"reason": "it is well known"})
    session.decide(session.entries[0].sha256, ruling)
    words = said(why(session, "two ferries"))
    assert "● Decided: released, by ann, 2026-11-23 14:02" in words
    assert "no rule proposed it" in words
    assert "reason: it is well known" in words
    assert "other parts of this item are decided" in said(why(session, "lighthouse"))


def test_it_says_so_where_nothing_is_to_decide(session: Session) -> None:
    words = said(why(session, "\n\n1."))
    assert words.startswith("Nothing to decide here")
    assert "The cable: classified, frees 2038-03-15, as of 2026-11-23." in words


def test_signers_who_differ_are_shown_to_each_other(tmp_path: Path) -> None:
    policy = POLICY.replace(b"reviews: 1", b"reviews: 2")
    folder = tmp_path / "two"
    folder.mkdir()
    ann = open_session(folder, CABLE, policy=policy)
    cable = ann.entries[0].sha256
    at = TEXT.index("two ferries")
    ann.accept(cable)
    ann.sign(cable)
    bob = Session(ann.case, "bob")
    assert "ann" not in said(why(bob, "two ferries"))
    bob.accept(cable)
    bob.decide(cable, Ruling((Span(at, at + 11),), "redact", ("b1", "1.4(d)")))
    bob.sign(cable)
    words = said(why(bob, "two ferries"))
    ann.case.close()
    assert "The signers differ here:" in words
    assert "released, by ann" in words
