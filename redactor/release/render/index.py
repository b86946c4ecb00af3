"""The public index: one row for each withheld place, by its order; as CSV and as HTML.

It tells no more than the markers and the released lines do: never a line or an offset of the
source, and never the reviewers' own words, which are classified as the source.
"""

import csv
import io
from collections.abc import Iterator

from redactor.policy import print_code
from redactor.release.building import Release
from redactor.release.places import Segregability, Withheld
from redactor.release.render.markup import html_page, plain
from redactor.release.render.style import INDEX_STYLE
from redactor.text import element

COLUMNS = ("release", "place", "code", "statute", "amount", "frees-on", "segregability")

_CAPTION = "Withheld places, in the order of the text"
_NOT_TOLD = "not told, 5 USC 552(b)"
_SEGREGABILITY: dict[Segregability, str] = {
    "part": "the words around it are released",
    "whole": "no part of the passage can be released",
}


def index_csv(release: Release) -> str:
    """Give the index as CSV (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows((release.number, *row) for row in _rows(release))
    return out.getvalue()


def index_html(release: Release) -> str:
    """Give the index as one HTML file; each row leads to its place in release.html."""
    head = "".join(element("th", plain(name), scope="col") for name in COLUMNS[1:])
    rows = "\n".join(element("tr", "".join(_cells(*row))) for row in _rows(release))
    caption = element("caption", _CAPTION)
    table = element(
        "table", caption + element("thead", element("tr", head)) + element("tbody", rows)
    )
    # On a narrow window it is moved sideways; by the keyboard, once it has the focus.
    moved = element("div", table, class_="wide", role="region", aria_label=_CAPTION, tabindex="0")
    title = f"{release.number}: index of withheld places"
    heading = element("h1", plain(title)) + element("p", plain(release.determination))
    body = moved if release.places else element("p", "Nothing was withheld.")
    return html_page(title, INDEX_STYLE, element("main", f"{heading}\n{body}"))


def _cells(number: str, *others: str) -> Iterator[str]:
    link = element("a", number, href=f"release.html#place-{number}")
    yield element("th", link, scope="row")
    yield from (element("td", plain(words)) for words in others)


def _rows(release: Release) -> Iterator[tuple[str, ...]]:
    for number, place in enumerate(release.places, 1):
        amount = place.extent if release.amount == "bucket" else _NOT_TOLD
        code, statute = _code(place)
        day = str(place.frees_on or "")
        yield str(number), code, statute, amount, day, _SEGREGABILITY[place.segregability]


def _code(place: Withheld) -> tuple[str, str]:
    if place.suppressed:
        return _NOT_TOLD, ""
    return ", ".join(map(print_code, place.codes)), "; ".join(place.statutes)
