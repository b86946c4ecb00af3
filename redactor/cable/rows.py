"""The printed lines of a text, as the reader walks over them.

Unlike ``LineIndex``, which numbers lines for people, rows leave blank lines out, and form feeds
and other separators end one too.
"""

import re
from typing import NamedTuple

_ROW = re.compile(r"(\s*)(\S[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]*)")

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
    # The end must be a printed character: then every match succeeds at once, and none backtracks.
    for match in _ROW.finditer(text, 0, len(text.rstrip())):
        gap, body = match.groups()
        start = match.start(2)
        body = body.rstrip()
        found.append(
            Row(body, start, start + len(body), not found or (len(gap) > 1 and _is_blank(gap)))
        )
    return found


def _is_blank(gap: str) -> bool:
    if "\r" in gap:
        gap = gap.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return gap.count("\n") > 1 or "\f" in gap
