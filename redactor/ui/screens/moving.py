"""Moving about: one method for each action of the registry's group Go."""

from redactor.text import plural
from redactor.ui.cursor import (
    Cursor,
    by_columns,
    by_lines,
    by_words,
    next_open,
    place,
    previous_open,
    step,
)
from redactor.ui.folding import Fold, header_lines
from redactor.ui.screens.cable import FAULTS
from redactor.ui.screens.company import CompanyScreen
from redactor.ui.widgets.pane import Pane
from redactor.ui.widgets.source import SourceView
from redactor.ui.widgets.status import StatusBar


class MovingScreen(CompanyScreen):
    """Moves the cursor by items, paragraphs, cables, lines and pages."""

    def on_source_view_pointed(self, message: SourceView.Pointed) -> None:
        """Follow the mouse: a click moves, a drag selects."""
        cursor = self.cursor.at(message.offset)
        if message.select:
            anchor = self.cursor.offset if self.cursor.anchor is None else self.cursor.anchor
            self.move(Cursor(message.offset, None, cursor.unit, anchor))
        else:
            self.move(Cursor(message.offset, None, cursor.unit))

    def on_source_view_unfolded(self) -> None:
        """Unfold the header where it was clicked."""
        self.action_toggle_header()

    def action_toggle_header(self) -> None:
        """Fold the header lines to one, or unfold them; the cursor leaves what is folded."""
        lines = 0 if self.fold.last else header_lines(self.sheet)
        self.fold = Fold(lines)
        if self.sheet.lines.number_at(self.cursor.offset) <= lines:
            self.cursor = self.cursor.at(self.sheet.lines[lines + 1].span.start)
        self.paint()

    def on_status_bar_jumped(self, message: StatusBar.Jumped) -> None:
        """Go to the paragraph whose glyph was clicked."""
        self.move(self.cursor.at(message.offset))

    # By items

    def action_next_open(self) -> None:
        """Go to the next open place."""
        self._to_open(next_open(self.open_spans, self.cursor.offset))

    def action_previous_open(self) -> None:
        """Go to the open place before."""
        self._to_open(previous_open(self.open_spans, self.cursor.offset))

    def _to_open(self, offset: int | None) -> None:
        if offset is None:
            self.complain(self.nothing_open())
        else:
            self.move(self.cursor.at(offset))

    def nothing_open(self) -> str:
        """Say that this cable is decided, and what can be done next."""
        view, key = self.sheet.view, self.keymap.key
        if self.limit and view.open:
            left = plural(len(view.open), "place")
            lifts = f"{key('drop')} lifts it"
            return f"Nothing is open for {self.limit.words}; {left} without the limit, {lifts}."
        if view.desk.signed:
            missing = self.board.missing(self.session.person)
            done = missing or f"the review is complete: {key('write')} writes the release"
            return f"Nothing is open here, and you have signed; {done}."
        last = self.line.step(self.place, 1) is None
        following = "" if last else f", {key('next_cable')} opens the next cable"
        return f"Nothing is open here any more: {key('sign')} signs{following}."

    def action_next_item(self) -> None:
        """Go to the next item."""
        self._step([item.span.start for item in self.sheet.items], 1, "item")

    def action_previous_item(self) -> None:
        """Go to the item before."""
        self._step([item.span.start for item in self.sheet.items], -1, "item")

    def action_next_paragraph(self) -> None:
        """Go to the next paragraph."""
        self._step(self._paragraphs, 1, "paragraph")

    def action_previous_paragraph(self) -> None:
        """Go to the paragraph before."""
        self._step(self._paragraphs, -1, "paragraph")

    @property
    def _paragraphs(self) -> list[int]:
        return sorted(part.span.start for part in self.sheet.view.docket.cable.paragraphs)

    def _step(self, starts: list[int], by: int, noun: str) -> None:
        offset = step(starts, self.cursor.offset, by)
        if offset is None:
            self.complain(f"This is the {'last' if by > 0 else 'first'} {noun}.")
        else:
            self.move(self.cursor.at(offset))

    # By cables

    def action_next_cable(self) -> None:
        """Open the next cable."""
        self._change_cable(1)

    def action_previous_cable(self) -> None:
        """Open the cable before."""
        self._change_cable(-1)

    def _change_cable(self, by: int) -> None:
        wanted = self.line.step(self.place, by)
        if wanted is None:
            self.complain(self.line.end_words(by))
        else:
            self.open_cable(self.session.entries[wanted].sha256)

    def open_cable(self, cable: str, offset: int | None = None) -> None:
        """Open another cable at a place, or at its first open one."""
        self.after_reading(self.session, cable, offset or 0, lambda: self._open(cable, offset))

    def _open(self, cable: str, offset: int | None) -> None:
        try:
            self.take_up(cable, offset or 0)
        except FAULTS as fault:
            self.complain(str(fault))
            return
        if offset is None:
            self.start_at_open()
        self.paint()

    def start_at_open(self) -> None:
        """Put the cursor on the first open place, or the first item."""
        spans = self.open_spans or self.sheet.view.open or self.sheet.view.docket.content
        if spans:
            self.cursor = self.cursor.at(spans[0].start)

    # By lines and pages; in a side pane they scroll it

    def action_up(self) -> None:
        """Go one line up."""
        self._line(-1)

    def action_down(self) -> None:
        """Go one line down."""
        self._line(1)

    def _line(self, by: int) -> None:
        if isinstance(self.focused, Pane):
            self.focused.scroll_relative(y=by, animate=False)
        else:
            self.move(by_lines(self.sheet, self.cursor, by))

    def action_left(self) -> None:
        """Go one character left."""
        self.move(by_columns(self.sheet, self.cursor, -1))

    def action_right(self) -> None:
        """Go one character right."""
        self.move(by_columns(self.sheet, self.cursor, 1))

    def action_word_left(self) -> None:
        """Go one word left."""
        self.move(by_words(self.sheet, self.cursor, -1))

    def action_word_right(self) -> None:
        """Go one word right."""
        self.move(by_words(self.sheet, self.cursor, 1))

    def action_page_down(self) -> None:
        """Go one page down."""
        self._page(1)

    def action_page_up(self) -> None:
        """Go one page up."""
        self._page(-1)

    def action_half_down(self) -> None:
        """Go half a page down."""
        self._page(0.5)

    def action_half_up(self) -> None:
        """Go half a page up."""
        self._page(-0.5)

    def _page(self, pages: float) -> None:
        if isinstance(self.focused, Pane):
            height = self.focused.size.height
            self.focused.scroll_relative(y=pages * height, animate=False)
        else:
            by = max(1, int(abs(pages) * self.source.page))
            self.move(by_lines(self.sheet, self.cursor, by if pages > 0 else -by))

    def action_top(self) -> None:
        """Go to the first line."""
        if isinstance(self.focused, Pane):
            self.focused.scroll_home(animate=False)
        else:
            self.move(self.cursor.at(0))

    def action_bottom(self) -> None:
        """Go to the last line."""
        if isinstance(self.focused, Pane):
            self.focused.scroll_end(animate=False)
        elif len(self.sheet.lines):
            self.move(self.cursor.at(place(self.sheet, len(self.sheet.lines), 0)))
