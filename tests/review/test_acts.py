"""What a person may decide, and what is refused with which words."""

from dataclasses import replace
from typing import Literal

import pytest

from redactor.policy import Support, Workflow
from redactor.review import Board, CableState, Refused, Ruling
from redactor.review import acts as rules
from redactor.review.events import Draft, Event
from redactor.review.fold import fold_cable
from redactor.text import Span
from tests.review.builder import MOMENT, docket

WHOLE = docket().content
B1 = ("b1", "1.4(d)")
ALONE = Workflow(reviews=1)


Step = tuple[Draft, ...] | Literal["sign", "undo", "redo"]


def board(*acts: tuple[str, Step], workflow: Workflow = ALONE, restricted: bool = False) -> Board:
    """Give the board after these acts, each by a person."""
    now = Board(docket(restricted=restricted), CableState(), workflow)
    count = 0
    for person, step in acts:
        drafts = step if isinstance(step, tuple) else getattr(rules, step)(now, person)
        events = [
            Event(count + i, count + 1, MOMENT, person, "c", d.kind, d.body, d.remarks)
            for i, d in enumerate(drafts, 1)
        ]
        count += len(events)
        now = replace(now, state=fold_cable(events, now.state))
    return now


def ruling(verdict: str, *spans: Span) -> Ruling:
    if verdict == "redact":
        return Ruling(spans, "redact", B1)
    return Ruling(spans, "release")


def deciding(*rulings: Ruling) -> tuple[Draft, ...]:
    return rules.decide(board(), "ann", rulings)


def test_a_decision_says_all_that_the_record_needs() -> None:
    (draft,) = deciding(
        Ruling((WHOLE[0],), "redact", ("b6",), Support(harm="shows a home address"), "rule-x",
               remarks={"note": "seen twice"})
    )  # fmt: skip
    assert draft.body == {
        "spans": [[WHOLE[0].start, WHOLE[0].end]],
        "verdict": "redact",
        "codes": ["b6"],
        "rule": "rule-x",
        "policy": "0" * 64,
    }
    assert draft.remarks == {"note": "seen twice", "harm": "shows a home address"}


def test_a_decision_names_those_it_replaces() -> None:
    before = board(("ann", deciding(ruling("release", WHOLE[0]))))
    (draft,) = rules.decide(before, "ann", [ruling("redact", WHOLE[0])])
    assert draft.body["replaces"] == [1]


def test_nothing_is_decided_on_white_space() -> None:
    gap = Span(WHOLE[0].end, WHOLE[1].start)
    with pytest.raises(Refused, match="nothing to decide"):
        deciding(ruling("release", gap))


@pytest.mark.parametrize(
    ("refused", "words"),
    [
        (Ruling(WHOLE, "redact", ()), "code"),
        (Ruling(WHOLE, "redact", ("b99",)), "b99"),
        (Ruling(WHOLE, "redact", ("b6",)), "harm"),
        (Ruling(WHOLE, "redact", ("b3",)), "statute"),
        (Ruling(WHOLE, "redact", ("b1",)), "1.4"),
        (Ruling(WHOLE, "redact", ("25X6",)), "25"),
        (Ruling(WHOLE, "refer"), "agency"),
        (Ruling(WHOLE, "release", ("b6",)), "no codes"),
    ],
)
def test_an_incomplete_decision_is_refused_with_what_is_wanted(refused: Ruling, words: str) -> None:
    with pytest.raises(Refused, match=words):
        deciding(refused)


@pytest.mark.parametrize("verdict", ["release", "redact"])
def test_a_portion_of_restricted_data_is_only_ever_referred(verdict: str) -> None:
    restricted = board(restricted=True)
    with pytest.raises(Refused, match="only be referred"):
        rules.decide(restricted, "ann", [ruling(verdict, Span(WHOLE[0].start, WHOLE[0].start + 1))])
    referral = Ruling((WHOLE[0],), "refer", support=Support(agency="DOE"))
    assert rules.decide(restricted, "ann", [referral])


def test_if_one_ruling_of_an_act_is_refused_none_counts() -> None:
    with pytest.raises(Refused):
        deciding(ruling("release", WHOLE[0]), Ruling(WHOLE, "redact", ()))


def test_accepting_decides_what_is_clear_and_leaves_the_rest_with_a_reason() -> None:
    view = board().view("ann")
    accepted = rules.accept(view, view.open_items)
    assert [(r.verdict, r.rule) for r in accepted.rulings] == [
        ("redact", "rule-redact"),
        ("release", "rule-release"),
    ]
    assert [why for _, why in accepted.left] == ["proposed for review"]


def test_accepting_touches_only_what_is_open() -> None:
    half = Span(WHOLE[0].start, WHOLE[0].start + 9)
    view = board(("ann", deciding(ruling("release", half)))).view("ann")
    accepted = rules.accept(view, view.open_items)
    assert accepted.rulings[0].spans == (Span(half.end, WHOLE[0].end),)


def test_nobody_signs_before_all_is_decided() -> None:
    with pytest.raises(Refused, match=r"3 items are undecided \(lines 1, 3, 5\)"):
        rules.sign(board(), "ann")


SIGNED: tuple[tuple[str, Step], ...] = (
    ("ann", deciding(ruling("release", *WHOLE))),
    ("ann", "sign"),
)


def test_the_same_person_does_not_sign_twice() -> None:
    with pytest.raises(Refused, match="ann has signed"):
        rules.sign(board(*SIGNED, workflow=Workflow(reviews=2)), "ann")


def test_who_has_signed_does_not_decide_on() -> None:
    with pytest.raises(Refused, match="undo the signature"):
        rules.decide(board(*SIGNED), "ann", [ruling("redact", WHOLE[0])])


def test_a_cable_on_hold_is_not_signed() -> None:
    held = Board(docket(hold="it waits for DOE"), CableState(), ALONE)
    with pytest.raises(Refused, match="on hold: it waits for DOE"):
        rules.sign(held, "ann")


def test_undo_takes_the_last_act_and_redo_brings_it_back() -> None:
    one = ("ann", deciding(ruling("release", WHOLE[0])))
    two = ("ann", deciding(ruling("redact", WHOLE[1])))
    (step,) = rules.undo(board(one, two), "ann")
    said = {"act": 2, "spans": [[*WHOLE[1]]]}
    assert (step.kind, step.body) == ("undo", said)
    (back,) = rules.redo(board(one, two, ("ann", (step,))), "ann")
    assert (back.kind, back.body) == ("redo", said)


def test_undo_asks_also_where_the_first_reviewers_release_lies_beneath() -> None:
    open_ = Workflow(reviews=2, blind_second=False)
    first = ("ann", deciding(ruling("release", *WHOLE)))
    withheld = ("bob", deciding(ruling("redact", WHOLE[1])))
    now = board(first, ("ann", "sign"), withheld, workflow=open_)
    with pytest.raises(Refused, match="this would release line 3"):
        rules.undo(now, "bob")
    (step,) = rules.undo(now, "bob", "ann is right")
    assert step.remarks == {"reason": "ann is right"}


def test_there_is_nothing_to_undo_or_redo_at_first() -> None:
    with pytest.raises(Refused, match="nothing to undo"):
        rules.undo(board(), "ann")
    with pytest.raises(Refused, match="nothing to redo"):
        rules.redo(board(), "ann")


def test_an_undo_that_would_release_withheld_text_asks_for_a_reason() -> None:
    acts = (
        ("ann", deciding(ruling("release", WHOLE[0]))),
        ("ann", deciding(ruling("redact", WHOLE[0]))),
    )
    with pytest.raises(Refused, match="would release line 1"):
        rules.undo(board(*acts), "ann")
    (step,) = rules.undo(board(*acts), "ann", "the name is public")
    assert step.remarks == {"reason": "the name is public"}


def test_a_redo_that_would_release_withheld_text_asks_for_a_reason() -> None:
    acts = (
        ("ann", deciding(ruling("redact", WHOLE[0]))),
        ("ann", deciding(ruling("release", WHOLE[0]))),
        ("ann", (Draft("undo", "c", {"act": 2}),)),
    )
    with pytest.raises(Refused, match="would release line 1"):
        rules.redo(board(*acts), "ann")
    assert rules.redo(board(*acts), "ann", "it is public")


def test_what_led_to_a_release_is_not_undone() -> None:
    released = Draft("release", "c", {"number": "R-0001", "sha256": "f" * 64})
    with pytest.raises(Refused, match="released as R-0001"):
        rules.undo(board(*SIGNED, ("ann", (released,))), "ann")
