"""The stock: what is known of each cable of the case, and the counts over all of it. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from redactor.review import Stage
from redactor.text import plural
from redactor.ui.queue.limit import is_done
from redactor.ui.queue.summary import Summary

_STAGES: tuple[tuple[Stage | None, str], ...] = (
    (None, "can't be read"),
    ("released", "released"),
    ("complete", "complete"),
    ("signed", "signed once"),
    ("differing", "where signers differ"),
    ("on hold", "on hold"),
    ("in progress", "in progress"),
    ("untouched", "untouched"),
)


@dataclass
class Stock:
    """Summaries by the places of their cables in the case, with running counts."""

    known: dict[int, Summary] = field(default_factory=dict)
    _stages: Counter[Stage | None] = field(default_factory=Counter)
    _decided: int = 0
    _items: int = 0
    _done: int = 0

    def take(self, at: int, summary: Summary) -> bool | None:
        """Take a summary in; tell whether it is the first of its cable, ``None`` if it's the same.

        Args:
            at: the cable's place in the case.
            summary: what is known of it now.
        """
        old = self.known.get(at)
        if old == summary:
            return None
        if old is not None:
            self._count(old, -1)
        self._count(summary, 1)
        self.known[at] = summary
        return old is None

    def clear(self) -> None:
        """Forget all."""
        self.known.clear()
        self._stages.clear()
        self._decided = self._items = self._done = 0

    def _count(self, of: Summary, by: int) -> None:
        self._stages[of.stage] += by
        self._decided += by * of.decided
        self._items += by * of.items
        self._done += by * is_done(of)

    def left(self, cables: int) -> int | None:
        """Give how many cables this person has still to finish; ``None`` until all are known."""
        return cables - self._done if len(self.known) >= cables else None

    def words(self, cables: int) -> str:
        """Sum up the case in a line."""
        return " · ".join((plural(cables, "cable"), *self._parts(cables)))

    def _parts(self, cables: int) -> Iterator[str]:
        for stage, words in _STAGES:
            if self._stages[stage]:
                yield f"{self._stages[stage]:,} {words}"
        if self._items:
            yield f"{self._decided:,} of {plural(self._items, 'item')} decided"
        if unread := cables - len(self.known):
            yield f"{unread:,} still to read"


def unknown(known: Mapping[int, Summary], cables: int) -> Iterator[int]:
    """Give the places of the cables of which nothing is known."""
    return (at for at in range(cables) if at not in known)
