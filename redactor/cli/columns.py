"""Text in a terminal's columns, counted in cells, so that East Asian wide letters stay aligned.

Pure. Whatever comes in goes through ``visible()`` first: what comes out holds no control
character, and each of its code points takes one cell or two.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from redactor.text import visible

_GAP = "  "
_CUT = "…"
_TWO_CELLS = frozenset("WF")
"""The East Asian widths, of Unicode's annex 11, that take two cells."""

Row = Mapping[str, str]
"""Values by their columns' titles; columns that are not shown may have one too."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    title: str
    width: int
    """In cells; ``sized`` takes it as the most."""
    right: bool = False
    """Whether its values stand to the right: numbers do."""
    middle: bool = False
    """Whether a value that is too long loses its middle, and not its end."""

    def cell(self, value: str) -> str:
        """Give a value cut and filled to exactly the column's width."""
        text = visible(value)
        if cells(text) > self.width:
            text = (_without_middle if self.middle else _without_end)(text, self.width)
        blanks = " " * (self.width - cells(text))
        return blanks + text if self.right else text + blanks


def cells(text: str) -> int:
    """Give how many cells a text takes when it is shown."""
    return _cells(visible(text))


def _cells(shown: str) -> int:
    return len(shown) if shown.isascii() else sum(map(_cells_of, shown))


def _cells_of(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in _TWO_CELLS else 1


def _without_end(shown: str, width: int) -> str:
    return _head(shown, width - 1) + _CUT


def _without_middle(shown: str, width: int) -> str:
    tail = _head(shown[::-1], width // 2)[::-1]
    return _head(shown, width - 1 - _cells(tail)) + _CUT + tail


def _head(shown: str, width: int) -> str:
    """Give as much of a text's start as takes at most ``width`` cells."""
    if shown.isascii():
        return shown[:width]
    taken = 0
    for index, char in enumerate(shown):
        taken += _cells_of(char)
        if taken > width:
            return shown[:index]
    return shown


def wrapped(text: str, width: int) -> Iterator[str]:
    """Give a text's lines of at most ``width`` cells, broken at blanks, else where they end."""
    line, used = "", 0
    for word in visible(text).split():
        for piece in _pieces(word, width):
            size = _cells(piece)
            if line and used + 1 + size > width:
                yield line
                line, used = piece, size
            else:
                line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
    if line:
        yield line


def _pieces(word: str, width: int) -> Iterator[str]:
    start = 0
    while start < len(word):
        piece = _head(word[start : start + width], width)
        yield piece
        start += len(piece)


def sized(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Give the columns as narrow as their titles and values allow."""
    return tuple(
        replace(column, width=min(column.width, _widest(column, rows))) for column in columns
    )


def _widest(column: Column, rows: Sequence[Row]) -> int:
    return max(cells(text) for text in (column.title, *(row[column.title] for row in rows)))


def fitting(columns: Sequence[Column], width: int, given_up: Sequence[str]) -> tuple[Column, ...]:
    """Give the columns less as many of ``given_up``, in its order, as ``width`` cells demand."""
    kept = tuple(columns)
    for title in given_up:
        if total_width(kept) > width:
            kept = tuple(column for column in kept if column.title != title)
    return kept


def total_width(columns: Sequence[Column]) -> int:
    """Give how many cells a row takes."""
    return sum(column.width for column in columns) + len(_GAP) * (len(columns) - 1)


def title_line(columns: Sequence[Column]) -> str:
    """Write the columns' titles."""
    return row_line(columns, {column.title: column.title for column in columns})


def row_line(columns: Sequence[Column], row: Row) -> str:
    """Write one row."""
    return _GAP.join(column.cell(row[column.title]) for column in columns).rstrip()
