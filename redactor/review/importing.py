"""Importing: what is noticed when a cable comes in that the case may hold already."""

from collections.abc import Sequence
from typing import Literal

from redactor.cable import Cable
from redactor.text import fold, overwrite

CopyKind = Literal["corrected", "retransmission", "copy"]

_SIGNS: tuple[tuple[CopyKind, tuple[str, ...]], ...] = (
    ("corrected", ("correctedcopy", "correctedversion")),
    ("retransmission", ("retransmission", "retransmitted", "retransmittal")),
)
_HEAD = 1000
"""Code points without blanks in which a cable says what kind of copy it is."""


def text_of(cable: Cable) -> str:
    """Give a cable's words as they count for likeness: folded, without blanks and furniture."""
    words = overwrite(cable.text, cable.furniture, " ")
    return "".join(fold(words).text.split())


def copy_kind(text: str, earlier: Sequence[int]) -> CopyKind | None:
    """Say what a cable is to those with its id that came before it, or give nothing.

    Its first words tell a corrected copy and a retransmission.
    """
    if not earlier:
        return None
    head = text[:_HEAD]
    said = (kind for kind, signs in _SIGNS if any(sign in head for sign in signs))
    return next(said, "copy")
