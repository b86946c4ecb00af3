"""The palette: every action of the screen, found by its name."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from redactor.ui.actions import Action
from redactor.ui.dialogs.ask import Line as Typed
from redactor.ui.dialogs.question import Question
from redactor.ui.widgets.pick import Line, Pick

_TITLE = 22
_KEY = 9
"""Cells for the name and the key."""
_NONE = Line(((" Nothing is called so; try a word of what it does.", "muted"),))


class Palette(Question[Action]):
    """Gives back the action that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("ctrl+p", "give_up", show=False, priority=True),
    ]

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__("Do what?", ("down", "next"), ("enter", "do it"), ("escape", "leave it"))
        self._actions = actions
        self._found = tuple(actions)

    def body(self) -> ComposeResult:
        """Give the line to type in, and below it what fits."""
        yield Typed(id="wanted")
        yield Pick(id="found")

    def on_mount(self) -> None:
        """Show all of them."""
        self._show()

    def _show(self) -> None:
        lines = [_line(action) for action in self._found]
        self.query_one(Pick).show(lines or [_NONE], 0)

    @on(Typed.Changed)
    def _typed(self, message: Typed.Changed) -> None:
        self._found = matching(self._actions, message.value)
        self._show()

    @on(Typed.Submitted)
    def _entered(self) -> None:
        if self._found:
            self.dismiss(self._found[self.query_one(Pick).cursor])

    @on(Pick.Pointed)
    def _pointed(self, message: Pick.Pointed) -> None:
        if self._found:
            self.dismiss(self._found[message.index])

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Pick).move(by)


def matching(actions: Sequence[Action], wanted: str) -> tuple[Action, ...]:
    """Give the actions that have every typed word; those that begin with it in their name first."""
    words = wanted.casefold().split()
    found = [
        action
        for action in actions
        if all(word in f"{action.title} {action.help}".casefold() for word in words)
    ]
    return tuple(
        sorted(found, key=lambda action: not action.title.startswith(wanted.strip().casefold()))
    )


def _line(action: Action) -> Line:
    key = action.keys[0] if action.keys else ""
    return Line((
        (f" {action.title:<{_TITLE}}", "strong"), (f"{key:<{_KEY}}", "key"), (action.help, "muted"),
    ))  # fmt: skip
