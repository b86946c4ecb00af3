"""The columns of the queue: what stands in them, how wide they are, and how they sort. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import NamedTuple

from rich.cells import set_cell_size

from redactor.review import CLAIM_LASTS, Entry
from redactor.text import visible
from redactor.ui.cells import width as cells
from redactor.ui.queue.summary import Summary
from redactor.ui.words import STAGE_GLYPHS

UNREADABLE = "×"
CLAIMED = "@"
FLAGGED = "⚑"
RISING, FALLING = "▲", "▼"
_STAGES = {stage: place for place, stage in enumerate((None, *STAGE_GLYPHS))}
_LEVELS = {level: place for place, level in enumerate(("", "U", "C", "S", "TS"))}

_NORMAL, _WIDE = 110, 150
"""From these widths on there is room for more."""

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    id: str
    title: str
    widths: tuple[int, int, int]
    """In narrow, normal and wide windows; 0 leaves it out, -1 takes what is left."""
    key: Callable[[Summary], Key]
    """What it is sorted by."""
    right: bool = False


def _day(words: str) -> Key:
    """Days come first, in their order; then words."""
    return (not words[:1].isdigit(), words)


COLUMNS: tuple[Column, ...] = (
    Column("state", "state", (13, 17, 17), lambda of: (_STAGES[of.stage],)),
    Column("cable", "cable", (16, 16, 18), lambda of: (of.id,)),
    Column("level", "level", (7, 12, 16), lambda of: (_LEVELS.get(of.level, 0), of.banner)),
    Column("date", "date", (10, 10, 10), lambda of: _day(of.origin)),
    Column("frees", "frees on", (10, 10, 10), lambda of: _day(of.frees)),
    Column("open", "open", (4, 6, 6), lambda of: (of.open,), right=True),
    Column("flags", FLAGGED, (2, 2, 2), lambda of: (-len(of.flags.split()),)),
    Column("reviewer", "reviewer", (-1, 12, 20),
           lambda of: (not of.signers, of.signers, not of.holder, of.holder)),
    Column("from", "from", (0, 0, 22), lambda of: (of.sender,)),
    Column("subject", "subject", (0, -1, -1), lambda of: (of.subject,)),
)  # fmt: skip

_SHORT = {"signed 1 of 2": "signed 1/2", "signers differ": "differ", "can't be read": "unreadable"}


class Place(NamedTuple):
    """Where a column stands."""

    column: Column
    start: int
    width: int


def places(width: int) -> tuple[Place, ...]:
    """Give the columns that there is room for, with a cell between two of them."""
    size = (width >= _NORMAL) + (width >= _WIDE)
    shown = [column for column in COLUMNS if column.widths[size]]
    fixed = sum(column.widths[size] + 1 for column in shown if column.widths[size] > 0)
    rest = max(0, width - fixed)
    widths = [column.widths[size] if column.widths[size] > 0 else rest for column in shown]
    starts = accumulate((wide + 1 for wide in widths[:-1]), initial=0)
    return tuple(map(Place, shown, starts, widths))


def heading(width: int, sorted_by: str, *, falling: bool) -> str:
    """Give the names of the columns, with a sign at the one that is sorted by."""
    sign = FALLING if falling else RISING
    at = places(width)
    titles = (
        f"{each.column.title[: max(0, each.width - 1)]}{sign}"
        if each.column.id == sorted_by
        else each.column.title
        for each in at
    )
    return _line(at, tuple(titles), width)


def column_at(width: int, x: int) -> Column | None:
    """Give the column whose heading stands at a cell."""
    found = (at.column for at in places(width) if at.start <= x < at.start + at.width)
    return next(found, None)


def cable_line(
    width: int, entry: Entry, summary: Summary | None, person: str, now: datetime
) -> str:
    """Give the line of a cable, before and after it is read."""
    known = {"state": "… reading", "cable": visible(entry.id or entry.name)}
    if summary is not None:
        known = _cells(summary, person, now, short=width < _NORMAL)
    at = places(width)
    return _line(at, [known.get(each.column.id, "") for each in at], width)


def _cells(of: Summary, person: str, now: datetime, *, short: bool) -> dict[str, str]:
    glyph = STAGE_GLYPHS[of.stage] if of.stage else UNREADABLE
    flags = len(of.flags.split())
    return {
        "state": f"{glyph} {_state(of) if short else of.stage_words}",
        "cable": of.id,
        "level": of.banner,
        "date": of.origin or "no date",
        "frees": of.frees,
        "open": str(of.open) if of.stage else "",
        "flags": (FLAGGED if flags == 1 else f"{FLAGGED}{min(flags, 9)}") if flags else "",
        "reviewer": people(of, person, now),
        "from": of.sender,
        "subject": of.subject or ("no subject read" if of.stage else ""),
    }


def _state(of: Summary) -> str:
    return _SHORT.get(of.stage_words, "released" if of.stage == "released" else of.stage_words)


def people(of: Summary, person: str, now: datetime) -> str:
    """Name who signed, and ``@`` who is at work on the cable."""
    parts = [of.signers] if of.signers else []
    if at_work(of, person, now):
        parts.append(f"{CLAIMED}{of.holder}")
    return " ".join(parts)


def at_work(of: Summary, person: str, now: datetime) -> bool:
    """Tell whether somebody is at work on a cable: this person, or another until lately."""
    if not of.holder:
        return False
    return of.holder == visible(person) or now - datetime.fromisoformat(of.held_at) <= CLAIM_LASTS


def _line(at: Sequence[Place], words: Sequence[str], width: int) -> str:
    parts = (_cell(each, of) for each, of in zip(at, words, strict=True))
    return set_cell_size(" ".join(parts), width)


def _cell(at: Place, words: str) -> str:
    """Give words as wide as the column; a sign tells where they were cut."""
    room = at.width - cells(words)
    if room < 0:
        return f"{set_cell_size(words, at.width - 1)}…" if at.width else ""
    return " " * room + words if at.column.right else words + " " * room
