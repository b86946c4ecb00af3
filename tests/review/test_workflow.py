"""When a review is complete, and how differences are settled."""

import pytest

from redactor.policy import Workflow
from redactor.review import Board, Refused, Ruling
from redactor.review.acts import decide
from redactor.review.events import Draft
from redactor.text import Span
from tests.review.test_acts import WHOLE, Step, board, deciding, ruling

TWO = Workflow(reviews=2)
ALL_OPEN = deciding(ruling("release", *WHOLE))
LAST_WITHHELD = deciding(ruling("release", *WHOLE[:2]), ruling("redact", WHOLE[2]))


def reviewed(*people: tuple[str, tuple[Draft, ...]], workflow: Workflow = TWO) -> Board:
    acts: list[tuple[str, Step]] = []
    for person, drafts in people:
        acts += [(person, drafts), (person, "sign")]
    return board(*acts, workflow=workflow)


def test_one_signature_completes_a_review_by_one() -> None:
    assert reviewed(("ann", ALL_OPEN), workflow=Workflow(reviews=1)).complete


def test_one_signature_does_not_complete_a_review_by_two() -> None:
    after_one = reviewed(("ann", ALL_OPEN))
    assert not after_one.complete
    assert after_one.stage == "signed"
    with pytest.raises(Refused, match="1 more person has to sign"):
        after_one.completed()


def test_two_people_who_agree_complete_it() -> None:
    both = reviewed(("ann", LAST_WITHHELD), ("bob", LAST_WITHHELD))
    assert both.complete
    done = both.completed()
    assert [(s.person, s.stage) for s in done.signatures] == [("ann", "first"), ("bob", "second")]
    assert len(done.history) == 4


def test_a_difference_is_named_only_when_both_have_signed() -> None:
    assert reviewed(("ann", ALL_OPEN)).differences() == ()
    both = reviewed(("ann", ALL_OPEN), ("bob", LAST_WITHHELD))
    assert both.differences() == (WHOLE[2],)
    assert both.stage == "differing"
    with pytest.raises(Refused, match="the signers differ at line 5"):
        both.completed()


def test_a_third_signature_settles_a_difference() -> None:
    three = reviewed(("ann", ALL_OPEN), ("bob", LAST_WITHHELD), ("eve", LAST_WITHHELD))
    assert three.complete
    painting = three.completed().painting
    assert [(p.decision.person, p.decision.verdict) for p in painting] == [
        ("ann", "release"), ("ann", "release"), ("eve", "redact"),
    ]  # fmt: skip


def test_a_third_signature_opens_nothing_that_the_others_agreed_to_withhold() -> None:
    both = deciding(ruling("redact", *WHOLE[:2]), ruling("release", WHOLE[2]))
    other = deciding(ruling("redact", *WHOLE))
    three = reviewed(("ann", both), ("bob", other), ("eve", ALL_OPEN))
    verdicts = [p.decision.verdict for p in three.completed().painting]
    assert verdicts == ["redact", "redact", "release"]


def test_who_settles_has_only_the_differences_to_decide() -> None:
    both = reviewed(("ann", ALL_OPEN), ("bob", LAST_WITHHELD))
    assert both.view("eve").open == (WHOLE[2],)
    only = deciding(ruling("redact", WHOLE[2]))
    settled = reviewed(("ann", ALL_OPEN), ("bob", LAST_WITHHELD), ("eve", only))
    assert [p.decision.verdict for p in settled.completed().painting] == [
        "release", "release", "redact",
    ]  # fmt: skip


def test_a_signature_covers_what_was_signed_whatever_another_does_later() -> None:
    seen = Workflow(reviews=2, blind_second=False)
    acts: list[tuple[str, Step]] = [
        ("ann", LAST_WITHHELD), ("ann", "sign"), ("bob", "sign"),
        ("ann", "undo"), ("ann", ALL_OPEN), ("ann", "sign"),
    ]  # fmt: skip
    widened = board(*acts, workflow=seen)
    assert widened.differences() == (WHOLE[2],)
    assert not widened.complete


def test_what_is_undecided_is_said_of_oneself_only() -> None:
    half = deciding(ruling("release", WHOLE[0]))
    blind = board(("ann", half), workflow=TWO)
    assert "line 1" not in (blind.missing("ann") or "")
    assert "lines 3, 5" in (blind.missing("ann") or "")
    assert blind.missing("bob") == "2 more people have to sign"
    alone = board(("ann", half))
    assert "lines 3, 5" in (alone.missing("bob") or "")


def test_agreement_settles_a_difference() -> None:
    acts: tuple[tuple[str, Step], ...] = (
        ("ann", ALL_OPEN), ("ann", "sign"), ("bob", LAST_WITHHELD), ("bob", "sign"),
        ("ann", "undo"),
        ("ann", deciding(ruling("redact", WHOLE[2]))), ("ann", "sign"),
    )  # fmt: skip
    settled = board(*acts, workflow=TWO)
    assert settled.complete
    assert [s.person for s in settled.state.signatures] == ["bob", "ann"]


def test_the_second_reviewer_is_blind_to_the_first() -> None:
    after_one = reviewed(("ann", ALL_OPEN))
    assert after_one.view("bob").painting == ()
    assert after_one.view("bob").open == WHOLE


def test_where_the_policy_says_so_the_second_starts_from_the_first() -> None:
    seen = reviewed(("ann", LAST_WITHHELD), workflow=Workflow(reviews=2, blind_second=False))
    view = seen.view("bob")
    assert view.open == ()
    assert [p.decision.verdict for p in view.painting] == ["release", "release", "redact"]


def test_a_referral_blocks_completion_until_it_is_answered() -> None:
    acts: tuple[tuple[str, Step], ...] = (
        ("ann", ALL_OPEN),
        ("ann", deciding(ruling("redact", WHOLE[0]))),
        ("ann", (Draft("decide", "c", {
            "spans": [[WHOLE[1].start, WHOLE[1].end]], "verdict": "refer", "codes": [],
            "rule": "none", "policy": "p", "support": {"agency": "CIA"},
        }),)),
        ("ann", "sign"),
    )  # fmt: skip
    with pytest.raises(Refused, match="a referral is unanswered at line 3"):
        board(*acts).completed()


def test_an_untouched_cable_says_what_is_undecided_and_where() -> None:
    assert board().stage == "untouched"
    with pytest.raises(Refused, match="undecided: lines 1, 3, 5"):
        board().completed()


def test_white_space_between_decided_words_is_nothing_to_decide() -> None:
    first = WHOLE[0]
    words = (Span(first.start, first.start + 6), Span(first.start + 7, first.end))
    view = board(("ann", deciding(ruling("release", *words)))).view("ann")
    assert view.open == WHOLE[1:]
    assert view.decided == 1


def clearing(after: Board, person: str, span: Span) -> tuple[Draft, ...]:
    reason = {"reason": "it is public"}
    return decide(after, person, [Ruling((span,), "release", remarks=reason)])


def cleared_by(*people: str, early: bool = False) -> tuple[Span, ...]:
    """Let two people withhold the last and clear the first paragraph; give what is cleared."""
    acts: list[tuple[str, Step]] = []
    for person in ("ann", "bob"):
        acts.append((person, ALL_OPEN))
        last = (person, deciding(ruling("redact", WHOLE[2])))
        if not early:
            acts.append(last)
        if person in people:
            acts.append((person, clearing(board(*acts, workflow=TWO), person, WHOLE[0])))
        if early:
            acts.append(last)
        acts.append((person, "sign"))
    return board(*acts, workflow=TWO).completed().cleared


def test_a_place_is_cleared_when_every_signer_released_it_again_with_a_reason() -> None:
    assert cleared_by("ann", "bob") == (WHOLE[0],)
    assert cleared_by("ann") == ()
    assert cleared_by() == ()


def test_a_clearance_does_not_outlive_a_later_withholding() -> None:
    assert cleared_by("ann", "bob", early=True) == ()


def test_a_reason_on_a_first_release_clears_nothing() -> None:
    reason = {"reason": "first pass"}
    first = deciding(Ruling(WHOLE, "release", remarks=reason))
    assert reviewed(("ann", first), workflow=Workflow(reviews=1)).completed().cleared == ()
