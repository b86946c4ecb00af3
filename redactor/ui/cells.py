"""Cells: East Asian wide characters take two of a terminal's columns. Pure."""

from functools import lru_cache

from rich.cells import cell_len


@lru_cache(4096)
def width(shown: str) -> int:
    """Give how many cells a shown text takes."""
    return len(shown) if shown.isascii() else cell_len(shown)


def cell_of(shown: str, index: int) -> int:
    """Give the cell at which the character ``index`` of a shown line starts."""
    return width(shown[:index])


def index_at(shown: str, cell: int) -> int:
    """Give the index of the character that covers a cell; the last one when it lies beyond."""
    if shown.isascii():
        return max(0, min(cell, len(shown) - 1))
    at = 0
    for index, char in enumerate(shown):
        at += cell_len(char)
        if cell < at:
            return index
    return max(0, len(shown) - 1)
