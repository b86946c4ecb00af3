"""Others at work: claims, taking over, and what is learned of the case while nobody types."""

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

from redactor.release import Amount
from redactor.review import CaseFile, Session
from redactor.ui.preview import Preview
from redactor.ui.screens import cable as screens_cable
from redactor.ui.sheet import Sheet
from redactor.ui.widgets.pane import PreviewPane, WhyPane
from tests.ui.driving import drive, pane, review, shown, status, type_out, watch
from tests.ui.world import CABLE, MOMENT, open_session

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An opened cable is claimed at once."""
    monkeypatch.setattr("redactor.ui.screens.company._CLAIM_AFTER", 0.001)


def claims(session: Session) -> list[tuple[str, str]]:
    """Give who claimed and gave back, read anew from the disk."""
    case = CaseFile(session.case.path)
    kinds = [(event.kind, event.person) for event in case.events()]
    case.close()
    return [(kind, person) for kind, person in kinds if kind in ("claim", "unclaim")]


@pytest.mark.usefixtures("at_once")
def test_an_opened_cable_is_claimed_and_given_back_when_nothing_was_decided(
    session: Session,
) -> None:
    drive(session, "enter q", status)
    assert claims(session) == [("claim", "ann"), ("unclaim", "ann")]


def test_the_release_is_shown_too_when_the_cable_was_claimed_while_it_was_composed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a long cable that takes longer than a reviewer has to stay for a claim."""
    claimed = Event()

    def claim(own: Session, cable: str) -> None:
        Session.claim(own, cable)
        claimed.set()

    def slowly(sheet: Sheet, amount: Amount) -> Preview:
        assert claimed.wait(60)
        return compose(sheet, amount)

    compose: Callable[[Sheet, Amount], Preview] = vars(screens_cable)["_preview_of"]
    monkeypatch.setattr(screens_cable, "_preview_of", slowly)
    monkeypatch.setattr("redactor.ui.screens.company._CLAIM_AFTER", 0.3)
    monkeypatch.setattr(session, "claim", partial(claim, session))
    words = drive(session, "enter", lambda app: pane(app, PreviewPane), size=(200, 50))
    assert words.startswith("[undecided]")


@pytest.mark.usefixtures("at_once")
def test_a_cable_that_was_worked_on_stays_claimed(session: Session) -> None:
    watch(session, ["enter", "y", "q"], lambda _app: None)
    assert claims(session) == [("claim", "ann")]
    claim = session.state(session.entries[0].sha256).claim
    assert claim is not None
    assert claim.person == "ann"


@pytest.mark.usefixtures("at_once")
def test_the_next_cable_is_claimed_and_the_one_before_given_back(session: Session) -> None:
    watch(session, ["enter", "greater_than_sign"], lambda _app: None)
    assert claims(session)[:3] == [("claim", "ann"), ("unclaim", "ann"), ("claim", "ann")]


def test_who_only_looks_through_the_case_claims_nothing(session: Session) -> None:
    drive(session, "enter greater_than_sign less_than_sign q", status)
    assert claims(session) == []


@pytest.mark.usefixtures("at_once")
def test_what_is_signed_is_not_claimed(session: Session) -> None:
    cable = session.entries[0].sha256
    session.accept(cable)
    session.sign(cable)
    drive(session, "enter q", status)
    assert claims(session) == []


@pytest.mark.usefixtures("at_once")
def test_somebody_else_at_work_is_told_and_taken_over_with_a_note(session: Session) -> None:
    bob = Session(session.case, "bob", lambda: MOMENT)
    bob.claim(bob.entries[0].sha256)
    text = drive(session, "enter", shown, size=(120, 30))
    assert "! bob is at work on this cable, last at 14:02:11." in text
    assert "bob is at work on this cable" in drive(session, "y", status, size=(120, 30))
    assert drive(session, f"C {type_out('bob is ill')} enter", status) == "The cable is yours now."
    assert "bob is at work" not in drive(session, "", shown)
    assert claims(session) == [("claim", "bob"), ("claim", "ann")]


def test_with_nobody_else_at_work_there_is_nothing_to_take_over(session: Session) -> None:
    assert "Nobody else" in drive(session, "enter C", status)


def test_the_same_words_decided_in_another_cable_stand_in_the_why(tmp_path: Path) -> None:
    """Both cables are known once both were opened."""
    opened = open_session(tmp_path, CABLE, CABLE.replace(b"000042", b"000043"))
    opened.accept(opened.entries[0].sha256)
    keys = "enter greater_than_sign right_curly_bracket right_curly_bracket"
    words = drive(opened, keys, lambda app: pane(app, WhyPane), size=(120, 40))
    opened.case.close()
    assert "The same words elsewhere" in words
    assert "18PORTEXAMPLE42: released, by ann" in " ".join(words.split())


def test_counts_of_the_whole_case_once_every_cable_is_known(session: Session) -> None:
    seen = watch(session, ["enter", "greater_than_sign"], status)
    assert seen[0].startswith("0 of 12 decided · 12 open here")
    assert seen[1].startswith("0 of 24 decided · 12 open here")


def test_the_limit_stays_over_cables(session: Session) -> None:
    keys = f"enter l {type_out('rule:protected')} enter greater_than_sign"
    limit = drive(session, keys, lambda app: review(app).limit)
    assert limit is not None
    assert limit.words == "rule:protected"
