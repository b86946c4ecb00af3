"""The common ground of dialogs: a box in the middle, Escape gives no answer."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from redactor.ui.widgets.bar import Hint, KeyBar

Answer = TypeVar("Answer")


class Question(ModalScreen[Answer | None], Generic[Answer], inherit_bindings=False):
    """A dialog. Its words are already safe to show; they are never read as markup."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False)]

    def __init__(self, title: str, *keys: Hint) -> None:
        super().__init__()
        self._title = title
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay the box out: title, body, keys."""
        with Vertical(id="box"):
            yield Static(Content(self._title), id="title")
            yield from self.body()
            yield KeyBar(*self._keys, id="keys")

    def body(self) -> ComposeResult:
        """Give what stands between the title and the keys."""
        yield from ()

    def action_give_up(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
