"""Hostile and damaged texts: never an exception, never slow, never a lower level."""

import pytest

from redactor.marking import lint_portion, parse_banner, parse_portion

LONG = 15_000


@pytest.mark.parametrize(
    "text",
    [
        "/" * LONG,
        "S" + "/" * LONG,
        "S" + "/ " * LONG,
        "(" * LONG,
        "S//" + "A/" * LONG,
        "S//REL TO " + "GBR, " * LONG,
        "S//SI" + "-G" * LONG,
        "S//" + " " * LONG + "NF",
        "S" + " " * LONG,
        "T" + " " * LONG + "OP SECRET",
        "TOP" + " " * LONG + "SECRE",
        "S " * LONG,
        "S//" + "NF-" * LONG,
        "S//" + "AAAA/" * LONG + "AAAA EYES",
        "ENTIRE TEXT" * LONG,
        "S//X1" + ",X1" * LONG,
        "S - " + "-" * LONG + "ENTIRE TEXT",
        "\ud800" * LONG,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_a_long_text_is_read_in_one_pass(text: str) -> None:
    # A scan that went over the text once for each character would not end within the hour.
    is_marking = parse_portion(text) is not None
    assert is_marking == (parse_banner(text) is not None)
    assert is_marking == all(one.code != "not-a-marking" for one in lint_portion(text))


@pytest.mark.parametrize(
    ("text", "level", "word"),
    [
        ("(S//N\u200bF)", "S", None),
        ("(S//NF\u200b)", "S", "NOFORN"),
        ("(S\u2013NF)", "S", "NOFORN"),
        ("(S//\u00a0NF)", "S", "NOFORN"),
        ("(S//NF.)", "S", "NOFORN"),
        ("(S//\nNF)", "S", "NOFORN"),
        ("(S//NF\u00e9)", "S", None),
    ],
)
def test_strange_signs_never_cost_the_level(text: str, level: str, word: str | None) -> None:
    read = parse_portion(text)
    assert read is not None
    assert read.level == level
    assert word in read.controls if word else "unknown-control" in read.flags


def test_a_mark_over_two_line_ends_is_no_mark() -> None:
    assert parse_portion("(S//\n\nNF)") is None
