"""Long forms of restrictions: what is looked for first, for speed, misses none of them."""

from hypothesis import given
from hypothesis import strategies as st

from redactor.cable import vocabulary
from redactor.cable.banner import read_captions
from redactor.cable.vocabulary import shorten

LONG = [(pattern.pattern.strip("\\b"), word) for pattern, word in vocabulary._LONG_FORMS]  # noqa: SLF001 - all of them


@given(form=st.sampled_from(LONG), data=st.data())
def test_each_long_form_is_shortened(form: tuple[str, str], data: st.DataObject) -> None:
    pattern, word = form
    written = data.draw(st.from_regex(pattern, fullmatch=True))
    assert shorten(written) == word


@given(form=st.sampled_from(LONG), data=st.data())
def test_each_long_form_is_a_caption(form: tuple[str, str], data: st.DataObject) -> None:
    pattern, word = form
    written = data.draw(st.from_regex(pattern, fullmatch=True))
    assert read_captions(written) == (word,)
    assert read_captions(f" - {written} / SIPDIS") == (word, "SIPDIS")
