"""The words of a cable's head: levels on classification lines, captions, and what restricts.

Sources: 32 CFR 2001.21; 5 FAH-2 H-440 (captions). Portion marks are the marking stage's.
"""

import re
from collections.abc import Iterable

from redactor.marking import Level

LEVEL_WORDS: dict[str, tuple[Level, tuple[str, ...]]] = {
    "TOP SECRET": ("TS", ()),
    "SECRET": ("S", ()),
    "CONFIDENTIAL": ("C", ()),
    "UNCLASSIFIED": ("U", ()),
    "UNCLAS": ("U", ()),
    "LIMITED OFFICIAL USE": ("U", ("LOU",)),
    "SENSITIVE BUT UNCLASSIFIED": ("U", ("SBU",)),
    "SBU": ("U", ("SBU",)),
}
"""Words of classification lines: the level, and the controls that they bring with them."""

NATO_WORDS = frozenset({"CTS", "NS", "NC", "NR", "NU"})
"""NATO's portion marks, which cables bear without the two slashes that belong before them."""

CAPTIONS = frozenset(
    {
        "SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "LIMDIS", "STADIS", "TERREP",
        "ROGER CHANNEL", "DISSENT CHANNEL", "DIRGEN CHANNEL", "MED CHANNEL", "TM CHANNEL",
        "STATE ONLY", "EYES ONLY", "AGREMENT", "DIRGEN", "MED", "CODEL", "ORCON",
        "VISAS VIPER", "VISAS DONKEY", "VISAS", "EFTO", "FOUO", "DEA SENSITIVE", "CHEROKEE",
        "INFORM CONSULS", "CORRECTED COPY", "NO DISTRIBUTION", "STADIS-STATE DISTRIBUTION ONLY",
        "CONTROLS", "NIACT", "SPECAT", "HANDLE AS NODIS", "NOCONTRACT", "TOSEC", "SECTO",
        "RD", "FRD", "TFNI", "CNWDI", "WNINTEL",
    }
)  # fmt: skip
"""Words that stand alone on a caption line, spaced letters closed up."""

CONTROL_CAPTIONS = frozenset(
    {
        "NOFORN", "EXDIS", "NODIS", "LIMDIS", "ORCON", "FOUO", "DEA SENSITIVE", "RD", "FRD", "TFNI",
        "CNWDI",
    }
)  # fmt: skip
"""Captions that restrict the whole cable and so stand among its controls."""


_PLAIN = (
    (r"NOT RELEASABLE TO FOREIGN (?:NATIONALS|GOVERNMENTS)", "NOFORN"),
    (r"NO FOREIGN DISSEM(?:INATION)?", "NOFORN"),
    (r"N[O0] ?F[O0]R[NM]?", "NOFORN"),
    (r"FORMERLY[ -]{1,3}RESTRICTED[ -]{1,3}DATA", "FRD"),
    (r"RESTRICTED[ -]{1,3}DATA", "RD"),
    (r"TRANSCLASSIFIED FOREIGN NUCLEAR INFORMATION", "TFNI"),
    (r"CRITICAL NUCLEAR WEAPONS? DESIGN INFORMATION", "CNWDI"),
    (r"LIMITED DISTRIBUTION", "LIMDIS"),
    (r"EXCLUSIVE DISTRIBUTION", "EXDIS"),
)
_LONG_FORMS = [(re.compile(rf"\b{pattern}\b"), word) for pattern, word in _PLAIN]
"""Restrictions written out, broken or with a wrong letter, and the words they stand for."""
_LONG_PARTS = ("FOR", "F0R", "DATA", "DISTRIBUTION")
"""Each of them holds one of these."""
LONG_OPENINGS = frozenset(
    pattern.replace("[O0]", letter)[:2] for pattern, _ in _PLAIN for letter in "O0"
)
"""The first two letters of each."""


def shorten(line: str) -> str:
    """Put the usual word for each restriction of a line in capitals: ``NO FORN`` is NOFORN."""
    if not any(part in line for part in _LONG_PARTS):
        return line
    for pattern, word in _LONG_FORMS:
        line = pattern.sub(word, line)
    return line


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """Give words in order, each once."""
    return tuple(dict.fromkeys(words))
