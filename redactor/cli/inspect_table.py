"""``redactor inspect`` of several cables: one row for each.

Rows are printed while work goes on, so the widths are settled before the first cable is read.
"""

from collections.abc import Iterable, Sequence

from redactor.cli.columns import Column, Row, cells, fitting, row_line, total_width
from redactor.cli.inspect_contract import day
from redactor.declass import DatedCable

_LONGEST_NAME = 40
_SHORTEST_NAME = 16
"""Cells for names: the most without a terminal, and the least that a narrow terminal leaves."""
_COLUMNS = (
    Column("id", 16, middle=True),
    Column("sent", 10),
    Column("level", 14),
    Column("paras", 5, right=True),
    Column("instruction", 14),
    Column("status", 16),
    Column("warnings", 8, right=True),
)
_GIVEN_UP = ("id", "instruction", "sent", "paras")
"""What a narrow terminal goes without, in this order: ``inspect`` of the one cable has it."""


def columns_for(names: Iterable[str], width: int | None) -> tuple[Column, ...]:
    """Give the columns that fit a terminal of ``width`` cells; all of them where there is none."""
    longest = max(map(cells, names), default=0)
    if width is None:
        return (_names(longest, _LONGEST_NAME), *_COLUMNS)
    _, *others = fitting((_names(longest, _SHORTEST_NAME), *_COLUMNS), width, _GIVEN_UP)
    left = width - total_width((_names(0, 0), *others))
    return (_names(longest, max(left, _SHORTEST_NAME)), *others)


def _names(longest: int, most: int) -> Column:
    return Column("file", min(max(longest, len("file")), most), middle=True)


def row(columns: Sequence[Column], name: str, dated: DatedCable) -> str:
    """Write a cable's row."""
    cable, sent = dated.cable, dated.cable.origin.dtg
    values: Row = {
        "file": name,
        "id": cable.id or "-",
        "sent": sent.date().isoformat() if sent else "unknown",
        "level": " ".join((cable.level or "?", *cable.controls)),
        "paras": str(len(cable.paragraphs)),
        "instruction": dated.instruction.kind,
        "status": _status(dated),
        "warnings": str(len(cable.warnings) or "-"),
    }
    return row_line(columns, values)


def _status(dated: DatedCable) -> str:
    """Say until when the cable is classified, or what else it is."""
    overall = dated.overall
    if overall.status == "classified" and overall.frees_on:
        return f"until {day(overall.frees_on)}"
    return overall.status
