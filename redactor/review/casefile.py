"""The case file: one SQLite file with the cables' bytes, the policies and the journal.

When ``append`` returns, its events are on disk. The tables refuse UPDATE and DELETE, so history
can only grow.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from redactor.review import rows
from redactor.review.chain import START, commit, link, record
from redactor.review.database import CaseError
from redactor.review.events import Draft, Event, decode
from redactor.review.glances import Glances
from redactor.review.people import same_person


class MovedError(Exception):
    """Someone else wrote to the journal since it was last read; read it and try again."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reviewer was: resumed at the next start."""

    cable: str
    offset: int
    """Code points."""


class Glimpse(NamedTuple):
    """What can be told of a reviewer's work before the case is read."""

    place: Place
    name: str
    """The cable's id, or its path as imported."""
    data: bytes
    """The cable."""


class Author(NamedTuple):
    """Who writes events, and under what."""

    person: str
    role: str = ""
    policy: str | None = None
    """SHA-256 of the policy in force, hex."""


class Raw(NamedTuple):
    """The journal as it lies in the file."""

    events: tuple[rows.EventRow, ...]
    remarks: tuple[rows.RemarkRow, ...]
    chain: tuple[tuple[int, str], ...]
    kept: tuple[tuple[str, str, object], ...]
    """Cables and policies: kind, hash, bytes."""
    secret: bytes
    sound: bool
    """The journal's table and its indexes hold the same events."""


_KEPT = {
    "cable": "SELECT sha256, data FROM cables",
    "policy": "SELECT sha256, data FROM policies",
}


class CaseFile(Glances):
    """An open case file.

    Raises:
        CaseError: from every method, when the file is locked, read-only, full or damaged.
    """

    def append(
        self, author: Author, drafts: Sequence[Draft], at: datetime, *, after: int
    ) -> tuple[Event, ...]:
        """Write the events of one act, all or none; they are durable when this returns.

        Args:
            author: who acts, in which role, under which policy.
            drafts: the events.
            at: when, UTC.
            after: number of the last event on which the act was decided.

        Raises:
            MovedError: when the journal has grown beyond ``after``; nothing is written.
        """
        with self.turn():
            last, digest = self._head()
            if last != after:
                raise MovedError
            events = tuple(
                Event(
                    after + i, after + 1, at, author.person, d.cable, d.kind, d.body, d.remarks,
                    d.role or author.role, author.policy,
                )
                for i, d in enumerate(drafts, 1)
            )  # fmt: skip
            for event in events:
                rows.insert(self._db, event)
                digest = link(digest, record(event, self.secret))
                self._db.execute("INSERT INTO chain VALUES (?,?)", (event.seq, digest))
            if events and events[-1].kind == "decide" and events[-1].cable:
                # In the same breath, so that even a kill resumes at the last decision.
                place = Place(events[-1].cable, events[-1].body["spans"][0][0])
                self._set_place(author.person, place)
        return events

    def _head(self) -> tuple[int, str]:
        last = self._db.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()[0]
        row = self._db.execute("SELECT digest FROM chain WHERE seq = ?", (last,)).fetchone()
        return last, row[0] if row else START

    @property
    def head(self) -> tuple[int, str]:
        """The number of the last event, and its digest: they stand for the whole journal."""
        with self._plainly():
            return self._head()

    @cached_property
    def secret(self) -> bytes:
        """The case's own secret: what commitments are keyed with."""
        with self._plainly():
            row = self._db.execute("SELECT value FROM secrets WHERE name = 'case'").fetchone()
        if row is None or not isinstance(row[0], bytes):
            raise self.damaged()
        return row[0]

    def commitment(self, sha256: str) -> str:
        """Give what stands for a cable in the log: without the case file it tells nothing."""
        return commit(self.secret, "cable", sha256)

    def events(self, after: int = 0) -> tuple[Event, ...]:
        """Give the events numbered above ``after``, oldest first."""
        with self._plainly():
            return self._read(*rows.select(self._db, after))

    def events_on(self, sha256: str, until: int) -> tuple[Event, ...]:
        """Give the events on one cable up to the one numbered ``until``, oldest first."""
        with self._plainly():
            return self._read(*rows.select_on(self._db, sha256, until))

    def imports(self, until: int, first: int, most: int) -> list[rows.ImportRow]:
        """Give imports up to an event, oldest first: up to ``most`` from a place on.

        A large case has very many: what a list of its cables does not need is left out.
        """
        with self._plainly():
            return rows.select_imports(self._db, until, first, most)

    def import_count(self, until: int) -> int:
        """Count the imports up to an event."""
        with self._plainly():
            return rows.count_imports(self._db, until)

    def import_place(self, sha256: str, until: int) -> int | None:
        """Give the place of a cable's import among those up to an event, from 0."""
        with self._plainly():
            found = rows.select_import(self._db, sha256)
            if found is None or found[0] > until:
                return None
            return rows.count_imports(self._db, found[0] - 1)

    def events_of_case(self, *, imports: bool = True) -> tuple[tuple[Event, ...], int]:
        """Give what concerns the whole case, without words, and the number of the last event."""
        with self._plainly():
            last, _ = self._head()
            found = rows.select_of_case(self._db, imports=imports)
        return self._read((row for row in found if row[0] <= last), ()), last

    def cables_of(self, act: int) -> tuple[str, ...]:
        """Give the cables on which an act was done, each once."""
        with self._plainly():
            return tuple(dict.fromkeys(rows.cables_of(self._db, act)))

    def _read(
        self, events: Iterable[rows.EventRow], remarks: Iterable[rows.RemarkRow]
    ) -> tuple[Event, ...]:
        try:
            return rows.read_events(events, remarks)
        except (ValueError, TypeError) as fault:
            raise self.damaged() from fault

    def chain(self) -> dict[int, str]:
        """Give the digest of each event, hex, by its number."""
        with self._plainly():
            return dict(self._db.execute("SELECT seq, digest FROM chain"))

    def raw(self) -> Raw:
        """Give the journal as it lies in the file, read or not, for a check."""
        with self._plainly():
            events, remarks = rows.select(self._db, after=0)
            chain = self._db.execute("SELECT seq, digest FROM chain ORDER BY seq").fetchall()
            kept = tuple(
                (table, name, data)
                for table in ("cable", "policy")
                for name, data in self._db.execute(_KEPT[table])
            )
        return Raw(tuple(events), tuple(remarks), tuple(chain), kept, self.secret, self.is_sound())

    def digests(self, after: int = 0) -> Iterator[str]:
        """Give the chain above event ``after``, oldest first: a digest for each event, hex."""
        wanted = "SELECT digest FROM chain WHERE seq > ? ORDER BY seq"
        with self._plainly():
            for (digest,) in self._db.execute(wanted, (after,)):
                yield digest

    def is_sound(self) -> bool:
        """Tell whether the journal's table and its indexes hold the same events."""
        with self._plainly():
            return bool(self._db.execute("PRAGMA integrity_check(events)").fetchone() == ("ok",))

    def copy(self, path: Path) -> None:
        """Write a copy of the whole case, as of now, also while others have it open."""
        try:
            path.touch(mode=0o600, exist_ok=False)
        except FileExistsError as fault:
            raise CaseError(f"{path}: it exists; name a new file") from fault
        except OSError as fault:
            raise CaseError(f"{path}: no file can be made there; check the folder") from fault
        try:
            with self._plainly():
                self._db.execute("VACUUM INTO ?", (str(path),))
        except CaseError:
            path.unlink()
            raise

    def damaged(self) -> CaseError:
        """Give the error for a journal that can't be true."""
        return CaseError(f"{self.path}: the journal is damaged; restore it from a copy")

    def place(self, person: str) -> Place | None:
        """Tell where this reviewer was."""
        with self._plainly():
            row = self._db.execute(
                "SELECT cable, offset FROM places WHERE person = ?", (person,)
            ).fetchone()
        return Place(*row) if row else None

    def glimpse(self, person: str) -> Glimpse | None:
        """Give the cable where this reviewer was; nothing where there is none."""
        place = self.place(same_person(person))
        if place is None:
            return None
        with self._plainly():
            found = rows.select_import(self._db, place.cable)
        if found is None:
            return None
        try:
            said = decode(found[1])
            name = said["id"] or said["path"]
        except (ValueError, TypeError, KeyError) as fault:
            raise self.damaged() from fault
        return Glimpse(place, name, self.cable(place.cable))

    def remember(self, person: str, place: Place) -> None:
        """Note where this reviewer is. A convenience, not an event."""
        with self.turn():
            self._set_place(person, place)

    def _set_place(self, person: str, place: Place) -> None:
        self._db.execute(
            "INSERT INTO places (person, cable, offset) VALUES (?,?,?) ON CONFLICT (person) "
            "DO UPDATE SET cable = excluded.cable, offset = excluded.offset",
            (person, place.cable, place.offset),
        )
