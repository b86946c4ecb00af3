"""The words of markings: levels and controls, from portion form to banner form.

Sources: CAPCO Register and Manual 2016; 32 CFR 2001.21 and 2001.24; 10 CFR 1045.140(d);
5 FAH-2 H-440 (captions).
"""

from collections.abc import Iterable

from redactor.cable.model import LEVELS, Level

LEVEL_WORDS: dict[str, tuple[Level, tuple[str, ...]]] = {
    "TOP SECRET": ("TS", ()),
    "SECRET": ("S", ()),
    "CONFIDENTIAL": ("C", ()),
    "UNCLASSIFIED": ("U", ()),
    "UNCLAS": ("U", ()),
    "LIMITED OFFICIAL USE": ("U", ("LOU",)),
    "SENSITIVE BUT UNCLASSIFIED": ("U", ("SBU",)),
    "TS": ("TS", ()),
    "S": ("S", ()),
    "C": ("C", ()),
    "U": ("U", ()),
    "SBU": ("U", ("SBU",)),
    "LOU": ("U", ("LOU",)),
    "FOUO": ("U", ("FOUO",)),
    "CUI": ("U", ("CUI",)),
    "TSRD": ("TS", ("RD",)),
    "SRD": ("S", ("RD",)),
    "CRD": ("C", ("RD",)),
    "TSFRD": ("TS", ("FRD",)),
    "SFRD": ("S", ("FRD",)),
    "CFRD": ("C", ("FRD",)),
}
"""Words that open a marking: the level, and the controls that they bring with them."""

NATO_WORDS: dict[str, Level] = {"CTS": "TS", "NS": "S", "NC": "C", "NR": "C", "NU": "U"}
"""NATO portion marks. NATO RESTRICTED has no American level; it is kept as C."""

FOREIGN_LEVELS: dict[str, Level] = {
    "TOP SECRET": "TS",
    "SECRET": "S",
    "CONFIDENTIAL": "C",
    "RESTRICTED": "C",
    "UNCLASSIFIED": "U",
    "TS": "TS",
    "S": "S",
    "C": "C",
    "R": "C",
    "U": "U",
}
"""Levels inside a foreign portion mark, ``(//GBR S)``; RESTRICTED is kept as C."""

CONTROL_WORDS: dict[str, tuple[str, ...]] = {
    "NF": ("NOFORN",),
    "NOFORN": ("NOFORN",),
    "OC": ("ORCON",),
    "ORCON": ("ORCON",),
    "OC-USGOV": ("ORCON-USGOV",),
    "ORCON-USGOV": ("ORCON-USGOV",),
    "IMC": ("IMCON",),
    "IMCON": ("IMCON",),
    "PR": ("PROPIN",),
    "PROPIN": ("PROPIN",),
    "XD": ("EXDIS",),
    "EXDIS": ("EXDIS",),
    "ND": ("NODIS",),
    "NODIS": ("NODIS",),
    "DS": ("LIMDIS",),
    "LIMDIS": ("LIMDIS",),
    "RS": ("RSEN",),
    "RSEN": ("RSEN",),
    "FOUO": ("FOUO",),
    "FOR OFFICIAL USE ONLY": ("FOUO",),
    "SBU": ("SBU",),
    "SBU-NF": ("SBU", "NOFORN"),
    "LOU": ("LOU",),
    "LES": ("LES",),
    "LES-NF": ("LES", "NOFORN"),
    "SSI": ("SSI",),
    "DSEN": ("DEA SENSITIVE",),
    "DEA SENSITIVE": ("DEA SENSITIVE",),
    "FISA": ("FISA",),
    "RELIDO": ("RELIDO",),
    "EYES ONLY": ("EYES ONLY",),
    "EYES": ("EYES ONLY",),
    "RD": ("RD",),
    "RESTRICTED DATA": ("RD",),
    "FORMERLY RESTRICTED DATA": ("FRD",),
    "FRD": ("FRD",),
    "CNWDI": ("CNWDI",),
    "RD-CNWDI": ("RD", "CNWDI"),
    "RD-N": ("RD", "CNWDI"),
    "TFNI": ("TFNI",),
    "UCNI": ("UCNI",),
    "DCNI": ("DCNI",),
    "SI": ("SI",),
    "SI-G": ("SI", "SI-G"),
    "COMINT": ("COMINT",),
    "TK": ("TK",),
    "HCS": ("HCS",),
    "HCS-O": ("HCS", "HCS-O"),
    "HCS-P": ("HCS", "HCS-P"),
    "G": ("G",),
    "FGI": ("FGI",),
    "NATO": ("NATO",),
    "ATOMAL": ("ATOMAL",),
    "BOHEMIA": ("BOHEMIA",),
    "BALK": ("BALK",),
    "CUI": ("CUI",),
}
"""Control tokens as they stand in portions and banners, and the banner words they mean."""

CONTROL_FAMILIES: dict[str, tuple[str, ...]] = {
    "SI-": ("SI",),
    "TK-": ("TK",),
    "HCS-": ("HCS",),
    "RD-SG": ("RD",),
    "FRD-SG": ("FRD",),
    "RSV-": (),
    "SAR-": (),
    "SP-": (),
    "DISPLAY ONLY": (),
}
"""Openings of controls whose members are open-ended, and the control that all of them imply.

The member itself is kept as written.
"""

CAPTIONS = frozenset(
    {
        "SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "LIMDIS", "STADIS", "TERREP",
        "ROGER CHANNEL", "DISSENT CHANNEL", "DIRGEN CHANNEL", "MED CHANNEL", "TM CHANNEL",
        "STATE ONLY", "EYES ONLY", "AGREMENT", "DIRGEN", "MED", "CODEL", "ORCON",
        "VISAS VIPER", "VISAS DONKEY", "VISAS", "EFTO", "FOUO", "DEA SENSITIVE", "CHEROKEE",
        "INFORM CONSULS", "CORRECTED COPY", "NO DISTRIBUTION", "STADIS-STATE DISTRIBUTION ONLY",
        "CONTROLS", "NIACT", "SPECAT", "HANDLE AS NODIS", "NOCONTRACT", "TOSEC", "SECTO",
    }
)  # fmt: skip
"""Words that stand alone on a caption line, spaced letters closed up."""

CONTROL_CAPTIONS = frozenset(
    {"NOFORN", "EXDIS", "NODIS", "LIMDIS", "ORCON", "FOUO", "DEA SENSITIVE"}
)
"""Captions that restrict the whole cable and so stand among its controls."""


_RANKS: dict[Level | None, int] = {level: rank for rank, level in enumerate((None, *LEVELS))}
"""How the levels rise; one that is not known stands below all."""


def highest(levels: Iterable[Level | None]) -> Level | None:
    """Give the highest of some levels; ``None`` where none is known."""
    return max(levels, key=_RANKS.__getitem__, default=None)


def is_above(level: Level | None, other: Level | None) -> bool:
    """Tell whether ``level`` is known and above ``other``, which may be unknown."""
    return _RANKS[level] > _RANKS[other]


def is_classified(level: Level | None) -> bool:
    """Tell whether ``level`` is known to be C, S or TS."""
    return level not in {None, "U"}


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """Give words in order, each once."""
    return tuple(dict.fromkeys(words))
