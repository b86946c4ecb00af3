"""Goals: where ``:`` leads. A line, a paragraph, an item, or another cable. Pure."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from redactor.review import Entry
from redactor.ui.sheet import Sheet

HOW = "120 (a line), p3 (a paragraph), #5 (an item), or the id of a cable"
"""How a goal is written."""

_SHORTEST_HASH = 4


class Goal(NamedTuple):
    """A place to go to."""

    offset: int
    """Code points."""
    cable: str | None = None
    """SHA-256 of another cable; then the offset counts for nothing."""


class GoalError(Exception):
    """There is no such place. The message says what there is."""


def goal_of(words: str, sheet: Sheet, entries: Sequence[Entry]) -> Goal:
    """Read a goal.

    Raises:
        GoalError: when there is no such place.
    """
    found = re.fullmatch(r"(l|line|p|paragraph|¶|#|i|item)?\s*(\d{1,9})", words.strip().casefold())
    if not found:
        return Goal(0, _cable(words.strip(), entries))
    kind, number = found[1] or "line", int(found[2])
    if kind in ("p", "paragraph", "¶"):
        return Goal(_paragraph(sheet, number))
    if kind in ("#", "i", "item"):
        if not 1 <= number <= len(sheet.items):
            raise GoalError(f"there is no item {number}; the cable has {len(sheet.items):,}")
        return Goal(sheet.items[number - 1].span.start)
    if not 1 <= number <= len(sheet.lines):
        raise GoalError(f"there is no line {number}; the cable has {len(sheet.lines):,}")
    return Goal(sheet.lines[number].span.start)


def _paragraph(sheet: Sheet, number: int) -> int:
    paragraphs = sheet.view.docket.cable.paragraphs
    for paragraph in paragraphs:
        if paragraph.number == number:
            return paragraph.span.start
    raise GoalError(f"there is no paragraph {number}; the cable has {len(paragraphs):,}")


def _cable(words: str, entries: Sequence[Entry]) -> str:
    wanted = words.casefold()
    exact = [entry.sha256 for entry in entries if (entry.id or "").casefold() == wanted]
    close = [
        entry.sha256
        for entry in entries
        if len(wanted) >= _SHORTEST_HASH
        and (entry.sha256.startswith(wanted) or wanted in (entry.id or entry.name).casefold())
    ]
    found = exact or close
    if len(found) == 1:
        return found[0]
    if found:
        raise GoalError(f"{len(found):,} cables go by this name; write more of it")
    raise GoalError(f"there is no such place; write {HOW}")
