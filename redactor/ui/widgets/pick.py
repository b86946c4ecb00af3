"""A list to pick from: paints only what is in sight, however long it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from redactor.ui.rows import Tone
from redactor.ui.widgets.looks import LineView


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; its words are already safe to show."""

    pieces: Sequence[tuple[str, Tone]]
    tick: bool | None = None
    """Whether it is ticked; ``None`` where there is nothing to tick."""


class Pick(LineView, can_focus=True, inherit_bindings=False):
    """Shows lines with one of them at the cursor. Keys are the dialog's."""

    LOOKS = "pick"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pick--cursor", "pick--plain", "pick--strong", "pick--muted", "pick--key", "pick--head",
        "pick--warn", "pick--quote",
    }  # fmt: skip

    @dataclass
    class Pointed(Message):
        """A line was clicked."""

        index: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self.cursor = 0

    def show(self, lines: Sequence[Line], cursor: int | None = None) -> None:
        """Show these lines."""
        self._lines = lines
        self.lengthen(len(lines))
        self.cursor = max(0, min(self.cursor if cursor is None else cursor, len(lines) - 1))
        self._keep_in_sight()
        self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor by so many lines, as far as there are any."""
        self.cursor = max(0, min(self.cursor + by, len(self._lines) - 1))
        self._keep_in_sight()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._keep_in_sight()

    @property
    def words(self) -> list[str]:
        """All its lines, in sight or not."""
        return ["".join(words for words, _ in line.pieces) for line in self._lines]

    @property
    def page(self) -> int:
        """How many lines are in sight."""
        return max(1, self.scrollable_content_region.height)

    def _keep_in_sight(self) -> None:
        if not self.scrollable_content_region.height:
            return  # it has no place on the screen yet; what is above the cursor shall be seen too
        top = self.scroll_offset.y
        wanted = min(max(top, self.cursor - self.page + 1), self.cursor)
        if wanted != top:
            self.scroll_to(0, wanted, animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        if at >= len(self._lines):
            return self.filled((), width)
        line = self._lines[at]
        here = ("cursor",) if at == self.cursor else ()
        box = "" if line.tick is None else "[x] " if line.tick else "[ ] "
        segments = [Segment(("▌" if here else " ") + box, self.look(*here))]
        segments += [Segment(words, self.look(*here, tone)) for words, tone in line.pieces]
        if sum(segment.cell_length for segment in segments) <= width:
            return self.filled(segments, width, *here)
        more = Strip([Segment("…", self.look(*here))], 1)
        return Strip.join([self.filled(segments, width - 1, *here), more])

    def on_click(self, event: Click) -> None:
        """Tell which line was clicked."""
        at = event.y + self.scroll_offset.y
        if at < len(self._lines):
            self.move(at - self.cursor)
            self.post_message(self.Pointed(at))
