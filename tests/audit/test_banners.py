"""The banner of the source."""

from dataclasses import replace
from datetime import date

import pytest

from redactor.audit import banner, residual
from redactor.cable import Cable, Level, Marking, read
from redactor.declass import date_cable
from tests.release.builder import make_cable


def _cable(level: Level | None, *controls: str) -> Cable:
    cable = make_cable(("paragraph", "1. (U) Alpha.\n"))
    return replace(cable, level=level, controls=controls)


@pytest.mark.parametrize(
    ("level", "controls", "words"),
    [
        ("S", ("NOFORN",), "SECRET//NOFORN"),
        ("C", (), "CONFIDENTIAL"),
        ("U", ("SBU",), "UNCLASSIFIED//SBU"),
        ("C", ("SBU", "NOFORN"), "CONFIDENTIAL//NOFORN"),
        ("TS", ("ORCON", "NOFORN", "TK", "SI-G"), "TOP SECRET//SI-G/TK//ORCON/NOFORN"),
        ("S", ("EXDIS", "NOFORN", "RD"), "SECRET//RD//NOFORN//EXDIS"),
        ("S", ("REL TO USA, GBR", "NOFORN"), "SECRET//NOFORN"),
        ("S", ("REL TO USA, GBR",), "SECRET//REL TO USA, GBR"),
        ("S", ("ODD",), "SECRET//ODD"),
    ],
)
def test_parts_stand_in_the_order_of_the_register(
    level: Level, controls: tuple[str, ...], words: str
) -> None:
    assert banner(_cable(level, *controls)) == words


def test_a_portion_above_its_cable_raises_the_banner() -> None:
    cable = _cable("C")
    (paragraph,) = cable.paragraphs
    mark = Marking("(S/NF)", "S", ("NOFORN",), "explicit")
    raised = paragraph._replace(marking=mark, effective_level="S")
    assert banner(replace(cable, paragraphs=(raised,))) == "SECRET//NOFORN"


def test_a_sentence_above_its_paragraph_raises_the_banner_too() -> None:
    cable = _cable("C")
    (paragraph,) = cable.paragraphs
    inside = Marking("(TS//SI)", "TS", ("SI",), "explicit")
    raised = paragraph._replace(marks_inside=(inside,), effective_level="TS")
    assert banner(replace(cable, paragraphs=(raised,))) == "TOP SECRET//SI"


def test_an_unread_level_is_protected_as_the_highest() -> None:
    assert banner(_cable(None)) == "CLASSIFICATION NOT READ: PROTECT AS TOP SECRET"


@pytest.mark.parametrize(
    ("withheld", "words"),
    [
        ((), "UNCLASSIFIED"),
        ((1,), "CONFIDENTIAL"),
        ((0, 1), "SECRET//NOFORN"),
        ((2,), "UNCLASSIFIED"),
    ],
)
def test_the_copy_that_is_kept_bears_the_banner_of_what_is_withheld(
    withheld: tuple[int, ...], words: str
) -> None:
    text = (
        "O 181728Z JUL 08\nFM AMEMBASSY ZENDA\nTO SECSTATE WASHDC\n\n"
        "S E C R E T ZENDA 000641\n\nE.O. 12958: DECL: 07/17/2033\nTAGS: PREL\nSUBJECT: X\n\n"
        "1. (S//NF) One.\n\n2. (C) Two.\n\n3. (U) Three.\n"
    )
    dated = date_cable(read(text.encode()), date(2026, 11, 23))
    assert residual(dated, [dated.cable.paragraphs[i].span for i in withheld]) == words


def test_what_is_declassified_raises_the_kept_banner_no_more() -> None:
    dated = date_cable(
        read(
            b"O 181728Z JUL 08\nFM AMEMBASSY ZENDA\n\nS E C R E T ZENDA 000641\n\n"
            b"E.O. 12958: DECL: 07/17/2018\n\n1. (S) One.\n"
        ),
        date(2026, 11, 23),
    )
    (paragraph,) = dated.cable.paragraphs
    assert residual(dated, [paragraph.span]) == "UNCLASSIFIED"


def test_what_is_withheld_for_security_is_classified_whatever_the_clock_says() -> None:
    text = (
        b"O 181728Z JUL 08\nFM AMEMBASSY ZENDA\n\nS E C R E T ZENDA 000641\n\n"
        b"E.O. 12958: DECL: 07/17/2018\n\n1. (S) One.\n\n2. (C) Two.\n\n3. (U) Three.\n"
    )
    dated = date_cable(read(text), date(2026, 11, 23))
    spans = [paragraph.span for paragraph in dated.cable.paragraphs]
    assert residual(dated, spans) == "UNCLASSIFIED"
    assert residual(dated, spans[1:2], spans[1:2]) == "CONFIDENTIAL"
    assert residual(dated, spans, spans[:1]) == "SECRET"
    assert residual(dated, spans[2:], spans[2:]) == "SECRET"
