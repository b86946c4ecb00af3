"""The printed lines of a text, as the reader walks over them.

Unlike ``LineIndex``, which numbers lines for people, rows leave blank lines out, and form feeds
and other separators end one too.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

RULE = re.compile(r"[-=_*~. ]{3,}")
"""A line of strokes under or over a heading."""
_COMPLETE = re.compile(r"(?:[.!?:;][\"'”’)\]]{0,2}|[-=_*–—]{1,3})$")


_GLUED = re.compile(
    r"(?<=[.!?:)\"”])[ \t]{1,4}(?=(?:[¶§\ufffd]{1,3} ?)?\d{1,3}[.)] {0,3}"
    r"\((?:TS|SBU|LOU|[SCU])(?:[/, -][A-Z/, -]{1,20})?\))"
)
"""What parts a sentence from a marked number that lost its line: ``End summary. ¶2. (C) Text``."""


_SHORTEST = len("X. 2. ")


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
    after_blank = True
    doubled = "\r\r\n" in text
    new = tuple.__new__  # half the cost of a named tuple's own; a cable has a hundred rows
    lines = text.splitlines(keepends=True)
    starts = accumulate(map(len, lines), initial=0)
    for line, body, at in zip(lines, map(str.strip, lines), starts, strict=False):
        if body:
            start = at if body[0] == line[0] else at + line.find(body)
            found.append(new(Row, (body, start, start + len(body), after_blank)))
            after_blank = False
        elif not (doubled and line == "\r\n"):  # the rest of a line end that was doubled
            after_blank = True
    return found


def part_glued(rows: Sequence[Row]) -> list[Row]:
    """Part the rows in whose middle a marked number stands after a sentence."""
    parted: list[Row] = []
    for row in rows:
        if row.text.find("(", _SHORTEST) > 0 and (cuts := list(_GLUED.finditer(row.text))):
            parted += _part(row, cuts)
        else:
            parted.append(row)
    return parted


def _part(row: Row, cuts: Sequence[re.Match[str]]) -> Iterator[Row]:
    at, after_blank = 0, row.after_blank
    for start, end in (*(cut.span() for cut in cuts), (len(row.text), 0)):
        yield Row(row.text[at:start], row.start + at, row.start + start, after_blank)
        at, after_blank = end, False
