"""The fixed lines of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text import LineIndex, Span
from redactor.text.lines import SPLIT_ABOVE, WIDTH

texts = st.text(alphabet="ab \n\r\t\u00b6", max_size=400)


@given(texts)
def test_lines_tile_the_text(text: str) -> None:
    index = LineIndex(text)
    at = 0
    for number in range(1, len(index) + 1):
        line = index[number]
        assert line.span.start == at
        assert line.span.end <= line.end
        at = line.end
    assert at == len(text)


@given(texts)
def test_every_code_point_knows_its_line(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text)):
        line = index[index.number_at(offset)]
        assert line.span.start <= offset < line.end


@given(texts)
def test_no_line_is_longer_than_the_limit_and_no_line_end_is_inside(text: str) -> None:
    index = LineIndex(text)
    for number in range(1, len(index) + 1):
        words = index[number].span.cut(text)
        assert len(words) <= SPLIT_ABOVE
        assert not set(words) & {"\r", "\n"}


def test_blank_lines_count_and_all_three_line_ends_do() -> None:
    index = LineIndex("one\n\ntwo\r\nthree\rfour")
    assert [index[n].span.cut("one\n\ntwo\r\nthree\rfour") for n in range(1, 6)] == [
        "one",
        "",
        "two",
        "three",
        "four",
    ]


def test_a_line_end_at_the_end_opens_no_further_line() -> None:
    assert len(LineIndex("one\n")) == 1
    assert len(LineIndex("")) == 0


def test_a_part_of_eighty_columns_stays_whole_and_one_more_splits_at_the_last_space() -> None:
    assert len(LineIndex("x" * SPLIT_ABOVE)) == 1
    text = "word " * 17
    index = LineIndex(text)
    assert len(index) == 2
    assert len(index[1].span.cut(text).rstrip()) <= WIDTH
    assert index[1].span.cut(text).endswith(" ")


def test_a_word_longer_than_a_line_is_cut_at_the_width() -> None:
    index = LineIndex("x" * 150)
    assert [len(index[n].span) for n in (1, 2, 3)] == [WIDTH, WIDTH, 150 - 2 * WIDTH]


def test_a_run_of_lines_is_one_span_without_its_last_line_end() -> None:
    assert LineIndex("a\nb\nc\n").span(2, 3) == Span(2, 5)


@pytest.mark.parametrize(("first", "last"), [(0, 1), (1, 4), (3, 2)])
def test_lines_that_do_not_exist_are_refused(first: int, last: int) -> None:
    with pytest.raises(IndexError):
        LineIndex("a\nb\nc\n").span(first, last)


@pytest.mark.parametrize(
    ("span", "first", "last", "name"),
    [
        (Span(0, 1), 1, 1, "1"),
        (Span(0, 2), 1, 1, "1"),  # with its line end
        (Span(0, 3), 1, 2, "1-2"),
        (Span(2, 2), 2, 2, "2"),  # empty
        (Span(0, 6), 1, 3, "1-3"),
    ],
)
def test_the_lines_under_a_span(span: Span, first: int, last: int, name: str) -> None:
    under = LineIndex("a\nb\nc\n").under(span)

    assert (tuple(under), str(under)) == ((first, last), name)


def test_lines_in_messages_are_joined_and_cut_short() -> None:
    index = LineIndex("a\nb\nc\nd\ne\n")
    spans = tuple(index[n].span for n in (1, 2, 3, 5))
    assert index.named(spans) == "lines 1-3, 5"
    assert index.named(spans[:1]) == "line 1"
    assert index.named((spans[0], spans[3]), most=1) == "lines 1 and 1 more"
