"""The line of cables: which one is next, which one before, and where one stands in it. Pure."""

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """The cables that are gone through, by their places in the case."""

    shown: Sequence[int]
    whole: bool
    """All cables of the case, in its order."""

    def place(self, at: int) -> int | None:
        """Give where a cable stands in the line; ``None`` where it doesn't."""
        try:
            return self.shown.index(at)
        except ValueError:
            return None

    def step(self, at: int, by: int) -> int | None:
        """Give the cable so many places on; one that stands in no line goes by the case's order."""
        place = self.place(at)
        if place is None:
            behind = [each for each in self.shown if (each > at) == (by > 0)]
            return (min(behind) if by > 0 else max(behind)) if behind else None
        wanted = place + by
        return self.shown[wanted] if 0 <= wanted < len(self.shown) else None

    def words(self, at: int) -> str:
        """Say where a cable stands: ``cable 2 of 9``, or ``cable 2 of 3 listed``."""
        place = self.place(at)
        if place is None:
            return "not in the list"
        listed = "" if self.whole else " listed"
        return f"cable {place + 1:,} of {len(self.shown):,}{listed}"

    def end_words(self, by: int) -> str:
        """Say that there is none further on."""
        which = "last" if by > 0 else "first"
        return f"This is the {which} cable of the {'case' if self.whole else 'list'}."
