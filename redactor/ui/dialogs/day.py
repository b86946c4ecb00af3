"""The day of a what-if: one of those suggested, or one typed in."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from redactor.text import visible
from redactor.ui.dialogs.ask import Line
from redactor.ui.dialogs.question import Question
from redactor.ui.whatif import Suggestion, day_of

_LONGEST = 40
"""Code points of a wrong answer that are shown again."""


class _Days(OptionList, can_focus=False):
    """The suggestions; the arrows go through them while one types."""


class AskDay(Question[date]):
    """Gives back a day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
    ]

    def __init__(self, suggested: Sequence[Suggestion]) -> None:
        super().__init__(
            "What if the clock were read on another day?",
            ("down", "next day"),
            ("enter", "look"),
            ("escape", "leave it"),
        )
        self._suggested = suggested

    def body(self) -> ComposeResult:
        """Give the line to type in, and below it the suggestions."""
        yield Static(Content("A day, such as 2026-12-31"), classes="label")
        yield Line(self._suggested[0].day.isoformat(), id="day")
        yield _Days(*(Option(f"{one.day}  {one.why}") for one in self._suggested), compact=True)
        yield Static(id="detail")

    def on_mount(self) -> None:
        """Start on the first suggestion."""
        self.query_one(_Days).highlighted = 0

    def action_choose(self, by: int) -> None:
        """Take the next suggestion into the line."""
        days = self.query_one(_Days)
        at = days.highlighted
        days.highlighted = 0 if at is None else (at + by) % len(self._suggested)
        line = self.query_one(Line)
        line.value = self._suggested[days.highlighted].day.isoformat()
        line.select_all()

    @on(OptionList.OptionSelected)
    def _picked(self, message: OptionList.OptionSelected) -> None:
        self.dismiss(self._suggested[message.option_index].day)

    @on(Line.Submitted)
    def _typed(self, message: Line.Submitted) -> None:
        day = day_of(message.value)
        if day:
            self.dismiss(day)
            return
        words = visible(message.value.strip())[:_LONGEST]
        self.query_one("#detail", Static).update(
            Content(f"“{words}” is no day; write it like 2026-12-31.")
        )
