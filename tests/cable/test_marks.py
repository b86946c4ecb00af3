"""The portion mark grammar: the test vectors of the markings reference, and look-alikes."""

import pytest

from redactor.cable.marks import mark_at, marks_in, parse
from redactor.text import Span


@pytest.mark.parametrize(
    ("body", "level", "controls"),
    [
        ("C", "C", ()),
        ("S/NF", "S", ("NOFORN",)),
        ("S//NF", "S", ("NOFORN",)),
        ("SBU/N", "U", ("SBU", "NOFORN")),
        ("SBU-NF", "U", ("SBU", "NOFORN")),
        ("U//SBU-NF", "U", ("SBU", "NOFORN")),
        ("C/REL LIBYA", "C", ("REL TO LIBYA",)),
        ("//GBR S", "S", ("FGI GBR",)),
        ("S//FGI", "S", ("FGI",)),
        ("//FGI C", "C", ("FGI",)),
        ("FGI-C", "C", ("FGI",)),
        ("S//RD", "S", ("RD",)),
        ("SRD", "S", ("RD",)),
        ("CFRD", "C", ("FRD",)),
        ("//NS", "S", ("NATO",)),
        ("//NS//ATOMAL//OC", "S", ("NATO", "ATOMAL", "ORCON")),
        ("U//FOUO", "U", ("FOUO",)),
        ("LOU", "U", ("LOU",)),
        ("TS//SI/TK//OC/NF", "TS", ("SI", "TK", "ORCON", "NOFORN")),
        ("S//NF//XD", "S", ("NOFORN", "EXDIS")),
        ("C//DS", "C", ("LIMDIS",)),
        ("S//CUI//SP-AAAA", "S", ("CUI", "SP-AAAA")),
        ("S//RD-SG 14//NF", "S", ("RD", "RD-SG 14", "NOFORN")),
        ("S//SI-G ABCD/TK//OC", "S", ("SI", "SI-G ABCD", "TK", "ORCON")),
        ("//GBR SECRET", "S", ("FGI GBR",)),
        ("NATO SECRET", "S", ("NATO",)),
        ("//NATO CONFIDENTIAL", "C", ("NATO",)),
        ("SECRET//RESTRICTED DATA", "S", ("RD",)),
        ("secret//rel germany", "S", ("REL TO GERMANY",)),
    ],
)
def test_a_mark_gives_level_and_banner_words(
    body: str, level: str, controls: tuple[str, ...]
) -> None:
    read = parse(body)
    assert read is not None
    assert (read.level, read.controls) == (level, controls)


@pytest.mark.parametrize(
    "body",
    ["U.S.", "Iran", "CDA", "CWC", "SUBJECT LINE", "C/", "", "S Korea", "UK", "USA", "SC", "TS."],
)
def test_a_look_alike_is_no_mark(body: str) -> None:
    assert parse(body) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (" C - ENTIRE TEXT. The minister", "C"),
        (" CONFIDENTIAL-ENTIRE TEXT", "C"),
        (" S E C R E T - ENTIRE TEXT.", "S"),
        (" (S) Entire text.", "S"),
        (" (C - entire text)", "C"),
        (" TOP SECRET ENTIRE TEXT", "TS"),
    ],
)
def test_a_mark_can_stand_for_the_entire_text(text: str, level: str) -> None:
    mark = mark_at(text, 0)
    assert mark is not None
    assert mark.level == level
    assert "entire-text" in mark.flags


@pytest.mark.parametrize(
    ("text", "mark", "flag"),
    [
        (" C) text", "C)", "malformed"),
        (" SBU/N) text", "SBU/N)", "malformed"),
        (" (S/NF text", "(S/NF", "malformed"),
        (" [C] text", "[C]", "malformed"),
        (" (513U) text", "(513U)", "malformed"),
        (" (S) (NF) text", "(S) (NF)", "malformed"),
        (" (S)/NF text", "(S)/NF", "malformed"),
        (" (S)NF text", "(S)NF", "malformed"),
        (" (S. text", "(S.", "malformed"),
        (" (C9 text", "(C9", "malformed"),
        (" (S/NF) text", "(S/NF)", "legacy-separator"),
        (" (C/CT) text", "(C/CT)", "unknown-control"),
    ],
)
def test_an_odd_mark_is_read_and_flagged(text: str, mark: str, flag: str) -> None:
    read = mark_at(text, 0)
    assert read is not None
    assert read.text == mark
    assert flag in read.flags


@pytest.mark.parametrize("text", ["c) text", "(see (C) below)", "(C\n\n1. text)", "(C, Smith)", ""])
def test_where_no_paragraph_starts_damage_is_not_guessed(text: str) -> None:
    assert mark_at(text, 0, damaged=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "the (CDA) met the (U.S.) and (Iran)",
        "under (A), (B) and (C) of the act",
        "the (C) in a sentence",
        "the plaintiff(s) and 501(c)(3)",
        "(a) one\n(b) two\n(c) three",
        "he said (S Korea) again",
    ],
)
def test_look_alikes_inside_a_text_are_refused(text: str) -> None:
    assert list(marks_in(text, Span(0, len(text)))) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Open. (S//NF) Closed.", ["(S//NF)"]),
        ("a list:\n-- (C) one\n-- (U) two", ["(C)", "(U)"]),
        ("a. (C) one\nb. (S) two", ["(C)", "(S)"]),
        ("in mid sentence (S//NF) it is unmistakable", ["(S//NF)"]),
        ("(U) (S) marked twice", ["(U)", "(S)"]),
        ('He said "no." (C) He left.', ["(C)"]),
    ],
)
def test_marks_inside_a_text_are_found(text: str, marks: list[str]) -> None:
    assert [mark.text for mark in marks_in(text, Span(0, len(text)))] == marks
