"""Tables: what a report says, as CSV for programs and as one HTML page for people."""

import csv
import io
from dataclasses import dataclass

from redactor.audit.markup import shown, table_row
from redactor.audit.style import STYLE
from redactor.text import element, visible

Cell = str | int | float | None

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Table:
    """A report: its title, a note on how to read it, and its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def as_csv(table: Table) -> str:
    """Give a table as CSV (RFC 4180); no cell can run as a formula in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([[_plain(cell) for cell in row] for row in table.rows])
    return out.getvalue()


def _plain(cell: Cell) -> str:
    if not isinstance(cell, str):
        return _words(cell)
    words = visible(" ".join(cell.split()))
    return f"'{words}" if words.startswith(_FORMULA) else words


def _words(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def as_html(table: Table) -> str:
    """Give a table as one HTML file without scripts, which lets nothing in."""
    head = table_row([shown(name) for name in table.columns], "th")
    rows = [table_row([shown(_words(cell)) for cell in row]) for row in table.rows]
    body = element("thead", head) + element("tbody", "\n".join(rows))
    note = element("p", shown(table.note)) if table.note else ""
    content = element("h1", shown(table.title)) + note + element("table", body)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{shown(table.title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>{element('main', content)}</body>\n</html>\n"
    )
