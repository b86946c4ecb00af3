"""The sketchbook: sketches of past releases, kept beside the case so that they are made once.

It holds keyed hashes only. Each sketch is sealed with the case's secret: one that was changed, or
made by another version, is made anew. Without the file all of them are.
"""

import hashlib
import hmac
import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self

from redactor.release import SKETCH_VERSION, Sketch

_SEAL_BYTES = 16
_TABLE = (
    "CREATE TABLE IF NOT EXISTS sketches (name BLOB PRIMARY KEY, sketch BLOB, seal BLOB) "
    "WITHOUT ROWID"
)

_MAGIC = b"SQLite format 3\0"


def key_for(secret: bytes, purpose: str) -> bytes:
    """Give a key for one purpose from the case's secret."""
    return hashlib.blake2b(purpose.encode(), key=secret, person=b"redactor past").digest()


class Sketchbook:
    """Sketches by the SHA-256 of what they are made of.

    Args:
        path: the file; where it can't be used, nothing is kept.
        secret: of the case.
    """

    def __init__(self, path: Path, secret: bytes) -> None:
        self._seal_key = key_for(secret, "seal")
        self._db = _opened(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def sketch(self, name: bytes) -> Sketch | None:
        """Give the sketch of what has this SHA-256, if it is kept and sound."""
        try:
            wanted = "SELECT sketch, seal FROM sketches WHERE name = ?"
            row = self._db.execute(wanted, (name,)).fetchone()
        except sqlite3.Error:
            return None
        if row is None or not all(isinstance(part, bytes) for part in row):
            return None
        sketch: Sketch = row[0]
        return sketch if hmac.compare_digest(row[1], self._seal(name, sketch)) else None

    def keep(self, sketches: Iterable[tuple[bytes, Sketch]]) -> None:
        """Keep sketches; where the disk refuses, they are made again another time."""
        rows = [(name, sketch, self._seal(name, sketch)) for name, sketch in sketches]
        with suppress(sqlite3.Error), self._db:
            self._db.executemany("INSERT OR REPLACE INTO sketches VALUES (?,?,?)", rows)

    def _seal(self, name: bytes, sketch: Sketch) -> bytes:
        seal = hashlib.blake2b(name, digest_size=_SEAL_BYTES, key=self._seal_key)
        seal.update(SKETCH_VERSION.encode())
        seal.update(sketch)
        return seal.digest()


def _opened(path: Path) -> sqlite3.Connection:
    """Open the file, anew where it is damaged, or memory alone where it can't be used."""
    with suppress(OSError, sqlite3.Error):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        if not _is_sound(path):
            path.unlink()
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        return _database(str(path))
    return _database(":memory:")


def _is_sound(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(len(_MAGIC))
    return not start or start == _MAGIC


def _database(name: str) -> sqlite3.Connection:
    db = sqlite3.connect(name, check_same_thread=False)
    try:
        db.execute("PRAGMA synchronous = OFF")  # what is lost in a crash is made again
        db.execute(_TABLE)
    except sqlite3.Error:
        db.close()
        raise
    return db
