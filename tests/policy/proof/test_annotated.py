"""Notes in the margin of a cable: taken out, understood, and refused with their place."""

from datetime import date

import pytest

from redactor.policy import PolicyError, read_annotated

RULES = ("protected-name", "visa-record")
CABLE = b"""\
C O N F I D E N T I A L ZENDA 000641

1. (C) Ahmed X (strictly protect) said so.
2. (U) The end.
"""
NOTED = b"""\
#| as of 2026-11-23, basis mdr, requested 2026-01-05
#| # a remark, with protected-name in it
C O N F I D E N T I A L ZENDA 000641

1. (C) Ahmed X (strictly protect) said so.
#|protected-name,   not visa-record
#| todo visa-record
2. (U) The end.
#| only protected-name
"""


def test_the_cable_is_what_stands_outside_the_margin() -> None:
    assert read_annotated(NOTED, "x.txt", RULES).data == CABLE


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_every_offset_is_that_of_the_cable(ends: bytes) -> None:
    assert read_annotated(NOTED.replace(b"\n", ends), "x", RULES).data == CABLE.replace(b"\n", ends)


def test_terms_and_notes() -> None:
    cable = read_annotated(NOTED, "x.txt", RULES)

    assert (cable.as_of, cable.basis) == (date(2026, 11, 23), "mdr")
    assert cable.requested == date(2026, 1, 5)
    assert [tuple(note) for note in cable.notes] == [
        ("protected-name", "match", 6, 2),
        ("visa-record", "no-match", 6, 2),
        ("visa-record", "not-yet", 7, 2),
        ("protected-name", "nowhere-else", 9, 3),
    ]
    assert [cable.line_in_file(line) for line in range(4)] == [3, 4, 5, 8]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("protected-nam", 'x.txt:3:1: there is no rule "protected-nam"'),
        ("must protected-name", "x.txt:3:1: this note cannot be understood"),
        ("", "x.txt:3:1: this note cannot be understood"),
        ("# no rule\n  #| visa-record", "x.txt:4:1: a note begins its line; take the blanks away"),
        ("basis foi", "x.txt:3:1: a basis is one of foia, mdr"),
        ("as of 2026-13-01", "x.txt:3:1: a day is wanted here"),
    ],
)
def test_a_note_that_cannot_be_understood(note: str, said: str) -> None:
    data = f"#| as of 2026-11-23\n1. (U) So.\n#| {note}\n".encode()

    with pytest.raises(PolicyError) as caught:
        read_annotated(data, "x.txt", RULES)

    assert str(caught.value).startswith(said)


def test_what_was_perhaps_meant_is_said() -> None:
    with pytest.raises(PolicyError, match='did you mean "protected-name"'):
        read_annotated(b"#| as of 2026-11-23\nx\n#| not protectd-name\n", "x.txt", RULES)


@pytest.mark.parametrize("above", ["", "text\n\n"])
def test_a_note_below_no_line(above: str) -> None:
    with pytest.raises(PolicyError, match="right below the line"):
        read_annotated(f"{above}#| as of 2026-11-23, visa-record\n".encode(), "x.txt", RULES)


def test_the_day_must_be_said() -> None:
    with pytest.raises(PolicyError, match="a note must say the day"):
        read_annotated(CABLE, "x.txt", RULES)
