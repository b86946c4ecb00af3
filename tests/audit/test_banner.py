"""The banner of the source."""

from dataclasses import replace

import pytest

from redactor.audit import banner
from redactor.cable import Cable, Level, Marking
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
