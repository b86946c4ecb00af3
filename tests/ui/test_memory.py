"""Memory: counts of the case, and the same words decided before."""

from pathlib import Path

from redactor.review import Ruling, Session
from redactor.text import Span
from redactor.ui.memory import Memory
from tests.ui.world import CABLE, POLICY, open_session


def learn(memory: Memory, session: Session, number: int) -> None:
    entry = session.entries[number]
    memory.take(entry, session.state(entry.sha256), session.view(entry.sha256))


def test_counts_are_given_once_every_cable_is_known(session: Session) -> None:
    memory = Memory()
    learn(memory, session, 0)
    assert memory.counts(2) is None
    learn(memory, session, 1)
    assert memory.counts(2) == (0, 24)


def test_a_cable_that_was_left_out_leaves_the_counts_unknown(session: Session) -> None:
    memory = Memory()
    learn(memory, session, 0)
    memory.skip(session.entries[1], session.state(session.entries[1].sha256))
    assert memory.counts(2) is None


def test_a_decision_makes_a_cable_unknown_until_it_is_taken_in_again(session: Session) -> None:
    memory, cable = Memory(), session.entries[0].sha256
    learn(memory, session, 0)
    session.accept(cable, session.view(cable).open_items[:1])
    assert not memory.knows(cable, session.state(cable))


def test_the_same_paragraph_elsewhere_under_another_number_and_mark(tmp_path: Path) -> None:
    other = CABLE.replace(b"000042", b"000043").replace(
        b"2. (U) The city has two", b"7. (C) THE CITY HAS\nTWO"
    )
    opened = open_session(tmp_path, CABLE, other)
    second = opened.entries[1].sha256
    at = other.decode().index("7. (C)")
    end = other.decode().index("lighthouse.") + len("lighthouse.")
    opened.decide(second, Ruling((Span(at, end),), "redact", ("b1", "1.4(d)")))
    memory = Memory()
    learn(memory, opened, 1)
    text = CABLE.decode()
    here = Span(text.index("2. (U)"), text.index("lighthouse.") + len("lighthouse."))
    (found,) = memory.earlier(here.cut(text), opened.entries[0].sha256, here)
    opened.case.close()
    assert (found.cable, found.decision.verdict) == (second, "redact")
    assert found.name == "18PORTEXAMPLE43"


def test_a_place_is_no_precedent_for_itself(session: Session) -> None:
    memory, cable = Memory(), session.entries[0].sha256
    session.accept(cable)
    learn(memory, session, 0)
    part = session.view(cable).painting[0]
    words = part.span.cut(session.docket(cable).cable.text)
    assert list(memory.earlier(words, cable, part.span)) == []


def test_what_a_blind_reviewer_may_not_see_is_not_remembered(tmp_path: Path) -> None:
    opened = open_session(tmp_path, CABLE, policy=POLICY.replace(b"reviews: 1", b"reviews: 2"))
    cable = opened.entries[0].sha256
    opened.accept(cable)
    other = Session(opened.case, "bob")
    memory = Memory()
    learn(memory, other, 0)
    text = CABLE.decode()
    at = text.index("The harbor")
    assert list(memory.earlier(text[at : at + 300], "", Span(0, 0))) == []
    opened.case.close()
