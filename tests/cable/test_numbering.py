"""The sequence tells which line starts are paragraphs, and what their numbers are."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.cable.candidates import find_candidates
from redactor.cable.numbering import choose
from redactor.cable.rows import find_rows


def numbers(text: str, *, first_section: bool = True) -> list[int]:
    candidates = find_candidates(find_rows(text), text)
    return [chosen.number for chosen in choose(candidates, first_section=first_section)]


def paragraphs(*starts: str) -> str:
    return "\n\n".join(f"{start} The minister spoke." for start in starts)


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (["1. (C)", "2. (C)", "3. (C)"], [1, 2, 3]),
        (["¶1. (C)", "¶2. (C)", "13. (C)", "14. (C)"], [1, 2, 3, 4]),
        (["11. (C)", "12. (C)", "13. (C)"], [1, 2, 3]),
        ([f"{n}." for n in range(1, 14)], list(range(1, 14))),
        ([f"1{n}. (C)" for n in range(1, 25)], list(range(1, 25))),
        (["1. (C)", "\ufffd2. (C)", "13.(S)", "4.. (SBU)", "5  (C)"], [1, 2, 3, 4, 5]),
        (["1", "2. (C)", "3. (C)"], [2, 3]),
        (["1. C)", "2. SBU)"], [1, 2]),
        (["1. (C)", "2. (C)", "4. (C)", "5. (C)"], [1, 2, 4, 5]),
        (["1. (C)", "2. (C)", "2. (C)", "3. (C)"], [1, 2, 2, 3]),
        (["1. (C)", "2. (C)", "1.", "2.", "3.", "4.", "3. (C)"], [1, 2, 3]),
        (["1.", "2.", "1.", "2.", "3.", "3.", "4."], [1, 2, 3, 4]),
        (["(C) 1.", "(C) 2."], [1, 2]),
        (["1. (C)", "2006.", "1989.", "2. (C)"], [1, 2]),
        (["3.5", "1. (C)", "2.25", "2. (C)"], [1, 2]),
        (["1.", "1.", "2.", "3.", "4.", "5.", "2.", "3.", "4.", "5."], [1, 2, 3, 4, 5]),
        (["¶1.", "1.", "2.", "3.", "4.", "5.", "¶2.", "¶3."], [1, 2, 3]),
        (["11.", "1.", "2.", "3.", "12.", "13.", "14."], [1, 2, 3, 4]),
        (["¶1.", "¶2.", "¶3.", "14.", "15.", "16."], [1, 2, 3, 4, 5, 6]),
        ([f"1{n}. (C)" for n in range(1, 121)], list(range(1, 121))),
        (["11. (C)", "1 2. (C)", "13. (C)"], [1, 2, 3]),
        (["1. (C)", "2. (C)", "1994. (C)"], [1, 2]),
    ],
)
def test_the_sequence_tells(starts: list[str], expected: list[int]) -> None:
    assert numbers(paragraphs(*starts)) == expected


def test_a_later_section_keeps_its_own_numbers() -> None:
    text = paragraphs("11. (C)", "12. (C)")
    assert numbers(text) == [1, 2]
    assert numbers(text, first_section=False) == [11, 12]


def test_a_figure_that_a_wrap_brings_to_the_line_start_is_refused() -> None:
    text = "1. (C) It began on July\n2. It ended in\n3. Nobody knew.\n\n2. (C) They left."
    assert numbers(text) == [1, 2]


def test_a_list_of_six_does_not_continue_two_paragraphs() -> None:
    text = paragraphs("1. (C)", "2. (C)", "1.", "2.", "3.", "4.", "5.", "6.")
    assert numbers(text) == [1, 2]


@pytest.mark.parametrize(
    "opening", ["Begin text:", "He said: BEGIN TEXT", "BEGIN TEXT OF NON-PAPER."]
)
def test_the_numbers_of_a_quoted_document_are_its_own(opening: str) -> None:
    quoted = paragraphs(*(f"{n}." for n in range(1, 9)))
    text = f"1. One.\n\n2. Two.\n\n{opening}\n\n{quoted}\n\nEnd text.\n\n3. Three.\n\n4. Four."
    assert numbers(text) == [1, 2, 3, 4]


def test_a_marked_number_in_mid_sentence_is_a_reference() -> None:
    text = "1. (C) One.\n\n2. (C) As told in paragraph\n3. (C) is unclear.\n\n3. (C) Three."
    assert numbers(text) == [1, 2, 3]


def test_a_line_without_blank_or_mark_is_uncertain() -> None:
    text = "1. First.\n2. Second.\n\n3. Third."
    chosen = choose(find_candidates(find_rows(text), text))
    assert [each.is_certain for each in chosen] == [True, False, True]


@given(
    count=st.integers(1, 40),
    start=st.sampled_from(["{}. (C)", "\u00b6{}. (S)", "\u00b6{}.", "1{}. (C)", "{} (C)", "{}."]),
    odd=st.lists(st.tuples(st.integers(0, 39), st.sampled_from(["7. (C)", "13. (C)", "2."]))),
)
def test_numbers_in_order_need_no_search(
    count: int, start: str, odd: list[tuple[int, str]]
) -> None:
    starts = [start.format(n) for n in range(1, count + 1)]
    for at, other in odd[:3]:
        starts.insert(at, other)
    text = paragraphs(*starts)
    quickly = numbers(text)
    with patch("redactor.cable.numbering._runs_in_order", return_value=False):
        assert numbers(text) == quickly
