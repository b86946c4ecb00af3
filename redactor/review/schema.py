"""The tables of a case file, how an older file becomes one of today, and errors in plain words.

A new file goes the same way as an old one: from nothing through each version to the newest.
"""

import secrets
import sqlite3
from collections.abc import Callable

from redactor.review.chain import SECRET_BYTES, START, link, record
from redactor.review.rows import CASE_KINDS, read_events, select

APPLICATION_ID = 0x52444354
"""``RDCT``: tells a case file from any other SQLite file."""

_FIRST = """
CREATE TABLE cables   (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE policies (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE events (
    seq INTEGER PRIMARY KEY, act INTEGER NOT NULL, at TEXT NOT NULL, person TEXT NOT NULL,
    cable TEXT REFERENCES cables (sha256), kind TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE remarks (
    seq INTEGER NOT NULL REFERENCES events (seq), kind TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (seq, kind)) WITHOUT ROWID;
CREATE TABLE places (person TEXT PRIMARY KEY, cable TEXT NOT NULL, offset INTEGER NOT NULL)
"""

_SECOND = """
ALTER TABLE events ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN policy TEXT;
CREATE TABLE chain (seq INTEGER PRIMARY KEY REFERENCES events (seq), digest TEXT NOT NULL);
CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL)
"""

_THIRD = f"""
CREATE INDEX events_on_cable ON events (cable);
CREATE INDEX events_of_case ON events (seq) WHERE {CASE_KINDS}
"""

_FOURTH = f"""
DROP INDEX events_of_case;
CREATE INDEX events_of_case ON events (kind, seq) WHERE {CASE_KINDS}
"""

READ_ONLY = "the case file or its folder is read-only; copy it to a place you can write"

_EXPLANATIONS = {
    "locked": "another process keeps the case file locked; close it there and try again",
    "readonly": READ_ONLY,
    "full": "the disk is full; nothing more was recorded; free some space and try again",
    "not a database": "this is no case file; name a *.case file, or a new name to make one",
    "malformed": "the case file is damaged; restore it from a copy",
    "unable to open": "the case file can't be opened; check that its folder exists and is yours",
    "append-only": "the journal refuses changes to what is written",
    "disk i/o": "the disk reports an error; copy the case file to another disk and try again",
}


def prepare(db: sqlite3.Connection) -> str | None:
    """Bring a file's tables to the newest version; give what is wrong, or nothing."""
    db.execute("PRAGMA busy_timeout = 10000")
    fault = _recognise(db)
    if fault:
        return fault
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    return None


def _recognise(db: sqlite3.Connection) -> str | None:
    application = db.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        if db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            return "a database of another program, not a case file; choose another name"
        return _bring_up(db)
    version = _version(db)
    if version > VERSION:
        return f"a case file of version {version}; this program reads version {VERSION}: update it"
    return None if version == VERSION else _bring_up(db)


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _bring_up(db: sqlite3.Connection) -> str | None:
    """Take all steps in one transaction; two processes may try at once, one of them wins."""
    db.execute("BEGIN IMMEDIATE")
    try:
        for step in _STEPS[_version(db) :]:
            step(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except (ValueError, KeyError, TypeError):
        db.execute("ROLLBACK")
        return "the journal is damaged; restore it from a copy"
    return None


def _make_first(db: sqlite3.Connection) -> None:
    _run(db, _FIRST)
    _guard(db, "events", "remarks", "cables", "policies")


def _make_second(db: sqlite3.Connection) -> None:
    """Add roles, the policy in force, and the chain over what was written before there was one."""
    _run(db, _SECOND)
    secret = secrets.token_bytes(SECRET_BYTES)
    db.execute("INSERT INTO secrets (name, value) VALUES ('case', ?)", (secret,))
    digest = START
    for event in read_events(*select(db, after=0)):
        digest = link(digest, record(event, secret))
        db.execute("INSERT INTO chain (seq, digest) VALUES (?,?)", (event.seq, digest))
    _guard(db, "chain", "secrets")


def _make_third(db: sqlite3.Connection) -> None:
    """Find the events of a cable, and those of the case, without reading all the others."""
    _run(db, _THIRD)


def _make_fourth(db: sqlite3.Connection) -> None:
    """Find imports by their place, and the other events of the case without them."""
    _run(db, _FOURTH)


def _run(db: sqlite3.Connection, statements: str) -> None:
    for statement in statements.split(";"):
        db.execute(statement)


def _guard(db: sqlite3.Connection, *tables: str) -> None:
    """Let nothing in these tables be changed or deleted."""
    for table in tables:
        for change in ("UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT raise(ABORT, 'append-only'); END"
            )


_STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _make_first, _make_second, _make_third, _make_fourth,
)  # fmt: skip
"""Step ``n`` makes version ``n + 1`` of version ``n``."""

VERSION = len(_STEPS)


def explain(fault: sqlite3.Error) -> str:
    """Say in a sentence what a database error means and what to do."""
    words = str(fault).lower()
    for sign, sentence in _EXPLANATIONS.items():
        if sign in words:
            return sentence
    return f"the case file can't be used ({words}); restore it from a copy"
