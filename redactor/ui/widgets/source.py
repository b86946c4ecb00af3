"""The source pane: the cable with its line numbers, states, marks and cursor.

It paints by the line, so a repaint costs as much as what is in sight, however long the cable.
"""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import MouseDown, MouseMove, MouseUp
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from redactor.text import visible
from redactor.ui.cells import cell_of
from redactor.ui.cursor import Cursor, line_text, place, scrolled
from redactor.ui.runs import Focus, line_runs, lines_of
from redactor.ui.sheet import GLYPHS, Sheet, State

_BAR = "▌"
_STRIPS_KEPT = 1000
_WIDEST = 81
"""Cells: a line has at most 80 characters, and the cursor may stand after the last."""


class SourceView(ScrollView, can_focus=True, inherit_bindings=False):
    """Paints a sheet. Mouse and keys are told to the screen, which owns the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"source--{inline}{state}" for state in GLYPHS for inline in ("", "inline-")),
        "source--gutter", "source--bar", "source--mark", "source--matched", "source--target",
        "source--selection", "source--cursor",
    }  # fmt: skip

    @dataclass
    class Pointed(Message):
        """The mouse points at a place; with ``select`` the button is held and moves."""

        offset: int
        select: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._sheet: Sheet | None = None
        self._focus = Focus(Cursor())
        self._held: int | None = None
        self._styles_of: dict[tuple[str, ...], Style] = {}
        self._strips: dict[int, Strip] = {}
        """Lines as painted, by number, as long as nothing on them changes."""
        self._window = (0, 0)
        """First cell and width of what is in sight."""

    def show(self, sheet: Sheet, focus: Focus) -> None:
        """Show a sheet with the reviewer's focus, and keep the cursor in sight."""
        if sheet is not self._sheet:
            wide = 1 if sheet.text.isascii() else 2
            self.virtual_size = Size(self._gutter(sheet) + _WIDEST * wide, len(sheet.lines))
            self._strips.clear()
            self.refresh()
        touched = lines_of(sheet, self._focus) | lines_of(sheet, focus)
        self._sheet, self._focus = sheet, focus
        top = self.scroll_offset.y
        for number in touched:
            self._strips.pop(number, None)
            if top < number <= top + self.page:
                self.refresh_line(number - 1)
        self._keep_in_sight()

    def notify_style_update(self) -> None:
        """Forget mixed styles when the theme changes."""
        super().notify_style_update()
        self._styles_of.clear()
        self._strips.clear()

    @property
    def page(self) -> int:
        """How many lines are in sight."""
        return max(1, self.scrollable_content_region.height)

    def _gutter(self, sheet: Sheet) -> int:
        return self._digits(sheet) + 4

    def _digits(self, sheet: Sheet) -> int:
        return max(3, len(str(len(sheet.lines))))

    def _keep_in_sight(self) -> None:
        sheet = self._sheet
        if sheet is None or not len(sheet.lines):
            return
        top = scrolled(self.scroll_offset.y, self.page, *self._wanted(sheet))
        self.scroll_to(self._left(sheet), top, animate=False, force=True, immediate=True)

    def _wanted(self, sheet: Sheet) -> tuple[int, int]:
        """Give the first and last line to have in sight: the whole target, on arrival."""
        offset, target = self._focus.cursor.offset, self._focus.target
        here = sheet.lines.number_at(offset) - 1
        if target and target[0].start == offset:
            return here, sheet.lines.number_at(target[-1].end - 1) - 1
        return here, here

    def _left(self, sheet: Sheet) -> int:
        offset = self._focus.cursor.offset
        number = sheet.lines.number_at(offset)
        cell = cell_of(line_text(sheet, number), offset - sheet.lines[number].span.start)
        width = max(1, self.scrollable_content_region.width - self._gutter(sheet) - 1)
        return 0 if cell < width else min(max(self.scroll_offset.x, cell - width + 1), cell)

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint one line of the window, or give it again as it was."""
        window = (self.scroll_offset.x, self.scrollable_content_region.width)
        if window != self._window or len(self._strips) > _STRIPS_KEPT:
            self._strips.clear()
            self._window = window
        number = y + self.scroll_offset.y + 1
        if number not in self._strips:
            self._strips[number] = self._paint(number)
        return self._strips[number]

    def _paint(self, number: int) -> Strip:
        left, width = self._window
        sheet = self._sheet
        if sheet is None or not 1 <= number <= len(sheet.lines):
            return Strip.blank(width, self._style())
        gutter = self._paint_gutter(sheet, number)
        text = self._paint_text(sheet, number)
        room = width - gutter.cell_length
        if text.cell_length > left + room:
            more = Strip([Segment("»", self._style("gutter"))], 1)
            text = Strip.join([text.crop(left, left + room - 1), more])
        elif left:
            text = text.crop(left, left + room)
        return Strip.join([gutter, text]).extend_cell_length(width, self._style())

    def _paint_gutter(self, sheet: Sheet, number: int) -> Strip:
        line = sheet.lines[number].span
        state = sheet.state_of(line)
        here = any(span.meets(line) for span in self._focus.target)
        number_style = self._style("gutter")
        return Strip([
            Segment(_BAR if here else " ", self._style("bar")),
            Segment(GLYPHS[state] if state else " ", self._glyph_style(state)),
            Segment(f" {number:>{self._digits(sheet)}}", number_style),
            Segment("«" if self.scroll_offset.x else " ", number_style),
        ])  # fmt: skip

    def _paint_text(self, sheet: Sheet, number: int) -> Strip:
        focus = self._focus
        segments = [
            Segment(visible(run.span.cut(sheet.text)), self._style(*run.looks))
            for run in line_runs(sheet, number, focus)
        ]
        line = sheet.lines[number]
        if focus.cursor.offset in range(line.span.end, max(line.end, line.span.end + 1)):
            at_end = number == sheet.lines.number_at(focus.cursor.offset)
            segments += [Segment(" ", self._style("cursor"))] if at_end else []
        return Strip(segments)

    def _style(self, *looks: str) -> Style:
        """Mix looks, later ones on top; a highlight's ground covers a state's."""
        if looks not in self._styles_of:
            style = self.rich_style
            for look in looks:
                style += self.get_component_rich_style(f"source--{look}", partial=True)
            self._styles_of[looks] = style
        return self._styles_of[looks]

    def _glyph_style(self, state: State | None) -> Style:
        """Give a glyph its state's colour alone: no ground, no strike."""
        if state is None:
            return self._style()
        key = ("glyph", state)
        if key not in self._styles_of:
            colour = self._style(state).color
            bold = state in ("review", "hold")
            self._styles_of[key] = self._style() + Style(color=colour, bold=bold)
        return self._styles_of[key]

    # Mouse

    def on_mouse_down(self, event: MouseDown) -> None:
        """Put the cursor where the mouse points."""
        offset = self._offset_at(event)
        if offset is None or event.button != 1:
            return
        self._held = offset
        self.capture_mouse()
        self.post_message(self.Pointed(offset, select=False))

    def on_mouse_move(self, event: MouseMove) -> None:
        """Extend the selection while the button is held."""
        offset = self._offset_at(event)
        if self._held is None or offset is None or offset == self._focus.cursor.offset:
            return
        self.post_message(self.Pointed(offset, select=True))

    def on_mouse_up(self, _event: MouseUp) -> None:
        """End a drag."""
        self._held = None
        self.release_mouse()

    def _offset_at(self, event: MouseDown | MouseMove) -> int | None:
        sheet = self._sheet
        if sheet is None or not len(sheet.lines):
            return None
        number = max(1, min(event.y + self.scroll_offset.y + 1, len(sheet.lines)))
        cell = event.x - self._gutter(sheet) + self.scroll_offset.x
        return place(sheet, number, max(0, cell))
