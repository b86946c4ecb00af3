"""The agenda of the forecast: which paragraphs of which cables free, the soonest first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from redactor.cable import LEVELS, Cable
from redactor.cli.columns import Column, Row, cells, fitting, row_line, sized, total_width, wrapped
from redactor.cli.forecast_table import level_of
from redactor.cli.inspect_page import portions_words
from redactor.declass import Freeing
from redactor.text import plural

_MOST_DAYS = 31
"""Days of an agenda; one with more goes by months."""
_INDENT = "  "
_NARROWEST_LIST = 20
_COLUMNS = (
    Column("day", 10),
    Column("file", 40, middle=True),
    Column("id", 16, middle=True),
    Column("of", 24),
)
_GIVEN_UP = ("id",)
_ROOM = 40
"""Cells for the names of the portions: for them a narrow terminal goes without what is given up."""
_SHORTEST_NAME = 16
"""Cells for a file's name that even a narrow terminal leaves."""
_LEVELS = (*reversed(LEVELS), "?")


class Due(NamedTuple):
    """The portions of one cable that free on one day."""

    day: date
    file: str
    id: str
    levels: tuple[str, ...]
    """One for each portion."""
    portions: str
    """Their names: ``paragraphs 1-3, 5``."""


def dues_of(file: str, cable: Cable, days: Iterable[Freeing]) -> Iterator[Due]:
    """Give what frees of one cable, day by day."""
    for day, portions in days:
        levels = tuple(level_of(cable, portion) or "?" for portion in portions)
        places = [portion.place for portion in portions if portion.place is not None]
        named = portions_words(cable, places) or "the whole cable"
        yield Due(day, file, cable.id or "-", levels, named)


def agenda(dues: Sequence[Due], as_of: date, width: int) -> Iterator[str]:
    """Write what frees after the as-of day: by day, or by month where the days are many."""
    if not dues:
        yield f"Nothing frees after {spelled(as_of)}."
        return
    by_month = len({due.day for due in dues}) > _MOST_DAYS
    yield from _grouped(dues, as_of, width, by_month=by_month)


def nearby(dues: Sequence[Due], as_of: date, within: int, width: int) -> Iterator[str]:
    """Write what frees within so many days of the as-of day."""
    last = date.fromordinal(min(as_of.toordinal() + within, date.max.toordinal()))
    window = f"within {plural(within, 'day')} of {spelled(as_of)}, until {spelled(last)}"
    if not dues:
        yield f"Nothing frees {window}."
        return
    yield f"{_free(dues)} {window}"
    yield ""
    yield from _grouped(dues, as_of, width, by_month=False)


def _grouped(dues: Sequence[Due], as_of: date, width: int, *, by_month: bool) -> Iterator[str]:
    """Write days or months, each with a line for each cable; files keep their order."""
    columns = _fitted(_COLUMNS if by_month else _COLUMNS[1:], dues, width)
    ordered = sorted(dues, key=lambda due: due.day)
    for number, (when, found) in enumerate(groupby(ordered, _month if by_month else _day)):
        together = list(found)
        wait = "" if by_month else f", in {plural((together[0].day - as_of).days, 'day')}"
        if number:
            yield ""
        yield f"{_free(together)} {when}{wait}"
        for due in together:
            yield from _lines(columns, due, width)


def _fitted(columns: Sequence[Column], dues: Sequence[Due], width: int) -> Sequence[Column]:
    """Leave room for the names of the portions: the id goes, then names of files lose cells."""
    found = fitting(sized(columns, [_row(due) for due in dues]), width - _ROOM, _GIVEN_UP)
    over = total_width(found) + 2 * len(_INDENT) + _NARROWEST_LIST - width
    return [
        replace(column, width=max(_SHORTEST_NAME, column.width - over))
        if column.title == "file" and over > 0
        else column
        for column in found
    ]


def _lines(columns: Sequence[Column], due: Due, width: int) -> Iterator[str]:
    """Write one cable's line; the names of its portions stand at the end, wrapped."""
    start = total_width(columns) + 2 * len(_INDENT)
    left = f"{_INDENT}{row_line(columns, _row(due))}"
    for line in wrapped(due.portions, max(width - start, _NARROWEST_LIST)):
        yield f"{left}{' ' * (start - cells(left))}{line}"
        left = ""


def _row(due: Due) -> Row:
    counted = Counter(due.levels)
    levels = ", ".join(f"{counted[level]:,} {level}" for level in _LEVELS if counted[level])
    return {"day": due.day.isoformat(), "file": due.file, "id": due.id, "of": levels}


def _free(dues: Sequence[Due]) -> str:
    """Count: ``3 portions of 2 cables free``."""
    portions = sum(len(due.levels) for due in dues)
    cables = len({due.file for due in dues})
    verb = "frees" if portions == 1 else "free"
    return f"{plural(portions, 'portion')} of {plural(cables, 'cable')} {verb}"


def _day(due: Due) -> str:
    return f"on {spelled(due.day)}"


def _month(due: Due) -> str:
    return f"in {due.day:%B %Y}"


def spelled(day: date) -> str:
    """Write a day as people say it: ``31 December 2026``."""
    return f"{day.day} {day:%B %Y}"
