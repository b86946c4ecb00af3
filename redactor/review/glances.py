"""Glances: what a list last knew of each cable, kept so that a large case opens at once.

No event and no truth: each is a screen's own words, counts while nothing was written on its cable
since, and can be thrown away at any time. So the table is made when it is first needed, and is no
part of the file's version.
"""

from collections.abc import Iterable
from typing import NamedTuple

from redactor.review.kept import Kept

_TABLE = """
CREATE TABLE IF NOT EXISTS glances (
    cable TEXT NOT NULL, person TEXT NOT NULL, seq INTEGER NOT NULL, mark TEXT NOT NULL,
    words TEXT NOT NULL, PRIMARY KEY (cable, person))
"""
_KEEP = "INSERT OR REPLACE INTO glances (cable, person, seq, mark, words) VALUES (?,?,?,?,?)"
_GIVE = """
SELECT g.rowid, g.cable, g.words FROM glances AS g
WHERE g.rowid > ? AND g.person = ? AND g.mark = ?
AND NOT EXISTS (SELECT 1 FROM events AS e WHERE e.cable = g.cable AND e.seq > g.seq)
ORDER BY g.rowid LIMIT ?
"""
_THERE = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'glances'"
_SIGNED = """
SELECT at, cable, kind FROM events
WHERE seq >= ? AND person = ? AND kind IN ('decide', 'sign') ORDER BY seq
"""


class Glance(NamedTuple):
    """What is kept of a cable for one person."""

    place: int
    """In the table: the next ones come after it."""
    cable: str
    """SHA-256."""
    words: str
    """The screen's own."""


class Worked(NamedTuple):
    """A decision or a signature."""

    at: str
    """As the journal writes a moment: in UTC, so that moments sort as words."""
    cable: str
    kind: str


class Glances(Kept):
    """The glances that a case file keeps.

    Raises:
        CaseError: from every method, when the case file can't be used.
    """

    def keep_glances(
        self, person: str, mark: str, seq: int, found: Iterable[tuple[str, str]]
    ) -> None:
        """Keep glances, in the place of older ones.

        Args:
            person: whose they are.
            mark: of the policy and the program that made them; others are not given back.
            seq: number of the last event that they know of.
            found: the SHA-256 of each cable, and words.
        """
        rows = [(cable, person, seq, mark, words) for cable, words in found]
        with self.turn():
            self._db.execute(_TABLE)
            self._db.executemany(_KEEP, rows)

    def glances(self, person: str, mark: str, after: int, most: int) -> tuple[Glance, ...]:
        """Give up to ``most`` glances after a place, 0 at first, that nothing written has aged."""
        with self._plainly():
            if not self._db.execute(_THERE).fetchone():
                return ()
            rows = self._db.execute(_GIVE, (after, person, mark, most))
            return tuple(map(Glance._make, rows))

    def touched(self, after: int) -> frozenset[str]:
        """Give the cables on which something was written after an event."""
        wanted = "SELECT DISTINCT cable FROM events WHERE seq > ? AND cable IS NOT NULL"
        with self._plainly():
            return frozenset(cable for (cable,) in self._db.execute(wanted, (after,)))

    def worked(self, person: str, since: str) -> tuple[Worked, ...]:
        """Give a person's decisions and signatures since a moment, as the journal writes it."""
        with self._plainly():
            first = self._first_since(since)
            return tuple(map(Worked._make, self._db.execute(_SIGNED, (first, person))))

    def _first_since(self, since: str) -> int:
        """Halve the journal until the first event since a moment is found."""
        low = 1
        high: int = self._db.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()[0] + 1
        while low < high:
            middle = (low + high) // 2
            (at,) = self._db.execute("SELECT at FROM events WHERE seq = ?", (middle,)).fetchone()
            low, high = (middle + 1, high) if at < since else (low, middle)
        return low
