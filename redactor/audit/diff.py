"""The diff of the page: source and release block by block, what did not change folded away."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from redactor.audit.facets import Facet, classes
from redactor.audit.markup import shown, table_row
from redactor.audit.rows import Part, Row
from redactor.text import LineIndex, Span, element

_CONTEXT = 1
"""Unchanged rows that stay in sight beside a change."""
_COLUMNS = '<colgroup><col class="lines"><col><col></colgroup>'
_HEAD = element("thead", table_row(["Lines", "Source", "Release"], "th"))


def diff_html(
    rows: Sequence[Row],
    lines: LineIndex,
    cards: Sequence[str],
    markers: Mapping[int, str],
    facets: Sequence[Facet],
) -> Iterator[str]:
    """Give the diff: tables of rows, and between them folds of rows without a change.

    Args:
        rows: of all of the source, in order.
        lines: of the source.
        cards: of each withheld place, as HTML.
        markers: the marker of each place, by its number.
        facets: by which the reader picks places.
    """
    shown_rows = [_row(row, lines, cards, markers, facets) for row in rows]
    for folded, group in groupby(range(len(rows)), _folds(rows).__contains__):
        numbers = list(group)
        table = _table(shown_rows[i] for i in numbers)
        if folded:
            span = Span(rows[numbers[0]].span.start, rows[numbers[-1]].span.end)
            words = f"{len(numbers)} blocks released unchanged, {lines.named([span])}"
            table = element("details", element("summary", words) + table)
        yield table


def _table(rows: Iterable[str]) -> str:
    body = element("tbody", "\n".join(rows))
    return element("table", f"{_COLUMNS}{_HEAD}{body}", class_="diff")


def _folds(rows: Sequence[Row]) -> frozenset[int]:
    """Give the numbers of the rows to fold: those without a change near them, two or more."""
    near = {
        i + distance
        for i, row in enumerate(rows)
        if row.is_changed
        for distance in range(-_CONTEXT, _CONTEXT + 1)
    }
    runs = groupby(range(len(rows)), lambda i: i in near)
    far = (list(group) for is_near, group in runs if not is_near)
    return frozenset(i for group in far if len(group) > 1 for i in group)


def _row(
    row: Row,
    lines: LineIndex,
    cards: Sequence[str],
    markers: Mapping[int, str],
    facets: Sequence[Facet],
) -> str:
    """Give a block's row, and under it one of cards for the places that begin in it."""
    released = _column(row.release)
    if not row.release and row.within:
        released = element("p", f"within place {row.within}", class_="note")
    inline = {number: markers[number] for number in row.begins}
    cells = (
        element("td", str(lines.under(row.span)), class_="lines")
        + element("td", _column(row.source, inline), data_column="Source")
        + element("td", released, class_="released", data_column="Release")
    )
    picked = classes(facets, row.places)
    apart = "apart" if row.apart else ""
    block = element("tr", cells, class_=" ".join(filter(None, (apart, picked))))
    if not row.begins:
        return block
    beneath = "".join(cards[number - 1] for number in row.begins)
    cell = element("td", "") + element("td", beneath, colspan="2")
    return block + element("tr", cell, class_=f"decided {classes(facets, row.begins)}")


def _column(parts: Iterable[Part], markers: Mapping[int, str] | None = None) -> str:
    """Give one cell of text, with the number of each withheld place before its first part.

    ``markers`` follow the places that begin here; only the unified view shows them.
    """
    waiting = dict(markers or {})
    pieces: list[str] = []
    numbered: set[int] = set()
    for part in parts:
        if part.place and part.place not in numbered:
            numbered.add(part.place)
            pieces.append(element("span", str(part.place), class_="number"))
        pieces.append(_part(part))
        if part.place in waiting:
            pieces.append(element("ins", shown(waiting.pop(part.place)), class_="inline"))
    return element("pre", "".join(pieces)) if pieces else ""


def _part(part: Part) -> str:
    words = shown(part.text)
    if part.kind == "withheld":
        return element("del", words)
    if part.kind in ("marker", "stand-in", "open"):
        return element("ins", words)
    return element("span", words, class_=part.kind) if part.kind in ("furniture", "head") else words
