"""The search over all texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.cable import read
from redactor.ui.queue.texts import may_hold, stand_in, wanted_of
from redactor.ui.search import find
from tests.ui.world import CABLE

PAGES = CABLE.replace(
    b"The city has two ferries and a lighthouse.",
    b"The city has two fer-\nPORT EXAM 00000042  002 OF 002\n\nries and a light-\nhouse, "
    b"and a Caf\xc3\xa9.",
)  # fmt: skip


@pytest.mark.parametrize(
    "words", ["ferries", "FERRIES", "two ferries", "lighthouse", "cafe", "CAFÉ", "strictly protect"]
)
def test_words_are_found_over_lines_pages_and_accents(words: str) -> None:
    wanted = wanted_of(words)
    assert wanted is not None
    assert may_hold(PAGES, wanted)
    places = list(stand_in(read(PAGES), wanted))
    assert len(places) == 1
    assert places[0].line >= 20


def test_a_place_comes_with_its_line_and_context() -> None:
    wanted = wanted_of("two ferries")
    assert wanted is not None
    (place,) = stand_in(read(CABLE), wanted)
    assert (place.before[-13:], place.words, place.after[:6]) == (
        "The city has ", "two ferries", " and a",
    )  # fmt: skip
    assert CABLE.decode().split("\n")[place.line - 1].find("two ferries") > 0


@pytest.mark.parametrize("words", ["", "  ", "\u200b"])
def test_nothing_is_looked_for_where_no_letter_is_left(words: str) -> None:
    assert wanted_of(words) is None


def test_what_is_no_utf8_is_left_to_the_reader() -> None:
    wanted = wanted_of("nowhere")
    assert wanted is not None
    assert may_hold(b"caf\xe9", wanted)
    assert not may_hold(b"cafe", wanted)


@given(st.integers(20, 60), st.integers(0, len(PAGES) - 61))
def test_no_cable_that_holds_words_is_passed_over(length: int, start: int) -> None:
    words = PAGES[start : start + length].decode(errors="ignore")
    wanted = wanted_of(words)
    if wanted and find(read(PAGES), words).places:
        assert may_hold(PAGES, wanted)
