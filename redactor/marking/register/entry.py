"""The shape of an entry of the register, and the names of the categories in their order."""

from datetime import date
from typing import Final, Literal, NamedTuple

Category = Literal[
    "level", "sci", "sap", "aea", "fgi", "nato", "cui", "dissem", "nonic", "declass", "unknown"
]  # fmt: skip

Style = Literal["portion", "banner"]
"""Where a mark stands: before a portion, or at the head of the whole."""

CATEGORIES: Final[tuple[Category, ...]] = (
    "level", "sci", "sap", "aea", "fgi", "nato", "cui", "dissem", "nonic", "declass",
)  # fmt: skip
"""The order of categories in a marking, ``//`` between them: CAPCO 2016, A.6.

NATO's own words stand where the register shows them, ``//NS//ATOMAL//OC``; CUI stands before
dissemination: CUI Marking Handbook. A declassification value ended banners before 2008.
"""

ALL = ("TS", "S", "C", "U")
CLASSIFIED = ("TS", "S", "C")


class Entry(NamedTuple):
    """One control of the register.

    ``meaning``, ``owner`` and ``forbids`` are our plain words for reviewers; what binds is the
    text that ``cite`` names.
    """

    name: str
    """Its banner form, by which everything here knows it."""
    portion: str
    """Its portion form."""
    category: Category
    meaning: str
    """What it says of the information."""
    owner: str
    """Who can change it, and who is asked before a release."""
    forbids: str
    """What must not be done with the information."""
    cite: str
    also: tuple[str, ...] = ()
    """Further spellings that are read."""
    levels: tuple[str, ...] = ALL
    """The levels at which it may stand."""
    absorbs: tuple[str, ...] = ()
    """Controls that are not repeated beside it."""
    noforn: bool = False
    """It forces NOFORN and forbids REL TO."""
    administrative: bool = False
    """It protects unclassified information only: a classified banner drops it."""
    obsolete: date | None = None
    """The day from which it is no longer to be used."""
    instead: str = ""
    """What is used instead since then, in banner form."""
