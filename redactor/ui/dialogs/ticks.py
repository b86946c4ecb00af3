"""A list to tick: what would be decided at once, place by place, before it is done."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from redactor.ui.dialogs.question import Question
from redactor.ui.keymap import typed
from redactor.ui.widgets.bar import Hint
from redactor.ui.widgets.pick import Line, Pick

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class TickRow(Generic[Thing]):
    """One line of the list."""

    words: str
    """Safe to show."""
    thing: Thing | None = None
    """What it stands for."""
    can: bool = True
    """Whether it can be ticked."""
    kind: str = ""
    """What comes of it: below the list the ticked ones of each kind are counted."""


@dataclass(frozen=True, slots=True)
class Picked(Generic[Thing]):
    """What was answered."""

    verb: str
    """The key."""
    ticked: tuple[Thing, ...]
    here: Thing | None
    """What stands at the cursor."""


class Ticks(Question[Picked[Thing]], Generic[Thing]):
    """Shows lines, all ticked at first; gives back which verb for which of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup,b", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home,g", "move(-1000000)", show=False),
        Binding("end,G", "move(1000000)", show=False),
        Binding("space", "tick", show=False),
    ]

    def __init__(
        self, title: str, verbs: Sequence[Hint], *, ticked: bool = True, free: Sequence[str] = ()
    ) -> None:
        """Offer ``verbs``; those in ``free`` need no tick. ``ticked`` is how lines begin."""
        tick = ("space", "untick" if ticked else "tick")
        super().__init__(title, *verbs, tick, ("escape", "leave it"))
        self._verbs = {key for key, _ in verbs}
        self._free = free
        self._begin = ticked
        self._rows: list[TickRow[Thing]] = []
        self._lines: list[Line] = []
        self._note = ""

    def body(self) -> ComposeResult:
        """Give the list, and below it the sum."""
        yield Pick(id="ticks")
        yield Static(id="chosen")

    def add(self, rows: Sequence[TickRow[Thing]], note: str) -> None:
        """Add lines; the note says how far the list is."""
        self._rows += rows
        self._lines += [
            Line(((row.words, "plain" if row.can else "muted"),), self._begin if row.can else None)
            for row in rows
        ]
        self._note = note
        if self.is_mounted:
            self._show()

    def on_mount(self) -> None:
        """Show what was added so far."""
        self._show()

    def _show(self) -> None:
        self.query_one(Pick).show(self._lines)
        can = sum(row.can for row in self._rows)
        words = f"{len(self._ticked):,} of {can:,} ticked" if can else ""
        said = " · ".join(filter(None, (words, *self._sums(), self._note)))
        self.query_one("#chosen", Static).update(Content(said))

    def _sums(self) -> Iterator[str]:
        both = zip(self._lines, self._rows, strict=True)
        kinds = Counter(row.kind for line, row in both if line.tick)
        yield from (f"{kind}: {count:,}" for kind, count in kinds.most_common() if kind)

    @property
    def _ticked(self) -> tuple[Thing, ...]:
        both = zip(self._lines, self._rows, strict=True)
        return tuple(row.thing for line, row in both if line.tick and row.thing is not None)

    def on_key(self, event: Key) -> None:
        """Answer with one of the verbs."""
        key = typed(event.key, event.character)
        if key in self._verbs:
            event.stop()
            self._answer(key)

    def _answer(self, verb: str) -> None:
        at = self.query_one(Pick).cursor
        here = self._rows[at].thing if at < len(self._rows) else None
        if self._ticked or verb in self._free or (verb == "enter" and here is not None):
            self.dismiss(Picked(verb, self._ticked, here))

    @on(Pick.Pointed)
    def _pointed(self) -> None:
        self.action_tick()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Pick).move(by)

    def action_page(self, by: int) -> None:
        """Move by a page."""
        pick = self.query_one(Pick)
        pick.move(by * pick.page)

    def action_tick(self) -> None:
        """Tick or untick the line at the cursor, and go to the next."""
        at = self.query_one(Pick).cursor
        if at < len(self._lines) and self._lines[at].tick is not None:
            line = self._lines[at]
            self._lines[at] = Line(line.pieces, not line.tick)
            self._show()
            self.action_move(1)
