"""A menu: a few things to do, each by its letter, by Enter or by the mouse."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from redactor.ui.cells import width as cells
from redactor.ui.dialogs.question import Question
from redactor.ui.keymap import typed
from redactor.ui.offers import Offer
from redactor.ui.widgets.pick import Line, Pick


class Menu(Question[str]):
    """Gives back the id of what was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter", "take", show=False),
    ]

    def __init__(self, title: str, offers: Sequence[Offer], words: str = "") -> None:
        """Offer ``offers``; ``words`` stand above them and are already safe to show."""
        super().__init__(title, ("enter", "choose"), ("escape", "leave it"))
        self._offers = offers
        self._words = words

    def body(self) -> ComposeResult:
        """Give the words and the list."""
        if self._words:
            yield Static(Content(self._words), id="words")
        pick = Pick(id="offers")
        pick.styles.height = len(self._offers)
        yield pick

    def on_mount(self) -> None:
        """Show the offers; the cursor is on the first that can be made."""
        first = next((i for i, one in enumerate(self._offers) if not one.fault), 0)
        wide = max((cells(one.key) for one in self._offers), default=0)
        self.query_one(Pick).show([_line(one, wide) for one in self._offers], first)

    def on_key(self, event: Key) -> None:
        """Choose by letter."""
        key = typed(event.key, event.character)
        found = next((one for one in self._offers if one.key == key), None)
        if found:
            event.stop()
            self._choose(found)

    def _choose(self, offer: Offer) -> None:
        if offer.fault is None:
            self.dismiss(offer.id)

    @on(Pick.Pointed)
    def _pointed(self, message: Pick.Pointed) -> None:
        self._choose(self._offers[message.index])

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Pick).move(by)

    def action_take(self) -> None:
        """Choose what is at the cursor."""
        if self._offers:
            self._choose(self._offers[self.query_one(Pick).cursor])


def _line(offer: Offer, wide: int) -> Line:
    key = f" {offer.key}{' ' * (wide - cells(offer.key))}  "
    if offer.fault:
        return Line(((key, "muted"), (f"{offer.title}: {offer.fault}", "muted")))
    return Line(((key, "key"), (offer.title, "plain")))
