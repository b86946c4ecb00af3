"""How a printed banner can differ from the one that its portions make."""

import pytest

from redactor.marking import SecurityMarking, differences, from_words, parse_banner, parse_portion


def portion(text: str) -> SecurityMarking:
    read = parse_portion(text)
    assert read is not None
    return read.marking


def banner(text: str) -> SecurityMarking:
    read = parse_banner(text)
    assert read is not None
    return read.marking


@pytest.mark.parametrize(
    ("printed", "marks", "code", "what", "where"),
    [
        ("CONFIDENTIAL", ["C", "S"], "portion-above-banner", "SECRET", (1,)),
        ("UNCLASSIFIED", ["//GBR R"], "portion-above-banner", "RESTRICTED", (0,)),
        ("SECRET", ["C", "U"], "banner-above-portions", "SECRET", ()),
        ("SECRET", ["U", "S//NF"], "noforn-not-in-banner", "NOFORN", (1,)),
        ("SECRET//NOFORN", ["S//NF", "S//NF//XD"], "exdis-not-in-banner", "EXDIS", (1,)),
        ("SECRET//NOFORN", ["S//NF//ND"], "nodis-not-in-banner", "NODIS", (0,)),
        ("SECRET//NOFORN//EXDIS", ["S//ND"], "nodis-not-in-banner", "NODIS", (0,)),
        ("SECRET", ["S//SI-G ABCD"], "sci-not-in-banner", "SI-G ABCD", (0,)),
        ("SECRET//SI", ["S//SI/TK"], "sci-not-in-banner", "TK", (0,)),
        ("SECRET", ["C", "S//SAR-XXX"], "sap-not-in-banner", "SAR-XXX", (1,)),
        ("SECRET", ["S//RD"], "aea-not-in-banner", "RD", (0,)),
        ("SECRET//FRD", ["S//RD"], "aea-not-in-banner", "RD", (0,)),
        ("SECRET", ["S", "//GBR C"], "fgi-not-in-banner", "GBR", (1,)),
        ("SECRET", ["S", "S//FGI"], "fgi-not-in-banner", "FGI", (1,)),
        ("SECRET//FGI GBR", ["S//FGI GBR", "S//FGI"], "fgi-source-named", "GBR", (1,)),
        ("//GBR SECRET", ["//GBR S", "C"], "not-all-foreign", "SECRET", (1,)),
        ("//JOINT SECRET GBR USA", ["//GBR S"], "not-all-foreign", "SECRET", (0,)),
        ("SECRET//FGI NATO", ["S", "//NS//ATOMAL"], "nato-not-in-banner", "ATOMAL", (1,)),
        ("CUI", ["CUI//SP-AAAA"], "cui-not-in-banner", "SP-AAAA", (0,)),
        ("SECRET//NOFORN", ["S//OC/NF"], "control-not-in-banner", "ORCON", (0,)),
        ("UNCLASSIFIED", ["U", "U//SBU"], "control-not-in-banner", "SBU", (1,)),
        ("SECRET", ["S/CT"], "unknown-not-in-banner", "CT", (0,)),
        (
            "SECRET//REL TO USA, GBR, JPN",
            ["S//REL TO USA, GBR", "S//REL TO USA, GBR, JPN"],
            "rel-too-wide",
            "JPN",
            (0,),
        ),
        ("SECRET//REL TO USA, GBR", ["S//REL TO USA, GBR", "C"], "rel-too-wide", "GBR", (1,)),
        ("SECRET//REL TO USA, GBR", ["S//REL TO USA, FVEY"], "rel-too-narrow", "AUS, CAN, NZL", ()),
        ("SECRET//DISPLAY ONLY IRQ", ["S//NF"], "display-too-wide", "IRQ", (0,)),
        ("SECRET//RELIDO", ["S//RELIDO", "S//NF"], "relido-not-shared", "RELIDO", (1,)),
        ("SECRET//NOFORN", ["S"], "control-not-in-portions", "NOFORN", ()),
        ("SECRET//SI", ["S"], "control-not-in-portions", "SI", ()),
        ("SECRET//ORCON", ["S"], "control-not-in-portions", "ORCON", ()),
        ("SECRET//FOUO", ["S", "U//FOUO"], "administrative-in-banner", "FOUO", ()),
    ],
)
def test_a_difference_names_its_words_and_its_portions(
    printed: str, marks: list[str], code: str, what: str, where: tuple[int, ...]
) -> None:
    found = differences(banner(printed), [portion(mark) for mark in marks])
    assert (code, what, where) in {(one.code, one.what, one.portions) for one in found}


@pytest.mark.parametrize(
    ("printed", "marks"),
    [
        ("SECRET//NOFORN", ["S//NF", "U"]),
        ("SECRET//FGI GBR", ["S", "//GBR C"]),
        ("CONFIDENTIAL", ["C", "U//SBU", "U//FOUO"]),
        ("SECRET//RD", ["S//RD", "S//FRD"]),
        ("SECRET//NOFORN//NODIS", ["S//ND", "S//XD"]),
        ("UNCLAS SENSITIVE", ["SBU", "U"]),
        ("SECRET//NOFORN//X1", ["S/NF"]),
        ("TOP SECRET", []),
    ],
)
def test_a_right_banner_differs_in_nothing(printed: str, marks: list[str]) -> None:
    assert differences(banner(printed), [portion(mark) for mark in marks]) == ()


def test_captions_of_a_cable_count_as_its_banner() -> None:
    printed = from_words("S", ["EXDIS"])
    assert differences(printed, [portion("S//NF//XD"), portion("U")]) == ()
