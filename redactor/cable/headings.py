"""Headings: short rows of the body that are no paragraph."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import compress, pairwise

from redactor.cable.rows import RULE, Rows, is_complete

Block = tuple[int, int]
"""The index of a block's first row, and that of the row after its last."""

_ITEM = re.compile(r"[-–—*•]|\(?[A-Za-z0-9]{1,2}[.)]\s|[a-z]")
_MARKED = re.compile(r"\((?:TS|SBU|LOU|[SCU])(?:/{1,2}[A-Z]{2,6})?\) {1,3}(?=[A-Z][^a-z]{3})")
"""A mark before a heading in capitals: ``(S) THE BORDER TALKS``."""
_WIDTH = 90
_ROWS = 3


def find_blocks(rows: Rows, starts: Iterable[int]) -> list[Block]:
    """Cut the body at blank lines and where numbered paragraphs start.

    ``starts`` holds the indexes of the rows that do.
    """
    count = len(rows)
    after_blanks = compress(range(count), rows.after_blanks)
    return list(pairwise(sorted({0, *starts, *after_blanks, count})))


def find_headings(rows: Rows, blocks: Iterable[Block], starts: Container[int]) -> Iterator[Block]:
    """Give the blocks that are headings: short ones between blank lines, above a paragraph.

    A block of capitals, or one between rules, is a heading above unnumbered text too. What
    follows a broken sentence is the rest of that sentence, never a heading.
    """
    below_heading = True
    for at, stop in blocks:
        is_free = at not in starts and (below_heading or is_complete(rows.texts[at - 1]))
        below_heading = is_free and _is_heading(rows, at, stop, above=stop in starts)
        if below_heading:
            yield at, stop


def _is_heading(rows: Rows, at: int, stop: int, *, above: bool) -> bool:
    """Tell whether rows ``at`` to ``stop`` are a heading; ``above`` a numbered paragraph or not."""
    if (at and not rows.after_blanks[at]) or stop - at > _ROWS + 2:
        return False
    block = rows.texts[at:stop]
    words = [_MARKED.sub("", line) for line in block if not RULE.fullmatch(line)]
    ruled = len(words) < len(block)
    if len(words) > _ROWS or any(len(text) > _WIDTH or _ITEM.match(text) for text in words):
        return False
    if not words:
        return above
    if words[-1].endswith((".", ",", ";")) and not ruled:
        return False
    if above or stop == len(rows):
        return above
    return ruled or (all(map(str.isupper, words)) and not rows.texts[stop].isupper())
