"""Segments: the parts of a cable that a token shows or hides, from a release."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from redactor.audit.attestation.unwrap import Unwrapped
from redactor.release import Added, Kept, Piece, Release
from redactor.text import Span, gaps, merge, subtract, trimmed

Kind = Literal["kept", "withheld", "left out"]
"""``left out`` is approved and not printed: lines of strokes near a withheld place, which are as
long as the words above them."""


class Segment(NamedTuple):
    """A stretch of the source, and what the release does with it."""

    span: Span
    kind: Kind


def printed_spans(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """Give what of the source a release prints, sorted and disjoint; stand-ins count."""
    spans: list[Span] = []
    for piece in pieces:
        if isinstance(piece, Kept):
            spans.append(piece.span)
        elif piece.why == "stand-in" and piece.at:
            spans.append(piece.at)
    return merge(spans)


def find_segments(text: str, furniture: Sequence[Span], release: Release) -> tuple[Segment, ...]:
    """Give the segments of a release, in order. With the furniture they hold all its words."""
    whole = Span(0, len(text))
    printed = printed_spans(release.pieces)
    held = [place.span for place in release.places]
    rest = subtract((whole,), (*printed, *held, *furniture))
    left_out = [part for part in (trimmed(span, text) for span in rest) if len(part)]
    found = [Segment(span, "withheld") for span in held]
    found += [Segment(span, "left out") for span in left_out]
    words = Unwrapped(text, furniture)
    kept = (span for span in gaps((*held, *left_out), whole) if any(words.units(span, whole=True)))
    return tuple(sorted((*found, *(Segment(span, "kept") for span in kept))))


class Shown:
    """What a release prints, quick to ask."""

    __slots__ = ("_ends", "_spans")

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._ends = [span.end for span in spans]

    def all_of(self, words: Iterable[Span]) -> bool:
        """Tell whether all these words are printed."""
        return all(self._holds(word) for word in words)

    def some_of(self, words: Iterable[Span]) -> bool:
        """Tell whether something of these words is printed."""
        return any(self._meets(word) for word in words)

    def _holds(self, word: Span) -> bool:
        return any(span.holds(word) for span in self._next(word))

    def _meets(self, word: Span) -> bool:
        return any(span.meets(word) for span in self._next(word))

    def _next(self, word: Span) -> Iterator[Span]:
        """Give the one span that could hold a word: the first that ends after its start."""
        i = bisect_right(self._ends, word.start)
        if i < len(self._spans):
            yield self._spans[i]


def added_spans(source: str, pieces: Iterable[Piece]) -> Iterator[tuple[int, int, str]]:
    """Give where a release's text holds words of its own, and why; stand-ins are the source's.

    Places are code points of release.txt.
    """
    at = 0
    for piece in pieces:
        words = piece.text if isinstance(piece, Added) else piece.span.cut(source)
        if isinstance(piece, Added) and piece.why not in ("layout", "stand-in"):
            yield at, at + len(words), piece.why
        at += len(words)
