"""Nothing that a terminal obeys, and nothing that hides, passes the door."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text import is_hidden, visible

FORBIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Mn", "Me"}


def test_no_code_point_of_unicode_comes_out_as_a_control_or_invisible_one() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    shown = visible(every)
    assert len(shown) == len(every)
    assert not {char for char in set(shown) if unicodedata.category(char) in FORBIDDEN}


@given(st.text())
def test_offsets_stay_equal(text: str) -> None:
    assert len(visible(text)) == len(text)


def test_plain_words_stay_as_they_are() -> None:
    words = "¶1. (C) Summary: Präsident Müller said “no” -- [red]not markup[/red]."
    assert visible(words) == words


@pytest.mark.parametrize(
    "char",
    [
        "\ufe0f",
        "\u034f",
        "\x1b",
        "\x00",
        "\x9b",
        "\x7f",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\u2066",
        "\u00ad",
        "\u3164",
    ],
)
def test_hiding_characters_are_known_as_such(char: str) -> None:
    assert is_hidden(char)
    assert visible(char) != char


@pytest.mark.parametrize("char", ["a", " ", "\n", "\t", "\u00a0", "é", "¶", "\u0301", "\u3000"])
def test_ordinary_characters_do_not_count_as_hiding(char: str) -> None:
    assert not is_hidden(char)
