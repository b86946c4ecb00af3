"""Scopes: from matched words to what a rule covers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.policy.ruleshape import Scope
from redactor.policy.scope import widen
from redactor.text import LineIndex, Span

TEXT = "1. (C) It began. Gen. Smith of the U.S. Embassy met\nthem there. Did it end? It did.\nYes."
REGION = Span(0, len(TEXT))


def covered(word: str, scope: Scope, text: str = TEXT) -> list[str]:
    start = text.index(word)
    span = Span(start, start + len(word))
    spans = widen((span,), scope, text, LineIndex(text), Span(0, len(text)))
    return [span.cut(text) for span in spans]


def test_match_is_the_words() -> None:
    assert covered("Embassy", "match") == ["Embassy"]


def test_line_is_every_line_that_the_words_meet() -> None:
    assert covered("end?", "line") == ["them there. Did it end? It did."]
    assert covered("met\nthem", "line") == [TEXT[: TEXT.index("\nYes")]]


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("began", "1. (C) It began."),
        ("Embassy", "Gen. Smith of the U.S. Embassy met\nthem there."),
        ("Smith", "Gen. Smith of the U.S. Embassy met\nthem there."),
        ("end", "Did it end?"),
    ],
)
def test_sentence_goes_on_over_short_forms_and_line_ends(word: str, sentence: str) -> None:
    assert covered(word, "sentence") == [sentence]


def test_words_over_two_sentences_cover_both() -> None:
    assert covered("end? It", "sentence") == ["Did it end? It did."]


@pytest.mark.parametrize("scope", ["paragraph", "cable"])
def test_paragraph_is_the_whole_portion(scope: Scope) -> None:
    assert covered("began", scope) == [TEXT]


def test_lines_stay_inside_the_portion() -> None:
    text = "one two three"

    spans = widen((Span(4, 7),), "line", text, LineIndex(text), Span(4, 9))

    assert spans == (Span(4, 9),)


@given(st.text(alphabet='aB .?\n)"', min_size=1, max_size=60), st.data())
def test_every_scope_covers_the_words_and_stays_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    word = Span(start, data.draw(st.integers(start + 1, len(text))))
    for scope in ("match", "sentence", "paragraph"):
        (cover,) = widen((word,), scope, text, LineIndex(text), Span(0, len(text)))
        assert cover.holds(word)
        assert cover.end <= len(text)
