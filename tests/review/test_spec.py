"""SPECs name places, or say why they don't."""

import pytest

from redactor.review import SpecError, spans_for
from redactor.text import Span
from tests.review.builder import TEXTS, docket

DOCKET = docket()
TEXT = DOCKET.cable.text


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("all", list(TEXTS)),
        ("lines 3-3", [TEXTS[1]]),
        ("line 1", [TEXTS[0]]),
        ("lines 1-3", [TEXTS[0] + "\n\n" + TEXTS[1]]),
        ("paragraph 2", [TEXTS[1]]),
        ("span 0:2", ["1."]),
        ('text "second one"', ["second one"]),
        ('text "one."', ["one.", "one."]),
        ('text "(c) the"', ["(C) The", "(C) The"]),
        ("text SECOND", ["second"]),
        ("text 'the'", ["The", "The"]),
    ],
)
def test_a_spec_names_its_places(spec: str, words: list[str]) -> None:
    assert [span.cut(TEXT) for span in spans_for(DOCKET, spec)] == words


@pytest.mark.parametrize(
    ("spec", "why"),
    [
        ("", "no way to name a place"),
        ("everything", "no way to name a place"),
        ("all of it", "no way to name a place"),
        ("lines 3-1", "lies after"),
        ("lines 0-1", "no line 0"),
        ("lines 4-99", "the cable has 5 lines"),
        ("lines three", "named as"),
        ("paragraph 9", "no paragraph 9; the paragraphs are 1, 2, 3"),
        ("span 21:22", "nothing to decide"),
        ("paragraph x", "named as"),
        ("span 5:5", "is empty"),
        ("span 5:99999", "does not lie"),
        ("span a:b", "named as"),
        ("text", "named as"),
        ('text ""', "named as"),
        ("text thirdly", "stand nowhere"),
        ("text irst", "stand nowhere"),
    ],
)
def test_a_bad_spec_says_why(spec: str, why: str) -> None:
    with pytest.raises(SpecError, match=why):
        spans_for(DOCKET, spec)


def test_an_error_never_repeats_the_words_searched_for() -> None:
    with pytest.raises(SpecError) as caught:
        spans_for(DOCKET, 'text "Hassan"')
    assert "Hassan" not in str(caught.value)


def test_places_are_spans_of_the_text() -> None:
    assert spans_for(DOCKET, "span 3:6") == (Span(3, 6),)
