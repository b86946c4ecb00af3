"""A long text in blocks of whole lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text import LineIndex, blocks_of

SMALL = 8


@given(text=st.text(alphabet="ab \n\r\u00b6", max_size=100))
def test_blocks_are_the_text_and_all_but_the_last_end_a_line(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("redactor.text.blocks._SIZE", SMALL)
        found = list(blocks_of(text))
    assert "".join(found) == text
    assert all(block.endswith("\n") and len(block) > SMALL for block in found[:-1])


@given(text=st.text(alphabet="ab \n", max_size=200))
def test_the_lines_of_a_text_are_the_same_in_blocks(text: str) -> None:
    whole = LineIndex(text)
    lines = [whole[number] for number in range(1, len(whole) + 1)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("redactor.text.blocks._SIZE", SMALL)
        again = LineIndex(text)
        assert [again[number] for number in range(1, len(again) + 1)] == lines


def test_a_text_without_line_feeds_is_one_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redactor.text.blocks._SIZE", SMALL)
    assert list(blocks_of("a\rb" * SMALL)) == ["a\rb" * SMALL]
    assert list(blocks_of("")) == [""]
