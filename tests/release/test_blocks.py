"""Blocks, and the white space between them."""

from itertools import pairwise

from redactor.cable import Cable
from redactor.release import Blocks
from tests.release.builder import find, make_cable
from tests.release.samples import harbour


def _texts() -> list[str]:
    cable = harbour()
    return [" ".join(span.cut(cable.text).split()) for span in Blocks(cable).spans]


def test_every_header_line_is_a_block() -> None:
    assert _texts()[:4] == [
        "VZCZCXRO0007",
        "OO RUEHC",
        "FM AMEMBASSY LUNARIA",
        "TO RUEHC/SECSTATE WASHDC",
    ]


def test_a_field_is_one_block_however_many_lines_it_takes() -> None:
    assert "TAGS: PREL, PGOV, OVIP (QUILL, MARTA)" in _texts()


def test_a_paragraph_runs_over_furniture() -> None:
    assert any(
        text.startswith("2. (C)") and text.endswith("too short for it.") for text in _texts()
    )


def test_a_field_goes_on_after_furniture() -> None:
    cable = make_cable(
        ("subject", "SUBJECT: HARBOUR\n"), ("furniture", "PAGE 02\n"), ("subject", "TALKS\n")
    )
    assert len(Blocks(cable).spans) == 1


def test_two_fields_of_one_kind_without_furniture_between_stay_apart() -> None:
    cable = make_cable(("refs", "REF: A\n"), ("blank", "\n"), ("refs", "REF: B\n"))
    assert len(Blocks(cable).spans) == 2


def test_blocks_are_sorted_and_disjoint() -> None:
    blocks = Blocks(harbour()).spans
    assert all(a.end <= b.start for a, b in pairwise(blocks))


def test_every_printed_character_but_furniture_stands_in_a_block() -> None:
    cable = harbour()
    inside = {i for span in Blocks(cable).spans for i in range(span.start, span.end)}
    outside = {i for span in cable.furniture for i in range(span.start, span.end)}
    lost = [i for i, char in enumerate(cable.text) if not char.isspace() and i not in inside]
    assert set(lost) <= outside


def test_words_that_touch_stay_together_even_across_blocks() -> None:
    cable = make_cable(("paragraph", "1. (S) The end."), ("signature", "DOE\n"))
    assert Blocks(cable).space(cable.text.index("DOE"), cable.text.index("DOE")) == ""


def test_a_line_end_doubled_by_a_carriage_return_is_no_blank_line() -> None:
    cable = make_cable(("header", "FM X\r\r\nTO Y\n"))
    assert Blocks(cable).space(4, cable.text.index("TO")) == "\n"


def test_furniture_on_a_line_of_its_own_makes_no_blank_line() -> None:
    cable = make_cable(("header", "FM X\n"), ("furniture", "PAGE 02\n"), ("header", "TO Y\n"))
    assert Blocks(cable).space(4, cable.text.index("TO")) == "\n"


def test_a_blank_line_beside_furniture_counts() -> None:
    cable = make_cable(("header", "FM X\n"), ("furniture", "PAGE 02\n"), ("header", "\nTO Y\n"))
    assert Blocks(cable).space(4, cable.text.index("TO")) == "\n\n"


def test_a_blank_line_where_a_page_ends_does_not_count_within_a_passage() -> None:
    """Else the place of the page's end, and so the lines above it, could be counted."""
    cable = make_cable(("header", "TO X\n"), ("furniture", "\nPAGE 02\n\n"), ("header", "Y IN Z\n"))
    assert Blocks(cable).space(4, cable.text.index("Y")) == "\n"


def _around(cable: Cable, words: str) -> list[str]:
    """Give the blocks when these words are withheld."""
    return [span.cut(cable.text).strip() for span in Blocks(cable, [find(cable, words)]).spans]


def test_lines_with_a_hole_are_one_block() -> None:
    cable = make_cable(("heading", "QUILL AND\nTHE FERRY\n"))
    assert [span.cut(cable.text) for span in Blocks(cable).spans] == ["QUILL AND", "THE FERRY"]
    assert _around(cable, "QUILL") == ["QUILL AND\nTHE FERRY"]


def test_heading_lines_that_are_segments_of_their_own_are_one_block() -> None:
    cable = make_cable(("heading", "QUILL AND"), ("blank", "\n"), ("heading", "THE FERRY\n"))
    assert _around(cable, "FERRY") == ["QUILL AND\nTHE FERRY"]


def test_lines_beyond_a_blank_line_or_of_another_kind_keep_their_ends() -> None:
    cable = make_cable(("caption", "NOFORN\nSIPDIS\n"), ("other", "QUILL\nMARSH\n\nREED\nVAIL\n"))
    assert _around(cable, "MARSH") == ["NOFORN", "SIPDIS", "QUILL\nMARSH", "REED", "VAIL"]


def test_a_label_starts_a_block_even_near_a_hole() -> None:
    cable = make_cable(
        ("header", "FM QUILL\n"), ("header", "TO X\nY MARSH\n"), ("header", "INFO Z\n")
    )
    assert _around(cable, "MARSH") == ["FM QUILL", "TO X\nY MARSH", "INFO Z"]


def test_a_subject_too_long_for_the_reader_is_one_block_with_what_is_left_of_it() -> None:
    cable = make_cable(("subject", "SUBJECT: QUILL\n"), ("header", "AND THE FERRY\n"))
    assert _around(cable, "QUILL") == ["SUBJECT: QUILL\nAND THE FERRY"]


def test_strokes_under_a_heading_that_passes_for_a_paragraph_are_a_line_of_their_own() -> None:
    cable = make_cable(
        ("other", "QUILL\n\n"), ("paragraph", "THE FERRY\n---------\nIt ran\nlate.\n")
    )
    parts = [span.cut(cable.text).strip() for span in Blocks(cable).spans]
    assert parts == ["QUILL", "THE FERRY", "---------", "It ran\nlate."]


def test_strokes_in_a_paragraph_with_a_hole_stay_in_its_block() -> None:
    cable = make_cable(("paragraph", "1. THE FERRY\n---------\nQUILL ran\nlate.\n"))
    assert _around(cable, "QUILL") == ["1. THE FERRY\n---------\nQUILL ran\nlate."]
