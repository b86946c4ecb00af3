"""The database under a case file: opened, written by one at a time, clear when it can't be used.

Write-ahead log and ``synchronous=FULL``: what is written in a turn is on disk when the turn ends.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from redactor.review import schema

WAIT_SECONDS = 10.0
"""How long to wait for another process that is writing."""

_LOOK_AGAIN = 0.0005
"""Seconds. SQLite by itself waits up to 100 ms, and so comes too late where others write a lot."""
_CROWDED = 0.05
"""Seconds since somebody else wrote: so long, whoever wrote last lets others go first."""

_KIND = 0xFF
"""The part of an error code that tells its kind; the rest tells more of it."""


class CaseError(Exception):
    """The case file can't be used. The message names the file and says what to do."""


class Database:
    """An open case file, as a database.

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
        if not create and _is_empty(path):
            raise CaseError(f"{path}: the file is empty, so no case; restore it from a copy")
        self._version, self._others_at = 0, -_CROWDED
        with self._plainly():
            # The screen reads a long cable on another thread; the database takes them in turn.
            self._db = sqlite3.connect(
                path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
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

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing is pending, ever."""
        self._db.close()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Be the one who writes: all that is written in a turn counts, or nothing. Turns nest."""
        with self._plainly():
            if self._db.in_transaction:
                yield
            else:
                self._begin()
                with self._whole():
                    yield

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """Keep all that is written, or take all of it back."""
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def _begin(self) -> None:
        """Wait until nobody else writes."""
        self._give_way()
        until = time.monotonic() + WAIT_SECONDS
        self._db.execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    self._db.execute("BEGIN IMMEDIATE")
                except sqlite3.OperationalError as fault:
                    if not _is_busy(fault) or time.monotonic() > until:
                        raise
                    time.sleep(_LOOK_AGAIN)
                else:
                    return
        finally:
            self._db.execute(f"PRAGMA busy_timeout = {int(1000 * WAIT_SECONDS)}")

    def _give_way(self) -> None:
        """Let those in who wait, where this process was the last of several to write.

        Else one that writes all the time would keep out the others for long.
        """
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._version, self._others_at = version, time.monotonic()
        elif time.monotonic() - self._others_at < _CROWDED:
            time.sleep(2 * _LOOK_AGAIN)

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Turn the database's errors into one clear sentence each."""
        try:
            yield
        except sqlite3.Error as fault:
            not_opened = getattr(fault, "sqlite_errorcode", None) == sqlite3.SQLITE_CANTOPEN
            closed = not_opened and _is_closed(self.path)
            words = schema.READ_ONLY if closed else schema.explain(fault)
            raise CaseError(f"{self.path}: {words}") from fault


def _is_busy(fault: sqlite3.Error) -> bool:
    """Tell whether somebody else is writing, or mending what a killed process left."""
    return fault.sqlite_errorcode & _KIND == sqlite3.SQLITE_BUSY


def _is_empty(path: Path) -> bool:
    return path.stat().st_size == 0 and not path.with_name(f"{path.name}-wal").exists()


def _is_closed(path: Path) -> bool:
    """Tell whether a file is there and can't be written, or nothing beside it can."""
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
