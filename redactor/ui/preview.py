"""The preview: a release by lines, made of the release's own pieces. Pure.

A long release has a hundred thousand rows, of which a window shows some forty: rows are made of
the text when they are painted.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from io import StringIO
from typing import overload

from redactor.release import Added, Piece
from redactor.text import plural, visible
from redactor.ui.rows import Row, Tone

_TONES = {"marker": "marker", "open": "open", "stand-in": "quote", "head": "muted"}
_PLACE = "q"
"""How a place is held."""


class _Rows(Sequence[Row]):
    """Rows that are made when they are asked for."""

    def __init__(self, size: int, make: Callable[[int], Row]) -> None:
        self._places, self._make = range(size), make

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            return list(map(self._make, self._places[at]))
        return self._make(self._places[at])


@dataclass(frozen=True)
class Preview:
    """The text of a release by lines, each with the place in the source it comes from."""

    rows: Sequence[Row]
    offsets: Sequence[int]
    """For each row, the first source offset that it prints; rising."""
    open_places: int

    @cached_property
    def summary(self) -> str:
        """Say whether this could go out."""
        if not self.open_places:
            return "nothing is open"
        return plural(self.open_places, "open place")

    def row_at(self, offset: int) -> int:
        """Give the row that prints the source at an offset, or the one before it."""
        last = max(0, bisect_right(self.offsets, offset) - 1)
        return bisect_left(self.offsets, self.offsets[last]) if self.offsets else 0

    def rows_at(self, offset: int) -> Sequence[Row]:
        """Give the rows with the one of an offset marked."""
        here = self.row_at(offset)
        return _Rows(len(self.rows), lambda at: replace(self.rows[at], here=at == here))


def preview_of(source: str, pieces: Iterable[Piece]) -> Preview:
    """Lay a release's pieces out by lines.

    Args:
        source: the cable's text.
        pieces: what ``redactor.release.composing`` gives.
    """
    page = _Page()
    open_places = 0
    for piece in pieces:
        if isinstance(piece, Added):
            open_places += piece.why == "open"
            page.print(
                piece.text, _TONES.get(piece.why, "plain"), piece.at.start if piece.at else None
            )
        else:
            page.print(piece.span.cut(source), "plain", piece.span.start, grows=True)
    return Preview(page.done(), page.offsets, open_places)


class _Page:
    """The rows so far: their words in one text, and where each row and each tone begins."""

    def __init__(self) -> None:
        self.offsets = array(_PLACE)
        self._words, self._size = StringIO(), 0
        self._starts = array(_PLACE, (0,))
        self._changes = array(_PLACE)
        self._tones: list[Tone] = []
        self._first: int | None = None
        self._last = 0

    def print(self, text: str, tone: Tone, at: int | None, *, grows: bool = False) -> None:
        """Add text that comes from the source at ``at``, if from anywhere."""
        for number, part in enumerate(text.split("\n")):
            if number:
                self._end_line()
            if part:
                self._add(visible(part), tone)
                self._first = at if self._first is None else self._first
            if at is not None:
                self._last = at
                at += len(part) + 1 if grows else 0

    def _add(self, words: str, tone: Tone) -> None:
        if not self._tones or self._tones[-1] != tone:
            self._changes.append(self._size)
            self._tones.append(tone)
        self._size += self._words.write(words)

    def _end_line(self) -> None:
        self._starts.append(self._size)
        self.offsets.append(self._last if self._first is None else self._first)
        self._first = None

    def done(self) -> Sequence[Row]:
        """Give the rows."""
        if self._size > self._starts[-1]:
            self._end_line()
        text, starts = self._words.getvalue(), self._starts

        def row(at: int) -> Row:
            return Row(tuple(self._pieces(text, starts[at], starts[at + 1])))

        return _Rows(len(self.offsets), row)

    def _pieces(self, text: str, start: int, end: int) -> Iterator[tuple[str, Tone]]:
        """Cut a row where its tone changes."""
        number = bisect_right(self._changes, start) - 1
        while start < end:
            tone, number = self._tones[number], number + 1
            stop = min((end, *self._changes[number : number + 1]))
            yield text[start:stop], tone
            start = stop
