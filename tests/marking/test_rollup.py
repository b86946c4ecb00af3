"""The banner that portions make, rule by rule of the reference (CAPCO 2016, D.2)."""

import pytest

from redactor.marking import (
    SecurityMarking,
    banner_form,
    parse_portion,
    released_as,
    residual_banner,
    roll_up,
)


def marking(text: str) -> SecurityMarking:
    read = parse_portion(text)
    assert read is not None
    return read.marking


@pytest.mark.parametrize(
    ("marks", "banner", "code"),
    [
        (["U", "C", "S"], "SECRET", "level"),
        (["U", "U"], "UNCLASSIFIED", "level"),
        (["S//SI", "TS//TK"], "TOP SECRET//SI/TK", "sci"),
        (["S//SI-G ABCD", "S//SI-G DEFG"], "SECRET//SI-G ABCD DEFG", "sci"),
        (["S//SAR-XXX", "S//SAR-YYY"], "SECRET//SAR-XXX/YYY", "sap"),
        (["S//RD", "S//FRD"], "SECRET//RD", "aea-strongest"),
        (["C//FRD", "S//TFNI"], "SECRET//FRD", "aea-strongest"),
        (["S//RD-CNWDI", "C//RD-SG 14"], "SECRET//RD-CNWDI-SIGMA 14", "aea"),
        (["C", "//GBR S"], "SECRET//FGI GBR", "fgi-listed"),
        (["U", "//GBR S"], "SECRET//FGI GBR", "fgi-listed"),
        (["//GBR S", "//FRA C", "C"], "SECRET//FGI FRA GBR", "fgi-listed"),
        (["S//FGI GBR", "C//FGI"], "SECRET//FGI", "fgi-concealed"),
        (["//GBR S", "//FGI C", "U"], "SECRET//FGI", "fgi-concealed"),
        (["//GBR R", "U"], "CONFIDENTIAL//FGI GBR", "fgi-listed"),
        (["//NS", "C"], "SECRET//FGI NATO", "fgi-listed"),
        (["//NS", "//NC"], "//NATO SECRET", "level"),
        (["//NS//ATOMAL", "C"], "SECRET//FGI NATO//ATOMAL", "nato"),
        (["//JOINT S GBR USA", "//JOINT C GBR USA"], "//JOINT SECRET GBR USA", "level"),
        (["//JOINT S GBR USA", "//JOINT C CAN USA"], "SECRET//FGI CAN GBR", "fgi-listed"),
        (["//JOINT S GBR USA", "C"], "SECRET//FGI GBR", "fgi-listed"),
        (["U//FOUO", "C"], "CONFIDENTIAL", "administrative-dropped"),
        (["U//SBU", "C"], "CONFIDENTIAL", "administrative-dropped"),
        (["C//DS", "C"], "CONFIDENTIAL", "administrative-dropped"),
        (["U//SBU", "U//FOUO"], "UNCLASSIFIED//FOUO//SBU", "control"),
        (["U//LES", "C"], "CONFIDENTIAL//LES", "les-stays"),
        (["U//LES", "U"], "UNCLASSIFIED//LES", "les-stays"),
        (["U//SBU-NF", "C"], "CONFIDENTIAL//NOFORN", "hyphen-noforn"),
        (["U//LES-NF", "C"], "CONFIDENTIAL//NOFORN//LES", "hyphen-noforn"),
        (["S//NF//XD", "S//NF//ND"], "SECRET//NOFORN//NODIS", "nodis-over-exdis"),
        (["S//XD", "S//REL TO USA, GBR"], "SECRET//NOFORN//EXDIS", "caption-noforn"),
        (["S//ND", "S//REL TO USA, GBR"], "SECRET//NOFORN//NODIS", "caption-noforn"),
        (["U//NF//XD", "U//SBU"], "UNCLASSIFIED//NOFORN//EXDIS", "superseded"),
        (["U//NF//ND", "U//FOUO"], "UNCLASSIFIED//NOFORN//NODIS", "superseded"),
        (["S//OC-USGOV", "S//OC"], "SECRET//ORCON", "superseded"),
        (["S//NF", "S//REL TO USA, GBR"], "SECRET//NOFORN", "noforn"),
        (["S//NF", "S//RELIDO"], "SECRET//NOFORN", "noforn"),
        (["S//REL TO USA, GBR", "S//REL TO USA, GBR, JPN"], "SECRET//REL TO USA, GBR", "rel-to"),
        (["S//REL TO USA, FVEY", "S//REL TO USA, GBR"], "SECRET//REL TO USA, GBR", "rel-to"),
        (
            ["S//REL TO USA, ACGU", "S//REL TO USA, TEYE"],
            "SECRET//REL TO USA, AUS, GBR",
            "rel-to",
        ),
        (["S//REL TO USA, GBR", "U"], "SECRET//REL TO USA, GBR", "rel-to"),
        (["S//REL TO USA, GBR", "C"], "SECRET//NOFORN", "unmarked-noforn"),
        (["S//REL TO USA, GBR", "S//REL TO USA, JPN"], "SECRET//NOFORN", "no-common-country"),
        (["S//REL TO USA, NATO", "S//REL TO USA, GBR"], "SECRET//NOFORN", "no-common-country"),
        (["S//RELIDO", "S//REL TO USA, GBR"], "SECRET//NOFORN", "relido-noforn"),
        (["S//RELIDO", "C//RELIDO", "U"], "SECRET//RELIDO", "relido"),
        (["S//RELIDO", "C"], "SECRET//NOFORN", "unmarked-noforn"),
        (
            ["S//DISPLAY ONLY IRQ", "S//REL TO USA, IRQ"],
            "SECRET//DISPLAY ONLY IRQ",
            "display-only",
        ),
        (["CUI//SP-BBBB", "CUI//SP-AAAA", "C"], "CONFIDENTIAL//CUI//SP-AAAA/SP-BBBB", "cui"),
        (["C/CT", "S"], "SECRET//CT", "unknown"),
    ],
)
def test_portions_make_a_banner_for_a_reason(marks: list[str], banner: str, code: str) -> None:
    rolled = roll_up(map(marking, marks))
    assert banner_form(rolled.marking) == banner
    assert code in {decision.code for decision in rolled.decisions}


def test_unmarked_classified_portions_alone_bear_no_word_of_release() -> None:
    rolled = roll_up([marking("C"), marking("S")])
    assert [decision.code for decision in rolled.decisions] == ["level"]


def test_a_decision_names_the_portions_that_made_it() -> None:
    rolled = roll_up(map(marking, ["U//SBU", "S//REL TO USA, GBR", "C", "S//SI//NF"]))
    made = {(decision.code, decision.what): decision.portions for decision in rolled.decisions}
    assert made == {
        ("level", "SECRET"): (1, 3),
        ("sci", "SI"): (3,),
        ("administrative-dropped", "SBU"): (0,),
        ("noforn", "NOFORN"): (3,),
    }


@pytest.mark.parametrize(
    ("withheld", "banner"),
    [
        ([], "UNCLASSIFIED"),
        (["C"], "CONFIDENTIAL"),
        (["C//NF", "U//SBU"], "CONFIDENTIAL//NOFORN"),
        (["U//SBU"], "UNCLASSIFIED//SBU"),
    ],
)
def test_the_residual_banner_is_that_of_what_is_withheld(withheld: list[str], banner: str) -> None:
    assert banner_form(residual_banner(map(marking, withheld)).marking) == banner


def test_nothing_withheld_is_said_to_be_so() -> None:
    (decision,) = residual_banner([]).decisions
    assert decision.code == "nothing-withheld"
    assert decision.cite == "22 CFR 9.9(b)"


@pytest.mark.parametrize(
    ("portion", "banner", "released"),
    [
        ("S//REL", "S//REL TO USA, GBR", "SECRET//REL TO USA, GBR"),
        ("S//REL", "S//NF", "SECRET//NOFORN"),
        ("S//REL", "S", "SECRET//NOFORN"),
        ("S//NF/REL", "S//REL TO USA, GBR", "SECRET//NOFORN"),
        ("S//REL//XD", "S//REL TO USA, GBR", "SECRET//NOFORN//EXDIS"),
        ("S//REL TO USA, JPN", "S//REL TO USA, GBR", "SECRET//REL TO USA, JPN"),
    ],
)
def test_rel_without_a_list_means_that_of_the_banner(
    portion: str, banner: str, released: str
) -> None:
    read = parse_portion(portion)
    assert read is not None
    assert banner_form(released_as(read, marking(banner))) == released
