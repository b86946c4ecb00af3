"""The case file: one SQLite file with the cables' bytes, the policies and the journal.

Write-ahead log and ``synchronous=FULL``: when ``append`` returns, its events are on disk. The
tables refuse UPDATE and DELETE, so history can only grow.
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from redactor.review import rows, schema
from redactor.review.chain import START, commit, link, record
from redactor.review.events import Draft, Event

WAIT_SECONDS = 10.0
"""How long to wait for another process that is writing."""


class CaseError(Exception):
    """The case file can't be used. The message names the file and says what to do."""


class MovedError(Exception):
    """Someone else wrote to the journal since it was last read; read it and try again."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reviewer was: resumed at the next start."""

    cable: str
    offset: int
    """Code points."""


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


_KEPT = {
    "cable": "SELECT sha256, data FROM cables",
    "policy": "SELECT sha256, data FROM policies",
}


class CaseFile:
    """An open case file.

    Raises:
        CaseError: from every method, when the file is locked, read-only, full or damaged.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open ``path``; with ``create``, make it when it isn't there."""
        self.path = path
        if path.exists() and not path.is_file():
            raise CaseError(f"{path}: not a file; name a *.case file, or a new name to make one")
        if not path.exists() and not create:
            raise CaseError(
                f"{path}: there is no such case file; make one with: redactor case import"
            )
        with self._plainly():
            self._db = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
            try:
                fault = schema.prepare(self._db)
            except sqlite3.Error:
                self._db.close()
                raise
        if fault:
            self._db.close()
            raise CaseError(f"{path}: {fault}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing is pending, ever."""
        self._db.close()

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
        with self._plainly(), self._writing():
            last, digest = self._head()
            if last != after:
                raise MovedError
            events = tuple(
                Event(
                    after + i, after + 1, at, author.person, d.cable, d.kind, d.body, d.remarks,
                    author.role, author.policy,
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
            found = rows.select(self._db, after)
        try:
            return rows.read_events(*found)
        except (ValueError, TypeError) as fault:
            raise self.damaged() from fault

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
        return Raw(tuple(events), tuple(remarks), tuple(chain), kept, self.secret)

    def copy(self, path: Path) -> None:
        """Write a copy of the whole case, as of now, also while others have it open."""
        try:
            path.touch(mode=0o600, exist_ok=False)
        except FileExistsError as fault:
            raise CaseError(f"{path}: it exists; name a new file") from fault
        except OSError as fault:
            raise CaseError(f"{path}: no file can be made there; check the folder") from fault
        with self._plainly():
            self._db.execute("VACUUM INTO ?", (str(path),))

    def damaged(self) -> CaseError:
        """Give the error for a journal that can't be true."""
        return CaseError(f"{self.path}: the journal is damaged; restore it from a copy")

    def keep_cable(self, sha256: str, data: bytes) -> None:
        """Keep a cable's bytes; the same bytes twice are kept once."""
        self._keep("INSERT OR IGNORE INTO cables (sha256, data) VALUES (?,?)", sha256, data)

    def keep_policy(self, sha256: str, data: bytes) -> None:
        """Keep a policy file's bytes for ever."""
        self._keep("INSERT OR IGNORE INTO policies (sha256, data) VALUES (?,?)", sha256, data)

    def cable(self, sha256: str) -> bytes:
        """Give a cable's bytes."""
        return self._fetch("SELECT data FROM cables WHERE sha256 = ?", sha256)

    def policy(self, sha256: str) -> bytes:
        """Give a policy's bytes."""
        return self._fetch("SELECT data FROM policies WHERE sha256 = ?", sha256)

    def place(self, person: str) -> Place | None:
        """Tell where this reviewer was."""
        with self._plainly():
            row = self._db.execute(
                "SELECT cable, offset FROM places WHERE person = ?", (person,)
            ).fetchone()
        return Place(*row) if row else None

    def remember(self, person: str, place: Place) -> None:
        """Note where this reviewer is. A convenience, not an event."""
        with self._plainly(), self._writing():
            self._set_place(person, place)

    def _set_place(self, person: str, place: Place) -> None:
        self._db.execute(
            "INSERT INTO places (person, cable, offset) VALUES (?,?,?) ON CONFLICT (person) "
            "DO UPDATE SET cable = excluded.cable, offset = excluded.offset",
            (person, place.cable, place.offset),
        )

    def _keep(self, statement: str, sha256: str, data: bytes) -> None:
        with self._plainly(), self._writing():
            self._db.execute(statement, (sha256, data))

    def _fetch(self, statement: str, sha256: str) -> bytes:
        with self._plainly():
            row = self._db.execute(statement, (sha256,)).fetchone()
        if row is None:
            raise CaseError(f"{self.path}: nothing with hash {sha256[:12]} is kept in this case")
        kept = row[0] if isinstance(row[0], bytes) else b""
        if hashlib.sha256(kept).hexdigest() != sha256:
            raise CaseError(
                f"{self.path}: what is kept under hash {sha256[:12]} was changed from outside; "
                "restore the case file from a copy"
            )
        return kept

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Turn the database's errors into one clear sentence each."""
        try:
            yield
        except sqlite3.Error as fault:
            raise CaseError(f"{self.path}: {schema.explain(fault)}") from fault
