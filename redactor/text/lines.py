"""The fixed lines of a text, as every message, SPEC and warning counts them."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from redactor.text.blocks import blocks_of
from redactor.text.spans import Span

SPLIT_ABOVE = 80
"""A part with more code points is split again: web copies hold one line a paragraph."""
WIDTH = 69
"""Where it is split: the width of a telegram's line."""

_BREAK = re.compile(r"\r\n|\r|\n")
_LINE_FEED = re.compile(r"\n")
"""The same for a text without CR: three times as fast."""
_PLACE = "q"
"""How a code point's place is held: a long text has a hundred thousand lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, numbered from 1."""

    number: int
    span: Span
    """The line's code points, without its line end."""
    end: int
    """Where the next line starts: after the line end, or equal to ``span.end`` at a soft split."""


class Stretch(NamedTuple):
    """Lines that follow each other, both named ones included."""

    first: int
    last: int

    def __str__(self) -> str:
        """Name them: ``3-5``, or ``3`` alone."""
        return f"{self.first}-{self.last}" if self.last > self.first else str(self.first)


class LineIndex:
    """The lines of one text: split at LF, CRLF or CR, long parts again at 69 columns.

    A line end closes its line, so text after the last one is a line only if there is any. The
    lines depend on the text alone, never on a window. They tile the text.
    """

    __slots__ = ("_found", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: array[int] | None = None

    @property
    def _starts(self) -> "array[int]":
        """Where the lines start; found when first asked for, since reading alone needs none."""
        if self._found is None:
            self._found = _find(self._text)
        return self._found

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> Line:
        """Give line ``number``, from 1.

        Raises:
            IndexError: when there is no such line.
        """
        text, starts = self._text, self._starts
        if not 0 < number <= len(starts):
            raise IndexError(f"there is no line {number}")
        start = starts[number - 1]
        end = starts[number] if number < len(starts) else len(text)
        breaks = 2 if text.endswith("\r\n", start, end) else text.endswith(("\n", "\r"), start, end)
        return Line(number, Span(start, end - breaks), end)

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

    def under(self, span: Span) -> Stretch:
        """Give the lines on which a span stands; for an empty one, the line of its place."""
        return Stretch(self.number_at(span.start), self.number_at(max(span.start, span.end - 1)))

    def named(self, spans: Iterable[Span], most: int = 8) -> str:
        """Name the lines on which spans stand, for a message: ``lines 3-5, 9``.

        Args:
            spans: in order.
            most: stretches to name; of more, the count is given.
        """
        joined: list[Stretch] = []
        for span in spans:
            here = self.under(span)
            if joined and here.first <= joined[-1].last + 1:
                joined[-1] = Stretch(joined[-1].first, max(here.last, joined[-1].last))
            else:
                joined.append(here)
        words = ", ".join(map(str, joined[:most]))
        more = f" and {len(joined) - most} more" if len(joined) > most else ""
        single = len(joined) == 1 and joined[0].first == joined[0].last
        return f"{'line' if single else 'lines'} {words}{more}"


def _find(text: str) -> "array[int]":
    return (_find_even(text) if "\r" not in text else None) or _find_any(text)


def _find_even(text: str) -> "array[int] | None":
    """Find the lines of a text that ends them with LF alone; ``None`` when one must be split."""
    starts = array(_PLACE, (0,))
    for block in blocks_of(text):
        lengths = list(map(len, block.split("\n")))
        if max(lengths) > SPLIT_ABOVE:
            return None
        stops = accumulate(lengths[:-1], initial=starts[-1])
        starts.extend([stop + i for i, stop in enumerate(stops) if i])
    if starts[-1] == len(text):
        starts.pop()  # nothing stands after the last line end
    return starts


def _find_any(text: str) -> "array[int]":
    starts = array(_PLACE, (0,))
    for match in (_BREAK if "\r" in text else _LINE_FEED).finditer(text):
        stop, end = match.span()
        _split(starts, text, stop)
        starts.append(end)
    if starts[-1] == len(text):
        starts.pop()
    else:
        _split(starts, text, len(text))
    return starts


def _split(starts: "array[int]", text: str, stop: int) -> None:
    """Add the starts of further lines to a part that begins at the last start, if it is long."""
    start = starts[-1]
    if stop - start <= SPLIT_ABOVE:
        return
    while stop - start > WIDTH:
        space = text.rfind(" ", start + 1, start + WIDTH + 1)
        start = space + 1 if space > 0 else start + WIDTH
        starts.append(start)
