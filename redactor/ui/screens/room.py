"""What every screen has: its keys from the registry, help, palette, themes and the way out."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual.events import Key
from textual.message import Message
from textual.screen import Screen

from redactor.policy import PolicyError
from redactor.review import CaseError, Session
from redactor.ui.actions import Action, Context
from redactor.ui.dialogs.help import Help
from redactor.ui.dialogs.palette import Palette
from redactor.ui.dialogs.reading import Reading
from redactor.ui.host import host_of
from redactor.ui.keymap import typed

LONG = 200_000
"""Bytes of a cable from which on reading takes longer than a few frames."""


class Room(Screen[None], inherit_bindings=False):
    """A screen of the program."""

    CONTEXT: ClassVar[Context] = "all"

    @dataclass
    class LockWanted(Message):
        """The reviewer leaves the desk."""

    @dataclass
    class TourWanted(Message):
        """The reviewer wants to be shown around."""

    def after_reading(
        self, session: Session, cable: str, offset: int, then: Callable[[], None]
    ) -> None:
        """Do something with a cable once it is read; a long one is read beside the screen."""
        try:
            if session.case.size(cable) <= LONG:
                then()
                return
            data = session.case.cable(cable)
        except CaseError:
            then()  # tells the fault, as it does with any cable
            return

        def read() -> None:
            with suppress(CaseError, PolicyError):
                session.board(cable)

        def done(read: bool | None) -> None:  # noqa: FBT001 - a screen's answer
            if read:
                then()
            self.app.screen.call_after_refresh(go_on)

        def go_on() -> None:
            host.reading = False

        host = host_of(self)
        host.reading = True
        self.app.push_screen(Reading(session.entry(cable).label, data, offset, read), done)

    def on_key(self, event: Key) -> None:
        """Do what the reviewer's keymap says."""
        action = host_of(self).keymap.action(self.CONTEXT, typed(event.key, event.character))
        if action:
            event.stop()
            event.prevent_default()
            self.do(action)

    def do(self, action: Action) -> None:
        """Do an action of the registry."""
        getattr(self, f"action_{action.id}")()

    def action_help(self) -> None:
        """Show keys and signs."""
        self.app.push_screen(Help(self.CONTEXT, host_of(self).keymap))

    def action_palette(self) -> None:
        """Offer every action by its name."""
        offered = [
            action for action in host_of(self).keymap.of(self.CONTEXT) if action.id != "palette"
        ]

        def chosen(action: Action | None) -> None:
            if action:
                self.do(action)

        self.app.push_screen(Palette(offered), chosen)

    def action_tour(self) -> None:
        """Show the reviewer around."""
        self.post_message(self.TourWanted())

    def action_lock(self) -> None:
        """Hide the screen."""
        self.post_message(self.LockWanted())

    def action_next_theme(self) -> None:
        """Change the colours."""
        host_of(self).next_theme()

    def action_quit(self) -> None:
        """Leave the program; everything is saved already."""
        self.app.exit()
