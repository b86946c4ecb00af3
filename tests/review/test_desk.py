"""A desk: what counts is the same however long the line of acts is, and wherever undo led."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.review import Desk, Session, Verdict
from redactor.review.paint import paint
from redactor.text import Span
from tests.review.builder import decision
from tests.review.world import CABLE, World

spans = st.integers(0, 40).flatmap(
    lambda start: st.integers(start + 1, 41).map(lambda end: Span(start, end))
)
acts = st.lists(st.lists(spans, min_size=1, max_size=3), min_size=1, max_size=12)
steps = st.lists(st.tuples(acts, st.sampled_from(["undo", "redo", "reopen", "go on"])), max_size=8)


def doing(desk: Desk, many: list[list[Span]], seq: int) -> tuple[Desk, int]:
    """Give the desk after some acts, each of one or more events."""
    for parts in many:
        act = seq + 1
        for span in parts:
            seq += 1
            verdict: Verdict = "redact" if seq % 3 else "release"
            desk = desk.deciding(act, decision(seq, verdict, span))
    return desk, seq


@settings(max_examples=150, deadline=None)
@given(steps)
def test_what_counts_is_what_painting_from_the_beginning_gives(
    course: list[tuple[list[list[Span]], str]],
) -> None:
    desk, seq = Desk("ann"), 0
    for many, then in course:
        desk, seq = doing(desk, many, seq)
        for _ in range(len(many) // 2 + 1):
            if then == "undo" and desk.acts:
                desk = desk.back()
            elif then == "redo" and desk.acts:
                desk = desk.back().again()
        if then == "reopen":
            desk = desk.reopened()
        assert desk.painting == paint(desk.decisions)


def test_what_counts_is_kept_now_and_then_in_a_long_line_of_acts() -> None:
    desk, _ = doing(Desk("ann"), [[Span(n % 40, n % 40 + 2)] for n in range(100)], 0)
    kept = [n for n, act in enumerate(desk.acts) if act.ground is not None]
    assert kept == [0, 32, 64, 96]
    assert desk.painting == paint(desk.decisions)
    for _ in range(60):
        desk = desk.back()
    assert desk.painting == paint(desk.decisions)


def test_what_counts_is_kept_after_an_act_of_many_decisions() -> None:
    """Accepting a whole rule is one act: those after it need not paint all of it again."""
    many = [Span(n % 40, n % 40 + 1) for n in range(50)]
    desk, _ = doing(Desk("ann"), [[Span(0, 2)], many, [Span(3, 9)], [Span(5, 7)]], 0)
    assert [act.ground is not None for act in desk.acts] == [True, False, True, False]
    assert desk.painting == paint(desk.decisions)


def cells(desk: Desk) -> dict[int, int]:
    return {at: part.decision.seq for part in desk.painting for at in range(*part.span)}


@settings(deadline=None)
@given(acts, acts, acts)
def test_two_desks_differ_only_where_they_are_apart(
    shared: list[list[Span]], ours: list[list[Span]], theirs: list[list[Span]]
) -> None:
    both, seq = doing(Desk("ann"), shared, 0)
    left, _ = doing(both, ours, seq)
    right, _ = doing(both, theirs, seq + 100)
    where = left.apart(right)
    assert where is not None
    inside = {at for span in where for at in range(*span)}
    mine, yours = cells(left), cells(right)
    assert {at for at in mine.keys() | yours.keys() if mine.get(at) != yours.get(at)} <= inside
    assert where == right.apart(left)
    assert both.apart(both) == ()
    assert left.apart(right.reopened()) is None


def test_a_session_that_opens_late_says_the_same_of_every_cable(tmp_path: Path) -> None:
    world = World(tmp_path, CABLE, CABLE.replace("000042", "000043"))
    for cable in world.cables:
        world.decide("ann", "release", "all", cable)
        world.decide("ann", "redact", 'text "Quill"', cable)
        world["ann"].undo(cable, "it is public")
    late = Session(world.case, "zoe", world.now)
    assert late.state(world.cable) == world["ann"].state(world.cable)
    world["ann"].redo(world.cable)
    world["ann"].redo(world.cables[1])
    late.refresh()
    for cable in world.cables:
        assert late.state(cable) == world["ann"].state(cable)
