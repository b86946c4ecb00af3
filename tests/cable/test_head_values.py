"""Classification lines, captions, the transmission header and the fields, form by form."""

from datetime import UTC, datetime

import pytest

from redactor.cable import read
from redactor.cable.banner import read_banner, read_captions, read_damaged_banner
from redactor.cable.fields import (
    read_instruction,
    read_reasons,
    read_refs,
    read_tags,
    unwrap_authority,
)
from redactor.cable.rows import Row
from redactor.cable.signature import is_name
from redactor.cable.transmission import read_addressee, read_dtg


@pytest.mark.parametrize(
    ("line", "level", "controls", "post"),
    [
        ("C O N F I D E N T I A L SECTION 01 OF 02 ZENDA 000641", "C", (), "ZENDA"),
        ("SE C R E T ZENDA 000641", "S", (), "ZENDA"),
        ("CO N F I D E N T I A L ZENDA 000641", "C", (), "ZENDA"),
        ("C ONFIDENTIAL SECTION 01 of 03 NEW STRELSAU 000641", "C", (), "NEW STRELSAU"),
        ("unclas zenda 000641", "U", (), "ZENDA"),
        ("UNCLAS EFTO ZENDA 641", "U", (), "ZENDA"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "U", ("FOUO",), None),
        ("L I M I T E D  O F F I C I A L  U S E ZENDA 0641", "U", ("LOU",), "ZENDA"),
        ("T O P  S E C R E T ZENDA 000641", "TS", (), "ZENDA"),
        ("SECRET//NOFORN//MR", "S", ("NOFORN",), None),
        ("SECRET//FGI GBR//NOFORN//20281231 ZENDA 000641", "S", ("FGI GBR", "NOFORN"), "ZENDA"),
        ("SECRET/NOFORN", "S", ("NOFORN",), None),
        ("(secret//rel germany)", "S", ("REL TO GERMANY",), None),
        ("S E C R E T NODIS ZENDA 000641", "S", ("NODIS",), "ZENDA"),
        ("C O N F I D E N T I A L ZENDA 000641 C O R R E C T E D   C O P Y", "C", (), "ZENDA"),
    ],
)
def test_a_classification_line_is_read(
    line: str, level: str, controls: tuple[str, ...], post: str | None
) -> None:
    banner = read_banner(line)
    assert banner is not None
    assert (banner.level, banner.controls, banner.post) == (level, controls, post)


@pytest.mark.parametrize(
    "line",
    [
        "SECRETARY OF STATE",
        "SECRET TALKS WITH THE MINISTER",
        "Confidential sources say so.",
        "UNCLASSIFIED U.S. Department of State Case No. F-2014-00000",
        "SUBJECT: SECRET",
    ],
)
def test_other_lines_are_no_classification_line(line: str) -> None:
    assert read_banner(line) is None


@pytest.mark.parametrize(
    ("line", "captions"),
    [
        ("SIPDIS", ("SIPDIS",)),
        ("SENSITIVE, SI PDIS", ("SENSITIVE", "SIPDIS")),
        ("ROGER CHANNEL", ("ROGER CHANNEL",)),
        ("STADIS//NOFORN", ("STADIS", "NOFORN")),
        ("C O R R E C T E D  C O P Y", ("CORRECTED COPY",)),
        ("SIPDIS FOR THE MINISTER", None),
        ("", None),
    ],
)
def test_captions_are_read(line: str, captions: tuple[str, ...] | None) -> None:
    assert read_captions(line) == captions


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("O 181728Z JUL 08", datetime(2008, 7, 18, 17, 28, tzinfo=UTC)),
        ("O P 121407Z DEC 07", datetime(2007, 12, 12, 14, 7, tzinfo=UTC)),
        ("P 251346 Z JUN 7 3", datetime(1973, 6, 25, 13, 46, tzinfo=UTC)),
        ("Date/DTG: Jun 17, 2012 / 172335Z JUN 12", datetime(2012, 6, 17, 23, 35, tzinfo=UTC)),
        ("R 312400Z FEB 08", None),
        ("O 18JUL08", None),
    ],
)
def test_a_date_time_group_is_read(text: str, moment: datetime | None) -> None:
    assert read_dtg(text) == moment


@pytest.mark.parametrize(
    ("line", "routing", "name", "precedence"),
    [
        ("TO RUEHC/SECSTATE WASHDC IMMEDIATE 4649", "RUEHC", "SECSTATE WASHDC", "IMMEDIATE"),
        ("RUEH DU/AMCONSUL HENTZAU", "RUEHDU", "AMCONSUL HENTZAU", None),
        ("INFO AMEMBASSY STRELSAU NIACT IMMEDIATE", None, "AMEMBASSY STRELSAU", "NIACT IMMEDIATE"),
        ("RUEHGG/UN SECURITY COUNCIL PRIORITY", "RUEHGG", "UN SECURITY COUNCIL", "PRIORITY"),
    ],
)
def test_an_addressee_is_read(
    line: str, routing: str | None, name: str, precedence: str | None
) -> None:
    read = read_addressee(Row(line, 0, len(line), after_blank=False), "to")
    assert read is not None
    assert (read.routing, read.name, read.precedence) == (routing, name, precedence)


@pytest.mark.parametrize("line", ["TO", "INFO ", "XMT AMCONSUL TARLENHEIM"])
def test_a_line_without_an_office_gives_none(line: str) -> None:
    assert read_addressee(Row(line, 0, len(line), after_blank=False), "to") is None


@pytest.mark.parametrize(
    ("text", "order", "rest"),
    [
        ("E.O. 12958: DECL: 07/17/2018", "12958", "DECL: 07/17/2018"),
        ("EO 12958 DECL: 11/29/10", "12958", "DECL: 11/29/10"),
        ("E.O. 12958:N/A", "12958", "N/A"),
        ("E.O. 12958 03/24/2019", "12958", "03/24/2019"),
        ("E.O.12356: DECL:OADR", "12356", "DECL:OADR"),
        ("E.O. 1295: DECL: X1", "1295", "DECL: X1"),
        ("E.O. 12065: GDS 8/12/85 (DOE, JOHN Q.) OR-P", "12065", "GDS 8/12/85 (DOE, JOHN Q.) OR-P"),
        ("E.O.:  13526", "13526", ""),
        ("DECLASSIFY ON: 2022/06/17", None, "DECLASSIFY ON: 2022/06/17"),
    ],
)
def test_an_instruction_is_taken_apart(text: str, order: str | None, rest: str) -> None:
    assert read_instruction(text) == (order, rest)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("TAGS: PREL PGOV", ("PREL", "PGOV")),
        ("TAGS PTER, PGOV", ("PTER", "PGOV")),
        ("TAG PTER", ("PTER",)),
        ("TAGS: [PREL](#) [PGOV](#)", ("PREL", "PGOV")),
        ("Tags: prel, ovip (doe, john), PREL", ("PREL", "OVIP")),
        ("TAGS:", ()),
    ],
)
def test_tags_are_read(text: str, tags: tuple[str, ...]) -> None:
    assert read_tags(text) == tags


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("REF: A. ZENDA 1501 B. 07 STRELSAU 2", ("ZENDA 1501", "07 STRELSAU 2")),
        ("REFS: (A) ZENDA 1 (B) ZENDA 2", ("ZENDA 1", "ZENDA 2")),
        ("REF: A) ZENDA 1, B) ZENDA 2", ("ZENDA 1", "ZENDA 2")),
        ("REF: A. (A) ZENDA 1 B. (B) ZENDA 2 C. (C) ZENDA 3", ("ZENDA 1", "ZENDA 2", "ZENDA 3")),
        ("REF: ZENDA 1, STRELSAU 2; STATE 3", ("ZENDA 1", "STRELSAU 2", "STATE 3")),
        ("REF:", ()),
    ],
)
def test_references_are_read(text: str, refs: tuple[str, ...]) -> None:
    assert read_refs(text) == refs


@pytest.mark.parametrize(
    "text",
    [
        "reason 1.4 (b) and (d).", "1.4(B), (D)", "1.4 (b/d)", "1.4(b)(d)", "1.4 (B&D)",
        "1.4 b & d",
        "1.5 B,D", "PER 1.5 (B) AND (D)", "1,4 (B) AND (D)", "(b+d) 1.4 (b+d)", "Resons: b, d",
        "E.O. 12958, reasons 1.4 (b,d)", "1.4 (b) and 1.4 (d)", "for Reas (b) and (d).",
        "reasons 1. 4 (b) and (d)", "1.4 (b and d). NIACT BECAUSE OF A CRISIS",
    ],
)  # fmt: skip
def test_reasons_are_read(text: str) -> None:
    assert read_reasons(f"Classified By: DCM A. VOSS, {text}") == ("b", "d")


@pytest.mark.parametrize(
    "text",
    ["DOS CLASSIFICATION GUIDE BY A. VOSS", "Derived from Multiple Sources", "RESIDENT A. B."],
)
def test_no_reason_is_made_up(text: str) -> None:
    assert read_reasons(text) == ()


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["VOSS, FOR REASO", "NS 1.4 B/D"], "VOSS, FOR REASONS 1.4 B/D"),
        (["VOSS for reason", "s: 1.4 (b)"], "VOSS for reasons: 1.4 (b)"),
        (["1.4 (b) a", "nd (d)"], "1.4 (b) and (d)"),
        (["POLITICAL COUNS", "ELOR VOSS"], "POLITICAL COUNSELOR VOSS"),
        (["FOR REASONS", "1.4 (b)"], "FOR REASONS 1.4 (b)"),
        (["DEPUTY", "MINISTER VOSS"], "DEPUTY MINISTER VOSS"),
    ],
)
def test_broken_words_of_the_authority_line_are_joined(lines: list[str], joined: str) -> None:
    assert unwrap_authority(lines) == joined


@pytest.mark.parametrize(
    ("line", "level", "controls", "number"),
    [
        ("C O N F I D E N T I A LZENDA 000641", "C", (), "000641"),
        ("SECRETZENDA 000641", "S", (), "000641"),
        ("S E C R E T ZENDA", "S", (), None),
        ("S E C R E T ZENDA-2 000641 NOFORN", "S", ("NOFORN",), "000641"),
    ],
)
def test_a_damaged_classification_line_is_read(
    line: str, level: str, controls: tuple[str, ...], number: str | None
) -> None:
    banner = read_damaged_banner(line, "ZENDA")
    assert banner is not None
    assert (banner.level, banner.controls, banner.number) == (level, controls, number)


@pytest.mark.parametrize(
    "line",
    [
        "SECRETARY OF STATE 12",
        "SECRET TALKS",
        "Confidential sources in Zenda",
        "S E C R E T ZENDA 000641 AND THEN THE MINISTER SAID THAT HE WOULD NOT GO TO STRELSAU",
    ],
)
def test_text_is_no_damaged_classification_line(line: str) -> None:
    assert read_damaged_banner(line, "ZENDA") is None


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("REF: ZENDA 1\nSTRELSAU 2", ("ZENDA 1", "STRELSAU 2")),
        ("REF: 1. ZENDA 1\n2. STRELSAU 2", ("ZENDA 1", "STRELSAU 2")),
        ("REF: A: ZENDA 1 B: STRELSAU 2", ("ZENDA 1", "STRELSAU 2")),
        ("REF: A. ZENDA 1\nC. STRELSAU 2", ("ZENDA 1", "STRELSAU 2")),
        ("REF: A. A. ZENDA 1\n¶B. STRELSAU 2", ("ZENDA 1", "STRELSAU 2")),
        ("REF: STATE 12 AND\nPREVIOUS", ("STATE 12 AND PREVIOUS",)),
    ],
)
def test_references_are_parted_at_lines_and_other_keys(text: str, refs: tuple[str, ...]) -> None:
    assert read_refs(text) == refs


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("1.4 (a-d)", ("a", "b", "c", "d")),
        ("1.4 (b) through (d)", ("b", "c", "d")),
        ("1.4 -- b and d", ("b", "d")),
        ("reaons 14 (b)", ("b",)),
        ("1.4 (b) an d (d)", ("b", "d")),
    ],
)
def test_ranges_and_slips_among_reasons_are_read(text: str, reasons: tuple[str, ...]) -> None:
    assert read_reasons(text) == reasons


@pytest.mark.parametrize(
    "line", ["RUPERT", "Van Hentzau", "O'DELL#", '"RUPERT"', "RUPERT (Acting)", "VOSS, A."]
)
def test_names_can_close_a_cable(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize(
    "line", ["END SUMMARY", "SECRET", "EMBASSY ZENDA", "End comment", "and so on", "UNCLAS"]
)
def test_other_words_at_the_end_are_no_name(line: str) -> None:
    assert not is_name(line)


def test_a_year_before_the_first_telegrams_is_told() -> None:
    cable = read(b"P 181728Z JUL 55\nFM AMEMBASSY ZENDA\n\nUNCLAS ZENDA 000641\n\n1. It rained.\n")
    assert [warning.code for warning in cable.warnings] == ["dtg-year-doubtful"]
