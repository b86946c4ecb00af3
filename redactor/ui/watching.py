"""Watching: an application that knows whether anybody is there, and locks when nobody is."""

import gc
from collections.abc import Callable
from time import monotonic

from redactor.ui.dialogs.lock import Lock
from redactor.ui.host import Host
from redactor.ui.settings import Settings

_REST_AFTER = 30.0
"""Seconds without a key after which the memory is tidied: that takes longer than a frame."""
_LOOK_EVERY = 2.0
"""Seconds between two looks at whether anybody is there."""


class WatchingHost(Host, inherit_bindings=False):
    """Locks after the minutes without a key that the settings tell."""

    def __init__(
        self, person: str, settings: Settings, theme: str, clock: Callable[[], float] = monotonic
    ) -> None:
        """Work for ``person``; ``clock`` gives seconds from any start."""
        super().__init__(settings, theme, clock)
        self.person = person
        self._rested = False

    async def on_mount(self) -> None:
        """Begin to look whether anybody is there."""
        self.set_interval(_LOOK_EVERY, self.look)

    def look(self) -> None:
        """Tidy up when nobody types for a while; lock after the minutes that the settings tell."""
        if self.idle < _REST_AFTER:
            self._rested = False
        elif not self._rested:
            self._rested = True
            gc.unfreeze()
            gc.collect()
            gc.freeze()
        if self.settings.lock_after and self.idle >= 60 * self.settings.lock_after:
            self.lock()

    def lock(self) -> None:
        """Cover the screen until the reviewer is there again."""
        if not isinstance(self.screen, Lock):
            self.push_screen(Lock(self.person))
