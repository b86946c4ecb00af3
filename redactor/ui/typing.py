"""Typing ahead: each key waits until the one before it has been dealt with.

The toolkit hands keys on as they come. What is typed fast would then reach the screen that was on
top before, not the question that the key before has just opened: a ``y`` for that question would
accept a proposal instead.
"""

from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key
from textual.screen import Screen

_LONGEST_WAIT = 1.0
"""Seconds after which the next key is handed on, whatever became of the one before."""
_LOOK_AGAIN = 0.02
"""Seconds between two looks at whether kept keys can go on."""


class TypedAhead:
    """The keys that wait, in their order."""

    def __init__(
        self,
        app: App[None],
        hand_on: Callable[[Key], Awaitable[None]],
        waits: Callable[[], bool] = lambda: False,
    ) -> None:
        """Deal with keys one by one, each handed on with ``hand_on``, while nothing ``waits``."""
        self._app = app
        self._hand_on = hand_on
        self._waits = waits
        self._waiting: deque[Key] = deque()
        self._number = 0
        """Of the key that is being dealt with."""
        self._busy = False

    async def take(self, key: Key) -> None:
        """Hand a key on, at once if none is being dealt with."""
        if key.key == "escape" and self._kept_back:
            self._waiting.clear()  # it leaves what they waited for
        self._waiting.append(key)
        if not self._busy:
            await self._next()

    @property
    def _kept_back(self) -> bool:
        """Whether keys wait for a cable to be read; a lock over it needs them all the same."""
        return self._waits() and not getattr(self._app.screen, "NEEDS_KEYS", False)

    async def _next(self) -> None:
        """Hand on the next key, unless it has to wait."""
        self._busy = bool(self._waiting)
        if not self._waiting:
            return
        if self._kept_back and self._waiting[0].key != "escape":
            self._number += 1  # whoever else would go on is too late
            self._app.set_timer(_LOOK_AGAIN, partial(self._go_on, self._number))
            return
        self._number += 1
        screen, number = self._app.screen, self._number
        node = self._app.focused or screen
        await self._hand_on(self._waiting.popleft())
        self._follow(node, partial(self._dealt_with, number, screen))

    def _follow(self, node: DOMNode, done: Callable[[], Awaitable[None]]) -> None:
        """Go the way of the key, behind it: from where it was handed in up to the application."""
        if node is self._app or not node.call_later(self._follow, node.parent or self._app, done):
            self._app.call_later(done)

    async def _dealt_with(self, number: int, screen: Screen[object]) -> None:
        """Go on with the next key; where another screen is on top now, once that is there."""
        if number != self._number:
            return
        if self._app.screen is screen:
            await self._next()
            return
        self._app.screen.call_after_refresh(self._go_on, number)
        self._app.set_timer(_LONGEST_WAIT, partial(self._go_on, number))

    async def _go_on(self, number: int) -> None:
        """Go on with the next key, once."""
        if number == self._number and self._busy:
            await self._next()
