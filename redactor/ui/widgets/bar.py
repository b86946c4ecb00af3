"""Bars: the fixed lines above and below the source."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.events import Click
from textual.strip import Strip

from redactor.ui.actions import Context
from redactor.ui.cells import width as cells
from redactor.ui.host import host_of
from redactor.ui.rows import BarRow
from redactor.ui.widgets.looks import Looks

Hint = tuple[str, str]
"""A key, and a word or two for what it does."""

_SHORT = {"escape": "esc"}

_GAP = 2
"""Cells between the left and the right."""


class Bar(Looks):
    """Shows as many lines as it is given."""

    LOOKS = "bar"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "bar--plain", "bar--strong", "bar--muted", "bar--banner", "bar--warn", "bar--good",
        "bar--key", "bar--here", "bar--guide",
    }  # fmt: skip

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._rows: tuple[BarRow, ...] = ()

    @property
    def text(self) -> str:
        """All its words, a line for each row."""
        return "\n".join(
            "".join(words for words, _ in (*row.left, *row.right)) for row in self._rows
        )

    def say(self, *rows: BarRow) -> None:
        """Show these lines."""
        if rows == self._rows:
            return
        if len(rows) != len(self._rows):
            self.styles.height = max(1, len(rows))
        self._rows = rows
        self.refresh()

    def say_wrapped(self, words: str, tone: str) -> None:
        """Show one sentence, on as many lines as it needs."""
        room = max(1, (self.size.width or self.app.size.width) - 2)
        lines = Content(words).wrap(room)
        self.say(*(BarRow(((line.plain.rstrip(), tone),)) for line in lines))

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.size.width
        if y >= len(self._rows):
            return self.filled((), width)
        row = self._rows[y]
        right, left = self._paint(row.right), self._paint(row.left)
        wide = sum(segment.cell_length for segment in right)
        room = max(0, width - wide - 2 - _GAP * bool(right))
        if sum(segment.cell_length for segment in left) > room:
            left = [*self.filled(left, max(0, room - 1)), Segment("…", self.look())]
        margin = Segment(" ", self.look())
        strip = self.filled([margin, *left], width - wide - 1)
        return Strip([*strip, *right, margin], max(strip.cell_length + wide + 1, width)).crop(
            0, width
        )

    def _paint(self, pieces: Sequence[tuple[str, str]]) -> list[Segment]:
        return [Segment(words, self.look(tone)) for words, tone in pieces]


class KeyBar(Bar):
    """Keys and what they do, as many as there is room for; each can be clicked.

    The last one is always there.
    """

    def __init__(self, *keys: Hint, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._hints = keys
        self._keys_of: Context | None = None
        self._places: list[tuple[range, str]] = []

    @classmethod
    def of(cls, context: Context) -> "KeyBar":
        """Make the bar of a screen from the reviewer's keymap."""
        bar = cls()
        bar._keys_of = context
        return bar

    def on_mount(self) -> None:
        """Take the keys from the keymap."""
        if self._keys_of:
            actions = host_of(self).keymap.hints(self._keys_of)
            self.offer(*((action.keys[0], action.title) for action in actions))

    def offer(self, *keys: Hint) -> None:
        """Show other keys."""
        self._hints = keys
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the keys."""
        if not self._hints:
            return self.filled((), self.size.width)
        pieces: list[tuple[str, str]] = []
        self._places = []
        at = 1
        for key, title in self._that_fit():
            taken = _hint_width((key, title))
            self._places.append((range(at, at + taken), key))
            pieces += [(_SHORT.get(key, key), "key"), (f" {title}  ", "muted")]
            at += taken
        self._rows = (BarRow(pieces),)
        return super().render_line(y)

    def _that_fit(self) -> list[Hint]:
        *others, last = self._hints
        room = self.size.width - 2 - _hint_width(last)
        shown: list[Hint] = []
        for hint in others:
            taken = _hint_width(hint)
            if taken <= room:
                shown.append(hint)
                room -= taken
        return [*shown, last]

    def on_click(self, event: Click) -> None:
        """Do what the key does."""
        for place, key in self._places:
            if event.x in place:
                self.app.simulate_key(key)


def _hint_width(hint: Hint) -> int:
    key, title = hint
    return cells(_SHORT.get(key, key)) + 1 + cells(title) + 2
