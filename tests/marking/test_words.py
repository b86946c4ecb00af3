"""What other stages keep of a marking: a level and banner words."""

import pytest

from redactor.marking import (
    Level,
    banner_form,
    from_words,
    highest,
    is_above,
    is_classified,
    read_controls,
)


@pytest.mark.parametrize(
    ("text", "sensitive", "words", "known"),
    [
        ("NOFORN", False, ("NOFORN",), True),
        ("NF/OC", False, ("NOFORN", "ORCON"), True),
        ("NOFORN,ORCON", False, ("NOFORN", "ORCON"), True),
        ("N", True, ("NOFORN",), True),
        ("N", False, ("N",), False),
        ("SI-G ABCD/TK//NF", False, ("SI", "SI-G ABCD", "TK", "NOFORN"), True),
        ("CT", False, ("CT",), False),
        ("NOFORN//X1", False, ("NOFORN",), True),
        ("the minister of the interior told us", False, None, False),
        ("", False, (), True),
    ],
)
def test_controls_are_read_without_a_level(
    text: str, *, sensitive: bool, words: tuple[str, ...] | None, known: bool
) -> None:
    read = read_controls(text, sensitive=sensitive)
    assert read.known == known
    assert words is None or read.words == words


@pytest.mark.parametrize(
    ("level", "words", "banner"),
    [
        ("S", ["NOFORN", "EXDIS"], "SECRET//NOFORN//EXDIS"),
        ("S", ["EXDIS"], "SECRET//NOFORN//EXDIS"),
        ("U", ["SBU", "NOFORN"], "UNCLASSIFIED//SBU NOFORN"),
        ("C", ["FGI GBR"], "CONFIDENTIAL//FGI GBR"),
        ("S", ["NATO", "ATOMAL"], "SECRET//FGI NATO//ATOMAL"),
        ("S", ["JOINT GBR USA"], "//JOINT SECRET GBR USA"),
        ("S", ["SI", "SI-G ABCD", "REL TO USA, GBR"], "SECRET//SI-G ABCD//REL TO USA, GBR"),
        ("S", ["RD", "RD-SG 14"], "SECRET//RD-SIGMA 14"),
        ("S", ["CUI", "SP-AAAA", "BBBB"], "SECRET//CUI//SP-AAAA/BBBB"),
        ("C", ["CT", ""], "CONFIDENTIAL//CT"),
        ("S", [], "SECRET"),
    ],
)
def test_a_marking_is_made_from_a_level_and_words(
    level: Level, words: list[str], banner: str
) -> None:
    assert banner_form(from_words(level, words)) == banner


def test_levels_compare_even_where_one_is_not_known() -> None:
    assert highest(["U", None, "S", "C"]) == "S"
    assert highest([None]) is None
    assert highest([]) is None
    assert is_above("S", "C")
    assert is_above("U", None)
    assert not is_above(None, "U")
    assert not is_above("C", "C")
    assert [level for level in ("U", "C", "S", "TS", None) if is_classified(level)] == [
        "C",
        "S",
        "TS",
    ]
