"""The list of cables: paints only the lines in sight, however many there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from redactor.review import Entry
from redactor.ui.ledger import Summary, cable_line


class CableList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows the entries of a case; the cursor is the cable that Enter opens."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"cables--cursor", "cables--done", "cables--waiting"}

    @dataclass
    class Opened(Message):
        """A cable was clicked."""

        index: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._entries: tuple[Entry, ...] = ()
        self._summaries: Mapping[str, Summary] = {}
        self.cursor = 0

    def show(self, entries: tuple[Entry, ...], summaries: Mapping[str, Summary]) -> None:
        """Show these cables; summaries may come later."""
        self._entries, self._summaries = entries, summaries
        self.virtual_size = Size(self.size.width, len(entries))
        self.cursor = max(0, min(self.cursor, len(entries) - 1))
        self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor by so many cables, as far as there are any."""
        self.cursor = max(0, min(self.cursor + by, len(self._entries) - 1))
        top, height = self.scroll_offset.y, self.page
        if self.cursor < top:
            top = self.cursor
        elif self.cursor >= top + height:
            top = self.cursor - height + 1
        self.scroll_to(0, top, animate=False, force=True, immediate=True)
        self.refresh()

    @property
    def page(self) -> int:
        """How many cables are in sight."""
        return max(1, self.scrollable_content_region.height)

    @property
    def in_sight(self) -> tuple[Entry, ...]:
        """The cables in sight: the first to read."""
        top = self.scroll_offset.y
        return self._entries[top : top + self.page]

    def render_line(self, y: int) -> Strip:
        """Paint one cable."""
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        if at >= len(self._entries):
            return Strip.blank(width, self.rich_style)
        entry = self._entries[at]
        summary = self._summaries.get(entry.sha256)
        style = self.rich_style
        if summary is None or summary.stage == "on hold":
            style += self.get_component_rich_style("cables--waiting", partial=True)
        elif summary.stage in ("released", "complete"):
            style += self.get_component_rich_style("cables--done", partial=True)
        here = at == self.cursor
        if here:
            style += self.get_component_rich_style("cables--cursor", partial=True)
        line = cable_line(width - 2, entry, summary)
        return Strip([Segment(("▌" if here else " ") + line + " ", style)])

    def on_click(self, event: Click) -> None:
        """Open the cable that was clicked."""
        at = event.y + self.scroll_offset.y
        if at < len(self._entries):
            self.move(at - self.cursor)
            self.post_message(self.Opened(at))
