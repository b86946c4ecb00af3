"""Confirm: a yes or no after a summary."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from redactor.ui.dialogs.question import Question


class Confirm(Question[bool]):
    """Shows a few lines and asks for ``y``."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("y,enter", "agree", show=False)]

    def __init__(self, title: str, lines: Sequence[str], verb: str) -> None:
        super().__init__(title, ("y", verb), ("escape", "leave it"))
        self._lines = lines

    def body(self) -> ComposeResult:
        """Give the summary."""
        with VerticalScroll(id="words"):
            yield Static(Content("\n".join(self._lines)))

    def action_agree(self) -> None:
        """Say yes."""
        self.dismiss(result=True)
