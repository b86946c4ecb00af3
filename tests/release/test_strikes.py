"""Marks that are struck and kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.cable import read
from redactor.release import compose, joined
from redactor.release.strikes import classification_marks
from redactor.text import Span
from tests.release.builder import decide, find, make_cable, paint, release_all
from tests.release.samples import harbour

WHOLE = """\
O 150900Z MAR 18
FM AMEMBASSY LUNARIA
TO SECSTATE WASHDC IMMEDIATE 0001
BT
{line}

{captions}

E.O. 13526: DECL: 03/15/2038
TAGS: PREL, ECON
SUBJECT: {mark}FERRIES

Classified By: Ambassador A. Sample, for reasons 1.4 (b) and (d).

1. (C) The minister met us.

2. (SBU) He likes ferries.

3. (U) So does everyone.
"""


def _struck(
    line: str = "C O N F I D E N T I A L LUNARIA 000042",
    captions: str = "SIPDIS",
    mark: str = "",
) -> list[str]:
    cable = read(WHOLE.format(line=line, captions=captions, mark=mark).encode())
    return [span.cut(cable.text) for span in classification_marks(cable)]


@pytest.mark.parametrize(
    ("line", "struck"),
    [
        ("C O N F I D E N T I A L LUNARIA 000042", ["C O N F I D E N T I A L"]),
        ("CONFIDENTIAL LUNARIA 000042", ["CONFIDENTIAL"]),
        ("C 0 N F I D E N T 1 A L LUNARIA 000042", ["C 0 N F I D E N T 1 A L"]),
        ("T O P S E C R E T LUNARIA 000042", ["T O P S E C R E T"]),
        ("S E C R E T NOFORN LUNARIA 000042", ["S E C R E T", "NOFORN"]),
        ("S E C R E T N O F O R N LUNARIA 000042", ["S E C R E T", "N O F O R N"]),
        ("UNCLAS LUNARIA 000042", []),
    ],
)
def test_the_class_line_loses_its_level_and_controls(line: str, struck: list[str]) -> None:
    assert _struck(line) == [*struck, "(C)"]


def test_captions_that_restrict_are_struck_and_others_are_not() -> None:
    assert _struck(captions="NOFORN\nNODIS\nSIPDIS")[1:-1] == ["NOFORN", "NODIS"]


def test_the_mark_of_the_subject_is_struck() -> None:
    assert _struck(mark="(C) ") == ["C O N F I D E N T I A L", "(C)", "(C)"]
    assert _struck(mark="(U) ") == ["C O N F I D E N T I A L", "(C)"]


def test_a_mark_that_cannot_be_read_counts_as_classified() -> None:
    cable = make_cable(("paragraph", "1. (S) Alpha.\n"))
    (paragraph,) = cable.paragraphs
    assert classification_marks(cable) == (paragraph.marking.span,)
    unread = paragraph._replace(marking=paragraph.marking._replace(level=None))
    object.__setattr__(cable, "paragraphs", (unread,))
    assert classification_marks(cable) == (paragraph.marking.span,)


def test_a_mark_that_is_withheld_in_part_is_left_alone() -> None:
    cable = make_cable(("paragraph", "1. (S) Alpha beta.\n"))
    mark = find(cable, "(S)")
    acts = [release_all(cable), decide(2, "redact", Span(mark.start + 1, mark.end))]
    text = joined(cable.text, compose(cable, paint(cable, acts), amount="none"))
    assert text == "1. ([not declassified: (b)(1), 1.4(d)] Alpha beta."


def test_a_mark_without_space_behind_it_touches_its_words() -> None:
    cable = make_cable(("paragraph", "1. (S)Alpha.\n"))
    text = joined(cable.text, compose(cable, paint(cable, [release_all(cable)]), amount="none"))
    assert text == "1. ~~(S)~~Alpha."


@given(st.integers(0, 400), st.integers(0, 60))
def test_tildes_come_in_pairs_and_add_nothing_else(start: int, length: int) -> None:
    cable = harbour()
    hole = Span(min(start, len(cable.text) - 1), min(start + length, len(cable.text)))
    painting = paint(cable, [release_all(cable), decide(2, "redact", hole)])
    struck, plain = (
        joined(cable.text, compose(cable, painting, amount="none", strike=strike))
        for strike in (True, False)
    )
    assert struck.count("~~") % 2 == 0
    assert struck.replace("~~", "").split() == plain.split()
