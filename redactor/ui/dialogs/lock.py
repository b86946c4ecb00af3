"""The lock: it covers everything until the reviewer shows to be there."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from redactor.ui.dialogs.ask import Line

_WORDS = (
    "This screen is locked. Every decision is saved.\n\n"
    "Type your reviewer id and Enter to go on; ctrl+q quits."
)


class Lock(ModalScreen[None], inherit_bindings=False):
    """Covers the screen. It keeps glances away; a terminal left alone is the desk's to guard."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []
    NEEDS_KEYS: ClassVar[bool] = True
    """Also while keys wait for a long cable below."""

    def __init__(self, person: str) -> None:
        """Open for ``person`` alone."""
        super().__init__()
        self._person = person

    def compose(self) -> ComposeResult:
        """Lay the box out."""
        with Vertical(id="box"):
            yield Static(Content("Locked"), id="title")
            yield Static(Content(_WORDS))
            yield Line(id="person")
            yield Static(id="detail")

    @on(Line.Submitted)
    def _typed(self, message: Line.Submitted) -> None:
        if message.value.strip().casefold() == self._person.casefold():
            self.dismiss(None)
        else:
            self.query_one(Line).value = ""
            self.query_one("#detail", Static).update(Content("That is not the id of this session."))
