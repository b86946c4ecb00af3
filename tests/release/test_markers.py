"""The words of markers."""

import pytest

from redactor.release.holes import Hole, State
from redactor.release.markers import Extent, extent, marker
from redactor.review import Decision
from redactor.text import Span
from tests.release.builder import decide


def _hole(
    *decisions: Decision, size: int = 20, whole: bool = False, state: State = "withheld"
) -> Hole:
    return Hole(Span(0, size), state, decisions, size, whole)


SECURITY = decide(2, "redact", codes=("b1", "1.4(d)"))
PRIVACY = decide(3, "redact", codes=("b6",))


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "less than 1 line"),
        (34, "less than 1 line"),
        (35, "1 line"),
        (103, "1 line"),
        (104, "2-5 lines"),
        (379, "2-5 lines"),
        (380, "more than 5 lines"),
        (9999, "more than 5 lines"),
    ],
)
def test_the_extent_is_characters_by_69_rounded(size: int, words: Extent) -> None:
    assert extent(_hole(size=size)) == words


def test_a_whole_paragraph_is_named_only_above_five_lines() -> None:
    assert extent(_hole(size=379, whole=True)) == "2-5 lines"
    assert extent(_hole(size=380, whole=True)) == "1 paragraph"


def test_security_reasons_read_not_declassified() -> None:
    words = "[less than 1 line not declassified: (b)(1), 1.4(d)]"
    assert marker(_hole(SECURITY), "bucket") == words


def test_other_reasons_read_denied() -> None:
    assert marker(_hole(PRIVACY, size=200), "bucket") == "[2-5 lines denied: (b)(6)]"


def test_codes_unite_in_the_order_of_the_table_and_security_decides_the_words() -> None:
    words = "[less than 1 line not declassified: (b)(1), 1.4(d), (b)(6)]"
    assert marker(_hole(PRIVACY, SECURITY), "bucket") == words
    assert marker(_hole(SECURITY, PRIVACY), "bucket") == words


def test_amount_none_leaves_the_extent_out() -> None:
    assert marker(_hole(SECURITY, size=900), "none") == "[not declassified: (b)(1), 1.4(d)]"


def test_a_suppressed_code_leaves_all_codes_out() -> None:
    hidden = decide(4, "redact", codes=("b1", "1.4(c)"), suppress=True)
    assert marker(_hole(hidden, PRIVACY), "bucket") == "[less than 1 line not declassified]"


def test_b3_prints_its_statute() -> None:
    visa = decide(4, "redact", codes=("b3",), statute="8 USC\n1202(f)")
    assert marker(_hole(visa), "bucket") == "[less than 1 line denied: (b)(3) 8 USC 1202(f)]"


def test_several_statutes_stand_in_alphabetical_order() -> None:
    visa = decide(4, "redact", codes=("b3",), statute="8 USC 1202(f)")
    agency = decide(5, "redact", codes=("b3",), statute="50 USC 3507")
    words = "[denied: (b)(3) 50 USC 3507, (b)(3) 8 USC 1202(f)]"
    assert marker(_hole(visa, agency, visa), "none") == words


def test_outside_foia_the_statute_stands_alone() -> None:
    visa = decide(4, "redact", codes=("statute",), statute="8 USC 1202(f)")
    assert marker(_hole(visa), "none") == "[denied: 8 USC 1202(f)]"


def test_a_preview_names_what_is_open() -> None:
    assert marker(_hole(state="undecided"), "bucket") == "[undecided]"
    assert marker(_hole(state="referred"), "bucket") == "[referred]"
