"""Rows: the lines of panes and bars, each in pieces with a tone of voice. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

Tone = str
"""Name of a tone of voice, such as ``muted``; the stylesheet gives it its colour."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a pane."""

    pieces: tuple[tuple[str, Tone], ...]
    here: bool = False
    """The line of the current item."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """One line of a bar: the left gives way to the right where both have no room."""

    left: Sequence[tuple[str, Tone]]
    right: Sequence[tuple[str, Tone]] = ()
