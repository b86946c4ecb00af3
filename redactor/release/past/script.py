"""Script: a text's words in a row, as two texts are compared, with the way back to their places."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from redactor.text import Span, fold

HOLE = "\0"
"""Fills, at its full length, what is withheld and not known."""
PARTING = "\1"
"""Fills what stands between two paragraphs, and is not compared."""

_TOKEN = re.compile(r"(\x00[\x00 ]*|\x01[\x01 ]*|[^\W_]+)([.!?]+[\"')\]]{0,3}\s)?")
_FEWEST = 5
"""Words. Shorter sentences stand in many cables by chance."""


class Unit(NamedTuple):
    """A paragraph or a sentence: numbers of its first word and of the one after its last."""

    first: int
    end: int


class Script:
    """The folded words of a text; a hole and a parting are each one word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = fold(text)
        found: list[tuple[str, str]] = _TOKEN.findall(self._folded.text)
        self.words = [word if word > "\2" else word[0] for word, _ in found]
        self._ends = [i for i, (_, stop) in enumerate(found, 1) if stop]

    def source(self, unit: Unit) -> Span:
        """Give the span of the text in which some words stand."""
        places = self._places
        return self._folded.source(places[unit.first][0], places[unit.end - 1][1])

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return [match.span(1) for match in _TOKEN.finditer(self._folded.text)]

    @cached_property
    def spans(self) -> Sequence[Span]:
        """Where each word stands in the text."""
        return [self._folded.source(*place) for place in self._places]

    @cached_property
    def paragraphs(self) -> list[Unit]:
        """The paragraphs that are long enough to be compared."""
        cuts = [i for i, word in enumerate(self.words) if word == PARTING]
        edges = zip([-1, *cuts], [*cuts, len(self.words)], strict=True)
        return [Unit(left + 1, right) for left, right in edges if right - left > _FEWEST]

    def sentences(self, paragraph: Unit) -> Iterator[Unit]:
        """Give the sentences of a paragraph that has more than one.

        After a point a new one begins, whatever comes: both texts are cut alike, and that is
        all that is needed here.
        """
        ends = [end for end in self._ends if paragraph.first < end < paragraph.end]
        if ends:
            for first, end in zip([paragraph.first, *ends], [*ends, paragraph.end], strict=True):
                if end - first >= _FEWEST:
                    yield Unit(first, end)

    @property
    def units(self) -> Iterator[Unit]:
        """The paragraphs, and the sentences of each."""
        for paragraph in self.paragraphs:
            yield paragraph
            yield from self.sentences(paragraph)
