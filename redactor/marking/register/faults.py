"""What can be wrong with a mark as written: one sentence and one source for each kind."""

from datetime import date
from typing import Final, NamedTuple

from redactor.marking.register.rulings import Ruling

_ORDER: Final = "CAPCO 2016, A.6"
_LISTS: Final = "CAPCO 2016, register: REL TO"

COMMAS_ENDED: Final = date(2005, 7, 1)
"""Before July 2005 commas stood between dissemination controls: CAPCO 2016, table 8."""

DECLASSIFY_ENDED: Final = date(2008, 2, 1)
"""Before February 2008 banners ended in a declassification value: CAPCO 2016, table 8."""

FAULTS: Final[dict[str, Ruling]] = {
    "not-a-marking": Ruling("This is not a security marking.", "32 CFR 2001.21(c)"),
    "malformed": Ruling("A parenthesis is missing, or a letter is damaged.", "32 CFR 2001.21(c)"),
    "two-levels": Ruling("The mark names two levels; the higher protects.", "22 CFR 9.7(c)"),
    "level-not-apart": Ruling("The level does not stand by itself at the start.", _ORDER),
    "short-form-in-banner": Ruling("A banner spells this word out.", _ORDER),
    "long-form-in-portion": Ruling("A portion mark uses the short form.", "32 CFR 2001.21(c)"),
    "slashes-missing": Ruling("A level that is not American is opened by two slashes.", _ORDER),
    "single-slash": Ruling("Two slashes part categories.", _ORDER),
    "double-slash": Ruling("One slash parts controls of the same category.", _ORDER),
    "odd-separator": Ruling("Only slashes part the tokens of a mark.", _ORDER),
    "category-order": Ruling("This category stands too late in the mark.", _ORDER),
    "control-order": Ruling("This control stands too late among its own kind.", _ORDER),
    "repeated-control": Ruling("This control stands twice.", _ORDER),
    "unknown-control": Ruling("The register does not know this control.", "CAPCO 2016, register"),
    "unknown-country": Ruling("This is no code of a country or group.", _LISTS),
    "rel-without-list": Ruling(
        "REL without a list is right only where its list is the banner's.", _LISTS
    ),
    "to-missing": Ruling("The words are REL TO.", _LISTS),
    "usa-missing": Ruling("The list lacks the USA.", _LISTS),
    "usa-not-first": Ruling("The USA stands first in the list.", _LISTS),
    "list-order": Ruling("Codes stand in order: trigraphs, then tetragraphs.", _LISTS),
    "wrong-level": Ruling("This control does not stand at this level.", "CAPCO 2016, register"),
    "noforn-missing": Ruling("EXDIS and NODIS force NOFORN; the mark does not say so.",
                             "CAPCO 2016, D.2"),
    "superseded-control": Ruling("A stronger control in the mark stands for this one.",
                                 "CAPCO 2016, D.2"),
    "fgi-in-foreign": Ruling("A foreign mark names its owner already.",
                             "CAPCO 2016, register: FGI"),
    "joint-with-noforn": Ruling("Joint information belongs to a foreign government too.",
                                "CAPCO 2016, register: JOINT"),
    "obsolete-control": Ruling("This control is no longer used.", "CAPCO 2016, register"),
    "obsolete-declassify": Ruling("A banner no longer ends in a declassification value.",
                                  "CAPCO 2016, table 8"),
}  # fmt: skip
"""By code. A fault of one control cites that control's own source instead."""


class Pair(NamedTuple):
    """Two controls that cannot stand in one mark."""

    code: str
    one: str
    other: str
    words: str
    cite: str


_D2: Final = "CAPCO 2016, D.2"
_LEGACY: Final = "32 CFR 2002.1(c), 2002.20"

PAIRS: Final = (
    Pair("nodis-with-exdis", "NODIS", "EXDIS", "NODIS and EXDIS never stand together.", _D2),
    Pair("exdis-with-rel", "EXDIS", "REL TO", "EXDIS forbids REL TO.", _D2),
    Pair("nodis-with-rel", "NODIS", "REL TO", "NODIS forbids REL TO.", _D2),
    Pair("noforn-with-rel", "NOFORN", "REL TO", "NOFORN and REL TO contradict.", _D2),
    Pair("noforn-with-relido", "NOFORN", "RELIDO", "NOFORN and RELIDO contradict.", _D2),
    Pair("noforn-with-display", "NOFORN", "DISPLAY ONLY", "NOFORN forbids display abroad.", _D2),
    Pair("legacy-with-cui", "CUI", "FOUO", "CUI takes the place of FOUO.", _LEGACY),
    Pair("legacy-with-cui", "CUI", "SBU", "CUI takes the place of SBU.", _LEGACY),
    Pair("legacy-with-cui", "CUI", "LOU", "CUI takes the place of LOU.", _LEGACY),
)
"""Impossible pairs; the second control is the one that is pointed at."""
