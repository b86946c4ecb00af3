"""Columns stay where they are, whatever stands in them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.cli.columns import (
    Column,
    cells,
    fitting,
    row_line,
    sized,
    title_line,
    total_width,
    wrapped,
)

COLUMNS = (
    Column("file", 9, middle=True),
    Column("id", 6),
    Column("warnings", 8, right=True),
    Column("last", 4),
)
TITLES = [column.title for column in COLUMNS]
VALUES = st.text(st.one_of(st.characters(), st.sampled_from("a 漢字ｗ\u0301\u202e\x1b")))


def in_cells(line: str) -> list[str]:
    """Give what stands in each cell of a line; a wide letter's second cell holds nothing."""
    wide = {char for char in line if unicodedata.east_asian_width(char) in "WF"}
    return [part for char in line for part in ((char, "") if char in wide else (char,))]


@given(st.lists(VALUES, min_size=4, max_size=4))
def test_no_value_moves_a_column(values: list[str]) -> None:
    shown = in_cells(row_line(COLUMNS, dict(zip(TITLES, values, strict=True))))
    for gap in (9, 17, 27):
        assert set(shown[gap : gap + 2]) <= {" "}
    assert len(shown) <= total_width(COLUMNS)


@given(VALUES, st.sampled_from(COLUMNS))
def test_a_cell_takes_exactly_its_column_and_nothing_that_a_terminal_obeys(
    value: str, column: Column
) -> None:
    shown = column.cell(value)
    assert cells(shown) == column.width
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cf", "Mn", "Cs"}


@given(VALUES, st.integers(2, 30))
def test_wrapping_keeps_every_letter_within_the_width(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert all(0 < cells(line) <= width for line in lines)
    once_more = "".join(wrapped(text, 10_000))
    assert "".join(lines).replace(" ", "") == once_more.replace(" ", "")


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        (Column("a", 5), "abcdefg", "abcd…"),
        (Column("a", 5), "ab", "ab   "),
        (Column("a", 5, right=True), "12", "   12"),
        (Column("a", 7, middle=True), "cables/zenda.txt", "cab…txt"),
        (Column("a", 6), "漢字漢字", "漢字… "),
        (Column("a", 6, middle=True), "漢字漢字", "漢…字 "),
        (Column("a", 5), "e\u0301\x1b", "e◌␛  "),
    ],
)
def test_what_does_not_fit_is_cut_and_says_so(column: Column, value: str, shown: str) -> None:
    assert column.cell(value) == shown


def test_columns_are_as_narrow_as_their_values_and_never_wider_than_they_may_be() -> None:
    rows = [{"file": "a", "id": "1234567", "warnings": "1", "last": ""}]
    columns = sized(COLUMNS, rows)
    assert [column.width for column in columns] == [4, 6, 8, 4]
    assert title_line(columns) == "file  id      warnings  last"
    assert row_line(columns, rows[0]) == "a     12345…         1"


def test_a_narrow_terminal_goes_without_the_columns_named_first() -> None:
    given_up = ("id", "last")
    kept = {
        width: [column.title for column in fitting(COLUMNS, width, given_up)]
        for width in (33, 32, 25, 24, 1)
    }
    assert kept == {
        33: ["file", "id", "warnings", "last"],
        32: ["file", "warnings", "last"],
        25: ["file", "warnings", "last"],
        24: ["file", "warnings"],
        1: ["file", "warnings"],
    }
