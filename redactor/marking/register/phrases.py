"""Plain words for parts of a marking that are no control of the register."""

from typing import Final, NamedTuple


class Phrase(NamedTuple):
    """What a part means; ``{}`` stands for its codes."""

    meaning: str
    owner: str
    forbids: str
    cite: str


_FGI: Final = "CAPCO 2016, register: FGI; 22 CFR 9.4(c)(3)"
_HARM: Final = "Release without consulting that government; its disclosure is presumed to harm."

PHRASES: Final[dict[str, Phrase]] = {
    "american": Phrase("", "the United States", "", ""),
    "foreign": Phrase("The information is that of {}.", "{}", _HARM, _FGI),
    "commingled": Phrase("It holds information of {}.", "{}, in those parts", _HARM, _FGI),
    "concealed": Phrase("It holds information of a foreign government that must not be named.",
                        "a foreign government", f"Naming the source. {_HARM}", _FGI),
    "joint": Phrase("Made jointly by {}.", "{} together", "Release without the co-owners.",
                    "CAPCO 2016, register: JOINT"),
    "nato": Phrase("The information is that of NATO; no date of the United States frees it.",
                   "NATO", "Release without the US Mission to NATO, through State.",
                   "CAPCO 2016, E.5"),
    "undecided": Phrase("No word of release: not releasable abroad until somebody decides.",
                        "the originator", "Release to a foreign government before that decision.",
                        "CAPCO 2016, D.2"),
    "cui-specified": Phrase("A category of CUI that a law handles in its own way.",
                            "the designating agency", "Handling other than that law's.",
                            "32 CFR 2002.4(r), 2002.20"),
    "cui-basic": Phrase("A category of CUI.", "the designating agency",
                        "Release to the public before a review; it is no exemption.",
                        "32 CFR 2002.20"),
    "unknown": Phrase("The register does not know this control; it is kept as written.",
                      "the originating agency", "Release before a person has found out.",
                      "22 CFR 9.7(c)"),
}  # fmt: skip
"""By form of ownership, or by kind of part."""
