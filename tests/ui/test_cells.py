"""Cells and characters: wide characters take two columns."""

from hypothesis import given
from hypothesis import strategies as st

from redactor.text import visible
from redactor.ui.cells import cell_of, index_at, width

SHOWN = st.text(min_size=1, max_size=40).map(visible)


@given(SHOWN, st.data())
def test_the_cell_of_a_character_leads_back_to_it(shown: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(shown) - 1))
    assert index_at(shown, cell_of(shown, index)) == index


@given(SHOWN)
def test_every_shown_character_takes_one_or_two_cells(shown: str) -> None:
    assert all(width(char) in (1, 2) for char in shown)


def test_both_cells_of_a_wide_character_are_it() -> None:
    assert [index_at("a東b", cell) for cell in range(5)] == [0, 1, 1, 2, 2]


def test_an_empty_line_has_the_index_nought() -> None:
    assert index_at("", 5) == 0
