"""The source pane: the cable with its line numbers, states, marks and cursor.

It paints by the line, so a repaint costs as much as what is in sight, however long the cable.
"""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import MouseDown, MouseMove, MouseUp
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from redactor.text import Line, visible
from redactor.ui.cells import cell_of
from redactor.ui.cursor import Cursor, line_text, place, scrolled
from redactor.ui.folding import Fold, fold_words
from redactor.ui.runs import Focus, line_runs, lines_of
from redactor.ui.sheet import GLYPHS, Sheet, State
from redactor.ui.widgets.looks import LineView

_BAR = "▌"
_RIGHT = 3
"""Number of the mouse's right button."""
_WIDEST = 81
"""Cells: a line has at most 80 characters, and the cursor may stand after the last."""


class SourceView(LineView, can_focus=True, inherit_bindings=False):
    """Paints a sheet. Mouse and keys are told to the screen, which owns the cursor."""

    LOOKS = "source"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"source--{inline}{state}" for state in GLYPHS for inline in ("", "inline-")),
        "source--gutter", "source--bar", "source--mark", "source--matched", "source--found",
        "source--target", "source--selection", "source--cursor", "source--fold",
    }  # fmt: skip

    @dataclass
    class Pointed(Message):
        """The mouse points at a place; with ``select`` the button is held and moves."""

        offset: int
        select: bool

    @dataclass
    class Unfolded(Message):
        """The folded header was clicked."""

    @dataclass
    class Asked(Message):
        """The other button asks what can be done at a place."""

        offset: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._sheet: Sheet | None = None
        self._focus = Focus(Cursor())
        self._fold = Fold()
        self._held: int | None = None
        self._glyph_looks: dict[State, Style] = {}
        self._strips: dict[int, Strip] = {}
        """Lines as painted, by number, as long as they are in sight and nothing on them changes."""
        self._window = (0, 0)
        """First cell and width of what is in sight."""

    def show(self, sheet: Sheet, focus: Focus, fold: Fold) -> None:
        """Show a sheet with the reviewer's focus, and keep the cursor in sight."""
        old = self._sheet
        if old is None or sheet.text is not old.text or fold != self._fold:
            wide = 1 if sheet.text.isascii() else 2
            rows = fold.rows(len(sheet.lines))
            self.virtual_size = Size(self._gutter(sheet) + _WIDEST * wide, rows)
            self._forget()
        elif focus.found is not self._focus.found:
            self._forget()
        else:
            self._forget_changed(old, sheet, focus)
        self._sheet, self._focus, self._fold = sheet, focus, fold
        self._keep_in_sight()

    def _forget(self) -> None:
        self._strips.clear()
        self.refresh()

    def _forget_changed(self, old: Sheet, new: Sheet, focus: Focus) -> None:
        """Paint the lines in sight anew that a decision or a move changes; forget all others."""
        touched = (*lines_of(new, self._focus), *lines_of(new, focus))
        kept: dict[int, Strip] = {}
        stale: list[Region] = []
        top = self.scroll_offset.y
        for row in range(top, min(top + self.page, self._fold.rows(len(new.lines)))):
            number = self._fold.line_at(row)
            same = row > 0 and new.same_over(old, new.lines[number].span)
            if not (same or old is new) or any(number in numbers for numbers in touched):
                stale.append(Region(0, row - top, self._wide, 1))
            elif number in self._strips:
                kept[number] = self._strips[number]
        self._strips = kept
        if stale:
            self.refresh(*stale)

    def notify_style_update(self) -> None:
        """Forget mixed styles when the theme changes."""
        super().notify_style_update()
        self._glyph_looks.clear()
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
        here = self._fold.row_of(sheet.lines.number_at(offset))
        if target and target[0].start == offset:
            return here, self._fold.row_of(sheet.lines.number_at(target[-1].end - 1))
        return here, here

    def _left(self, sheet: Sheet) -> int:
        offset = self._focus.cursor.offset
        number = sheet.lines.number_at(offset)
        cell = cell_of(line_text(sheet, number), offset - sheet.lines[number].span.start)
        width = max(1, self.scrollable_content_region.width - self._gutter(sheet) - 1)
        return 0 if cell < width else min(max(self.scroll_offset.x, cell - width + 1), cell)

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give lines of the window just as they were painted.

        There is no frame around them. The toolkit would style and cut every line anew, also one
        that only moved.
        """
        top, ground = self.scroll_offset.y, self.background_colors[1]
        window = (self.scroll_offset.x, self.scrollable_content_region.width)
        if window != self._window:
            self._strips.clear()
            self._window = window
        strips = [self._line(top + y) for y in crop.line_range]
        for each in self.get_line_filters():
            strips = [strip.apply_filter(each, ground) for strip in strips]
        if crop.column_span != (0, self._wide):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _line(self, row: int) -> Strip:
        """Paint the line on a row, or give it again as it was."""
        number = self._fold.line_at(row)
        if number not in self._strips:
            folded = row == 0 and self._fold.last
            self._strips[number] = self._paint_fold() if folded else self._paint(number)
        return self._strips[number]

    def _paint_fold(self) -> Strip:
        sheet = self._sheet
        words = fold_words(sheet, self._fold.last) if sheet else ""
        return self.filled([Segment(f" ▸ {words}", self.look("fold"))], self._wide, "fold")

    @property
    def _wide(self) -> int:
        """Cells of a line, with the one that the scrollbar covers."""
        return self.outer_size.width

    def _paint(self, number: int) -> Strip:
        left, width = self._window
        sheet = self._sheet
        if sheet is None or not 1 <= number <= len(sheet.lines):
            return self.filled((), self._wide)
        line = sheet.lines[number]
        gutter = self._paint_gutter(sheet, line)
        text = self._paint_text(sheet, line)
        room = width - self._gutter(sheet)
        if left or sum(segment.cell_length for segment in text) > room:
            text = self._cropped(text, left, room)
        return self.filled([*gutter, *text], self._wide)

    def _cropped(self, text: list[Segment], left: int, room: int) -> list[Segment]:
        """Give the part of a line that is in sight, with a sign where it goes on."""
        strip = Strip(text)
        if strip.cell_length <= left + room:
            return list(strip.crop(left, left + room))
        return [*strip.crop(left, left + room - 1), Segment("»", self.look("gutter"))]

    def _paint_gutter(self, sheet: Sheet, line: Line) -> list[Segment]:
        state = sheet.state_of(line.span)
        here = any(span.meets(line.span) for span in self._focus.target)
        number_style = self.look("gutter")
        return [
            Segment(_BAR if here else " ", self.look("bar")),
            Segment(GLYPHS[state] if state else " ", self._glyph_look(state)),
            Segment(f" {line.number:>{self._digits(sheet)}}", number_style),
            Segment("«" if self._window[0] else " ", number_style),
        ]

    def _paint_text(self, sheet: Sheet, line: Line) -> list[Segment]:
        focus = self._focus
        segments = [
            Segment(visible(run.span.cut(sheet.text)), self.look(*run.looks))
            for run in line_runs(sheet, line.span, focus)
        ]
        if focus.cursor.offset in range(line.span.end, max(line.end, line.span.end + 1)):
            at_end = line.number == sheet.lines.number_at(focus.cursor.offset)
            segments += [Segment(" ", self.look("cursor"))] if at_end else []
        return segments

    def _glyph_look(self, state: State | None) -> Style:
        """Give a glyph its state's colour alone: no ground, no strike."""
        if state is None:
            return self.look()
        if state not in self._glyph_looks:
            bold = state in ("review", "hold")
            self._glyph_looks[state] = self.look() + Style(color=self.look(state).color, bold=bold)
        return self._glyph_looks[state]

    # Mouse

    def on_mouse_down(self, event: MouseDown) -> None:
        """Put the cursor where the mouse points; the right button asks what can be done."""
        offset = self._offset_at(event)
        if offset is None:
            return
        if self._fold.last and event.y + self.scroll_offset.y == 0:
            self.post_message(self.Unfolded())
            return
        if event.button == _RIGHT:
            self.post_message(self.Asked(offset))
        if event.button != 1:
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
        row = max(0, event.y + self.scroll_offset.y)
        number = min(self._fold.line_at(row), len(sheet.lines))
        cell = event.x - self._gutter(sheet) + self.scroll_offset.x
        return place(sheet, number, max(0, cell))
