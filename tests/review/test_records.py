"""What stands on a cable's own record: referrals, holds, reopening, facts, notes and flags."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from redactor.policy import Support
from redactor.review import (
    FactError,
    Notification,
    Refused,
    Response,
    Ruling,
    lacks_segregability,
    read_fact,
    referrals,
    spans_for,
)
from tests.review.world import CABLE, DAY, HARM, World

HELD = CABLE.replace("suggests a visit", "suggests that the station chief visit")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def referred(world: World, *agencies: str, sign: bool = True) -> None:
    """Let ann release all but the third paragraph, and refer that."""
    world.decide("ann", "release", "all")
    for agency in agencies:
        world.decide("ann", agency, "paragraph 3")
    if sign:
        world.sign("ann")


def answer(world: World, agency: str, reply: str = "deny", spec: str = "paragraph 3") -> None:
    spans = spans_for(world["ann"].docket(world.cable), spec)
    denial = ("b1", "1.4(c)") if reply == "deny" else ()
    said = Response(agency, spans, "deny" if reply == "deny" else "no-objection", denial)
    world["ann"].answer(world.cable, said)


# Referrals


def test_an_open_referral_blocks_the_release(world: World) -> None:
    referred(world, "CIA")
    assert world.missing() == "a referral is unanswered at line 20"
    with pytest.raises(Refused, match="unanswered"):
        world.release()


def test_a_denial_withholds_the_place_under_the_agencys_codes(world: World) -> None:
    referred(world, "CIA")
    answer(world, "cia")
    _, text = world.release()
    assert "visit in May" not in text
    assert "[1 line not declassified: (b)(1), 1.4(c)]" in " ".join(text.split())


def test_of_several_agencies_a_denial_by_one_wins(world: World) -> None:
    referred(world, "CIA", "DOE")
    answer(world, "DOE", "no objection")
    assert world.missing() == "a referral is unanswered at line 20"
    answer(world, "CIA")
    _, text = world.release()
    assert "visit in May" not in text


def test_denials_accumulate_their_codes(world: World) -> None:
    referred(world, "CIA", "DOE")
    answer(world, "CIA")
    spans = spans_for(world["ann"].docket(world.cable), "paragraph 3")
    statute = Support(statute="42 USC 2162")
    world["ann"].answer(world.cable, Response("DOE", spans, "deny", ("b3",), statute))
    _, text = world.release()
    assert "(b)(1), 1.4(c), (b)(3) 42 USC 2162" in " ".join(text.split())


def test_an_answer_without_objection_leaves_the_decision_to_the_reviewers(world: World) -> None:
    referred(world, "CIA")
    answer(world, "CIA", "no objection")
    assert "no agency objects to the release of line 20" in str(world.missing())
    world["ann"].undo(world.cable)
    world.decide("ann", "release", "paragraph 3")
    world.sign("ann")
    assert "visit in May" in world.release()[1]


def test_no_reviewer_releases_what_an_agency_denies(world: World) -> None:
    referred(world, "CIA", sign=False)
    answer(world, "CIA")
    with pytest.raises(Refused, match="denies the release of line 20"):
        world.decide("ann", "release", "paragraph 3")
    answer(world, "CIA", "no objection")
    world.decide("ann", "release", "paragraph 3")


def test_no_reviewer_releases_what_an_agency_was_told_of(world: World) -> None:
    referred(world, "CIA", sign=False)
    spans = spans_for(world["ann"].docket(world.cable), "paragraph 3")
    world["ann"].notify(world.cable, Notification("CIA", spans, DAY, date(2026, 12, 23)))
    with pytest.raises(Refused, match="the agency was told"):
        world.decide("ann", "release", "paragraph 3")


def test_no_redo_outdoes_a_denial_or_a_question_that_is_open(world: World) -> None:
    world.decide("ann", "release", "all")
    world.decide("ann", "CIA", "paragraph 3")
    world.decide("ann", "release", "paragraph 3")
    world["ann"].undo(world.cable)
    spans = spans_for(world["ann"].docket(world.cable), "paragraph 3")
    world["ann"].notify(world.cable, Notification("CIA", spans, DAY))
    world["ann"].redo(world.cable, "back to where it was")
    world.sign("ann")
    assert world.missing() == "a referral is unanswered at line 20"
    answer(world, "CIA")
    assert "visit in May" not in world.release()[1]


def test_no_answer_changes_what_is_released(world: World) -> None:
    referred(world, "CIA")
    answer(world, "CIA")
    world.release()
    with pytest.raises(Refused, match="released as R-0001; open the review again first"):
        answer(world, "CIA", "no objection")


def test_a_referral_ages(world: World) -> None:
    referred(world, "CIA", sign=False)
    (found,) = referrals(world["ann"].state(world.cable))
    assert found.state(DAY) == "identified"
    spans = found.spans
    world["ann"].notify(world.cable, Notification("CIA", spans, DAY, date(2026, 12, 23)))
    (found,) = referrals(world["ann"].state(world.cable))
    assert [found.state(day) for day in (date(2026, 12, 23), date(2026, 12, 24))] == [
        "notified", "overdue",
    ]  # fmt: skip
    answer(world, "CIA")
    (found,) = referrals(world["ann"].state(world.cable))
    assert found.state(date(2027, 1, 1)) == "answered"


def test_a_partial_answer_leaves_the_rest_open(world: World) -> None:
    referred(world, "CIA")
    answer(world, "CIA", spec='text "visit in May"')
    assert "unanswered" in str(world.missing())


@pytest.mark.parametrize(
    ("agency", "spec", "words"),
    [("DOE", "paragraph 3", "nothing is referred to DOE"), ("CIA", "all", "only line 20")],
)
def test_only_what_was_referred_is_answered(
    world: World, agency: str, spec: str, words: str
) -> None:
    referred(world, "CIA")
    with pytest.raises(Refused, match=words):
        answer(world, agency, spec=spec)


def test_a_denial_needs_a_legal_code(world: World) -> None:
    referred(world, "CIA")
    spans = spans_for(world["ann"].docket(world.cable), "paragraph 3")
    with pytest.raises(Refused, match="harm"):
        world["ann"].answer(world.cable, Response("CIA", spans, "deny", ("b6",)))


# Holds


def test_a_hold_is_lifted_with_a_reason_only(tmp_path: Path) -> None:
    world = World(tmp_path, HELD)
    world.decide("ann", "release", "all")
    with pytest.raises(Refused, match="on hold"):
        world.sign("ann")
    with pytest.raises(Refused, match="needs a reason"):
        world["ann"].lift(world.cable, " ")
    world["ann"].lift(world.cable, "the post has no station")
    world.sign("ann")
    assert world.release()[0] == "R-0001"
    with pytest.raises(Refused, match="not on hold"):
        world["ann"].lift(world.cable, "again")


def test_a_hold_by_hand_stops_a_cable_until_it_is_lifted(world: World) -> None:
    world.decide("ann", "release", "all")
    world["bob"].hold(world.cable, "a court asks for it")
    assert world["ann"].board(world.cable).stage == "on hold"
    assert world.missing() == "the cable is on hold: Put on hold by bob."
    world["ann"].lift(world.cable, "the court has it")
    assert world["ann"].board(world.cable).stage == "in progress"


def test_a_lifted_hold_holds_again_for_another_reason(tmp_path: Path) -> None:
    world = World(tmp_path, HELD)
    world["ann"].lift(world.cable, "the post has no station")
    assert world["ann"].docket(world.cable).proposals.hold is None
    world["bob"].hold(world.cable, "a doubt")
    assert "other-agency" in str(world["ann"].docket(world.cable).proposals.hold)


def test_restricted_data_keeps_its_hold_until_its_agency_denies_it(tmp_path: Path) -> None:
    world = World(tmp_path, CABLE.replace("3. (C)", "3. (C//RD)"))
    assert world["ann"].docket(world.cable).proposals.hold
    with pytest.raises(Refused, match=r"marked RD, FRD or TFNI: refer it"):
        world["ann"].lift(world.cable, "it looks harmless")
    world.decide("ann", "DOE", "paragraph 3")
    with pytest.raises(Refused, match="marked anew"):
        answer(world, "DOE", "no objection")
    spans = spans_for(world["ann"].docket(world.cable), "paragraph 3")
    denial = Response("DOE", spans, "deny", ("b3",), Support(statute="42 USC 2162"))
    world["ann"].answer(world.cable, denial)
    world["ann"].lift(world.cable, "DOE has answered")
    for spec in ("lines 1-19", "lines 21-23"):
        world.decide("ann", "release", spec)
    world.sign("ann")
    assert "visit in May" not in world.release()[1]


# Reopening


def test_a_released_review_is_opened_again_with_a_reason(world: World) -> None:
    world.decide("ann", "redact", "paragraph 3")
    world.decide("ann", "release", "lines 1-19")
    world.decide("ann", "release", "lines 21-23")
    world.sign("ann")
    assert world.release()[0] == "R-0001"
    with pytest.raises(Refused, match="needs a reason"):
        world["ann"].reopen(world.cable, None)
    world["ann"].reopen(world.cable, "an appeal")
    board = world["ann"].board(world.cable)
    assert (board.stage, board.view("ann").open) == ("in progress", ())
    with pytest.raises(Refused, match="nothing to undo"):
        world["ann"].undo(world.cable)
    world.decide("ann", "release", "paragraph 3")
    world.sign("ann")
    number, text = world.release()
    assert number == "R-0002"
    assert "visit in May" in text


def test_a_review_that_is_not_complete_is_not_opened_again(world: World) -> None:
    with pytest.raises(Refused, match="nothing to open again"):
        world["ann"].reopen(world.cable, "why not")


def test_what_a_release_shows_is_withheld_later_only_with_senior_approval(world: World) -> None:
    world.decide("ann", "release", "all")
    world.sign("ann")
    world.release()
    world["ann"].reopen(world.cable, "a name was overlooked")
    world.decide("ann", "redact", "paragraph 3")
    world.sign("ann")
    assert "an earlier release shows what is withheld now (line 20)" in str(world.missing())
    world.appoint("ann", "eve", "senior")
    world["eve"].approve(world.cable, "the head of the agency has said so in writing")
    assert world.missing() is None


# Facts, notes, flags


def test_an_attested_event_frees_what_it_frees(tmp_path: Path) -> None:
    event = CABLE.replace("DECL: 03/15/2038", "DECL: UPON END OF TALKS")
    world = World(tmp_path, event)
    before = world["ann"].docket(world.cable)
    assert before.dated.overall.status == "classified"
    name, value = read_fact("event-on=2019-03-01")
    world["ann"].attest(world.cable, {name: value}, "press release of that day")
    after = world["ann"].docket(world.cable)
    assert (after.dated.overall.status, after.dated.overall.rule) == ("declassified", "event")
    assert {item.won_by for item in after.items} >= {"released-by-date"}
    world["ann"].attest(world.cable, {name: None}, "it was another event")
    assert world["ann"].docket(world.cable).dated == before.dated


def test_facts_are_not_attested_under_a_signature(world: World) -> None:
    world.decide("ann", "release", "all")
    world.sign("ann")
    with pytest.raises(Refused, match="ann signed what the clock said before"):
        world["bob"].attest(world.cable, {"permanent": False}, "the schedule")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("event-on=2019-03-01", "2019-03-01"),
        ("overall=ts", "TS"),
        ("permanent=no", False),
        ("extension=2040-01-01,2020-01-01", ["2040-01-01", "2020-01-01"]),
        ("delays=referral,2025-02-03", [["referral", "2025-02-03"]]),
        ("delays=referral,2025-02-03,,2026-02-03",
         [["referral", "2025-02-03", None, "2026-02-03"]]),
        ("series-until=none", None),
    ],
)  # fmt: skip
def test_facts_are_written_in_one_way(world: World, words: str, value: object) -> None:
    name, read = read_fact(words)
    assert read == value
    world["ann"].attest(world.cable, {name: read}, "the file")
    facts = world["ann"].docket(world.cable).dated.facts
    assert (getattr(facts, name) == type(facts)._field_defaults[name]) == (value is None)


@pytest.mark.parametrize("words", ["evnt=1", "event-on=soon", "permanent=maybe", "overall=X",
                                   "delays=holiday,2025-01-01", "extension=,"])  # fmt: skip
def test_a_fact_that_is_none_is_refused(words: str) -> None:
    with pytest.raises(FactError):
        read_fact(words)


def test_notes_and_flags_stand_beside_the_decisions(world: World) -> None:
    spans = spans_for(world["ann"].docket(world.cable), "paragraph 2")
    world["ann"].note(world.cable, "compare with the cable of the day before", spans)
    world["ann"].flag(world.cable, "mis-marked", spans)
    standing = world["bob"].state(world.cable).standing
    assert [(note.person, note.spans) for note in standing.notes] == [("ann", spans)]
    assert [flag.kind for flag in standing.flags] == ["mis-marked"]
    with pytest.raises(Refused, match="there is mis-marked"):
        world["bob"].unflag(world.cable, "hurry", "done")
    world["bob"].unflag(world.cable, "mis-marked", "the mark is right")
    assert not world["ann"].state(world.cable).standing.flags


def test_the_words_of_a_note_stay_out_of_the_log(world: World) -> None:
    world["ann"].note(world.cable, "compare Quill")
    event = world.case.events()[-1]
    assert event.body == {"spans": []}
    assert event.remarks == {"note": "compare Quill"}


def test_a_divided_item_is_decided_in_its_parts(world: World) -> None:
    docket = world["ann"].docket(world.cable)
    (words,) = spans_for(docket, 'text "lighthouse"')
    world["ann"].split(world.cable, [words.end + 1])
    divided = world["ann"].docket(world.cable)
    assert len(divided.items) == len(docket.items) + 1
    (part,) = [item for item in divided.items if item.span.end == words.end + 1]
    world["ann"].accept(world.cable, [part])
    assert world["ann"].view(world.cable).decided == 1
    world["ann"].join(world.cable, [words.end + 1])
    assert world["ann"].docket(world.cable).items == docket.items
    with pytest.raises(Refused, match="no item is divided"):
        world["ann"].join(world.cable, [words.end + 1])
    with pytest.raises(Refused, match="inside an item"):
        world["ann"].split(world.cable, [0])


def test_a_denied_place_can_still_be_withheld_by_the_reviewer(world: World) -> None:
    referred(world, "CIA", sign=False)
    answer(world, "CIA")
    ruling = Ruling(
        spans_for(world["ann"].docket(world.cable), "paragraph 3"), "redact", ("b6",),
        Support(harm=HARM),
    )  # fmt: skip
    world["ann"].decide(world.cable, ruling)
    world.sign("ann")
    assert "(b)(6)" in world.release()[1]


@pytest.mark.parametrize(
    ("verdict", "spec", "more", "wants"),
    [
        ("redact", "paragraph 2", {}, True),
        ("redact", "paragraph 2", {"remarks": {"segregable": "each names him"}}, False),
        ("redact", "paragraph 2", {"rule": "a-rule"}, False),
        ("release", "paragraph 2", {}, False),
        ("redact", 'text "ferries"', {}, False),
        ("redact", "paragraph 3", {}, False),
    ],
)
def test_a_paragraph_withheld_whole_wants_a_word_on_segregability(
    world: World, verdict: str, spec: str, more: dict[str, Any], *, wants: bool
) -> None:
    world["ann"].decide(world.cable, replace(world.ruling(verdict, spec), **more))
    view = world["ann"].view(world.cable)
    lacking = lacks_segregability(view.docket, view.painting)
    assert [view.docket.cable.lines.named((span,)) for span in lacking] == ["line 18"] * wants
