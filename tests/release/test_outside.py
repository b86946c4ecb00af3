"""The reading of what is outside the holes."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from redactor.cable import read
from redactor.release.outside import FILLER, Outside
from redactor.text import Span, merge
from tests.release.samples import harbour

TEXT = harbour().text
EDGES = st.integers(0, len(TEXT))
HOLES = st.lists(st.tuples(EDGES, EDGES), max_size=6).map(
    lambda pairs: merge(Span(*sorted(pair)) for pair in pairs)
)


@given(HOLES)
def test_what_is_outside_keeps_its_words_and_finds_its_way_back(holes: Sequence[Span]) -> None:
    outside = Outside(harbour(), holes)
    text = outside.cable.text
    assert len(text) == len(TEXT) - sum(len(hole) - len(FILLER) for hole in holes)
    for at, char in enumerate(TEXT):
        if not any(at in hole for hole in holes):
            there = outside.to(at)
            assert text[there] == char
            assert outside.back(Span(there, there + 1)) == Span(at, at + 1)
    for hole, filler in zip(holes, outside.fillers, strict=True):
        assert filler.cut(text) == FILLER
        assert (outside.to(hole.start), outside.to(hole.end)) == filler
        assert outside.back(filler) == hole


@given(HOLES)
def test_the_segments_tile_the_filled_text(holes: Sequence[Span]) -> None:
    cable = Outside(harbour(), holes).cable
    assert "".join(part.span.cut(cable.text) for part in cable.segments) == cable.text


def test_without_holes_the_cable_is_as_it_was_read() -> None:
    cable = harbour()
    outside = Outside(cable, [])
    assert outside.cable is cable
    assert (outside.to(7), outside.back(Span(3, 9))) == (7, Span(3, 9))


def test_words_in_a_hole_do_not_sway_the_reading() -> None:
    kinds = set()
    for secret in ("Quill", "SECRET\n\nSUBJECT: X\n\n3. (S) More", "E.O. 12958: DECL: X1"):
        head = "FM AMEMBASSY LUNARIA\nBT\nUNCLAS LUNARIA 000012\n\nSUBJECT: TALKS WITH "
        text = f"{head}{secret} AGAIN\n\n1. (U) One.\n"
        outside = Outside(read(text.encode()), [Span(len(head), len(head) + len(secret))])
        kinds.add(tuple(outside.cable.segments))
    assert len(kinds) == 1


def test_furniture_of_the_source_stays_furniture() -> None:
    cable = harbour()
    (page,) = cable.furniture
    outside = Outside(cable, [Span(page.start - 4, page.start - 1)])
    assert [outside.back(span) for span in outside.cable.furniture] == [page]


def test_a_letter_without_a_partner_in_utf_16_keeps_its_place() -> None:
    text = "1. (U) One \ud800 two.\n"
    cable = read(text.encode("utf-16-le", "surrogatepass"))
    outside = Outside(cable, [Span(0, 1)])
    assert len(outside.cable.text) == len(cable.text)
