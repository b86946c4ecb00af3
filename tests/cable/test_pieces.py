"""Decoding, rows, furniture and segments."""

import pytest

from redactor.cable.decode import decode
from redactor.cable.furniture import blank_out, find_furniture
from redactor.cable.rows import find_rows
from redactor.cable.segments import Piece, tile
from redactor.text import Span


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"plain", "utf-8"),
        ("\ufeff¶1.".encode(), "utf-8"),
        (b"\x93quoted\x94", "cp1252"),
        (b"\x81\x8d", "latin-1"),
        ("\ufeff¶1.".encode("utf-16-le"), "utf-16-le"),
        ("\ufeff¶1.".encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\xd8", "cp1252"),
        (b"", "utf-8"),
    ],
)
def test_the_encoding_gives_the_bytes_back(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert decoded.text.encode(decoded.encoding) == data


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("plain\ttext\r\n", []),
        ("\x00", ["control-characters"]),
        ("\x1b[2J", ["control-characters"]),
        ("a\u202eb", ["hidden-characters"]),
        ("a\u200bb", ["hidden-characters"]),
        ("\ufeffa", []),
        ("a\ufeff", ["hidden-characters"]),
        ("a\ufffd", ["lost-characters"]),
    ],
)
def test_odd_characters_are_kept_and_told(text: str, codes: list[str]) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text
    assert [finding.code for finding in decoded.findings] == codes


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_rows_know_the_blank_lines_before_them(end: str) -> None:
    found = find_rows(f"one{end}  two {end}{end}three{end}")
    assert [(row.text, row.after_blank) for row in found] == [
        ("one", True),
        ("two", False),
        ("three", True),
    ]


def test_a_form_feed_ends_a_row() -> None:
    assert [row.text for row in find_rows("one\ftwo")] == ["one", "two"]


STAMP = "UNCLASSIFIED U.S. Department of State Case No. F-2014-00000 Doc No. C00000000"
REVIEW = "Declassified/Released US Department of State EO Systematic Review"
PAGES = [
    "ZENDA 00002200  002 OF 002",
    "ZENDA 00001835  001.2 OF 003",
    "NEW STREL 00000641 002 OF 002",
    "ZENDA 00000402 \n\n001.2 OF 003",
    "PAGE 02        ZENDA  03759  01 OF 03  111533Z",
    "PAGE 01 STATE 012345",
    "ZENDA 00905 01 OF 03 060018Z",
    f"{STAMP} Date: 11/30/2015",
    f"{STAMP} Date: 11/30/2015".replace(" U.S.", "\nU.S.").replace(" Doc", "\nDoc"),
    f"{REVIEW} 30 JUN 2006",
    f"Rosa K. Byers {REVIEW} 20 Mar 2014",
    "RELEASE IN PART B1,1.4(D),B6",
]


@pytest.mark.parametrize("line", PAGES)
@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("the minister\n", "\nspoke"), ("\n\n", "\n\n")]
)
def test_furniture_is_found(line: str, before: str, after: str) -> None:
    text = before + line + after
    assert find_furniture(text) == (Span(len(before), len(before) + len(line)),)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (
            "FM AMEMBASSY ZENDA\n\nOF THE ZENDA 00000641  002 OF 002 MORE",
            "ZENDA 00000641  002 OF 002",
        ),
        ("text ZENDA 00000641  002 OF 0023. (C)", "ZENDA 00000641  002 OF 002"),
        (
            "FM NEW STRELSAU\nhe met NEW STREL 00000641  002 OF 002",
            "NEW STREL 00000641  002 OF 002",
        ),
        ("text\nZENDA 00000641  002 OF 002 3. (C) more", "ZENDA 00000641  002 OF 002"),
    ],
)
def test_furniture_glued_to_text_is_cut_out_of_it(text: str, page: str) -> None:
    assert [span.cut(text) for span in find_furniture(text)] == [page]


@pytest.mark.parametrize(
    "text",
    [
        "SUBJECT: THE TALKS (PART 2 OF 3)",
        "C O N F I D E N T I A L SECTION 01 OF 03 ZENDA 000641",
        "He read 3 OF 10 pages.",
        "PAGE 3 of the report",
        "the DEPARTMENT OF 100 ministers",
    ],
)
def test_text_is_no_furniture(text: str) -> None:
    assert find_furniture(text) == ()


def test_blanking_keeps_every_offset() -> None:
    text = "\ufeffone ZENDA 00000641  002 OF 002 two"
    clean = blank_out(text, find_furniture(text))
    assert len(clean) == len(text)
    assert clean.split() == ["one", "two"]


def test_segments_tile_and_furniture_cuts_pieces() -> None:
    text = "head\n\n1. one PAGE two\nrest "
    pieces: list[Piece] = [(6, 21, "paragraph"), (0, 4, "header")]
    found = tile(text, pieces, [Span(13, 17)])
    assert [(part.kind, part.span.cut(text)) for part in found] == [
        ("header", "head"),
        ("blank", "\n\n"),
        ("paragraph", "1. one "),
        ("furniture", "PAGE"),
        ("paragraph", " two"),
        ("other", "\nrest "),
    ]
