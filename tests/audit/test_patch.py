"""The patch, in both directions and in the hands of the library itself."""

import hashlib
from itertools import pairwise

import pytest
from diff_match_patch import diff_match_patch
from hypothesis import given
from hypothesis import strategies as st

from redactor.audit.patch import PatchError, apply_patch, diffs, invert_patch, make_patch
from redactor.release import Added, Kept, Piece, joined
from redactor.text import Span


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


DENIED: list[Piece] = [Kept(Span(0, 4)), Added("[denied]", "marker"), Kept(Span(8, 9))]
CHARS = st.one_of(
    st.characters(codec="utf-8"),
    st.sampled_from("aaab \r\n\0%@+-\U0001f6a2\x01\x02\x03\x04\u2028"),
)
REPEATED = st.builds(
    lambda unit, times: unit * times, st.text(CHARS, min_size=1, max_size=8), st.integers(1, 60)
)
TEXTS = st.lists(st.one_of(st.text(CHARS, max_size=60), REPEATED), max_size=8).map("".join)


@st.composite
def releases(draw: st.DrawFn) -> tuple[str, list[Piece]]:
    """A source, and pieces that keep some of it in order and add words between."""
    source = draw(TEXTS)
    edges = sorted(draw(st.lists(st.integers(0, len(source)), max_size=12)))
    pieces: list[Piece] = []
    for start, end in pairwise([0, *edges, len(source)]):
        if draw(st.booleans()) and end > start:
            pieces.append(Kept(Span(start, end)))
        if draw(st.booleans()):
            pieces.append(Added(draw(st.text(CHARS, max_size=40)), "marker"))
    return source, pieces


@given(releases())
def test_a_patch_turns_the_source_into_the_release_and_back(
    made: tuple[str, list[Piece]],
) -> None:
    source, pieces = made
    released = joined(source, pieces)
    patch = make_patch(source, released, pieces)
    assert apply_patch(source, patch, expect_sha256=_sha256(source)) == released
    back = invert_patch(patch)
    assert apply_patch(released, back, expect_sha256=_sha256(released)) == source


@given(releases())
def test_the_library_alone_applies_the_patch_exactly(made: tuple[str, list[Piece]]) -> None:
    source, pieces = made
    released = joined(source, pieces)
    patch = make_patch(source, released, pieces)
    library = diff_match_patch()
    text, applied = library.patch_apply(library.patch_fromText(patch), source)
    assert (text, all(applied)) == (released, True)


def _many(count: int) -> tuple[str, list[Piece]]:
    """Give a source of alike paragraphs with a word withheld in each."""
    paragraph = "The boat left the harbour in the evening and came back with the next tide.\n"
    pieces: list[Piece] = []
    for i in range(count):
        start = i * len(paragraph)
        pieces += [
            Kept(Span(start, start + 4)),
            Added("[denied: (b)(6)]", "marker"),
            Kept(Span(start + 8, start + len(paragraph))),
        ]
    return paragraph * count, pieces


def test_a_long_patch_made_in_portions_is_exact_too() -> None:
    source, pieces = _many(2000)
    released = joined(source, pieces)
    patch = make_patch(source, released, pieces)
    assert patch.count("@@ -") == 2000
    back = invert_patch(patch)
    assert apply_patch(released, back, expect_sha256=_sha256(released)) == source


def test_the_library_applies_a_patch_made_in_portions() -> None:
    source, pieces = _many(300)
    library = diff_match_patch()
    patch = make_patch(source, joined(source, pieces), pieces)
    text, applied = library.patch_apply(library.patch_fromText(patch), source)
    assert (text, all(applied)) == (joined(source, pieces), True)


def test_kept_letters_are_those_of_the_pieces_not_of_a_search() -> None:
    assert diffs("The name.", DENIED) == [
        (0, "The "),
        (-1, "name"),
        (1, "[denied]"),
        (0, "."),
    ]


def test_another_revision_is_refused_even_where_the_patch_would_fit() -> None:
    patch = make_patch("The name.", "The [denied].", DENIED)
    with pytest.raises(PatchError, match="not the text that the patch was made for"):
        apply_patch("The name. And more.", patch, expect_sha256=_sha256("The name."))


def test_a_patch_for_other_words_is_refused() -> None:
    patch = make_patch("The name.", "The [denied].", DENIED)
    with pytest.raises(PatchError, match="does not fit"):
        apply_patch("The boat.", patch, expect_sha256=_sha256("The boat."))


@pytest.mark.parametrize("damaged", ["nonsense", "@@ -1,3 +1,2 @@\n?x\n", "@@ nonsense\n"])
def test_a_damaged_patch_is_refused(damaged: str) -> None:
    with pytest.raises(PatchError, match="can't be read"):
        apply_patch("abc", damaged, expect_sha256=_sha256("abc"))


def test_a_release_that_the_pieces_do_not_make_is_refused() -> None:
    with pytest.raises(PatchError, match="report this fault"):
        make_patch("The name.", "Another.", [Kept(Span(0, 4))])


def test_the_hash_is_that_of_the_files_bytes() -> None:
    source = "\u00c9t\u00e9 name"
    patch = make_patch(source, "\u00c9t\u00e9 ", [Kept(Span(0, 4))])
    sha256 = hashlib.sha256(source.encode("latin-1")).hexdigest()
    assert apply_patch(source, patch, expect_sha256=sha256, encoding="latin-1") == "\u00c9t\u00e9 "
