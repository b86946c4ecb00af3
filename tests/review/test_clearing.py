"""Findings that are cleared by a second person, and fixes that are proposed beside the policy."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from redactor.policy import Support
from redactor.review import Finding, Fix, Refused, spans_for
from redactor.text import Span
from tests.review.world import B6, World

PLACE = 'text "lighthouse"'


@pytest.fixture
def one(tmp_path: Path) -> World:
    """Give a cable that one person reviews."""
    return World(tmp_path)


@pytest.fixture
def two(tmp_path: Path) -> World:
    """Give a cable that two people review without knowing of each other."""
    return World(tmp_path, reviews=2)


def spans(world: World, spec: str = PLACE) -> tuple[Span, ...]:
    return spans_for(world["ann"].docket(world.cable), spec)


def finding(world: World, spec: str = PLACE) -> Finding:
    return Finding("F-12345678", "leak", spans(world, spec))


def fix(world: World, spec: str = PLACE, codes: tuple[str, ...] = ("b6",)) -> Fix:
    support = B6 if codes else Support()
    return Fix(
        "F-12345678", spans(world, spec), "leak-search", "Withheld at line 3.", codes, support
    )


def review(world: World, *people: str) -> None:
    for person in people:
        world.decide(person, "release", "all")
        world[person].sign(world.cable)


def clear(world: World, person: str, reason: str | None = "it is known") -> None:
    world[person].clear(world.cable, [finding(world)], reason)


def cleared(world: World) -> Sequence[str]:
    """Give who cleared what counts."""
    return [each.person for each in world["ann"].board(world.cable).completed().clearances]


def test_where_one_person_reviews_that_person_clears(one: World) -> None:
    review(one, "ann")
    clear(one, "ann")
    assert cleared(one) == ["ann"]


def test_where_two_review_whose_decision_counts_does_not_clear(two: World) -> None:
    review(two, "ann", "bob")
    with pytest.raises(Refused, match=r"ann decided what .* F-12345678 \(line 18\); a second.*bob"):
        clear(two, "ann")
    clear(two, "bob")
    assert cleared(two) == ["bob"]


def test_a_third_person_clears_too(two: World) -> None:
    review(two, "ann", "bob")
    clear(two, "eve")
    assert cleared(two) == ["eve"]


def test_nothing_is_cleared_before_all_have_signed(two: World) -> None:
    review(two, "ann")
    with pytest.raises(Refused, match="when the reviewers have signed and agree"):
        clear(two, "bob")


def test_a_clearance_needs_a_reason(one: World) -> None:
    review(one, "ann")
    with pytest.raises(Refused, match="clearing a finding needs a reason"):
        clear(one, "ann", " ")


def test_an_auditor_and_who_is_no_reviewer_clear_nothing(two: World) -> None:
    two.appoint("ann", "eve", "auditor")
    for person in ("ann", "bob"):
        two.appoint("eve", person, "reviewer")
    review(two, "ann", "bob")
    with pytest.raises(Refused, match="eve is an auditor"):
        clear(two, "eve")
    with pytest.raises(Refused, match="the roster does not name joe as a reviewer"):
        clear(two, "joe")


def test_a_clearance_is_taken_back_until_the_release(one: World) -> None:
    review(one, "ann")
    clear(one, "ann")
    one["bob"].unclear(one.cable, ["F-12345678"], "not so")
    assert cleared(one) == []
    with pytest.raises(Refused, match="F-12345678 is not cleared on this cable; cleared are none"):
        one["bob"].unclear(one.cable, ["F-12345678"], "again")
    clear(one, "ann")
    one.release()
    with pytest.raises(Refused, match="released as R-0001"):
        one["ann"].unclear(one.cable, ["F-12345678"], "too late")
    with pytest.raises(Refused, match="released as R-0001"):
        clear(one, "ann")


def test_a_clearance_does_not_count_where_its_person_came_to_decide_there(two: World) -> None:
    review(two, "ann", "bob")
    clear(two, "bob")
    two["ann"].undo(two.cable)
    two["ann"].sign(two.cable)  # now bob is the first of the two
    assert cleared(two) == []


def test_the_journal_keeps_who_cleared_what_and_no_text(one: World) -> None:
    review(one, "ann")
    clear(one, "ann")
    event = one.case.events()[-1]
    assert (event.kind, event.person, event.body["finding"]) == ("clear", "ann", "F-12345678")
    assert event.remarks == {"reason": "it is known"}
    assert "lighthouse" not in str(event.body)


# Fixes


def test_a_fix_is_proposed_on_an_open_review_and_accepted_as_any_proposal(one: World) -> None:
    one.decide("ann", "release", "all")
    one["ann"].suggest(one.cable, [fix(one)])
    view = one["ann"].view(one.cable)
    (item,) = view.open_items
    assert (item.span, item.action, item.codes, item.won_by) == (
        spans(one)[0], "redact", ("b6",), "leak-search",
    )  # fmt: skip
    one["ann"].accept(one.cable)
    (part,) = [p for p in one["ann"].view(one.cable).painting if p.decision.verdict == "redact"]
    assert (part.span, part.decision.rule) == (spans(one)[0], "leak-search")
    one["ann"].undo(one.cable)
    assert one["ann"].view(one.cable).open == spans(one)


def test_a_fix_of_a_complete_review_opens_it_again(two: World) -> None:
    review(two, "ann", "bob")
    two["eve"].suggest(two.cable, [fix(two)])
    assert two.kinds()[-2:] == ["suggest", "reopen"]
    for person in ("ann", "bob"):
        assert two[person].view(two.cable).open == spans(two)
        two[person].accept(two.cable)
        two[person].sign(two.cable)
    assert two.missing() is None
    assert [hit.id for item in two["ann"].board(two.cable).completed().proposals.items
            for hit in item.rules].count("leak-search") == 1  # fmt: skip


def test_while_a_review_is_blind_a_fix_is_its_persons_own(two: World) -> None:
    two.decide("ann", "release", "all")
    two["bob"].claim(two.cable, "ann is away")
    two.decide("bob", "release", "all")
    two["ann"].suggest(two.cable, [fix(two)])
    assert two["ann"].view(two.cable).open == spans(two)
    assert two["bob"].view(two.cable).open == ()
    assert [two["bob"].shows(event) for event in two.case.events() if event.kind == "suggest"] == [
        False
    ]


def test_a_fix_can_be_rejected(one: World) -> None:
    one.decide("ann", "release", "all")
    one["ann"].suggest(one.cable, [fix(one)])
    one.decide("ann", "release", PLACE)
    assert one["ann"].view(one.cable).open == ()


def test_a_fix_without_a_code_is_to_be_looked_at(one: World) -> None:
    one.decide("ann", "release", "all")
    one["ann"].suggest(one.cable, [fix(one, codes=())])
    accepted = one["ann"].accept(one.cable)
    assert [why for _, why in accepted.left] == ["proposed for review"]


def test_the_same_fix_is_not_proposed_twice(one: World) -> None:
    one.decide("ann", "release", "all")
    one["ann"].suggest(one.cable, [fix(one)])
    with pytest.raises(Refused, match="nothing is left to propose"):
        one["ann"].suggest(one.cable, [fix(one)])


def test_nothing_is_proposed_on_a_signed_or_released_review(two: World) -> None:
    review(two, "ann")
    with pytest.raises(Refused, match="ann has signed this cable"):
        two["ann"].suggest(two.cable, [fix(two)])
    review(two, "bob")
    two.release()
    with pytest.raises(Refused, match="released as R-0001; reopen it first"):
        two["bob"].suggest(two.cable, [fix(two)])


def test_a_case_says_with_which_folders_it_is_compared(one: World) -> None:
    one["ann"].compare_with(["/past", "/older"])
    assert one["bob"].past == ("/past", "/older")
    one["bob"].compare_with([])
    assert one["ann"].past == ()
    assert one.case.events()[-1].body == {"folders": [], "replaces": ["/past", "/older"]}
