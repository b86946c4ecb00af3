"""The status line: words on the left, progress paragraph by paragraph on the right."""

from dataclasses import dataclass

from textual.events import Click
from textual.message import Message

from redactor.ui.cells import width as cells
from redactor.ui.progress import Progress, window
from redactor.ui.rows import BarRow
from redactor.ui.widgets.bar import Bar

_GAP = 7
"""Cells for margins and frames."""
_FEWEST = 5
"""With less room than for so many glyphs none are shown."""


class StatusBar(Bar):
    """Shows how far the reviewer is; a click on a paragraph's glyph leads there."""

    @dataclass
    class Jumped(Message):
        """A paragraph's glyph was clicked."""

        offset: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._starts: list[int] = []
        """Where the paragraphs begin whose glyphs are shown."""

    def show(self, words: str, progress: Progress, offset: int) -> None:
        """Show words and as many glyphs as there is room for, the one of ``offset`` among them."""
        here = progress.at(offset)
        room = (self.size.width or self.app.size.width) - cells(words) - _GAP
        places = window(len(progress.sections), here, room) if room >= _FEWEST else range(0)
        self._starts = [progress.sections[place].start for place in places]
        glyphs = [(progress.glyph(place), "here" if place == here else "muted") for place in places]
        frame = [(" ▐", "muted"), *glyphs, ("▌", "muted")] if glyphs else []
        self.say(BarRow(((words, "muted"),), frame))

    def on_click(self, event: Click) -> None:
        """Tell which paragraph was clicked."""
        first = self.size.width - 2 - len(self._starts)
        place = event.x - first
        if event.y == 0 and 0 <= place < len(self._starts):
            self.post_message(self.Jumped(self._starts[place]))
