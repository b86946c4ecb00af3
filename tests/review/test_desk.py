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
