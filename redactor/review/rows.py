"""Rows: how an event lies in the tables of a case file."""

import sqlite3
from collections.abc import Iterable

from redactor.review.events import Event, EventKind, decode, encode, print_time, read_time

EventRow = tuple[int, int, str, str, str | None, EventKind, str, str, str | None]
RemarkRow = tuple[int, str, str]

_INSERT = (
    "INSERT INTO events (seq, act, at, person, cable, kind, body, role, policy) "
    "VALUES (?,?,?,?,?,?,?,?,?)"
)
_SELECT = (
    "SELECT seq, act, at, person, cable, kind, body, role, policy FROM events "
    "WHERE seq > ? ORDER BY seq"
)


def insert(db: sqlite3.Connection, event: Event) -> None:
    """Write an event and its remarks."""
    db.execute(_INSERT, event_row(event))
    db.executemany(
        "INSERT INTO remarks (seq, kind, text) VALUES (?,?,?)",
        [(event.seq, kind, text) for kind, text in event.remarks.items()],
    )


def select(db: sqlite3.Connection, after: int) -> tuple[list[EventRow], list[RemarkRow]]:
    """Read the rows of the events numbered above ``after``, and of their remarks."""
    remarks = db.execute("SELECT seq, kind, text FROM remarks WHERE seq > ?", (after,)).fetchall()
    return db.execute(_SELECT, (after,)).fetchall(), remarks


def event_row(event: Event) -> EventRow:
    """Give the row of an event: exactly what is kept."""
    return (
        event.seq, event.act, print_time(event.at), event.person, event.cable, event.kind,
        encode(event.body), event.role, event.policy,
    )  # fmt: skip


def read_events(rows: Iterable[EventRow], remarks: Iterable[RemarkRow]) -> tuple[Event, ...]:
    """Read events back.

    Raises:
        ValueError: when a body is no JSON object, or a time no time.
    """
    said: dict[int, dict[str, str]] = {}
    for seq, kind, text in remarks:
        said.setdefault(seq, {})[kind] = text
    return tuple(_event(row, said.get(row[0], {})) for row in rows)


def _event(row: EventRow, remarks: dict[str, str]) -> Event:
    seq, act, at, person, cable, kind, body, role, policy = row
    return Event(seq, act, read_time(at), person, cable, kind, decode(body), remarks, role, policy)
