"""The list of cables: paints only the lines in sight, however many there are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from rich.segment import Segment
from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from redactor.review import Entry
from redactor.ui.queue.columns import cable_line, column_at, heading
from redactor.ui.queue.limit import is_done
from redactor.ui.queue.summary import Summary
from redactor.ui.rows import BarRow
from redactor.ui.widgets.bar import Bar
from redactor.ui.widgets.looks import LineView

_MARGIN = 1
"""Cells for the sign of the cursor."""
_SIDES = 3
"""Cells for that, a blank at the right, and the scrollbar."""


class CableList(LineView, can_focus=True, inherit_bindings=False):
    """Shows cables of a case; the one at the cursor is what Enter opens."""

    LOOKS = "cables"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"cables--cursor", "cables--done", "cables--waiting"}

    @dataclass
    class Opened(Message):
        """A cable was clicked."""

        line: int

    @dataclass
    class Scrolled(Message):
        """Others are in sight now."""

    def __init__(
        self,
        known: Mapping[int, Summary],
        person: str,
        now: Callable[[], datetime],
        id: str,  # noqa: A002 - Textual's own word
    ) -> None:
        """Show what is ``known`` of the cables, by their places in the case."""
        super().__init__(id=id)
        self._known = known
        self._person = person
        self._now = now
        self._entries: Sequence[Entry] = ()
        self._shown: Sequence[int] = ()
        self.cursor = 0

    def show(self, entries: Sequence[Entry], shown: Sequence[int], cursor: int) -> None:
        """List these cables of the case, with the cursor at a line."""
        self._entries, self._shown = entries, shown
        self.lengthen(len(shown))
        self.cursor = max(0, min(cursor, len(shown) - 1))
        self._keep_in_sight()
        self.refresh()

    @property
    def here(self) -> int | None:
        """The place in the case of the cable at the cursor."""
        return self._shown[self.cursor] if self._shown else None

    def move(self, by: int) -> None:
        """Move the cursor by so many cables, as far as there are any."""
        before = self.cursor
        self.cursor = max(0, min(before + by, len(self._shown) - 1))
        self._keep_in_sight()
        for line in (before, self.cursor):
            self.refresh_line(line)

    def _keep_in_sight(self) -> None:
        top, height = self.scroll_offset.y, self.page
        if self.cursor < top:
            top = self.cursor
        elif self.cursor >= top + height:
            top = self.cursor - height + 1
        if top != self.scroll_offset.y:
            self.scroll_to(0, top, animate=False, force=True, immediate=True)

    @property
    def page(self) -> int:
        """How many cables are in sight."""
        return max(1, self.scrollable_content_region.height)

    @property
    def in_sight(self) -> tuple[int, ...]:
        """The places in the case of the cables in sight: the first to read."""
        top = self.scroll_offset.y
        return tuple(self._shown[top : top + self.page])

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Repaint, and tell that others are in sight."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def render_line(self, y: int) -> Strip:
        """Paint one cable."""
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        if line >= len(self._shown):
            return self.filled((), width)
        at = self._shown[line]
        summary = self._known.get(at)
        words = cable_line(
            width - _MARGIN - 1, self._entries[at], summary, self._person, self._now()
        )
        here = line == self.cursor
        looks = _look(summary) + (("cursor",) if here else ())
        return Strip([Segment(f"{'▌' if here else ' '}{words} ", self.look(*looks))])

    def on_click(self, event: Click) -> None:
        """Open the cable that was clicked."""
        line = event.y + self.scroll_offset.y
        if line < len(self._shown):
            self.move(line - self.cursor)
            self.post_message(self.Opened(line))


def _look(of: Summary | None) -> tuple[str, ...]:
    if of is None or of.stage in (None, "on hold"):
        return ("waiting",)
    return ("done",) if is_done(of) else ()


class Heading(Bar):
    """The names of the columns; a click on one sorts by it."""

    @dataclass
    class Clicked(Message):
        """A name was clicked."""

        column: str

    def show(self, sorted_by: str, *, falling: bool) -> None:
        """Show the names, with a sign at the one that is sorted by."""
        words = heading(self._room, sorted_by, falling=falling)
        self.say(BarRow(((words, "muted"),)))

    @property
    def _room(self) -> int:
        return self.app.size.width - _SIDES

    def on_click(self, event: Click) -> None:
        """Tell which name was clicked."""
        column = column_at(self._room, event.x - _MARGIN)
        if column:
            self.post_message(self.Clicked(column.id))
