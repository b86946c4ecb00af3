"""The cursor: where the reviewer is, and how each motion moves it. Pure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from redactor.review import UNITS, Unit, unit_at
from redactor.text import Span, clip, visible
from redactor.ui.cells import cell_of, index_at
from redactor.ui.sheet import DECIDED, Sheet

_DECIDED = frozenset(DECIDED.values())
_start = attrgetter("start")

_WORD = re.compile(r"\w+")
_REACH = 400
"""Code points within which a word is looked for."""

_MARGIN = 3
"""Lines kept in sight above and below the cursor."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a cable, in code points."""

    offset: int = 0
    cell: int | None = None
    """The column that moving up and down tries to keep, in cells."""
    unit: Unit = "item"
    """What a decision acts on, without a selection."""
    anchor: int | None = None
    """Where a selection began, if there is one."""

    @property
    def selection(self) -> Span | None:
        """The selected text, both ends included."""
        if self.anchor is None:
            return None
        return Span(min(self.anchor, self.offset), max(self.anchor, self.offset) + 1)

    def at(self, offset: int) -> "Cursor":
        """Give the cursor at another place."""
        return replace(self, offset=offset, cell=None)

    def with_next_unit(self) -> "Cursor":
        """Give the cursor with the unit after this one."""
        return replace(self, unit=UNITS[(UNITS.index(self.unit) + 1) % len(UNITS)])


def target(sheet: Sheet, cursor: Cursor) -> tuple[Span, ...]:
    """Give the spans that a decision would act on; none on furniture or white space.

    The unit ``item`` means what is still open of the item, or else the one decision that
    stands at the cursor, so that no key can overrule a part that was decided by itself.
    """
    docket = sheet.view.docket
    if cursor.selection:
        return clip((cursor.selection,), docket.content)
    if cursor.unit != "item":
        span = unit_at(docket, cursor.offset, cursor.unit)
        return clip((span,), docket.content) if span else ()
    here = sheet.at(cursor.offset)
    if here is None or here.item < 0:
        return ()
    if here.state in _DECIDED:
        return (here.span,)
    return sheet.view.parts[here.item].open


def next_open(spans: Sequence[Span], offset: int) -> int | None:
    """Give the start of the first open span after an offset; rolls over; none when none is open."""
    if not spans:
        return None
    found = bisect_right(spans, offset, key=_start)
    return spans[found % len(spans)].start


def previous_open(spans: Sequence[Span], offset: int) -> int | None:
    """Give the start of the last open span before an offset; rolls over."""
    if not spans:
        return None
    return spans[bisect_left(spans, offset, key=_start) - 1].start


def step(starts: Sequence[int], offset: int, by: int) -> int | None:
    """Give the start ``by`` places on from the stretch at ``offset``, or none past an end."""
    here = bisect_right(starts, offset) - 1
    if by < 0 and here >= 0 and starts[here] < offset:
        here += 1
    wanted = here + by
    return starts[wanted] if 0 <= wanted < len(starts) else None


def line_text(sheet: Sheet, number: int) -> str:
    """Give a line as the screen shows it."""
    return visible(sheet.lines[number].span.cut(sheet.text))


def by_lines(sheet: Sheet, cursor: Cursor, by: int) -> Cursor:
    """Move up or down, keeping the column where the lines allow it."""
    if not len(sheet.lines):
        return cursor
    number = sheet.lines.number_at(cursor.offset)
    cell = cursor.cell
    if cell is None:
        begin = sheet.lines[number].span.start
        cell = cell_of(line_text(sheet, number), cursor.offset - begin)
    wanted = max(1, min(number + by, len(sheet.lines)))
    return replace(cursor, offset=place(sheet, wanted, cell), cell=cell)


def by_columns(sheet: Sheet, cursor: Cursor, by: int) -> Cursor:
    """Move one character left or right, over line ends too."""
    if not len(sheet.lines):
        return cursor
    number = sheet.lines.number_at(cursor.offset)
    line = sheet.lines[number].span
    wanted = cursor.offset + by
    if wanted < line.start and number > 1:
        wanted = max(sheet.lines[number - 1].span.start, sheet.lines[number - 1].span.end - 1)
    elif wanted >= max(line.end, line.start + 1) and number < len(sheet.lines):
        wanted = sheet.lines[number + 1].span.start
    return cursor.at(max(0, min(wanted, max(0, len(sheet.text) - 1))))


def by_words(sheet: Sheet, cursor: Cursor, by: int) -> Cursor:
    """Move to the start of the next word, or of this one, or of the one before.

    At the end of a selection forward goes to the end of a word: it then holds whole words.
    """
    text, at = sheet.text, cursor.offset
    if by < 0:
        before = [match.start() for match in _WORD.finditer(text, max(0, at - _REACH), at)]
        return cursor.at(before[-1] if before else max(0, at - 1))
    ends = cursor.anchor is not None and at >= cursor.anchor
    for match in _WORD.finditer(text, at, at + _REACH):
        wanted = match.end() - 1 if ends else match.start()
        if wanted > at:
            return cursor.at(wanted)
    return cursor.at(min(at + 1, max(0, len(text) - 1)))


def place(sheet: Sheet, number: int, cell: int) -> int:
    """Give the code point of a line that covers a cell, or the line's nearest."""
    return sheet.lines[number].span.start + index_at(line_text(sheet, number), cell)


def scrolled(top: int, height: int, first: int, last: int) -> int:
    """Give the line to have at the top of a window, so that a stretch is in sight.

    The window moves no further than it must, unless the stretch lies more than a page away. Of
    a stretch that does not fit, the beginning is shown.

    Args:
        top: the line at the top now, from 0, as all of these.
        height: lines of the window.
        first: the stretch's first line.
        last: the stretch's last line.
    """
    margin = min(_MARGIN, (height - 1) // 2)
    if last - first >= height - 2 * margin:
        last = first + height - 2 * margin - 1
    if top + margin <= first and last < top + height - margin:
        return top
    if not top - height < first < top + 2 * height:
        return max(0, first - height // 3)
    return max(0, first - margin if first < top + margin else last - height + margin + 1)
