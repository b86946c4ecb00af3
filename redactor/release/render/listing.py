"""The index of a set: one row for each release, with what it comes to; as CSV and as HTML."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redactor.release.building import Release
from redactor.release.render.markup import html_page, plain
from redactor.release.render.style import INDEX_STYLE
from redactor.text import element

LISTED = ("release", "determination", "places-withheld", "codes", "day")

_CAPTION = "Releases, in the order of their numbers"
NOT_TOLD = "not told, 5 USC 552(b)"


class Row(NamedTuple):
    """What the index of a set says of one release."""

    number: str
    determination: str
    places: int
    """Withheld."""
    codes: tuple[str, ...]
    """Under which places are withheld, as printed, each once."""
    day: str
    """Of the last signature, UTC."""
    page: str
    """The file to open first."""


def row_of(release: Release, page: str) -> Row:
    """Give the row of a release."""
    told = (place.printed if not place.suppressed else (NOT_TOLD,) for place in release.places)
    codes = tuple(dict.fromkeys(code for each in told for code in each))
    day = str(release.signing.day)
    return Row(release.number, release.determination, len(release.places), codes, day, page)


def listing_csv(rows: Sequence[Row]) -> str:
    """Give the index of a set as CSV (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(LISTED)
    writer.writerows((row.number, *_fields(row)) for row in rows)
    return out.getvalue()


def listing_html(name: str, rows: Sequence[Row]) -> str:
    """Give the index of a set as one HTML file; each row leads to its release beside the set."""
    head = "".join(element("th", plain(title), scope="col") for title in LISTED)
    body = "\n".join(element("tr", "".join(_cells(row))) for row in rows)
    table = element(
        "table",
        element("caption", _CAPTION)
        + element("thead", element("tr", head))
        + element("tbody", body),
    )
    moved = element("div", table, class_="wide", role="region", aria_label=_CAPTION, tabindex="0")
    title = f"{name}: index of {len(rows):,} releases"
    return html_page(title, INDEX_STYLE, element("main", f"{element('h1', plain(title))}\n{moved}"))


def _cells(row: Row) -> Iterator[str]:
    link = element("a", plain(row.number), href=f"../{row.number}/{row.page}")
    yield element("th", link, scope="row")
    yield from (element("td", plain(words)) for words in _fields(row))


def _fields(row: Row) -> tuple[str, ...]:
    return row.determination, str(row.places), ", ".join(row.codes), row.day
