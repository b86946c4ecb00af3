"""Why a banner says what it says, and how a printed one can differ: sentences with citations."""

from typing import Final, NamedTuple


class Ruling(NamedTuple):
    """A rule in plain words, and its source."""

    words: str
    cite: str


_ROLL_UP: Final = "CAPCO 2016, D.2"
_LEVEL: Final = "32 CFR 2001.21(c); CAPCO 2016, D.2"
_RESIDUAL: Final = "22 CFR 9.9(b)"

REASONS: Final[dict[str, Ruling]] = {
    "nothing-withheld": Ruling(
        "No portion remains withheld, so nothing classified is left.", _RESIDUAL
    ),
    "level": Ruling("The banner bears the highest level of any portion.", _LEVEL),
    "sci": Ruling("Every SCI marking of any portion is repeated.", _ROLL_UP),
    "sap": Ruling("Every special access program of any portion is repeated.", _ROLL_UP),
    "aea": Ruling("Every Atomic Energy Act marking of any portion is repeated.", _ROLL_UP),
    "aea-strongest": Ruling("RD stands for FRD and TFNI, and FRD for TFNI.", _ROLL_UP),
    "fgi-listed": Ruling("Every foreign owner named in a portion is listed.", _ROLL_UP),
    "fgi-concealed": Ruling(
        "A portion conceals its foreign source, so FGI stands alone and names nobody.", _ROLL_UP
    ),
    "nato": Ruling("NATO's own words are repeated.", _ROLL_UP),
    "cui": Ruling(
        "CUI and its categories are repeated.", "32 CFR 2002.20(g); CUI Marking Handbook"
    ),
    "control": Ruling("Every other control of any portion is repeated.", _ROLL_UP),
    "unknown": Ruling(
        "A control that the register does not know is repeated until a person decides.",
        "22 CFR 9.7(c)",
    ),
    "administrative-dropped": Ruling(
        "FOUO, SBU, LOU and LIMDIS are not repeated in a classified banner.", _ROLL_UP
    ),
    "les-stays": Ruling("LES is repeated in every banner, classified or not.", _ROLL_UP),
    "hyphen-noforn": Ruling(
        "SBU NOFORN and LES NOFORN bring NOFORN into a classified banner.", _ROLL_UP
    ),
    "nodis-over-exdis": Ruling("NODIS stands for EXDIS; both together never stand.", _ROLL_UP),
    "superseded": Ruling("A stronger control stands for a weaker one.", _ROLL_UP),
    "caption-noforn": Ruling("EXDIS and NODIS force NOFORN and forbid REL TO.", _ROLL_UP),
    "noforn": Ruling("NOFORN in one portion beats every other word of release.", _ROLL_UP),
    "unmarked-noforn": Ruling(
        "A classified portion bears no word of release, so nothing is releasable abroad.", _ROLL_UP
    ),
    "relido-noforn": Ruling(
        "RELIDO stands in some portions only, so the banner is NOFORN.", _ROLL_UP
    ),
    "no-common-country": Ruling(
        "The portions have no country in common but the USA, so the banner is NOFORN.", _ROLL_UP
    ),
    "rel-to": Ruling("The banner names the countries that all portions allow.", _ROLL_UP),
    "relido": Ruling("All portions bear RELIDO, so the banner does.", _ROLL_UP),
    "display-only": Ruling("All portions may be shown to these countries.", _ROLL_UP),
}
"""Why a part of a computed banner is there, or is not."""

DIFFERENCES: Final[dict[str, Ruling]] = {
    "portion-above-banner": Ruling(
        "A portion is marked above the banner: the higher level counts.", "22 CFR 9.7(c)"
    ),
    "banner-above-portions": Ruling(
        "The banner is above every portion: look for a compilation statement.",
        "32 CFR 2001.24(g)",
    ),
    "sci-not-in-banner": Ruling("The banner lacks an SCI marking of a portion.", _ROLL_UP),
    "sap-not-in-banner": Ruling("The banner lacks a special access program.", _ROLL_UP),
    "aea-not-in-banner": Ruling(
        "The banner lacks an Atomic Energy Act marking of a portion.",
        "10 CFR 1045.140(d); CAPCO 2016, D.2",
    ),
    "fgi-not-in-banner": Ruling("The banner does not show foreign information.", _ROLL_UP),
    "not-all-foreign": Ruling(
        "The banner claims wholly foreign or joint information, but a portion is not that.",
        _ROLL_UP,
    ),
    "fgi-source-named": Ruling(
        "The banner names a foreign owner, but a portion conceals its source.", _ROLL_UP
    ),
    "nato-not-in-banner": Ruling("The banner lacks a NATO word of a portion.", _ROLL_UP),
    "cui-not-in-banner": Ruling(
        "The banner lacks a category of CUI.", "32 CFR 2002.20(b); CUI Marking Handbook"
    ),
    "exdis-not-in-banner": Ruling(
        "A portion is EXDIS, but the banner is not.", "CAPCO 2016, D.2; 5 FAH-2 H-440"
    ),
    "nodis-not-in-banner": Ruling(
        "A portion is NODIS, but the banner is not.", "CAPCO 2016, D.2; 5 FAH-2 H-440"
    ),
    "control-not-in-banner": Ruling("The banner lacks a control of a portion.", _ROLL_UP),
    "unknown-not-in-banner": Ruling(
        "A portion bears a control that is not known, and the banner does not.", "22 CFR 9.7(c)"
    ),
    "noforn-not-in-banner": Ruling("The portions make the banner NOFORN, but it is not.", _ROLL_UP),
    "rel-too-wide": Ruling("The banner allows countries that a portion does not allow.", _ROLL_UP),
    "display-too-wide": Ruling(
        "The banner allows showing it to countries that a portion does not allow.", _ROLL_UP
    ),
    "relido-not-shared": Ruling("The banner is RELIDO, but not every portion is.", _ROLL_UP),
    "rel-too-narrow": Ruling("The banner allows fewer countries than the portions do.", _ROLL_UP),
    "control-not-in-portions": Ruling(
        "The banner bears a control that no portion bears.", _ROLL_UP
    ),
    "administrative-in-banner": Ruling(
        "A classified banner does not repeat FOUO, SBU, LOU or LIMDIS.", _ROLL_UP
    ),
}
"""How a printed banner can differ from the one that its portions make."""
