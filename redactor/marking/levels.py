"""Comparing levels, of which some may not be known."""

from collections.abc import Iterable
from typing import Final

from redactor.marking.register import LEVELS, Level

_RANKS: Final[dict[Level | None, int]] = {level: i for i, level in enumerate((None, *LEVELS))}
"""How levels rise; one that is not known stands below all."""


def highest(levels: Iterable[Level | None]) -> Level | None:
    """Give the highest of some levels; ``None`` where none is known."""
    return max(levels, key=_RANKS.__getitem__, default=None)


def is_above(level: Level | None, other: Level | None) -> bool:
    """Tell whether ``level`` is known and above ``other``, which may be unknown."""
    return _RANKS[level] > _RANKS[other]


def is_classified(level: Level | None) -> bool:
    """Tell whether ``level`` is known to be C, S or TS."""
    return level not in {None, "U"}
