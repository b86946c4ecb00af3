"""A folded search finds words whatever wraps or hides them, at their exact place."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text import Span, fold

PAGE = "ZENDA 00000641  002 OF 003"


def place(text: str, words: str, *, skip: str = "") -> str:
    """Give what stands in the source where the folded words were found."""
    spans = [Span(text.index(skip), text.index(skip) + len(skip))] if skip else []
    folded = fold(text, skip=spans)
    at = folded.text.index(words)
    return folded.source(at, at + len(words)).cut(text)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Mr HASSAN said", "hassan", "HASSAN"),
        ("Mr HAS-\nSAN said", "hassan", "HAS-\nSAN"),
        ("Mr Has-\r\n  san said", "hassan", "Has-\r\n  san"),
        ("strictly\nprotect", "strictly protect", "strictly\nprotect"),
        ("strictly \t\u00a0 protect", "strictly protect", "strictly \t\u00a0 protect"),
        ("Señor Müller", "senor muller", "Señor Müller"),
        ("Mu\u0308ller", "muller", "Mu\u0308ller"),
        ("Ha\u200bss\u00adan", "hassan", "Ha\u200bss\u00adan"),
        ("ＨＡＳＳＡＮ", "hassan", "ＨＡＳＳＡＮ"),
        ("İstanbul", "istanbul", "İstanbul"),
        ("Straße", "strasse", "Straße"),
        ("co-operation", "cooperation", "co-operation"),
        ("the Minister’s", "minister's", "Minister’s"),
        ("Mr НАЅЅАН said", "hassah", "НАЅЅАН"),  # Cyrillic
        ("Mr Haѕsаn said", "hassan", "Haѕsаn"),
        ("Mr ΗΑSSΑΝ said", "hassan", "ΗΑSSΑΝ"),  # Greek
        ("Iνanoν and Hαηna", "ivanov and hanna", "Iνanoν and Hαηna"),
        ("Hɑssaɴ", "hassan", "Hɑssaɴ"),
        ("Kadıköy", "kadikoy", "Kadıköy"),
        ("Łódź, Kjær", "lodz, kjaer", "Łódź, Kjær"),
        ("ʿAbd", "'abd", "ʿAbd"),
        ("Has\u3164san", "hassan", "Has\u3164san"),
        ("Has\u2028san", "has san", "Has\u2028san"),
        ("राम", "रम", "राम"),
    ],
)
def test_words_are_found_at_their_place(text: str, words: str, found: str) -> None:
    assert place(text, words) == found


def test_words_are_found_across_a_page_break_line() -> None:
    text = f"the Deputy\n\n{PAGE}\n\nMinister of"
    assert place(text, "deputy minister", skip=PAGE) == text[4:-3]


def test_a_name_broken_by_a_hyphen_and_a_page_break_is_found() -> None:
    text = f"Mr HAS-\n{PAGE}\nSAN said"
    assert place(text, "hassan", skip=PAGE) == f"HAS-\n{PAGE}\nSAN"


def test_a_region_gives_places_of_the_whole_text() -> None:
    text = "aaa HASSAN bbb"
    folded = fold(text, Span(4, 10))
    assert folded.text == "hassan"
    assert folded.source(0, 6) == Span(4, 10)


def test_case_is_kept_on_request() -> None:
    assert fold("Mr  HASSAN", case=True).text == "Mr HASSAN"


@pytest.mark.parametrize(
    "letters", ["абвгдежзийклмнопрстуфхцчшщъыьэюяѕіјԛԝүһѵӏ", "αβγδεζηθικλμνξοπρστυφχψω", "łøđħŧæœþ"]
)
def test_words_of_another_alphabet_are_found_in_any_case(letters: str) -> None:
    assert fold(letters).text == fold(letters.upper()).text


def test_a_greek_word_in_capitals_is_found_though_its_small_letters_look_otherwise() -> None:
    assert fold("ΓΙΆΝΝΗΣ").text == fold("Γιάννης").text


@given(st.text("aA éæĳ\u0430\u03bd\u200b\u0301-\n", max_size=40))
def test_each_letter_of_a_fold_comes_from_one_that_folds_to_it(text: str) -> None:
    folded = fold(text)
    for i, char in enumerate(folded.text):
        part = folded.source(i, i + 1).cut(text)
        assert not char.isalpha() or char in fold(part).text + fold(f"x{part}").text


@given(st.text(max_size=80))
def test_every_folded_stretch_has_a_place_in_order(text: str) -> None:
    folded = fold(text)
    places = [folded.source(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= p.start < p.end <= len(text) for p in places)
    assert all(a.start <= b.start for a, b in itertools.pairwise(places))


@given(st.text(alphabet="aÉß -\n\u200b", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_skipped_text_is_never_found(text: str, a: int, b: int) -> None:
    hole = Span(min(a, b, len(text)), min(max(a, b), len(text)))
    folded = fold(text, skip=[hole])
    for i, char in enumerate(folded.text):
        if not char.isspace():
            assert not folded.source(i, i + 1).meets(hole) or len(folded.source(i, i + 1)) > 1


@given(st.text(alphabet="ab\u00e9 ", max_size=40))
def test_folding_a_fold_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
