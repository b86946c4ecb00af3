"""Units: what one key press decides on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.review import unit_at
from redactor.review.units import sentence_at
from redactor.text import Span
from tests.review.builder import TEXTS, docket

PROSE = (
    "3. (C) Amb. Rupert met the U.S. envoy on Jan. 3. He asked (twice!) for help. "
    'Mr. A. Zenda said "No." Then 1.5 million left.'
)


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("Rupert", "3. (C) Amb. Rupert met the U.S. envoy on Jan. 3."),
        ("twice", "He asked (twice!) for help."),
        ("Zenda", 'Mr. A. Zenda said "No."'),
        ("million", "Then 1.5 million left."),
    ],
)
def test_a_sentence_ends_at_its_stop_and_not_at_an_abbreviation(at: str, sentence: str) -> None:
    assert sentence_at(PROSE, Span(0, len(PROSE)), PROSE.index(at)).cut(PROSE) == sentence


@given(st.text(alphabet='Ab. !?\n1"', min_size=1, max_size=60), st.data())
def test_sentences_tile_all_but_white_space(text: str, data: st.DataObject) -> None:
    home = Span(0, len(text))
    at = data.draw(st.integers(0, len(text) - 1))
    sentence = sentence_at(text, home, at)
    assert home.holds(sentence)
    if not text[at].isspace():
        assert at in sentence
        assert sentence_at(text, home, sentence.start) == sentence


@pytest.mark.parametrize(("unit", "words"), [("line", TEXTS[1]), ("paragraph", TEXTS[1])])
def test_units_of_a_paragraph_on_one_line(unit: str, words: str) -> None:
    found = docket()
    at = found.cable.text.index("second")
    span = unit_at(found, at, "line" if unit == "line" else "paragraph")
    assert span is not None
    assert span.cut(found.cable.text) == words


def test_between_paragraphs_there_is_no_unit() -> None:
    found = docket()
    gap = found.content[0].end + 1
    assert unit_at(found, gap, "item") is None
    assert unit_at(found, gap, "line") is None
