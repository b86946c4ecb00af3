"""The what-if panel: what another day would change. It shows, and never acts."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from redactor.ui.dialogs.question import Question
from redactor.ui.sayings import Saying
from redactor.ui.widgets.pane import WordsPane


class WhatIf(Question[bool]):
    """Gives back whether another day is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "again", show=False),
        Binding("q,enter", "give_up", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("b,pageup", "scroll(-10)", show=False),
        Binding("g,home", "scroll(-1000000)", show=False),
        Binding("G,end", "scroll(1000000)", show=False),
    ]

    def __init__(self, day: date, look: Callable[[], tuple[Saying, ...]]) -> None:
        """Show what ``look`` says; it is called off the screen's own thread."""
        super().__init__(
            f"What if the clock were read on {day}?",
            ("space", "scroll"),
            ("t", "another day"),
            ("escape", "back to the case"),
        )
        self._look = look

    def body(self) -> ComposeResult:
        """Give the pane."""
        yield WordsPane("")

    def on_mount(self) -> None:
        """Begin as soon as the pane has its width."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Work it out beside the keys: on a long cable it takes longer than a frame."""
        self.run_worker(self.query_one(WordsPane).say_from(self._look))

    def action_again(self) -> None:
        """Ask for another day."""
        self.dismiss(result=True)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(WordsPane).scroll_relative(y=by, animate=False)
