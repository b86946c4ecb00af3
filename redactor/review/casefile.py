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
from pathlib import Path
from types import TracebackType
from typing import Self

from redactor.review import schema
from redactor.review.events import Draft, Event, decode, encode, print_time, read_time

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
        self, person: str, drafts: Sequence[Draft], at: datetime, *, after: int
    ) -> tuple[Event, ...]:
        """Write the events of one act, all or none; they are durable when this returns.

        Args:
            person: who acts.
            drafts: the events.
            at: when, UTC.
            after: number of the last event on which the act was decided.

        Raises:
            MovedError: when the journal has grown beyond ``after``; nothing is written.
        """
        with self._plainly(), self._writing():
            row = self._db.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()
            if int(row[0]) != after:
                raise MovedError
            act = after + 1
            events = tuple(
                Event(act + i, act, at, person, d.cable, d.kind, d.body, d.remarks)
                for i, d in enumerate(drafts)
            )
            for event in events:
                self._insert(event)
            if events and events[-1].kind == "decide" and events[-1].cable:
                # In the same breath, so that even a kill resumes at the last decision.
                place = Place(events[-1].cable, events[-1].body["spans"][0][0])
                self._set_place(person, place)
        return events

    def _insert(self, event: Event) -> None:
        self._db.execute(
            "INSERT INTO events (seq, act, at, person, cable, kind, body) VALUES (?,?,?,?,?,?,?)",
            (event.seq, event.act, print_time(event.at), event.person, event.cable, event.kind,
             encode(event.body)),
        )  # fmt: skip
        self._db.executemany(
            "INSERT INTO remarks (seq, kind, text) VALUES (?,?,?)",
            [(event.seq, kind, text) for kind, text in event.remarks.items()],
        )

    def events(self, after: int = 0) -> tuple[Event, ...]:
        """Give the events numbered above ``after``, oldest first."""
        with self._plainly():
            remarks: dict[int, dict[str, str]] = {}
            for seq, kind, text in self._db.execute(
                "SELECT seq, kind, text FROM remarks WHERE seq > ?", (after,)
            ):
                remarks.setdefault(seq, {})[kind] = text
            rows = self._db.execute(
                "SELECT seq, act, at, person, cable, kind, body FROM events "
                "WHERE seq > ? ORDER BY seq",
                (after,),
            ).fetchall()
        try:
            return tuple(
                Event(
                    seq, act, read_time(at), person, cable, kind, decode(body),
                    remarks.get(seq, {}),
                )
                for seq, act, at, person, cable, kind, body in rows
            )  # fmt: skip
        except ValueError as fault:
            raise self.damaged() from fault

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
