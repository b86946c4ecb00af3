"""Unwrapped text: the words of a cable, with no trace of its lines."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from redactor.audit.attestation.unwrap import Unwrapped
from redactor.text import Span, merge


def unwrapped(text: str, *furniture: tuple[int, int]) -> str:
    spans = merge(Span(*ends) for ends in furniture)
    return Unwrapped(text, spans).cut(Span(0, len(text)))


def test_white_space_is_one_space_and_none_at_the_ends() -> None:
    assert (
        unwrapped("  The pier\r\nis\t\tnew.\n\n2. It\u00a0holds.\n")
        == "The pier is new. 2. It holds."
    )


def test_furniture_is_left_out_and_only_its_line_ends_part_words() -> None:
    assert unwrapped("pier\n\nPAGE 02\n\nnew", (4, 15)) == "pier new"
    assert unwrapped("pi##er", (2, 4)) == "pier"
    assert unwrapped("pi# #er", (2, 5)) == "pier"
    assert unwrapped("pi##  er", (2, 4)) == "pi er"
    assert unwrapped("pi ##er", (3, 5)) == "pi er"
    assert unwrapped("##\npier", (0, 2)) == "pier"


def test_what_hides_is_shown() -> None:
    assert unwrapped("a\u202eb \u200bc \x1b[0m é") == "a¤b ¤c ␛[0m é"


def test_a_space_counts_to_the_word_after_it() -> None:
    text = Unwrapped("The pier is new", ())
    assert text.cut(Span(0, 4)) == "The"
    assert text.cut(Span(3, 8)) == " pier"
    assert text.cut(Span(5, 11)) == "ier is"


def test_units_are_runs_of_letters_and_single_signs() -> None:
    units = Unwrapped("See Quill's, (2nd).", ()).units(Span(4, 19))
    assert [unit.text for unit in units] == [" Quill", "'", "s", ",", " (", "2nd", ")", "."]


@given(
    st.text("ab. \n\r\t\x0c\u200b\u2028(é", max_size=60),
    st.lists(st.integers(0, 60), max_size=8),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8)), max_size=3),
)
def test_the_texts_of_spans_that_tile_a_cable_are_its_text(
    source: str, cuts: list[int], furniture: list[tuple[int, int]]
) -> None:
    out = merge(
        Span(min(start, len(source)), min(start + size, len(source))) for start, size in furniture
    )
    text = Unwrapped(source, out)
    whole = text.cut(Span(0, len(source)))
    edges = sorted({0, len(source), *(cut for cut in cuts if cut < len(source))})
    spans = [Span(*ends) for ends in pairwise(edges)]
    assert "".join(text.cut(span) for span in spans) == whole
    assert "".join(unit.text for span in spans for unit in text.units(span)) == whole
    assert whole == " ".join(whole.split())
