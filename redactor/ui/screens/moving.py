"""Moving about: one method for each action of the registry's group Go."""

from redactor.ui.cursor import Cursor, by_columns, by_lines, next_open, place, previous_open, step
from redactor.ui.screens.cable import FAULTS, CableScreen
from redactor.ui.widgets.pane import Pane
from redactor.ui.widgets.source import SourceView


class MovingScreen(CableScreen):
    """Moves the cursor by items, paragraphs, cables, lines and pages."""

    def on_source_view_pointed(self, message: SourceView.Pointed) -> None:
        """Follow the mouse: a click moves, a drag selects."""
        cursor = self.cursor.at(message.offset)
        if message.select:
            anchor = self.cursor.offset if self.cursor.anchor is None else self.cursor.anchor
            self.move(Cursor(message.offset, None, cursor.unit, anchor))
        else:
            self.move(Cursor(message.offset, None, cursor.unit))

    # By items

    def action_next_open(self) -> None:
        """Go to the next open place."""
        self._to_open(next_open(self.sheet.view.open, self.cursor.offset))

    def action_previous_open(self) -> None:
        """Go to the open place before."""
        self._to_open(previous_open(self.sheet.view.open, self.cursor.offset))

    def _to_open(self, offset: int | None) -> None:
        if offset is None:
            self.complain(self.nothing_open())
        else:
            self.move(self.cursor.at(offset))

    def nothing_open(self) -> str:
        """Say that this cable is decided, and what can be done next."""
        view = self.sheet.view
        if view.desk.signed:
            missing = self.board.missing(self.session.person)
            done = missing or "the review is complete: W writes the release"
            return f"Nothing is open here, and you have signed; {done}."
        last = self.cable == self.session.entries[-1].sha256
        return (
            f"Nothing is open here any more: S signs{'' if last else ', > opens the next cable'}."
        )

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
        cables = [entry.sha256 for entry in self.session.entries]
        wanted = cables.index(self.cable) + by
        if not 0 <= wanted < len(cables):
            self.complain(f"This is the {'last' if by > 0 else 'first'} cable of the case.")
            return
        try:
            self.take_up(cables[wanted])
            self.start_at_open()
        except FAULTS as fault:
            self.complain(str(fault))
            return
        self.paint()

    def start_at_open(self) -> None:
        """Put the cursor on the first open place, or the first item."""
        spans = self.sheet.view.open or self.sheet.view.docket.content
        if spans:
            self.cursor = self.cursor.at(spans[0].start)

    # By lines and pages; in a side pane they scroll it

    def action_up(self) -> None:
        """Go one line up."""
        self.move(by_lines(self.sheet, self.cursor, -1))

    def action_down(self) -> None:
        """Go one line down."""
        self.move(by_lines(self.sheet, self.cursor, 1))

    def action_left(self) -> None:
        """Go one character left."""
        self.move(by_columns(self.sheet, self.cursor, -1))

    def action_right(self) -> None:
        """Go one character right."""
        self.move(by_columns(self.sheet, self.cursor, 1))

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
