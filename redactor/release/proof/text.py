"""Checking release.txt: each of its characters is approved or the program's, and none is a leak."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from redactor.release.markers import foreign_words
from redactor.release.pieces import Added, Kept, Piece, Why, joined, kept_spans
from redactor.release.proof.brief import Brief
from redactor.release.proof.views import Fault, View
from redactor.release.strikes import STRUCK
from redactor.release.wanted import Wanted
from redactor.release.words import BARRIER
from redactor.text import Span, covers, subtract

TEXT = "release.txt"
HEAD = "its head"

_PRINTED = re.compile(r"\S")
_INVISIBLE = "\u200b"
_FORMS: dict[Why, re.Pattern[str]] = {
    "head": re.compile(r"[^\0]*"),
    "layout": re.compile(r"\s*"),
    "marker": re.compile(r"[^\0]*"),
    "stand-in": re.compile(r"\S"),
    "struck": re.compile(re.escape(STRUCK)),
}
"""What the program may add to the words of a cable, and in which form."""


def faults_of(brief: Brief, text: str) -> Iterator[Fault]:
    """Say what is wrong with a text that should be made of the brief's pieces."""
    kept = kept_spans(brief.pieces)
    if joined(brief.text, brief.pieces) != text:
        yield Fault("does not hold the words it is said to be made of")
    if any(right.start < left.end for left, right in pairwise(kept)):
        yield Fault("gives the words of the cable in another order")
    if subtract(kept, brief.approved):
        yield Fault("shows text that no one approved")
    added = (piece for piece in brief.pieces if isinstance(piece, Added))
    if not all(piece.why in _FORMS and _FORMS[piece.why].fullmatch(piece.text) for piece in added):
        yield Fault("holds words that are neither the cable's nor the program's")


def added_words(brief: Brief) -> Iterator[View]:
    """Give what is not the cable's: the head, and what people wrote into markers."""
    heads = (piece for piece in brief.pieces if isinstance(piece, Added) and piece.why == "head")
    yield from (View(HEAD, piece.text) for piece in heads)
    yield from (View("a marker", words) for _, words in foreign_words(brief.pieces))


def hits_in(brief: Brief, wanted: Wanted, text: str) -> Iterator[tuple[Span, bool]]:
    """Give what is withheld and stands in the cable's own words, and whether it may stand there.

    ``text`` is made of the brief's pieces.
    """
    page = _Page(text, brief.pieces)
    for found, withheld in wanted.find(page.words, page.words):
        yield withheld, covers(brief.cleared, page.source(found))


class _Page:
    """A text made of pieces, with barriers for the program's words."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        lengths = [len(p.span) if isinstance(p, Kept) else len(p.text) for p in pieces]
        self._starts = [0, *accumulate(lengths)][:-1]
        self._pieces = pieces
        parts = zip(pieces, self._starts, lengths, strict=True)
        self.words = "".join(_own_out(piece, text[at : at + n]) for piece, at, n in parts)

    def source(self, found: Span) -> Span:
        """Give the span of the cable, from its first printed letter to its last."""
        first = self._kept(found.start, step=1)
        last = self._kept(found.end - 1, step=-1)
        return Span(first, last + 1) if first <= last else Span(last, first + 1)

    def _kept(self, at: int, step: int) -> int:
        """Give the cable's offset for one of the text, or the nearest one inside the words."""
        number = bisect_right(self._starts, at) - 1
        while True:
            piece = self._pieces[number]
            if isinstance(piece, Kept):
                within = max(0, min(at - self._starts[number], len(piece.span) - 1))
                return piece.span.start + within
            number += step


def _own_out(piece: Piece, text: str) -> str:
    if isinstance(piece, Kept) or piece.why in ("layout", "struck"):
        return text
    return _INVISIBLE * len(text) if piece.why == "stand-in" else _PRINTED.sub(BARRIER, text)
