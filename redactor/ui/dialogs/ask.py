"""Ask: one or more lines of free words."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from redactor.text import visible
from redactor.ui.dialogs.question import Question


class Line(Input):
    """A line to type in. What is pasted may hold control characters: they are made visible."""

    def __init__(self, value: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's
        super().__init__(value, id=id)
        self.cursor_blink = False

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert words."""
        super().insert_text_at_cursor(visible(text))

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace words."""
        super().replace(visible(text), start, end)


class Ask(Question[dict[str, str]]):
    """Asks for every field; Enter goes on, and answers when none is empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,down", "app.focus_next", show=False),
        Binding("shift+tab,up", "app.focus_previous", show=False),
    ]

    def __init__(
        self, title: str, fields: Mapping[str, str], known: Mapping[str, str] | None = None
    ) -> None:
        """Ask for ``fields``: name to question; ``known`` gives first answers."""
        super().__init__(title, ("enter", "go on"), ("escape", "leave it"))
        self._fields = fields
        self._known = known or {}

    def body(self) -> ComposeResult:
        """Give a line for each field."""
        for name, question in self._fields.items():
            yield Static(Content(question), classes="label")
            yield Line(visible(self._known.get(name, "")), id=name)
        yield Static(Content("! This is needed: write it, or leave with escape."), id="fault")

    def on_input_submitted(self) -> None:
        """Go to the next empty field, or answer."""
        answers = {line.id or "": line.value.strip() for line in self.query(Line)}
        empty = next((name for name, words in answers.items() if not words), None)
        if empty is None:
            self.dismiss(answers)
            return
        line = self.query_one(f"#{empty}", Line)
        self.query_one("#fault").display = line.has_focus
        line.focus()
