"""The register of markings: everything that is law or custom about single words, as data.

A new control is a new entry in one of these tables; no code changes. ``entry.py`` says what an
entry holds. Every entry names its source. Sources: CAPCO is the IC Markings System Register
and Manual (31 December 2016; the older one of 12 May 2008); CFR, USC, FAM and FAH by section.
"""

from typing import Final

from redactor.marking.register.compartments import AEA, AEA_PARTS, NATO, SAP, SCI
from redactor.marking.register.countries import (
    CODES,
    GROUPS,
    USA,
    by_code,
    spelled_out,
)
from redactor.marking.register.departmental import CUI, HYPHENED, NONIC
from redactor.marking.register.dissemination import DISSEM, RELEASE_WORDS
from redactor.marking.register.entry import CATEGORIES, Category, Entry, Style
from redactor.marking.register.faults import COMMAS_ENDED, DECLASSIFY_ENDED, FAULTS, PAIRS
from redactor.marking.register.levels import (
    DEGREES,
    FOREIGN_WORDS,
    GRADES,
    LEVELS,
    NATO_FORMS,
    NATO_OPENINGS,
    OPENINGS,
    Grade,
    Level,
    Opening,
)
from redactor.marking.register.phrases import PHRASES
from redactor.marking.register.rulings import DIFFERENCES, REASONS, Ruling

REGISTER: Final = (*SCI, *SAP, *AEA, *AEA_PARTS, *NATO, *CUI, *DISSEM, *NONIC)
"""Every control, in the order of categories and of controls within them."""

ENTRIES: Final[dict[str, Entry]] = {entry.name: entry for entry in REGISTER}
"""By banner form."""

PLACES: Final[dict[str, int]] = {name: place for place, name in enumerate(ENTRIES)}
"""Where each control stands in the order."""

ADMINISTRATIVE: Final = frozenset(entry.name for entry in REGISTER if entry.administrative)
"""Controls that a classified banner drops: FOUO, SBU, LIMDIS (CAPCO 2016, D.2), and LOU."""

FORCE_NOFORN: Final = frozenset(entry.name for entry in REGISTER if entry.noforn)
"""Controls that force NOFORN and forbid REL TO: EXDIS and NODIS (CAPCO 2016, D.2)."""

ABSORBS: Final[dict[str, tuple[str, ...]]] = {
    entry.name: entry.absorbs for entry in REGISTER if entry.absorbs
}
"""Which controls are not repeated beside a stronger one (CAPCO 2016, D.2)."""

__all__ = [
    "ABSORBS",
    "ADMINISTRATIVE",
    "AEA",
    "AEA_PARTS",
    "CATEGORIES",
    "CODES",
    "COMMAS_ENDED",
    "DECLASSIFY_ENDED",
    "DEGREES",
    "DIFFERENCES",
    "DISSEM",
    "ENTRIES",
    "FAULTS",
    "FORCE_NOFORN",
    "FOREIGN_WORDS",
    "GRADES",
    "GROUPS",
    "HYPHENED",
    "LEVELS",
    "NATO_FORMS",
    "NATO_OPENINGS",
    "NONIC",
    "OPENINGS",
    "PAIRS",
    "PHRASES",
    "PLACES",
    "REASONS",
    "REGISTER",
    "RELEASE_WORDS",
    "SAP",
    "SCI",
    "USA",
    "Category",
    "Entry",
    "Grade",
    "Level",
    "Opening",
    "Ruling",
    "Style",
    "by_code",
    "spelled_out",
]  # fmt: skip
