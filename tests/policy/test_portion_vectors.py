"""The portion vectors P01 to P20, each through all stages: read, dated, proposed.

They are specified by hand. A marking by itself is tried in ``tests/marking`` too; here stands
what it comes to in a cable.
"""

from datetime import date

import pytest

from redactor.cable import Cable, Paragraph, read
from redactor.declass import DatedCable, date_cable
from redactor.policy import Proposals, find_policy, load_policy, propose

AS_OF = date(2026, 11, 23)
POLICY = load_policy(find_policy("state-cables"))


def cable(
    body: str, line: str = "S E C R E T", head: str = "", decl: str = "DECL: 12/02/2024"
) -> Cable:
    text = (
        "R 021615Z DEC 99\nFM AMEMBASSY ZENDA\nTO SECSTATE WASHDC\n\n"
        f"{line} ZENDA 002214\n\n{head}E.O. 12958: {decl}\nTAGS: PREL\n"
        f"SUBJECT: THE LAKE\n\n{body}\n"
    )
    return read(text.encode())


def first(body: str, line: str = "S E C R E T") -> Paragraph:
    return cable(body, line).paragraphs[0]


def proposed(read_cable: Cable) -> tuple[DatedCable, Proposals]:
    dated = date_cable(read_cable, AS_OF)
    return dated, propose(dated, POLICY, "foia")


def actions(read_cable: Cable) -> list[str]:
    """Give the action on each paragraph's first word."""
    _, found = proposed(read_cable)
    return [
        next(item.action for item in found.items if paragraph.span.start in item.span)
        for paragraph in read_cable.paragraphs
    ]


@pytest.mark.parametrize(
    ("body", "level", "controls", "flags"),
    [
        pytest.param("1. (C) Summary: One.", "C", (), (), id="P01"),
        pytest.param("2. (S/NF) Two.", "S", ("NOFORN",), ("legacy-separator",), id="P02"),
        pytest.param("2. (S//NF) Two.", "S", ("NOFORN",), (), id="P02-modern"),
        pytest.param("3. (SBU/N) Three.", "U", ("SBU", "NOFORN"), ("legacy-separator",), id="P03"),
        pytest.param("3. (SBU-NF) Three.", "U", ("SBU", "NOFORN"), (), id="P03-hyphen"),
        pytest.param("3. (U//SBU-NF) Three.", "U", ("SBU", "NOFORN"), (), id="P03-level"),
        pytest.param("1. C) Content.", "C", (), ("malformed",), id="P04"),
        pytest.param(
            "4. (C/REL LIBYA) Four.", "C", ("REL TO LIBYA",),
            ("unknown-control", "legacy-separator"), id="P07",
        ),
        pytest.param("5. (//GBR S) Five.", "S", ("FGI GBR",), (), id="P08"),
        pytest.param("5. (S//FGI) Five.", "S", ("FGI",), (), id="P08-commingled"),
        pytest.param("5. (//FGI C) Five.", "C", ("FGI",), (), id="P08-concealed"),
        pytest.param("6. (S//RD) Six.", "S", ("RD",), (), id="P09"),
        pytest.param("6. (SRD) Six.", "S", ("RD",), (), id="P09-short"),
        pytest.param("6. (CFRD) Six.", "C", ("FRD",), (), id="P09-formerly"),
        pytest.param("7. (//NS) Seven.", "S", ("NATO",), (), id="P10"),
        pytest.param("8. (U//FOUO) Eight.", "U", ("FOUO",), (), id="P11"),
        pytest.param("8. (U/FOUO) Eight.", "U", ("FOUO",), ("legacy-separator",), id="P11-slash"),
        pytest.param("8. (FOUO) Eight.", "U", ("FOUO",), (), id="P11-alone"),
        pytest.param("8. (LOU) Eight.", "U", ("LOU",), (), id="P11-limited"),
        pytest.param(
            "9. (TS//SI/TK//OC/NF) Nine.", "TS", ("SI", "TK", "ORCON", "NOFORN"), (), id="P12"
        ),
        pytest.param("9. (S//NF//XD) Nine.", "S", ("NOFORN", "EXDIS"), (), id="P13"),
        pytest.param("9. (S//CUI//SP-AAAA) Nine.", "S", ("CUI", "SP-AAAA"), (), id="P19"),
    ],
)  # fmt: skip
def test_a_portion_is_read(
    body: str, level: str, controls: tuple[str, ...], flags: tuple[str, ...]
) -> None:
    marking = first(body).marking
    assert (marking.level, marking.controls) == (level, controls)
    assert set(marking.flags) == set(flags)
    assert marking.source == "explicit"


def test_p05_a_mark_for_the_entire_text_reaches_all_paragraphs() -> None:
    found = cable("1. (C - ENTIRE TEXT).\n\n2. Minister said so.\n\n3. He left.").paragraphs
    assert [paragraph.effective_level for paragraph in found] == ["C", "C", "C"]
    assert [paragraph.marking.source for paragraph in found[1:]] == ["entire-text"] * 2


def test_p06_the_reasons_stand_beside_the_entire_text() -> None:
    read_cable = cable(
        "1. CONFIDENTIAL - ENTIRE TEXT. CLASSIFIED BY DCM JANE DOE - 1.5 B,D.\n\n2. He left.",
        line="C O N F I D E N T I A L",
    )
    assert [paragraph.effective_level for paragraph in read_cable.paragraphs] == ["C", "C"]
    assert read_cable.classified_by is not None
    assert read_cable.classified_by.reasons == ("b", "d")


@pytest.mark.parametrize("mark", ["(S//RD)", "(SRD)", "(CFRD)"])
def test_p09_no_date_frees_an_atomic_portion_and_the_cable_waits(mark: str) -> None:
    dated, found = proposed(cable(f"1. {mark} Six."))
    assert dated.portions[0].status == "refer"
    assert dated.portions[0].frees_on is None
    assert found.hold
    assert actions(cable(f"1. {mark} Six.")) == ["refer"]


def test_p14_a_word_in_parentheses_is_no_mark() -> None:
    paragraph = first("1. (C) The (CDA) met the minister.")
    assert paragraph.marking.text == "(C)"
    assert paragraph.marks_inside == ()


def test_p15_a_marked_subject_in_an_unclassified_cable_holds_it() -> None:
    read_cable = cable("1. (U) One.", line="UNCLAS")
    text = read_cable.text.replace("SUBJECT: THE", "SUBJECT: (C) THE")
    _, found = proposed(read(text.encode()))
    assert found.hold


def test_p16_unclas_sensitive_is_sbu() -> None:
    read_cable = cable("1. One.", line="UNCLAS SECTION 01 OF 02", head="SENSITIVE\n\n")
    assert (read_cable.level, read_cable.controls) == ("U", ("SBU",))


def test_p17_a_number_without_a_mark_is_at_the_level_of_the_cable() -> None:
    found = cable("6. (U) Six.\n\n7. Seven.").paragraphs
    assert found[1].effective_level == "S"
    assert found[1].marking.source == "assumed-overall"


def test_p18_open_portions_below_a_classified_header_are_reviewed() -> None:
    read_cable = cable("1. (U) One.\n\n2. (U) Two.", line="C O N F I D E N T I A L")
    assert "banner-above-portions" in {warning.code for warning in read_cable.warnings}
    assert "release" not in actions(read_cable)


def test_p20_a_mark_below_no_instruction_waits_for_the_25_years() -> None:
    dated, _ = proposed(cable("1. (C) One.", decl="N/A"))
    assert dated.instruction.kind == "not-applicable"
    assert dated.portions[0].frees_on == date(2024, 12, 31)
    assert "not-applicable-on-classified" in dated.portions[0].flags
