"""People: two reviewers, senior officials, the roster, claims, and a policy that changes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from redactor.policy import parse_policy
from redactor.review import Appointment, Refused
from tests.review.world import DAY, POLICY, World


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
def two(tmp_path: Path) -> World:
    return World(tmp_path, reviews=2)


def suppressed(world: World) -> None:
    """Let ann withhold a word without printing its code, and sign."""
    world.decide("ann", "release", "all")
    ruling = world.ruling("redact", 'text "lighthouse"')
    world["ann"].decide(world.cable, replace(ruling, suppress_code=True))
    world.sign("ann")


# Senior approval


def test_a_code_is_hidden_with_senior_approval_only(world: World) -> None:
    suppressed(world)
    with pytest.raises(Refused, match=r"senior official has to approve: the code is not printed"):
        world.release()
    world.appoint("ann", "eve", "senior")
    world["eve"].approve(world.cable, "the code would name the agency")
    assert "[less than 1 line denied]" in world.release()[1]


def test_only_a_senior_official_who_did_not_sign_approves(world: World) -> None:
    suppressed(world)
    with pytest.raises(Refused, match="bob is no senior official"):
        world["bob"].approve(world.cable, "fine")
    world.appoint("bob", "ann", "senior")
    with pytest.raises(Refused, match="ann signed this cable"):
        world["ann"].approve(world.cable, "fine")
    world.appoint("ann", "eve", "senior")
    with pytest.raises(Refused, match="needs a reason"):
        world["eve"].approve(world.cable, None)


def test_a_later_decision_voids_an_approval(world: World) -> None:
    suppressed(world)
    world.appoint("ann", "eve", "senior")
    world["eve"].approve(world.cable, "the code would name the agency")
    assert world.missing() is None
    world["ann"].undo(world.cable)
    ruling = world.ruling("redact", 'text "lighthouse"')
    world["ann"].decide(world.cable, replace(ruling, suppress_code=True))
    world.sign("ann")
    assert "the code is not printed" in str(world.missing())


def test_a_flag_for_the_public_interest_asks_a_senior_official(world: World) -> None:
    world.decide("ann", "release", "all")
    world["ann"].flag(world.cable, "public-interest")
    world.sign("ann")
    assert "the public interest is to be weighed" in str(world.missing())
    world.appoint("ann", "eve", "senior")
    world["eve"].approve(world.cable, "it outweighs the harm")
    assert world.missing() is None


def test_what_is_marked_unclassified_is_classified_with_senior_approval_only(world: World) -> None:
    world.decide("ann", "release", "all")
    ruling = world.ruling("redact", "paragraph 2")
    world["ann"].decide(world.cable, replace(ruling, codes=("b1", "1.4(d)")))
    world.sign("ann")
    assert "marked unclassified is withheld for national security" in str(world.missing())


def test_nothing_is_approved_before_it_is_signed_or_when_nothing_waits(world: World) -> None:
    world.appoint("ann", "eve", "senior")
    with pytest.raises(Refused, match="when the reviewers have signed"):
        world["eve"].approve(world.cable, "early")
    world.decide("ann", "release", "all")
    world.sign("ann")
    with pytest.raises(Refused, match="nothing on this cable waits"):
        world["eve"].approve(world.cable, "late")


# The roster


def test_nobody_puts_themselves_on_the_roster(world: World) -> None:
    with pytest.raises(Refused, match="nobody puts themselves"):
        world.appoint("ann", "ANN", "senior")


def test_seniors_keep_the_roster_once_there_are_some(world: World) -> None:
    world.appoint("ann", "eve", "senior")
    with pytest.raises(Refused, match="kept by its senior officials"):
        world.appoint("ann", "bob", "reviewer")
    world.appoint("eve", "bob", "reviewer")
    assert world["ann"].roster.holds("bob", "reviewer", DAY)


def test_a_roster_whose_seniors_have_all_gone_is_kept_by_the_others_again(world: World) -> None:
    world.appoint("ann", "eve", "senior", until=DAY)
    world.wait(days=1)
    with pytest.raises(Refused, match="nobody puts themselves"):
        world.appoint("ann", "ann", "senior")
    world.appoint("ann", "joe", "senior")
    with pytest.raises(Refused, match="kept by its senior officials"):
        world.appoint("ann", "bob", "reviewer")


def test_a_role_is_held_on_its_days_only(world: World) -> None:
    world["ann"].appoint(Appointment("Eve", "senior", DAY, date(2026, 12, 31)))
    roster = world["ann"].roster
    days = [date(2026, 11, 22), DAY, date(2026, 12, 31), date(2027, 1, 1)]
    assert [roster.holds("eve", "senior", day) for day in days] == [False, True, True, False]
    with pytest.raises(Refused, match="before it begins"):
        world["eve"].appoint(Appointment("bob", "senior", DAY, date(2026, 1, 1)))


def test_a_new_entry_replaces_the_old_one_of_that_role(world: World) -> None:
    world.appoint("ann", "bob", "quality")
    world["ann"].appoint(Appointment("bob", "quality", DAY, DAY))
    assert not world["ann"].roster.holds("bob", "quality", date(2026, 11, 24))
    assert world.case.events()[-1].body["replaces"] == [4]


def test_who_is_not_on_the_roster_does_not_sign(world: World) -> None:
    world.appoint("ann", "bob", "reviewer")
    world.decide("ann", "release", "all")
    with pytest.raises(Refused, match="does not name ann as a reviewer"):
        world.sign("ann")


def test_a_classified_portion_is_released_by_an_authority_of_the_roster(world: World) -> None:
    world.decide("ann", "release", "all")
    world.appoint("ann", "bob", "authority")
    world.sign("ann")
    assert "a declassification authority of the roster" in str(world.missing())
    world.appoint("bob", "ann", "authority")
    assert world.missing() is None


def test_the_event_says_in_which_role_a_person_acted(world: World) -> None:
    world.appoint("ann", "eve", "senior")
    world["eve"].note(world.cable, "seen")
    world["ann"].note(world.cable, "seen too")
    assert [event.role for event in world.case.events()[-2:]] == ["senior", "reviewer"]
    assert {event.policy for event in world.case.events()[2:]} == {world["ann"].policy.ref.sha256}


# Two reviewers


def test_a_disagreement_is_an_event_with_its_places(two: World) -> None:
    two.decide("ann", "release", "all")
    two.sign("ann")
    two.decide("bob", "release", "all")
    two.decide("bob", "redact", 'text "Quill"')
    two.sign("bob")
    assert list(two.kinds())[-2:] == ["sign", "disagree"]
    assert len(two.case.events()[-1].body["spans"]) == 2
    assert two["ann"].board(two.cable).stage == "differing"


def test_a_senior_official_settles_where_the_roster_names_one(two: World) -> None:
    for person, verdict in (("ann", "release"), ("bob", "redact")):
        two.decide(person, "release", "all")
        two.decide(person, verdict, "paragraph 3")
        two.sign(person)
    two.appoint("ann", "eve", "senior")
    two.decide("joe", "redact", "paragraph 3")
    with pytest.raises(Refused, match="a senior official of the roster settles"):
        two.sign("joe")
    two["eve"].claim(two.cable, "joe may not settle it")
    two.decide("eve", "redact", "paragraph 3")
    two.sign("eve")
    assert two["ann"].board(two.cable).complete


# Claims


def test_nobody_works_unknowingly_where_another_does(two: World) -> None:
    two.decide("ann", "release", "paragraph 2")
    with pytest.raises(Refused, match=r"ann is at work on this cable, last at 09:00 UTC"):
        two.decide("bob", "release", "paragraph 2")
    with pytest.raises(Refused, match="ann is at work"):
        two["bob"].accept(two.cable)


def test_a_signature_gives_a_cable_back(two: World) -> None:
    two.decide("ann", "release", "all")
    two.sign("ann")
    two.decide("bob", "release", "all")


def test_a_claim_expires(two: World) -> None:
    two["ann"].claim(two.cable)
    two.wait(minutes=29)
    with pytest.raises(Refused, match="ann is at work"):
        two.decide("bob", "release", "paragraph 2")
    two.wait(minutes=2)
    two.decide("bob", "release", "paragraph 2")
    with pytest.raises(Refused, match="bob is at work"):
        two.decide("ann", "release", "paragraph 2")


def test_a_cable_is_taken_over_with_a_note(two: World) -> None:
    two["ann"].claim(two.cable)
    with pytest.raises(Refused, match=r"ann is at work .* to take it over, say why in a note"):
        two["bob"].claim(two.cable)
    two["bob"].claim(two.cable, "ann is on leave")
    event = two.case.events()[-1]
    assert (event.body, event.remarks) == ({"replaces": "ann"}, {"note": "ann is on leave"})
    two.decide("bob", "release", "paragraph 2")


def test_a_claim_is_given_back_by_its_holder_only(two: World) -> None:
    two["ann"].claim(two.cable)
    with pytest.raises(Refused, match="bob holds no claim"):
        two["bob"].unclaim(two.cable)
    two["ann"].unclaim(two.cable)
    two.decide("bob", "release", "paragraph 2")


# A policy that changes


def test_a_policy_changes_with_a_reason_and_what_is_released_stays_under_its_own(
    world: World,
) -> None:
    other = parse_policy(POLICY.replace("bucket", "none").replace("REVIEWS", "1").encode(), "b")
    world.decide("ann", "release", "all")
    world.decide("ann", "redact", 'text "lighthouse"')
    with pytest.raises(Refused, match="needs a reason"):
        world["ann"].change_policy(other, None)
    world.sign("ann")
    with pytest.raises(Refused, match="signed under the policy of now"):
        world["ann"].change_policy(other, "amounts harm")
    before = world.release()
    world["ann"].change_policy(other, "amounts harm")
    world["ann"].change_policy(other, "amounts harm")
    assert world["ann"].policy.amount == "none"
    assert world.release() == before
    world["ann"].reopen(world.cable, "to leave the amount out")
    world.sign("ann")
    assert "[denied: (b)(6)]" in world.release()[1]
    assert list(world.kinds()).count("policy") == 2
