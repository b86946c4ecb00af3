"""Pieces: all that a release is made of. Nothing else can reach the released text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from redactor.text import Span

Why = Literal["head", "layout", "marker", "stand-in", "struck", "open"]
"""Why a release holds words that are not the source's.

``head`` is the block of lines above the text, ``layout`` white space from wrapping, ``marker``
the sign of a withheld place, ``stand-in`` the visible form of a hidden character, ``struck`` the
tildes on either side of a mark that is lined through, and ``open`` the sign of an undecided or
referred place, which only a preview holds.
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A stretch of the source that was approved for release, printed as it is."""

    span: Span


@dataclass(frozen=True, slots=True)
class Added:
    """Words of the release's own."""

    text: str
    why: Why
    at: Span | None = None
    """What they stand in for, for a marker, a stand-in and an open place; for tildes, where they
    stand, an empty span."""


Piece = Kept | Added


def joined(source: str, pieces: Iterable[Piece]) -> str:
    """Give the text that the pieces make."""
    return "".join(
        piece.span.cut(source) if isinstance(piece, Kept) else piece.text for piece in pieces
    )


def kept_spans(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """Give the spans of the source that the pieces print, in their order."""
    return tuple(piece.span for piece in pieces if isinstance(piece, Kept))
