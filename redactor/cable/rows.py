"""The printed lines of a text, as the reader walks over them.

Unlike ``LineIndex``, which numbers lines for people, rows leave blank lines out, and form feeds
and other separators end one too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import NamedTuple, Self, overload

from redactor.text import blocks_of

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


class Rows(Sequence[Row]):
    """Rows in columns: a cable has a hundred, of which most are never looked at one by one."""

    __slots__ = ("after_blanks", "starts", "texts")

    def __init__(self, texts: list[str], starts: list[int], after_blanks: list[bool]) -> None:
        self.texts = texts
        self.starts = starts
        self.after_blanks = after_blanks

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Self:
        """Put rows into columns."""
        listed = list(rows)
        return cls(
            [row.text for row in listed],
            [row.start for row in listed],
            [row.after_blank for row in listed],
        )

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "Rows": ...
    def __getitem__(self, index: int | slice) -> "Row | Rows":
        if isinstance(index, slice):
            return Rows(self.texts[index], self.starts[index], self.after_blanks[index])
        text, start = self.texts[index], self.starts[index]
        return Row(text, start, start + len(text), self.after_blanks[index])

    def __iter__(self) -> Iterator[Row]:
        new = tuple.__new__  # half the cost of a named tuple's own
        for text, start, after_blank in self.columns:
            yield new(Row, (text, start, start + len(text), after_blank))

    @property
    def columns(self) -> Iterator[tuple[str, int, bool]]:
        """Each row's text, start, and whether a blank line stands above it."""
        return zip(self.texts, self.starts, self.after_blanks, strict=True)

    @property
    def stop(self) -> int:
        """The code point after the last row."""
        return self.starts[-1] + len(self.texts[-1])

    def extend(self, below: "Rows") -> None:
        """Add rows that stand below."""
        self.texts += below.texts
        self.starts += below.starts
        self.after_blanks += below.after_blanks


def is_complete(line: str) -> bool:
    """Tell whether a line ends as sentences, labels or rules do."""
    return _COMPLETE.search(line[-6:]) is not None


def find_rows(text: str) -> Rows:
    """Give the printed lines of ``text`` in order. Takes time linear in its length."""
    texts: list[str] = []
    starts: list[int] = []
    after_blanks: list[bool] = []
    doubled = "\r" in text and "\r\r\n" in text
    at, after_blank = 0, True
    for line in chain.from_iterable(block.splitlines(keepends=True) for block in blocks_of(text)):
        body = line.strip()
        if body:
            texts.append(body)
            starts.append(at if body[0] == line[0] else at + line.find(body))
            after_blanks.append(after_blank)
            after_blank = False
        elif not (doubled and line == "\r\n"):  # the rest of a line end that was doubled
            after_blank = True
        at += len(line)
    return Rows(texts, starts, after_blanks)


def part_glued(rows: Rows) -> Rows:
    """Part the rows in whose middle a marked number stands after a sentence."""
    if max(map(str.find, rows.texts, repeat("("), repeat(_SHORTEST)), default=0) <= 0:
        return rows
    cuts = {
        i: found
        for i, line in enumerate(rows.texts)
        if line.find("(", _SHORTEST) > 0 and (found := list(_GLUED.finditer(line)))
    }
    if not cuts:
        return rows
    return Rows.of(
        part
        for i, row in enumerate(rows)
        for part in (_part(row, cuts[i]) if i in cuts else (row,))
    )


def _part(row: Row, cuts: Sequence[re.Match[str]]) -> Iterator[Row]:
    at, after_blank = 0, row.after_blank
    for start, end in (*(cut.span() for cut in cuts), (len(row.text), 0)):
        yield Row(row.text[at:start], row.start + at, row.start + start, after_blank)
        at, after_blank = end, False
