"""Painting against a plain list with one entry for each code point."""

from hypothesis import given
from hypothesis import strategies as st

from redactor.review import Decision, Painted, Verdict
from redactor.review.paint import apart, differing, overlay, paint, spans_of, unpainted, within
from redactor.text import Span, clip
from tests.review.builder import decision

LIMIT = 30
spans = st.tuples(st.integers(0, LIMIT), st.integers(0, LIMIT)).map(lambda p: Span(min(p), max(p)))
VERDICTS: tuple[Verdict, ...] = ("release", "redact", "refer")
verdicts = st.sampled_from(VERDICTS)
layers = st.lists(st.tuples(verdicts, st.lists(spans, min_size=1, max_size=3)), max_size=8).map(
    lambda rows: [decision(i, verdict, *some) for i, (verdict, some) in enumerate(rows, 1)]
)


def canvas(decisions: list[Decision]) -> list[int | None]:
    cells: list[int | None] = [None] * LIMIT
    for one in decisions:
        for span in one.spans:
            cells[span.start : span.end] = [one.seq] * len(span)
    return cells


def cells_of(painting: tuple[Painted, ...]) -> list[int | None]:
    cells: list[int | None] = [None] * LIMIT
    for stretch in painting:
        assert len(stretch.span)
        assert all(cell is None for cell in cells[stretch.span.start : stretch.span.end])
        cells[stretch.span.start : stretch.span.end] = [stretch.decision.seq] * len(stretch.span)
    return cells


@given(layers)
def test_the_latest_decision_counts_everywhere(decisions: list[Decision]) -> None:
    painting = paint(decisions)
    assert cells_of(painting) == canvas(decisions)
    assert list(painting) == sorted(painting, key=lambda stretch: stretch.span)


@given(layers, st.lists(st.integers(0, LIMIT), max_size=5))
def test_within_is_the_painting_inside_the_windows(
    decisions: list[Decision], cuts: list[int]
) -> None:
    edges = sorted({*cuts, 0})
    windows = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    wanted = [
        seq if any(i in window for window in windows) else None
        for i, seq in enumerate(canvas(decisions))
    ]
    assert cells_of(within(paint(decisions), windows)) == wanted


@given(layers)
def test_what_no_decision_covers_is_open_unless_it_is_white_space(
    decisions: list[Decision],
) -> None:
    text = "ab \n" * (LIMIT // 4) + "ab"
    found = unpainted(paint(decisions), Span(0, LIMIT), text)
    cells = canvas(decisions)
    open_letters = {i for i in range(LIMIT) if cells[i] is None and not text[i].isspace()}
    assert {
        i for s in found for i in range(s.start, s.end) if not text[i].isspace()
    } == open_letters


@given(layers, layers)
def test_paintings_differ_where_the_verdicts_do(
    left: list[Decision], right: list[Decision]
) -> None:
    whole = decision(0, "release", Span(0, LIMIT))
    ours, theirs = paint([whole, *left]), paint([whole, *right])
    verdict = {one.seq: one.verdict for one in (*left,)} | {0: "release"}
    other = {one.seq: one.verdict for one in (*right,)} | {0: "release"}
    pairs = zip(cells_of(ours), cells_of(theirs), strict=True)
    wanted = {
        i
        for i, (a, b) in enumerate(pairs)
        if a is not None and b is not None and verdict[a] != other[b]
    }
    assert {i for s in differing(ours, theirs) for i in range(s.start, s.end)} == wanted


def test_spans_of_joins_stretches_of_the_verdicts_asked_for() -> None:
    painting = paint(
        [decision(1, "redact", Span(0, 3)), decision(2, "refer", Span(3, 5)),
         decision(3, "release", Span(5, 9))]
    )  # fmt: skip
    assert spans_of(painting, "redact", "refer") == (Span(0, 5),)


@given(layers, layers)
def test_what_lies_over_another_painting_counts(
    lower: list[Decision], upper: list[Decision]
) -> None:
    below, above = cells_of(paint(lower)), cells_of(paint(upper))
    found = overlay(paint(lower), paint(upper))
    assert cells_of(found) == [b if a is None else a for a, b in zip(above, below, strict=True)]
    assert list(found) == sorted(found, key=lambda part: part.span)


@given(layers, layers, layers, layers)
def test_two_paintings_are_the_same_but_where_they_are_apart(
    begin: list[Decision], ours: list[Decision], theirs: list[Decision], end: list[Decision]
) -> None:
    """Whatever it is that they share."""
    first, *others, last = paint(begin), paint(ours), paint(theirs), paint(end)
    left, right = ((*first, *middle, *last) for middle in others)
    mine, yours = apart(left, right)
    shared = len(left) - len(mine)
    assert shared == len(right) - len(yours)
    assert any(
        (left, right) == ((*left[:at], *mine, *tail), (*left[:at], *yours, *tail))
        for at in range(shared + 1)
        for tail in [left[at + len(mine) :]]
    )
    assert not (mine and yours and (mine[0] is yours[0] or mine[-1] is yours[-1]))


@given(layers, layers, layers)
def test_what_one_painting_opens_lies_where_they_are_apart(
    ground: list[Decision], ours: list[Decision], theirs: list[Decision]
) -> None:
    """So an undo need look nowhere else for what it would release."""
    below = paint(ground)
    now, then = overlay(below, paint(ours)), overlay(below, paint(theirs))
    opened = clip(spans_of(now, "redact", "refer"), spans_of(then, "release"))
    mine, others = apart(now, then)
    assert clip(spans_of(mine, "redact", "refer"), spans_of(others, "release")) == opened
