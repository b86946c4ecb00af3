"""The span algebra against sets of numbers."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text import Span, clip, covers, gaps, intersect, merge, subtract

LIMIT = 40
spans = st.tuples(st.integers(0, LIMIT), st.integers(0, LIMIT)).map(lambda p: Span(min(p), max(p)))
many = st.lists(spans, max_size=8)


def points(some: "list[Span] | tuple[Span, ...]") -> set[int]:
    return {point for span in some for point in range(span.start, span.end)}


def is_tidy(some: tuple[Span, ...]) -> bool:
    apart = all(a.end < b.start for a, b in itertools.pairwise(some))
    return apart and all(len(span) for span in some)


@given(many)
def test_merge_covers_the_same_points_and_is_tidy(some: list[Span]) -> None:
    united = merge(some)
    assert points(united) == points(some)
    assert is_tidy(united)


@given(many, many)
def test_intersect_is_what_both_cover(left: list[Span], right: list[Span]) -> None:
    assert points(intersect(left, right)) == points(left) & points(right)


@given(many, many)
def test_subtract_is_what_only_the_first_covers(left: list[Span], right: list[Span]) -> None:
    assert points(subtract(left, right)) == points(left) - points(right)


@given(many, spans)
def test_gaps_are_the_rest_of_the_whole(some: list[Span], whole: Span) -> None:
    assert points(gaps(some, whole)) == points([whole]) - points(some)


@given(many, spans)
def test_covers_agrees_with_points(some: list[Span], wanted: Span) -> None:
    assert covers(some, wanted) == (points([wanted]) <= points(some))


@given(many, st.lists(st.integers(0, LIMIT), max_size=6))
def test_clip_keeps_the_boundaries_of_both(left: list[Span], cuts: list[int]) -> None:
    edges = sorted({0, LIMIT, *cuts})
    windows = [Span(a, b) for a, b in itertools.pairwise(edges)]
    parts = clip(merge(left), windows)
    assert points(parts) == points(left)
    assert all(any(window.holds(part) for window in windows) for part in parts)


tilings = st.lists(st.integers(0, LIMIT), max_size=12).map(
    lambda cuts: [Span(a, b) for a, b in itertools.pairwise(sorted(cuts))]
)
tidy = st.tuples(tilings, st.integers(0, 4095)).map(
    lambda pair: [span for i, span in enumerate(pair[0]) if pair[1] >> i & 1]
)
"""Sorted and disjoint, some of them touching, some empty."""


@given(tidy, tidy)
def test_clip_is_each_with_each(left: list[Span], right: list[Span]) -> None:
    both = [(max(a.start, b.start), min(a.end, b.end)) for a in left for b in right if a.meets(b)]
    assert clip(left, right) == tuple(Span(*ends) for ends in sorted(both) if ends[0] < ends[1])


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="5:3"):
        Span(5, 3)


def test_a_negative_span_is_refused() -> None:
    with pytest.raises(ValueError, match="-1:3"):
        Span(-1, 3)


def test_the_end_is_outside() -> None:
    assert 3 in Span(3, 5)
    assert 5 not in Span(3, 5)
    assert Span(3, 5).cut("abcdefg") == "de"
