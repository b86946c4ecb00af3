"""Blind review: what others decide reaches nobody who might still sign."""

from pathlib import Path

import pytest

from redactor.review import Notification, Refused, spans_for, triggers
from tests.review.world import DAY, World


@pytest.fixture
def two(tmp_path: Path) -> World:
    """Give a case for two reviewers, in which ann has decided and signed."""
    world = World(tmp_path, reviews=2)
    world.decide("ann", "release", "all")
    world.decide("ann", "CIA", "paragraph 3")
    world.sign("ann")
    return world


def shown(world: World, person: str) -> set[str]:
    """Give the kinds of ann's events that a person may know of."""
    session = world[person]
    return {e.kind for e in world.case.events() if e.person == "ann" and session.shows(e)}


OWN = {"decide", "sign"}


def test_nobody_who_may_sign_sees_what_another_decided(two: World) -> None:
    assert shown(two, "ann") >= OWN
    assert not shown(two, "bob") & OWN
    assert shown(two, "bob") == {"open", "policy", "import", "propose"}


def test_all_is_open_when_all_have_signed(two: World) -> None:
    two.decide("bob", "release", "all")
    assert not shown(two, "bob") & OWN
    two.sign("bob")
    assert shown(two, "bob") >= OWN
    assert shown(two, "zoe") >= OWN


def test_what_was_open_stays_open_when_the_review_is_opened_again(two: World) -> None:
    two.decide("bob", "release", "all")
    two.decide("bob", "CIA", "paragraph 3")
    two.sign("bob")
    two["bob"].reopen(two.cable, "an appeal")
    assert shown(two, "bob") >= OWN
    before = len(two.case.events())
    two.decide("ann", "redact", 'text "Quill"')
    fresh = two.case.events(after=before)
    assert [two["bob"].shows(event) for event in fresh] == [False]
    assert [two["ann"].shows(event) for event in fresh] == [True]


def test_one_reviewer_alone_hides_nothing(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.decide("ann", "release", "all")
    assert "decide" in shown(world, "bob")


def test_an_auditor_sees_all_on_the_days_of_the_role_and_never_signs(two: World) -> None:
    two.appoint("ann", "joe", "auditor", until=two.now().date())
    assert shown(two, "joe") >= OWN
    two.decide("joe", "release", "all")
    with pytest.raises(Refused, match="joe is an auditor of this case"):
        two.sign("joe")
    two.wait(days=1)
    assert not shown(two, "joe") & OWN
    with pytest.raises(Refused, match="joe is an auditor of this case"):
        two.sign("joe")


def test_no_message_tells_of_another_reviewers_referral(two: World) -> None:
    two.decide("bob", "redact", "paragraph 3")
    board, view = two["bob"].board(two.cable), two["bob"].view(two.cable)
    told = triggers(view.docket, board.state, view.painting, board.seen_by("bob"))
    assert told == ()


@pytest.mark.parametrize(
    ("agency", "words"),
    [("DOE", "nothing is referred to DOE; referred to: nobody"),
     ("CIA", "to CIA only another place is referred")],
)  # fmt: skip
def test_no_refusal_names_another_reviewers_referral(two: World, agency: str, words: str) -> None:
    spans = spans_for(two["bob"].docket(two.cable), "all")
    with pytest.raises(Refused, match=words):
        two["bob"].notify(two.cable, Notification(agency, spans, DAY))
