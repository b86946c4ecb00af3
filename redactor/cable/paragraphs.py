"""The body: its rows divided into paragraphs with their own marks, and headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.cable.candidates import find_candidates
from redactor.cable.headings import find_blocks, find_headings
from redactor.cable.marks import mark_at
from redactor.cable.model import Marking
from redactor.cable.numbering import Numbered, choose
from redactor.cable.rows import Row, Rows, part_glued
from redactor.text import Span

_LEAD = re.compile(
    r"\s{0,3}(?:-{1,2} ?)?(?P<lead>[\w\"“][^\r\n():;]{1,50}?)"
    r" ?(?P<stop>:(?:\r?\n)?|\.|[-–—]{1,2})?[ \t]{0,3}(?=\()"
)
_UNREADABLE = re.compile(
    r"\s{0,3}(?P<mark>\((?=[^()]{0,14}(?:/|\ufffd|:))[^()\sa-z]{1,14}"
    r"(?<![A-Z0-9])(?:NF|NOFORN|RD|FRD|SI|OC|XD|REL|FGI)\))"
)
_PLAIN_LEAD = re.compile(r"[A-Za-z ,'&/-]*")
_LEAD_WORDS = frozenset(
    {
        "A", "ACTION", "AN", "ANALYSIS", "AND", "BACKGROUND", "BEGIN", "CABLE", "COMMENT",
        "CONCLUSION", "END", "EXECUTIVE", "INTRODUCTION", "IS", "KEY", "NOTE", "POINT", "POINTS",
        "REQUEST", "START", "SUMMARY", "THIS",
    }
)  # fmt: skip
_ITEM_BEFORE = {"(C)": "(B)", "(c)": "(b)", "(S)": "(R)", "(s)": "(r)", "(U)": "(T)", "(u)": "(t)"}
"""List items that look like marks, and the item that then stands before them."""


@dataclass(slots=True)
class Part:
    """One paragraph of the body before its marks are weighed: rows that follow each other."""

    number: Numbered | None
    mark: Marking | None
    _body: Rows
    _first: int
    _stop: int
    _seen: int = 0
    _items: set[str] | None = None

    @property
    def rows(self) -> Rows:
        """Its rows."""
        return self._body[self._first : self._stop]

    @property
    def span(self) -> Span:
        """From its number to its last printed character."""
        body, last = self._body, self._stop - 1
        end = body.starts[last] + len(body.texts[last])
        return tuple.__new__(Span, (body.starts[self._first], end))

    def extend(self, stop: int) -> None:
        """Take in the rows of the body up to ``stop``."""
        self._stop = stop

    def holds(self, item: str) -> bool:
        """Tell whether a row bears a list item such as ``(b)``; looks at each row once."""
        self._items = self._items or set()
        for line in self._body.texts[self._first + self._seen : self._stop]:
            self._items.update(before for before in _ITEM_BEFORE.values() if before in line)
        self._seen = self._stop - self._first
        return item in self._items


@dataclass(slots=True)
class Body:
    """What the rows after the head are."""

    parts: list[Part] = field(default_factory=list)
    headings: list[Row] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    """Where marked numbers stand that do not fit the sequence."""
    parted: list[int] = field(default_factory=list)
    """Where paragraphs start in mid-line."""


def split_body(rows: Rows, text: str, *, first_section: bool) -> Body:
    """Divide the rows of the body into paragraphs and headings."""
    body = Body()
    whole, rows = rows, part_glued(rows)
    candidates = find_candidates(rows, text)
    starts = {
        numbered.candidate.row: numbered
        for numbered in choose(candidates, first_section=first_section)
    }
    if len(rows) > len(whole):
        begun = frozenset(whole.starts)
        body.parted = [at for i in starts if (at := rows.starts[i]) not in begun]
    body.refused = [each.at for each in candidates if each.mark and each.row not in starts]
    _fill(body, rows, starts, text)
    return body


def _fill(body: Body, rows: Rows, starts: dict[int, Numbered], text: str) -> None:
    """Give each block to a heading or a paragraph; a heading's mark is its paragraph's."""
    blocks = find_blocks(rows, starts)
    headings = frozenset(find_headings(rows, blocks, starts))
    of_heading: Marking | None = None
    current: Part | None = None
    for block in blocks:
        at, stop = block
        numbered = starts.get(at)
        if block in headings:
            lines = list(rows[at:stop])
            body.headings += lines
            of_heading = _mark_of_heading(lines, text) or of_heading
            current = None
        elif current is None or numbered is not None or _opens(rows, at, current, text):
            mark = _own_mark(rows, at, numbered, text) or of_heading
            current = Part(numbered, mark, rows, at, stop)
            of_heading = None
            body.parts.append(current)
        else:
            current.extend(stop)


def _opens(rows: Rows, i: int, current: Part, text: str) -> bool:
    """Tell whether an unnumbered row opens a paragraph of its own."""
    if not rows.after_blanks[i]:
        return False
    if current.number is None and current.mark is None:
        return True
    own, start = current.mark.span if current.mark is not None else None, rows.starts[i]
    if own is not None and start <= own.start:
        return False  # the paragraph's mark, apart from its number
    item = _ITEM_BEFORE.get(rows.texts[i][:3])
    if item is not None and current.holds(item):
        return False
    return mark_at(text, start, damaged=False) is not None


def _own_mark(rows: Rows, i: int, numbered: Numbered | None, text: str) -> Marking | None:
    """Read the mark of a paragraph, at its start or after a heading word in its first line."""
    if numbered is None:
        at = rows.starts[i]
        mark = mark_at(text, at, damaged=False)
    else:
        at, mark = numbered.candidate.after, numbered.candidate.mark
    if mark is not None:
        return mark
    lead = _LEAD.match(text, at)
    if lead is None or not _announces(lead["lead"], lead["stop"]):
        return _unreadable(rows[i], text, at) if numbered is not None else None
    mark = mark_at(text, lead.end(), damaged=False)
    return mark if mark is not None and "unknown-control" not in mark.flags else None


def _unreadable(row: Row, text: str, at: int) -> Marking | None:
    """Read what can only be a mark and says no level: ``(5//NF)``, ``(S:RD)``."""
    match = _UNREADABLE.match(text, at, row.stop)
    if match is None:
        return None
    span = Span(*match.span("mark"))
    return Marking(span.cut(text), None, (), "explicit", span, ("malformed",))


def _announces(lead: str, stop: str | None) -> bool:
    """Tell whether the words before a mark are a heading word: ``Summary:``, ``G8:``."""
    if _PLAIN_LEAD.fullmatch(lead):
        return bool(stop) or _LEAD_WORDS.issuperset(lead.upper().split())
    return stop is not None and stop.startswith(":")


def _mark_of_heading(rows: Sequence[Row], text: str) -> Marking | None:
    """Read the last mark that stands at the start or the end of a heading's line."""
    for row in reversed(rows):
        mark = mark_at(text, row.start, damaged=False)
        if mark is None and row.text.endswith((")", ":")) and "(" in row.text:
            mark = mark_at(text, row.start + row.text.rindex("("), damaged=False)
        if mark is not None:
            return mark
    return None
