"""The host: what screens and widgets know of the application they stand in."""

from collections.abc import Callable
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.events import Event, Key, MouseEvent, Paste

from redactor.ui.keymap import Keymap
from redactor.ui.settings import Settings
from redactor.ui.theme import THEMES
from redactor.ui.typing import TypedAhead

if TYPE_CHECKING:
    from redactor.ui.memory import Memory


class Host(App[None], inherit_bindings=False):
    """An application with a reviewer's settings."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(
        self, settings: Settings, theme: str, clock: Callable[[], float] = monotonic
    ) -> None:
        """Take the theme of the settings, else ``theme``: the one that fits the terminal.

        ``clock`` gives seconds from any start.
        """
        chosen = THEMES[settings.theme or theme]
        super().__init__(ansi_color=True if chosen.ansi else None)
        self.settings = settings
        self.reads_ahead = False
        """Whether the other cables of the case are read while no key is pressed."""
        self.reading = False
        """Whether a cable is being read, or a release written, that was asked for: keys wait."""
        self._typed = TypedAhead(self, super().on_event, lambda: self.reading)
        self._clock = clock
        self._touched = clock()
        for each in THEMES.values():
            self.register_theme(each)
        self.theme = chosen.name

    @cached_property
    def memory(self) -> "Memory":
        """What is known of the cables of the case."""
        from redactor.ui.memory import Memory  # noqa: PLC0415 - none is known at the first frame

        return Memory()

    @property
    def keymap(self) -> Keymap:
        """Which key does what."""
        return self.settings.keymap

    async def on_event(self, event: Event) -> None:
        """Note that somebody is there, and deal with keys one after the other.

        Who quits does so after the keys typed before; but not after those that wait for a cable.
        """
        if isinstance(event, Key | MouseEvent | Paste):
            self._touched = self._clock()
        if isinstance(event, Key) and not event.is_forwarded and not self._gives_up(event):
            await self._typed.take(event)
        else:
            await super().on_event(event)

    def _gives_up(self, key: Key) -> bool:
        return key.key == "ctrl+q" and self.reading

    @property
    def idle(self) -> float:
        """Seconds since the last key or movement of the mouse."""
        return self._clock() - self._touched

    def next_theme(self) -> str:
        """Change to the next theme and give its name."""
        names = [theme.name for theme in THEMES.values()]
        name = names[(names.index(self.theme) + 1) % len(names)]
        self.ansi_color = None  # the theme says from now on
        self.theme = name
        return name.removeprefix("redactor-")


def host_of(node: DOMNode) -> Host:
    """Give the application in which a screen or widget stands."""
    return cast("Host", node.app)
