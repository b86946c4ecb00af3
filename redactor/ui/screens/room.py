"""What every screen has: help, quit, and its actions from the registry."""

from typing import ClassVar

from textual.screen import Screen

from redactor.ui.actions import Context
from redactor.ui.dialogs.help import Help


class Room(Screen[None], inherit_bindings=False):
    """A screen of the program."""

    CONTEXT: ClassVar[Context] = "all"

    def action_help(self) -> None:
        """Show keys and signs."""
        self.app.push_screen(Help(self.CONTEXT))

    def action_quit(self) -> None:
        """Leave the program; everything is saved already."""
        self.app.exit()
