"""The listing: which cables are listed, and in which order. Pure.

It holds places in the case, and takes each cable in as it becomes known: with 100,000 of them,
only a new limit or order looks at all. Without either, it is the case itself, in its own order.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from redactor.ui.queue.columns import Column, Key
from redactor.ui.queue.summary import Summary

if TYPE_CHECKING:
    from redactor.ui.queue.limit import Limit


class Listing:
    """The cables that are listed, by their places in the case."""

    def __init__(self) -> None:
        self.limit: Limit | None = None
        self.column: Column | None = None
        """What it is sorted by; ``None`` is the order of import."""
        self.falling = False
        self.shown: Sequence[int] = range(0)
        self._known: Mapping[int, Summary] = {}

    @property
    def whole(self) -> bool:
        """Whether all cables are listed, in the order of import, known or not."""
        return self.limit is None and self.column is None and not self.falling

    def begin(self, cables: int, known: Mapping[int, Summary]) -> None:
        """List anew what is known of a case of so many cables."""
        self._known = known
        if self.whole:
            self.shown = range(cables)
            return
        limit = self.limit
        found = known if limit is None else [at for at in known if limit.lets(known[at])]
        self.shown = sorted(found, key=self._key, reverse=self.falling)

    def take(self, at: int, *, new: bool) -> None:
        """Take in what became known of a cable.

        Args:
            at: its place in the case.
            new: nothing was known of it before.
        """
        if self.whole:
            return
        shown = self.shown if isinstance(self.shown, list) else list(self.shown)
        if not new and at in shown:
            shown.remove(at)
        if self.limit is None or self.limit.lets(self._known[at]):
            self._insert(shown, at)
        self.shown = shown

    def _insert(self, shown: list[int], at: int) -> None:
        if not self.falling:
            insort(shown, at, key=self._key)
            return
        shown.reverse()
        insort(shown, at, key=self._key)
        shown.reverse()

    @property
    def _key(self) -> Callable[[int], Key]:
        column, known = self.column, self._known
        if column is None:
            return lambda at: (at,)
        of = column.key
        return lambda at: (*of(known[at]), at)

    def place(self, at: int) -> int | None:
        """Give where a cable is listed; ``None`` where it is not."""
        if isinstance(self.shown, range):
            return at if at in self.shown else None
        try:
            return self.shown.index(at)
        except ValueError:
            return None

    def near(self, at: int) -> int:
        """Give where a cable is listed, or would be in the order of import."""
        place = self.place(at)
        if place is not None:
            return place
        return min(bisect_left(sorted(self.shown), at), max(0, len(self.shown) - 1))
