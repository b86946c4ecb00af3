"""The transmission header: date-time group, sender, addressees, cross-checks."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from redactor.cable.model import Addressee
from redactor.cable.rows import Row
from redactor.marking import Level
from redactor.text import Span

_DTG = re.compile(
    r"(?:[ZOPRYWV]{1,2}){0,3}(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})[A-Z]?"
    r"(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}(?P<year>(?:19|20)?\d{2})(?!\d)"
)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_CENTURY = 100
_CENTURY_PIVOT = 50
"""Two-digit years below this are of the 21st century: the telegrams run from 1966."""
_DE = re.compile(r"DE\s+R[A-Z ]{2,9}\s*#\s?(?P<number>\d{3,6})(?:/\d+)?\s+(?P<day>\d{3})\d{4}")
_ZNY = re.compile(r"ZN[YR]\s+([A-Z])")
_ZNY_LEVELS: dict[str, Level] = {"T": "TS", "S": "S", "C": "C", "U": "U"}
_ROUTING = re.compile(r"(?P<routing>R[A-Z]{1,4} ?[A-Z]{1,6}(?: [A-Z]{1,3})?) ?/ ?")
_FROM = re.compile(r"(?:FM|FROM)\b\s*:?\s*(?:R[A-Z]{4,7}\s?/\s?)?", re.IGNORECASE)
_ROLE = re.compile(r"(?:TO|INFO|ACTION)\b\s*:?\s*", re.IGNORECASE)
_PRECEDENCE = frozenset({"FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE"})
_LONGEST_COUNT = 5
"""The digits of the office's own message number, which ends the line."""
_POST = re.compile(
    r"(?:USMISSION|AMEMBASSY|AMCONSUL|AMCONGEN|USINT|USLO|USOFFICE|EMBASSY|CONSULATE)\s+(?P<post>.+)"
)


class Cross(NamedTuple):
    """What the transmission header says twice."""

    level: Level | None
    number: str | None
    day_of_year: int | None


def read_dtg(text: str) -> datetime | None:
    """Read a date-time group such as ``O 181728Z JUL 08``, blanks anywhere, as UTC.

    ``None`` when it is not one or not a possible date.
    """
    match = _DTG.search("".join(text.upper().split()))
    if match is None:
        return None
    year = int(match["year"])
    if year < _CENTURY:
        year += 2000 if year < _CENTURY_PIVOT else 1900
    month = _MONTHS.index(match["month"]) + 1
    try:
        return datetime(
            year, month, int(match["day"]), int(match["hour"]), int(match["minute"]), tzinfo=UTC
        )
    except ValueError:
        return None


def read_cross(rows: Iterable[Row]) -> Cross:
    """Read the class letter of ZNY or ZNR, and number and day of the DE line."""
    level: Level | None = None
    number: str | None = None
    day: int | None = None
    for row in rows:
        if zny := _ZNY.match(row.text):
            level = level or _ZNY_LEVELS.get(zny[1])
        elif de := _DE.match(row.text):
            number, day = de["number"], int(de["day"])
    return Cross(level, number, day)


def read_addressee(row: Row, role: Literal["to", "info"]) -> Addressee | None:
    """Read one office; ``None`` when the line names none."""
    office = _read_office(row.text)
    if office is None:
        return None
    name, routing, precedence, at = office
    return Addressee(role, name, routing, precedence, Span(row.start + at, row.stop))


def _read_office(line: str) -> tuple[str, str | None, str | None, int] | None:
    """Give an office's name, its routing indicator, its precedence, and where it starts."""
    label = _ROLE.match(line)
    at = label.end() if label else 0
    routing = _ROUTING.match(line, at)
    words = line[routing.end() if routing else at :].split()
    precedence = _take_precedence(words)
    if not words or words[0].startswith("XMT"):
        return None
    routed = routing["routing"].replace(" ", "") if routing else None
    return " ".join(words), routed, precedence, at


def _take_precedence(words: list[str]) -> str | None:
    """Take the message number and the precedence off the end of an office's words."""
    if len(words) > 1 and words[-1].isdecimal() and len(words[-1]) <= _LONGEST_COUNT:
        words.pop()
    taken = words.pop() if len(words) > 1 and words[-1] in _PRECEDENCE else None
    if len(words) > 1 and words[-1] == "NIACT":
        return " ".join(filter(None, (words.pop(), taken)))
    return taken


def read_sender(line: str) -> str | None:
    """Read who sent the cable from its FM line, without label and routing indicator."""
    return " ".join(_FROM.sub("", line, count=1).split()) or None


def post_of(sender: str) -> str:
    """Give the post's name as cables are numbered: ``AMEMBASSY ZENDA`` is ``ZENDA``."""
    if sender.startswith("SECSTATE"):
        return "STATE"
    match = _POST.match(sender)
    return match["post"] if match else sender
