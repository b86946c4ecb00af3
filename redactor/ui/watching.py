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
_SWEEP_AFTER = 0.1
"""Seconds after a key in which no garbage is collected: that could come in the way of a frame."""
_LITTLE = 2_000
_MUCH = 200_000
"""New objects: up to so few nothing is swept, from so many on also between two keys."""


class WatchingHost(Host):
    """Locks after the minutes without a key that the settings tell."""

    def __init__(
        self, person: str, settings: Settings, theme: str, clock: Callable[[], float] = monotonic
    ) -> None:
        """Work for ``person``; ``clock`` gives seconds from any start."""
        super().__init__(settings, theme, clock)
        self.person = person
        self._rested = False

    async def on_mount(self) -> None:
        """Begin to look whether anybody is there; let the collector of garbage wait for that."""
        self.set_interval(_LOOK_EVERY, self.look)
        self.set_interval(_SWEEP_AFTER, self.sweep)
        gc.disable()

    def on_unmount(self) -> None:
        """Leave the collector as it was."""
        gc.enable()

    def sweep(self) -> None:
        """Collect the youngest garbage when no key was pressed for a moment."""
        new = gc.get_count()[0]
        if new > _MUCH or (new > _LITTLE and self.idle >= _SWEEP_AFTER):
            gc.collect(1)

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
