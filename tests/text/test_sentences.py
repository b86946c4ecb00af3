"""Where a sentence ends; in doubt it goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text import Span, gaps, sentences

PROSE = (
    "3. (C) Amb. Rupert met the U.S. envoy on Jan. 3. He asked (twice!) for help. "
    'Mr. A. Zenda said "No." Then 1.5 million left. See No. 4. Was it so? Yes.'
)


def test_a_sentence_ends_at_its_stop_and_not_at_a_short_form() -> None:
    found = [span.cut(PROSE) for span in sentences(PROSE, Span(0, len(PROSE)))]
    assert found == [
        "3. (C) Amb. Rupert met the U.S. envoy on Jan. 3. He asked (twice!) for help.",
        'Mr. A. Zenda said "No." Then 1.5 million left.',
        "See No. 4. Was it so?",
        "Yes.",
    ]


@pytest.mark.parametrize("word", ["it", "him", "Ministry", "2008", "UNAMA", "talks"])
def test_after_an_ordinary_word_a_point_ends_the_sentence(word: str) -> None:
    text = f"He spoke of {word}. Then he left."
    assert sentences(text, Span(0, len(text)))[0].cut(text) == f"He spoke of {word}."


def test_a_region_is_read_by_itself() -> None:
    text = "One here. Two there. Three."
    assert sentences(text, Span(10, 20)) == (Span(10, 20),)


@given(st.text(alphabet='Abc. !?\n1"', max_size=80))
def test_sentences_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    region = Span(0, len(text))
    found = sentences(text, region)
    assert list(found) == sorted(found)
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert not any(gap.cut(text).strip() for gap in gaps(found, region))
