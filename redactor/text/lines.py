"""The fixed lines of a text, as every message, SPEC and warning counts them."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from redactor.text.spans import Span

SPLIT_ABOVE = 80
"""A part with more code points is split again: web copies hold one line a paragraph."""
WIDTH = 69
"""Where it is split: the width of a telegram's line."""

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, numbered from 1."""

    number: int
    span: Span
    """The line's code points, without its line end."""
    end: int
    """Where the next line starts: after the line end, or equal to ``span.end`` at a soft split."""


class LineIndex:
    """The lines of one text: split at LF, CRLF or CR, long parts again at 69 columns.

    A line end closes its line, so text after the last one is a line only if there is any. The
    lines depend on the text alone, never on a window. They tile the text.
    """

    __slots__ = ("_ends", "_starts", "_stops")

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._stops: list[int] = []
        self._ends: list[int] = []
        at = 0
        for match in _BREAK.finditer(text):
            self._add(text, at, match.start(), match.end())
            at = match.end()
        if at < len(text):
            self._add(text, at, len(text), len(text))

    def _add(self, text: str, start: int, stop: int, end: int) -> None:
        if stop - start > SPLIT_ABOVE:
            while stop - start > WIDTH:
                space = text.rfind(" ", start + 1, start + WIDTH + 1)
                cut = space + 1 if space > 0 else start + WIDTH
                self._push(start, cut, cut)
                start = cut
        self._push(start, stop, end)

    def _push(self, start: int, stop: int, end: int) -> None:
        self._starts.append(start)
        self._stops.append(stop)
        self._ends.append(end)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> Line:
        """Give line ``number``, from 1.

        Raises:
            IndexError: when there is no such line.
        """
        if not 1 <= number <= len(self._starts):
            raise IndexError(f"there is no line {number}")
        i = number - 1
        return Line(number, Span(self._starts[i], self._stops[i]), self._ends[i])

    def number_at(self, offset: int) -> int:
        """Give the number of the line in which the code point at ``offset`` stands (1 if empty)."""
        return max(1, bisect_right(self._starts, offset))

    def span(self, first: int, last: int) -> Span:
        """Give the span of lines ``first`` to ``last``, inclusive, without the last line end.

        Raises:
            IndexError: when one of them does not exist or they are out of order.
        """
        if first > last:
            raise IndexError(f"line {first} lies after line {last}")
        return Span(self[first].span.start, self[last].span.end)
