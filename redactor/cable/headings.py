"""Headings and the signature: short rows of the body that are no paragraph."""

import re
from collections.abc import Container, Iterator, Sequence

from redactor.cable.banner import read_banner
from redactor.cable.rows import RULE, Row, is_complete

_ITEM = re.compile(r"[-–—*•]|\(?[A-Za-z0-9]{1,2}[.)]\s|[a-z]")
_WIDTH = 90
_ROWS = 3
_SIGNATURE = re.compile(r"[A-Z][A-Za-z'’.-]{1,20}(?: [A-Z][A-Za-z'’.-]{0,20}){0,2}#{0,6}")
_NOT_SIGNATURE = re.compile(r"\b(?:END|SUMMARY|COMMENT|TEXT|BEGIN|NOTE)\b", re.IGNORECASE)


def find_headings(rows: Sequence[Row], starts: Container[int]) -> Iterator[int]:
    """Give the indexes of heading rows: short blocks between blank lines, above a paragraph.

    ``starts`` holds the indexes of rows that start numbered paragraphs. A block of capitals, or
    one between rules, is a heading above unnumbered text too. What follows a broken sentence is
    the rest of that sentence, never a heading.
    """
    complete = True
    at = 0
    while at < len(rows):
        stop = _block_end(rows, at, starts)
        if at not in starts and complete and _is_heading(rows, at, stop, above=stop in starts):
            yield from range(at, stop)
        else:
            complete = is_complete(rows[stop - 1])
        at = stop


def _block_end(rows: Sequence[Row], at: int, starts: Container[int]) -> int:
    stop = at + 1
    while stop < len(rows) and not rows[stop].after_blank and stop not in starts:
        stop += 1
    return stop


def _is_heading(rows: Sequence[Row], at: int, stop: int, *, above: bool) -> bool:
    """Tell whether rows ``at`` to ``stop`` are a heading; ``above`` a numbered paragraph or not."""
    if (at and not rows[at].after_blank) or stop - at > _ROWS + 2:
        return False
    block = rows[at:stop]
    words = [row.text for row in block if not RULE.fullmatch(row.text)]
    ruled = len(words) < len(block)
    if len(words) > _ROWS or any(len(text) > _WIDTH or _ITEM.match(text) for text in words):
        return False
    if not words:
        return above
    if words[-1].endswith((".", ",", ";")) and not ruled:
        return False
    if above or stop == len(rows):
        return above
    return ruled or (all(map(str.isupper, words)) and not rows[stop].text.isupper())


def is_signature(rows: Sequence[Row]) -> bool:
    """Tell whether the last row is a surname below the last sentence."""
    last = rows[-1].text
    if len(rows) == 1 or not _SIGNATURE.fullmatch(last) or _NOT_SIGNATURE.search(last):
        return False
    return read_banner(last) is None and is_complete(rows[-2])
