"""The folded header: which lines of the cable stand on which row of the source pane. Pure."""

from typing import NamedTuple

from redactor.text import plural
from redactor.ui.sheet import Sheet


class Fold(NamedTuple):
    """The first lines folded to one row; none are with ``last`` 0."""

    last: int = 0
    """Number of the last folded line."""

    def rows(self, lines: int) -> int:
        """Give how many rows a cable of so many lines takes."""
        return lines - self._hidden

    def row_of(self, number: int) -> int:
        """Give the row, from 0, on which a line stands."""
        return max(0, number - 1 - self._hidden)

    def line_at(self, row: int) -> int:
        """Give the number of the line on a row; of the first one where they are folded."""
        return 1 if self.last and row == 0 else row + 1 + self._hidden

    @property
    def _hidden(self) -> int:
        return max(0, self.last - 1)


def header_lines(sheet: Sheet) -> int:
    """Give how many lines stand above the first paragraph; 0 when a fold would save nothing."""
    paragraphs = sheet.view.docket.cable.paragraphs
    if not paragraphs:
        return 0
    lines = sheet.lines.number_at(paragraphs[0].span.start) - 1
    return lines if lines > 1 else 0


def fold_words(sheet: Sheet, last: int) -> str:
    """Say what is folded: ``header, lines 1-19: 2 of 6 items decided``."""
    end = sheet.lines[last].end
    items = [item for item in sheet.items if item.span.start < end]
    left = sum(item.span.start < end for item in sheet.view.open_items)
    state = f"{len(items) - left} of {plural(len(items), 'item')} decided"
    return f"header, lines 1-{last}: {state}"
