"""The unwrapped text of a cable: its words in order, with no trace of where lines ended.

Page furniture is left out, characters that hide are replaced by their visible stand-ins, and
white space is one space, which counts to the word after it. So the texts of spans that tile a
cable, joined, are its unwrapped text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redactor.text import Span, gaps, is_hidden, visible

_WORD = re.compile(r"\S+")
_LINE_END = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_UNIT = re.compile(r"[^\W_]+|.", re.DOTALL)


class Unit(NamedTuple):
    """The smallest part that can be opened by itself: a run of letters and digits, or a sign."""

    span: Span
    text: str


class Unwrapped:
    """The unwrapped text of one cable.

    Args:
        text: as read.
        furniture: what is no content, sorted and disjoint.
    """

    __slots__ = ("_spaced", "_stand_ins", "_starts", "_text", "_words")

    def __init__(self, text: str, furniture: Sequence[Span]) -> None:
        self._text = text
        self._stand_ins = {ord(char): visible(char) for char in set(text) if is_hidden(char)}
        self._words: list[Span] = []
        self._spaced: list[bool] = []
        at, spaced = 0, False
        for part in gaps(furniture, Span(0, len(text))):
            spaced = spaced or bool(_LINE_END.search(text, at, part.start))
            spaced = self._take(part, spaced=spaced)
            at = part.end
        self._starts = [word.start for word in self._words]

    def _take(self, part: Span, *, spaced: bool) -> bool:
        """Take in the words of a part without furniture; tell whether it ends in white space.

        Args:
            part: between two pieces of furniture.
            spaced: white space comes before it; of furniture, only line ends are white space.
        """
        at = part.start
        for match in _WORD.finditer(self._text, part.start, part.end):
            word = Span(*match.span())
            self._spaced.append(bool(self._words) and (spaced or word.start > at))
            self._words.append(word)
            at, spaced = word.end, False
        return spaced or at < part.end

    def cut(self, span: Span) -> str:
        """Give the unwrapped text of a span."""
        return "".join(unit.text for unit in self.units(span, whole=True))

    def units(self, span: Span, *, whole: bool = False) -> Iterator[Unit]:
        """Give the units of a span in order; whole words with ``whole``."""
        i = max(0, bisect_right(self._starts, span.start) - 1)
        while i < len(self._words) and self._words[i].start < span.end:
            word = self._words[i]
            inside = Span(max(word.start, span.start), max(span.start, min(word.end, span.end)))
            space = " " if self._spaced[i] and word.start >= span.start else ""
            for part in (inside,) if whole else self._parts(inside):
                if len(part):
                    yield Unit(part, space + self._printed(part))
                    space = ""
            i += 1

    def _parts(self, word: Span) -> Iterator[Span]:
        found = _UNIT.finditer(self._text, word.start, word.end)
        return (Span(*match.span()) for match in found)

    def _printed(self, part: Span) -> str:
        return part.cut(self._text).translate(self._stand_ins)
