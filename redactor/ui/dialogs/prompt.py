"""A prompt: one line to type in, low on the screen, so that the text stays in sight."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from redactor.text import visible
from redactor.ui.dialogs.ask import Line
from redactor.ui.dialogs.question import Question


class Prompt(Question[str]):
    """Gives back the words typed; none are words too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "offer(-1)", show=False, priority=True),
        Binding("down,tab", "offer(1)", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        known: str = "",
        how: str = "",
        offers: Sequence[str] = (),
        check: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        """Ask; ``offers`` are answers that the arrows go through.

        ``check`` says what is wrong with an answer: then it stays to be mended.
        """
        arrows = (("down", "next suggestion"),) if offers else ()
        super().__init__(title, ("enter", "go"), *arrows, ("escape", "leave it"))
        self._known = known
        self._how = how
        self._offers = offers
        self._check = check
        self._at = -1

    def body(self) -> ComposeResult:
        """Give the line, and how it is written."""
        yield Line(visible(self._known), id="words")
        yield Static(id="fault")
        if self._how:
            yield Static(Content(self._how), classes="label")

    @on(Line.Submitted)
    def _answer(self, message: Line.Submitted) -> None:
        words = message.value.strip()
        fault = self._check(words)
        if fault is None:
            self.dismiss(words)
            return
        shown = self.query_one("#fault", Static)
        shown.update(Content(f"! {fault}"))
        shown.display = True

    def action_offer(self, by: int) -> None:
        """Take the next suggestion into the line."""
        if self._offers:
            start = self._at if self._at >= 0 else (-1 if by > 0 else 0)
            self._at = (start + by) % len(self._offers)
            line = self.query_one(Line)
            line.value = visible(self._offers[self._at])
            line.action_end()
