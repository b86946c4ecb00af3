"""Units: what one key press decides on."""

import pytest

from redactor.review import unit_at
from tests.review.builder import TEXTS, docket


@pytest.mark.parametrize(("unit", "words"), [("line", TEXTS[1]), ("paragraph", TEXTS[1])])
def test_units_of_a_paragraph_on_one_line(unit: str, words: str) -> None:
    found = docket()
    at = found.cable.text.index("second")
    span = unit_at(found, at, "line" if unit == "line" else "paragraph")
    assert span is not None
    assert span.cut(found.cable.text) == words


def test_between_paragraphs_there_is_no_unit() -> None:
    found = docket()
    gap = found.content[0].end + 1
    assert unit_at(found, gap, "item") is None
    assert unit_at(found, gap, "line") is None
