"""What a damaged or unusual head must never do: let text of the cable out."""

from datetime import date

import pytest

from redactor.cable import Cable, read
from redactor.declass import date_cable

HEAD = """DE RUEHZN #0641/01 2001728
ZNY SSSSS ZZH
O 181728Z JUL 08
FM AMEMBASSY ZENDA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 4642
BT
S E C R E T ZENDA 000641

SIPDIS

E.O. 12958: DECL: 07/17/2033
TAGS: PREL PGOV
SUBJECT: THE HARBOUR TALKS

"""
OLD = """UNCLASSIFIED

P 121407Z DEC 87
FM AMEMBASSY ZENDA
TO SECSTATE WASHDC PRIORITY 1234
{} ZENDA 01234

{}E.O. 12356: DECL: OADR
TAGS: PREL
SUBJECT: TALKS

1. THE SOURCE SPOKE.
"""
SMART = """SECRET

MRN:        12 ZENDA 1208
Date/DTG:   Jun 17, 2012 / 172335Z JUN 12
From:       AMEMBASSY ZENDA
E.O.:       13526
TAGS:       PGOV
Subject:    Talks

1. (S) The source said.

"""
INSTRUCTION = "E.O. 12958: DECL: 07/17/2033"
SUBJECT = "SUBJECT: THE HARBOUR TALKS"
AS_OF = date(2026, 11, 23)


def cable(body: str, *changes: tuple[str, str]) -> Cable:
    text = HEAD + body
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return read(text.encode())


def text_of(found: Cable) -> str:
    return " ".join(part.span.cut(found.text) for part in found.paragraphs)


def old(line: str, captions: str = "") -> Cable:
    return read(OLD.format(line, captions).encode())


@pytest.mark.parametrize(
    "body",
    [
        "The source, a minister, spoke.\nHe begged for secrecy.\n\nDRAFTED BY: POL:DOE\n",
        "(S//NF) The source, a minister, spoke.\nHe begged for secrecy.\n\nDRAFTED BY: POL:DOE\n",
        "The source, a minister, spoke.\nEnergy for the port is his.\nHe begged for secrecy.\n",
        "The source, a minister, spoke.\nReasons: 1. gold 2. fear.\nHe begged for secrecy.\n",
        "The source, a minister, spoke.\nSECRET\nHe begged for secrecy.\n",
    ],
)
def test_unnumbered_text_stays_text_whatever_its_rows_open_with(body: str) -> None:
    found = text_of(cable(body))
    assert found.startswith(body.partition("\n")[0])
    assert "He begged for secrecy." in found


def test_a_note_above_a_true_label_leaves_the_label_its_field() -> None:
    found = cable("ACTION REQUESTED\n\nREF: ZENDA 12\n\n1. (S) It rained.\n")
    assert found.refs == ("ZENDA 12",)
    assert text_of(found) == "1. (S) It rained."


@pytest.mark.parametrize(
    "tail",
    [
        "Approved by: the King, the protocol says\nthat arms flow.\n\n2. (S) The last.\n\n",
        "Approved by: the King\n\n2. (S) The last.\n\n",
        "Approved by: Rupert\n\n(S) The last.\n\n",
    ],
)
def test_no_marked_row_follows_the_closing_labels(tail: str) -> None:
    found = read(f"{SMART}{tail}Signature: DOE\n".encode())
    assert "The last." in text_of(found)
    assert found.signature == "DOE"


def test_closing_labels_and_names_are_no_text() -> None:
    tail = "Signature: DOE\n\nDrafted By: ZENDA: Voss, Anna\nCleared By: Strelsau\nUNCLASSIFIED\n"
    assert text_of(read((SMART + tail).encode())) == "1. (S) The source said."


@pytest.mark.parametrize(
    "line", ["SECRFT", "C0NFIDENTAIL", "S E C R F T", "CONF1DANTIAL", "C O N F I D X N T I A L"]
)
def test_a_stamp_does_not_stand_for_a_line_that_no_one_can_read(line: str) -> None:
    found = old(line)
    assert found.level is None
    assert "no-classification" in [warning.code for warning in found.warnings]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("C0NFIDENTIAL", "C"), ("C O N F I D E N T 1 A L", "C"), ("CONFIDENTlAL", "C"),
        ("S.E.C.R.E.T", "S"), ("*S E C R E T*", "S"), ("-S E C R E T-", "S"),
        ("S~E~C~R~E~T", "S"), ('"S E C R E T"', "S"), ("CLASSIFICATION: SECRET", "S"),
        ("T0P SECRET", "TS"),
    ],
)  # fmt: skip
def test_a_plainly_damaged_class_word_is_repaired(line: str, level: str) -> None:
    assert old(line).level == level


@pytest.mark.parametrize(
    ("line", "control"),
    [
        ("S E C R E T RESTRICTED DATA", "RD"), ("S E C R E T FORMERLY RESTRICTED DATA", "FRD"),
        ("SECRET-RESTRICTED DATA", "RD"), ("S E C R E T TFNI", "TFNI"),
        ("S E C R E T CHEROKEE NODIS", "NODIS"), ("S E C R E T ROGER CHANNEL NODIS", "NODIS"),
        ("S E C R E T VIA ROGER CHANNEL EXDIS", "EXDIS"), ("S E C R E T SPECAT EXDIS", "EXDIS"),
        ("S E C R E T EYES ONLY NODIS", "NODIS"), ("S E C R E T NO FORN", "NOFORN"),
        ("S E C R E T NOFOR", "NOFORN"), ("S E C R E T NO FOREIGN DISSEM", "NOFORN"),
        ("S E C R E T WNINTEL NOFORN NOCONTRACT ORCON", "ORCON"), ("S E C R E T N0FORN", "NOFORN"),
        ("S E C R E T. NOFORN", "NOFORN"), ("S E C R E T FOR AMBASSADOR NODIS", "NODIS"),
    ],
)  # fmt: skip
def test_restrictions_before_the_post_are_no_part_of_its_name(line: str, control: str) -> None:
    found = old(line)
    assert found.level == "S"
    assert control in found.controls
    assert found.origin.post == "ZENDA"


@pytest.mark.parametrize(
    ("caption", "control"),
    [
        ("RD", "RD"), ("FRD", "FRD"), ("TFNI", "TFNI"), ("CONTAINS RD", "RD"),
        ("RESTRICTED DATA", "RD"), ("FORMERLY RESTRICTED DATA", "FRD"), ("CNWDI", "CNWDI"),
        ("EXDIS FOR SECRETARY", "EXDIS"), ("DEPT PASS NSC NOFORN", "NOFORN"),
        ("SIPDIS DEPT PASS NSC NOFORN", "NOFORN"), ("N0FORN", "NOFORN"), ("NO FORN", "NOFORN"),
        ("CAPTIONS: NOFORN, UNHEARD", "NOFORN"),
        ("THIS DOCUMENT CONTAINS RESTRICTED DATA AS DEFINED IN THE ACT", "RD"),
    ],
)  # fmt: skip
def test_a_restriction_counts_wherever_it_stands_in_a_caption_line(
    caption: str, control: str
) -> None:
    assert control in old("S E C R E T", f"{caption}\n\n").controls


@pytest.mark.parametrize(
    ("subject", "level", "controls"),
    [
        ("(U) VISIT; (S//NF) OUR SOURCE", "S", ("NOFORN",)),
        ("VISIT: (S) OUR SOURCE", "S", ()),
        ("VISIT (U) AND OUR SOURCE (S)", "S", ()),
        ("(U) VISIT", "U", ()),
    ],
)
def test_the_highest_mark_of_a_subject_counts(
    subject: str, level: str, controls: tuple[str, ...]
) -> None:
    marking = cable("1. (S) x.\n", (SUBJECT, f"SUBJECT: {subject}")).subject_marking
    assert marking is not None
    assert (marking.level, marking.controls) == (level, controls)


def test_a_plural_in_a_subject_is_no_mark() -> None:
    assert cable("1. (S) x.\n", (SUBJECT, "SUBJECT: MINISTER(S) MEET")).subject_marking is None


def test_a_marked_row_below_the_subject_is_text() -> None:
    found = cable("", (f"{SUBJECT}\n", f"{SUBJECT}\n(S//NF) The source is a clerk,\nno less.\n"))
    assert found.subject == "THE HARBOUR TALKS"
    assert found.paragraphs[0].marking.controls == ("NOFORN",)


@pytest.mark.parametrize("name", ["Hassan Rahimi", "RAHIMI"])
@pytest.mark.parametrize("stop", [":", ";", " -", ","])
def test_a_name_below_an_unfinished_sentence_is_text(name: str, stop: str) -> None:
    found = cable(f"1. (S) Our source for this report is{stop}\n\n{name}\n")
    assert found.signature is None
    assert name in text_of(found)


@pytest.mark.parametrize("group", ["O 181728Z JUL 58", "O 181728Z JUL 1908"])
def test_an_impossible_year_is_no_origin(group: str) -> None:
    found = cable("1. (S) x.\n", ("O 181728Z JUL 08", group))
    dated = date_cable(found, AS_OF)
    assert dated.origin is None
    assert dated.overall.status == "classified"
    assert "origin-year-doubtful" in dated.overall.flags


@pytest.mark.parametrize("damaged", ["O 3l1728Z JUL 08", "O 321728Z JUL 08", "O 18172BZ JUL O8"])
def test_a_damaged_date_time_group_is_not_passed_over(damaged: str) -> None:
    found = cable("1. (S) x.\n", ("O 181728Z JUL 08", f"{damaged}\nO 181728Z JUL 80"))
    assert found.origin.dtg is None
    assert "dtg-unreadable" in [warning.code for warning in found.warnings]


@pytest.mark.parametrize(
    "lines",
    [
        f"DECL: 07/17/2018\n{INSTRUCTION}",
        "E.O. 12958: DECL: 07/17/2018\nCLASSIFIED BY: DOE. DECLASSIFY ON: 25X1, 20581231",
    ],
)
def test_of_two_instructions_a_person_chooses(lines: str) -> None:
    overall = date_cable(cable("1. (S) x.\n", (INSTRUCTION, lines)), AS_OF).overall
    assert overall.status == "verify"
    assert "instructions-differ" in overall.flags


@pytest.mark.parametrize(
    "lines",
    [
        "E.O. 12958: DECL: 12/31/20\n28",
        "E.O. 12958: DECL: 07/17/2018\nEXTENDED TO 07/17/2033",
        "E.O. 12958: DECL: 07/17/2018\n(DECLASSIFIED BY NARA)",
        "E.O. 12958: DECL: 07/17/2018;\n25X1 FOR PARA 3",
    ],
)
def test_the_row_below_a_dated_instruction_belongs_to_it(lines: str) -> None:
    dated = date_cable(cable("1. (S) x.\n", (INSTRUCTION, lines)), AS_OF)
    assert dated.overall.status != "declassified"
    assert lines.partition("\n")[2] in dated.instruction.text


@pytest.mark.parametrize(
    "body",
    [
        "1. AS STATED ON PAGE 14 OF WHITE PAPER 1973 THE SHAH IS ILL.\n",
        "1. SEE PAGE 3 STATE 12345 FOR THE REST.\n",
        "1. SEE PAGE 3 STATE 12345\n",
        "1. THE TEXT WAS\nRELEASED IN FULL BY THE PRESS.\n",
        "1. HE READ\nRELEASE IN PART B1 ONLY.\n",
    ],
)
def test_prose_is_no_furniture(body: str) -> None:
    found = cable(body)
    assert found.furniture == ()
    assert text_of(found) == body.strip()
