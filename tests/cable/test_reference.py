"""The real cable that lies beside the project, where it does: its structure, not its prose."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from redactor.cable import Cable, read

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "cables"
pytestmark = pytest.mark.reference


@pytest.fixture(scope="module")
def cable() -> Cable:
    found = sorted(FOLDER.glob("000_*.txt"))
    if not found:
        pytest.skip("the real cable is not here")
    return read(found[0].read_bytes())


def test_paragraphs_have_their_true_numbers_and_places(cable: Cable) -> None:
    assert [(p.number, p.span.start, p.span.end) for p in cable.paragraphs] == [
        (1, 730, 1915),
        (2, 1938, 2990),
        (3, 2992, 3651),
        (4, 3678, 4492),
        (5, 4520, 5200),
        (6, 5210, 6171),
    ]


def test_every_paragraph_is_explicitly_confidential(cable: Cable) -> None:
    marks = {(p.marking.text, p.marking.level, p.marking.source) for p in cable.paragraphs}
    assert marks == {("(C)", "C", "explicit")}
    assert not any(p.marks_inside for p in cable.paragraphs)


def test_the_page_line_is_furniture_inside_paragraph_five(cable: Cable) -> None:
    assert [(span.start, span.end) for span in cable.furniture] == [(5101, 5131)]
    assert cable.paragraphs[4].span.holds(cable.furniture[0])


def test_the_head_is_read(cable: Cable) -> None:
    assert (cable.id, cable.format, cable.level) == ("08USUNNEWYORK641", "telegram", "C")
    assert (cable.controls, cable.captions) == ((), ("SIPDIS",))
    assert cable.tags == ("PREL", "PGOV", "UNSC")
    assert cable.origin.number == "000641"
    assert cable.origin.dtg == datetime(2008, 7, 18, 17, 28, tzinfo=UTC)
    assert [each.routing for each in cable.addressees] == [
        "RUEHC", "RUEHZO", "RUCNCLS", "RUEHGG", "RUEHKO",
    ]  # fmt: skip


def test_the_authority_and_instruction_are_read(cable: Cable) -> None:
    assert cable.classified_by is not None
    assert cable.classified_by.reasons == ("b", "d")
    assert cable.classified_by.text.endswith("FOR REASONS 1.4 B/D")
    assert cable.instruction is not None
    assert (cable.instruction.order, cable.instruction.text) == ("12958", "DECL: 07/17/2018")


def test_headings_and_signature_are_no_paragraphs(cable: Cable) -> None:
    kinds = [segment.kind for segment in cable.segments]
    assert kinds.count("heading") == 4
    assert kinds.count("signature") == 1
    assert cable.segments[-1].kind == "signature"


def test_only_the_repaired_numbers_are_warned_of(cable: Cable) -> None:
    assert [warning.code for warning in cable.warnings] == ["number-repaired"] * 3
