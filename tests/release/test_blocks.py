"""Blocks, and the white space between them."""

from itertools import pairwise

from redactor.release.blocks import Blocks, find_blocks
from tests.release.builder import make_cable
from tests.release.samples import harbour


def _texts() -> list[str]:
    cable = harbour()
    return [" ".join(span.cut(cable.text).split()) for span in find_blocks(cable)]


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
    assert len(find_blocks(cable)) == 1


def test_two_fields_of_one_kind_without_furniture_between_stay_apart() -> None:
    cable = make_cable(("refs", "REF: A\n"), ("blank", "\n"), ("refs", "REF: B\n"))
    assert len(find_blocks(cable)) == 2


def test_blocks_are_sorted_and_disjoint() -> None:
    blocks = find_blocks(harbour())
    assert all(a.end <= b.start for a, b in pairwise(blocks))


def test_every_printed_character_but_furniture_stands_in_a_block() -> None:
    cable = harbour()
    inside = {i for span in find_blocks(cable) for i in range(span.start, span.end)}
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
