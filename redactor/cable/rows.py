"""The printed lines of a text, as the reader walks over them.

Unlike ``LineIndex``, which numbers lines for people, rows leave blank lines out, and form feeds
and other separators end one too.
"""

import re
from typing import NamedTuple

RULE = re.compile(r"[-=_*~. ]{3,}")
"""A line of strokes under or over a heading."""
_COMPLETE = re.compile(r"(?:[.!?:;][\"'”’)\]]{0,2}|[-=_*–—]{1,3})$")


class Row(NamedTuple):
    """One printed line, without the white space around it."""

    text: str
    start: int
    stop: int
    after_blank: bool
    """A blank line, or the start of the text, stands before it."""


def is_complete(row: Row) -> bool:
    """Tell whether a row ends as sentences, labels or rules do."""
    return _COMPLETE.search(row.text[-6:]) is not None


def find_rows(text: str) -> list[Row]:
    """Give the printed lines of ``text`` in order. Takes time linear in its length."""
    found: list[Row] = []
    line_end = at = 0
    for line in text.splitlines(keepends=True):
        if body := line.strip():
            start = at + line.find(body)
            after_blank = not found or (start - line_end > 1 and _is_blank(text[line_end:start]))
            found.append(Row(body, start, start + len(body), after_blank))
            line_end = at + len(line) - 1
        at += len(line)
    return found


def _is_blank(gap: str) -> bool:
    if "\r" in gap:
        gap = gap.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return gap.count("\n") > 1 or "\f" in gap
