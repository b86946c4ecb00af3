"""The tables of a case file, and its errors in plain words."""

import sqlite3

APPLICATION_ID = 0x52444354
"""``RDCT``: tells a case file from any other SQLite file."""
VERSION = 1

_APPEND_ONLY = ("events", "remarks", "cables", "policies")

_TABLES = """
CREATE TABLE cables   (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE policies (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE events (
    seq INTEGER PRIMARY KEY, act INTEGER NOT NULL, at TEXT NOT NULL, person TEXT NOT NULL,
    cable TEXT REFERENCES cables (sha256), kind TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE remarks (
    seq INTEGER NOT NULL REFERENCES events (seq), kind TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (seq, kind)) WITHOUT ROWID;
CREATE TABLE places (person TEXT PRIMARY KEY, cable TEXT NOT NULL, offset INTEGER NOT NULL);
"""

_EXPLANATIONS = {
    "locked": "another process keeps the case file locked; close it there and try again",
    "readonly": "the case file or its folder is read-only; copy it to a place you can write",
    "full": "the disk is full; the last decision was not recorded; free some space and try again",
    "not a database": "this is no case file; name a *.case file, or a new name to make one",
    "malformed": "the case file is damaged; restore it from a copy",
    "unable to open": "the case file can't be opened; check that its folder exists and is yours",
    "append-only": "the journal refuses changes to what is written",
    "disk i/o": "the disk reports an error; copy the case file to another disk and try again",
}


def prepare(db: sqlite3.Connection) -> str | None:
    """Make a new file's tables, or check an old one; give what is wrong, or nothing."""
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
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if application == APPLICATION_ID and version == VERSION:
        return None
    if application == APPLICATION_ID:
        return f"a case file of version {version}; this program reads version {VERSION}: update it"
    if db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        return "a database of another program, not a case file; choose another name"
    return _create(db)


def _create(db: sqlite3.Connection) -> str | None:
    """Make the tables in one transaction; two processes may try at once, one of them wins."""
    db.execute("BEGIN IMMEDIATE")
    if not db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        for statement in _TABLES.split(";"):
            if statement.strip():
                db.execute(statement)
        for table in _APPEND_ONLY:
            for change in ("UPDATE", "DELETE"):
                db.execute(
                    f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                    "BEGIN SELECT raise(ABORT, 'append-only'); END"
                )
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute("COMMIT")
    return None


def explain(fault: sqlite3.Error) -> str:
    """Say in a sentence what a database error means and what to do."""
    words = str(fault).lower()
    for sign, sentence in _EXPLANATIONS.items():
        if sign in words:
            return sentence
    return f"the case file can't be used ({words}); restore it from a copy"
