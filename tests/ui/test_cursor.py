"""The cursor's motions, without a screen."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.review import Ruling, Unit
from redactor.text import Span
from redactor.ui.cursor import (
    Cursor,
    by_columns,
    by_lines,
    next_open,
    place,
    previous_open,
    scrolled,
    step,
    target,
)
from redactor.ui.sheet import Sheet
from tests.ui.plain import plain_sheet
from tests.ui.world import CABLE, open_session

OPEN = (Span(10, 20), Span(30, 40), Span(50, 60))


@pytest.mark.parametrize(("offset", "wanted"), [(0, 10), (10, 30), (35, 50), (55, 10), (99, 10)])
def test_next_open_rolls_over(offset: int, wanted: int) -> None:
    assert next_open(OPEN, offset) == wanted


@pytest.mark.parametrize(("offset", "wanted"), [(0, 50), (10, 50), (35, 30), (99, 50)])
def test_previous_open_rolls_over(offset: int, wanted: int) -> None:
    assert previous_open(OPEN, offset) == wanted


def test_nothing_open_leads_nowhere() -> None:
    assert next_open((), 5) is None
    assert previous_open((), 5) is None


@pytest.mark.parametrize(
    ("offset", "by", "wanted"),
    [(0, 1, 10), (10, 1, 30), (35, -1, 30), (30, -1, 10), (10, -1, None), (55, 1, None)],
)
def test_step_stops_at_the_ends(offset: int, by: int, wanted: int | None) -> None:
    assert step([10, 30, 50], offset, by) == wanted


def sheet(folder: Path, data: bytes, *rulings: Ruling) -> Sheet:
    session = open_session(folder, data)
    cable = session.entries[0].sha256
    if rulings:
        session.decide(cable, *rulings)
    view = session.view(cable)
    session.case.close()
    return Sheet(view)


def test_up_and_down_keep_the_column_over_short_lines(tmp_path: Path) -> None:
    text = sheet(tmp_path, b"a long line\nb\nanother line\n")
    start = Cursor(8)
    down = by_lines(text, by_lines(text, start, 1), 1)
    assert down.offset == text.text.index("another") + 8


def test_the_column_is_counted_in_cells(tmp_path: Path) -> None:
    text = sheet(tmp_path, "東東東x\nabcdefg\n".encode())
    assert by_lines(text, Cursor(3), 1).offset == 5 + 6


def test_left_and_right_cross_line_ends(tmp_path: Path) -> None:
    text = sheet(tmp_path, b"ab\r\ncd\n")
    assert by_columns(text, Cursor(1), 1).offset == 4
    assert by_columns(text, Cursor(4), -1).offset == 1


@given(
    st.text(alphabet="ab東\n\r\x1b ", max_size=60), st.lists(st.sampled_from("udlr"), max_size=30)
)
def test_the_cursor_never_leaves_the_text(text: str, moves: list[str]) -> None:
    paper = plain_sheet(text)
    cursor = Cursor()
    for move in moves:
        by = -1 if move in "ul" else 1
        cursor = (by_lines if move in "ud" else by_columns)(paper, cursor, by)
        assert 0 <= cursor.offset <= max(0, len(text) - 1)


def test_a_place_beyond_the_line_is_its_last_character(tmp_path: Path) -> None:
    assert place(sheet(tmp_path, b"abc\n"), 1, 70) == 2


def test_the_target_of_an_item_is_what_is_open_of_it(tmp_path: Path) -> None:
    ferries = CABLE.decode().index("two ferries")
    word = Span(ferries, ferries + 11)
    paper = sheet(tmp_path, CABLE, Ruling((word,), "release"))
    around = target(paper, Cursor(ferries - 5))
    assert [span.cut(paper.text) for span in around] == [
        "2. (U) The city has ",
        " and a lighthouse.",
    ]
    assert target(paper, Cursor(ferries)) == (word,)


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("line", "2. (U) The city has two ferries and a lighthouse."),
        ("sentence", "The harbor minister told us that the talks would resume in\nspring."),
        ("paragraph", "2. (U) The city has two ferries and a lighthouse."),
    ],
)
def test_units_are_spans_of_content(tmp_path: Path, unit: Unit, wanted: str) -> None:
    paper = sheet(tmp_path, CABLE)
    offset = paper.text.index(wanted.rsplit(maxsplit=1)[-1])
    spans = target(paper, Cursor(offset, unit=unit))
    assert wanted in "".join(span.cut(paper.text) for span in spans)


def test_white_space_is_no_target(tmp_path: Path) -> None:
    paper = sheet(tmp_path, CABLE)
    assert target(paper, Cursor(paper.text.index("\n\n1."))) == ()


def test_a_selection_is_clipped_to_content(tmp_path: Path) -> None:
    paper = sheet(tmp_path, CABLE)
    start = paper.text.index("lighthouse")
    spans = target(paper, Cursor(start + 14, anchor=start))
    assert [span.cut(paper.text) for span in spans] == ["lighthouse.", "3."]


def test_units_go_round() -> None:
    cursor = Cursor()
    units = [(cursor := cursor.with_next_unit()).unit for _ in range(4)]
    assert units == ["line", "sentence", "paragraph", "item"]


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        (105, 106, 100),  # in sight: nothing moves
        (101, 101, 98),  # at the edge: the margin moves with it
        (117, 119, 103),  # below: just as far as needed
        (112, 150, 109),  # too long to fit: from its beginning
        (500, 501, 494),  # far away: a third down
        (0, 0, 0),  # never before the first line
    ],
)
def test_a_window_moves_no_further_than_it_must(first: int, last: int, wanted: int) -> None:
    assert scrolled(100, 20, first, last) == wanted


@given(st.integers(0, 500), st.integers(1, 60), st.integers(0, 500), st.integers(0, 30))
def test_the_first_line_is_always_in_sight(top: int, height: int, first: int, more: int) -> None:
    at = scrolled(top, height, first, first + more)
    assert at <= first < at + height
