"""Rows: how an event lies in the tables of a case file."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import cast

from redactor.review.events import Event, EventKind, decode, encode, print_time, read_time

EventRow = tuple[int, int, str, str, str | None, EventKind, str, str, str | None]
RemarkRow = tuple[int, str, str]
ImportRow = tuple[int, str, str]
"""Number, cable and body of an import; the body is not read yet."""

_INSERT = (
    "INSERT INTO events (seq, act, at, person, cable, kind, body, role, policy) "
    "VALUES (?,?,?,?,?,?,?,?,?)"
)
_SELECT = (
    "SELECT seq, act, at, person, cable, kind, body, role, policy FROM events WHERE {} ORDER BY seq"
)
_REMARKS = "SELECT seq, kind, text FROM remarks WHERE {}"
_NEWER = "seq > ?"
_ON_CABLE = "cable = ? AND seq <= ?"
_ITS = "seq IN (SELECT seq FROM events WHERE cable = ? AND seq <= ?)"

CASE_KINDS = "kind IN ('open', 'policy', 'import', 'roster', 'release', 'reopen', 'key')"
"""The events that concern the case and not one cable alone. An index has them in these words."""

_FOR_THE_CASE = "cable IS NULL AND kind = 'past'"
"""Events of a later kind, which that index leaves out: that of the cables has them."""

_OTHERS = "kind IN ('open', 'policy', 'roster', 'release', 'reopen', 'key')"
"""Those of the index that are no imports: of these there can be very many."""

_IMPORT = f"{CASE_KINDS} AND kind = 'import'"
_IMPORTS = (
    f"SELECT seq, cable, body FROM events WHERE {_IMPORT} AND seq <= ? AND seq >= "  # noqa: S608
    f"(SELECT seq FROM events WHERE {_IMPORT} ORDER BY seq LIMIT 1 OFFSET ?) ORDER BY seq LIMIT ?"
)
_COUNT = f"SELECT count(*) FROM events WHERE {_IMPORT} AND seq <= ?"  # noqa: S608
_IMPORT_OF = "SELECT seq, body FROM events WHERE cable = ? AND kind = 'import' ORDER BY seq LIMIT 1"


def insert(db: sqlite3.Connection, event: Event) -> None:
    """Write an event and its remarks."""
    db.execute(_INSERT, event_row(event))
    db.executemany(
        "INSERT INTO remarks (seq, kind, text) VALUES (?,?,?)",
        [(event.seq, kind, text) for kind, text in event.remarks.items()],
    )


def select(db: sqlite3.Connection, after: int) -> tuple[list[EventRow], list[RemarkRow]]:
    """Read the rows of the events numbered above ``after``, and of their remarks."""
    remarks = db.execute(_REMARKS.format(_NEWER), (after,)).fetchall()
    return db.execute(_SELECT.format(_NEWER), (after,)).fetchall(), remarks


def select_on(
    db: sqlite3.Connection, cable: str, until: int
) -> tuple[list[EventRow], list[RemarkRow]]:
    """Read the rows on one cable up to an event."""
    remarks = db.execute(_REMARKS.format(_ITS), (cable, until)).fetchall()
    return db.execute(_SELECT.format(_ON_CABLE), (cable, until)).fetchall(), remarks


def select_of_case(db: sqlite3.Connection, *, imports: bool = True) -> list[EventRow]:
    """Read the rows that concern the whole case, without their remarks."""
    wanted = CASE_KINDS if imports else f"{CASE_KINDS} AND {_OTHERS}"
    found = db.execute(_SELECT.format(wanted)).fetchall()
    return sorted([*found, *db.execute(_SELECT.format(_FOR_THE_CASE)).fetchall()])


def select_imports(db: sqlite3.Connection, until: int, first: int, most: int) -> list[ImportRow]:
    """Read up to ``most`` imports from a place on, as far as they come up to an event."""
    return db.execute(_IMPORTS, (until, first, most)).fetchall()


def count_imports(db: sqlite3.Connection, until: int) -> int:
    """Count the imports up to an event."""
    return int(db.execute(_COUNT, (until,)).fetchone()[0])


def select_import(db: sqlite3.Connection, cable: str) -> tuple[int, str] | None:
    """Read the number of the import of a cable, and what it says."""
    return cast("tuple[int, str] | None", db.execute(_IMPORT_OF, (cable,)).fetchone())


def cables_of(db: sqlite3.Connection, act: int) -> Iterator[str]:
    """Give the cable of each event of an act; they follow each other."""
    rows = db.execute("SELECT act, cable FROM events WHERE seq >= ? ORDER BY seq", (act,))
    return (cable for each, cable in takewhile(lambda row: row[0] == act, rows) if cable)


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
