"""Rows: source and release side by side, block by block. Values only, no page yet."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from redactor.cable import Cable
from redactor.release import Blocks, Kept, Release
from redactor.text import Span, clip, gaps

Kind = Literal[
    "plain", "withheld", "furniture", "head", "layout", "marker", "stand-in", "struck", "open"
]

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one column, all of one kind."""

    text: str
    kind: Kind
    place: int | None = None
    """Number of the withheld place, from 1, for withheld text and its marker."""


@dataclass(frozen=True, slots=True)
class Row:
    """One block of the source, and what the release has of it."""

    span: Span
    """From the block's first printed character to the last before the next block."""
    source: tuple[Part, ...]
    release: tuple[Part, ...]
    begins: tuple[int, ...]
    """Numbers of the withheld places that begin here."""
    within: int | None
    """The place that began above and goes on into this block, if one does."""
    apart: bool
    """The source has a blank line above it."""

    @property
    def places(self) -> tuple[int, ...]:
        """Numbers of the withheld places that begin here or go on here."""
        return tuple(dict.fromkeys(part.place for part in self.source if part.place))

    @property
    def is_changed(self) -> bool:
        """Whether the release withholds or replaces something here; struck marks are kept."""
        return any(part.kind == "stand-in" or part.place for part in (*self.source, *self.release))


def make_rows(cable: Cable, release: Release) -> tuple[Row, ...]:
    """Give a row for each block, in order; together they hold all of the source's text."""
    places = [place.span for place in release.places]
    starts = [block.start for block in Blocks(cable, places).spans]
    if not starts:
        return ()
    starts[0] = 0
    source = _columns(starts, _source_parts(cable, release))
    released = _columns(starts, _release_parts(cable, release))
    return tuple(_rows(cable, release, starts, source, released))


def _rows(
    cable: Cable,
    release: Release,
    starts: Sequence[int],
    source: Sequence[tuple[Part, ...]],
    released: Sequence[tuple[Part, ...]],
) -> Iterator[Row]:
    begun = [bisect_right(starts, place.span.start) - 1 for place in release.places]
    begins: dict[int, list[int]] = {}
    for number, first in enumerate(begun, 1):
        begins.setdefault(first, []).append(number)
    above = 0
    for i, (start, end) in enumerate(zip(starts, [*starts[1:], len(cable.text)], strict=True)):
        span = _printed(cable.text, start, end)
        place = next((part.place for part in source[i] if part.place), None)
        within = place if place and begun[place - 1] < i else None
        apart = len(_LINE_END.findall(cable.text, above, span.start)) > 1
        yield Row(span, source[i], released[i], tuple(begins.get(i, ())), within, apart)
        above = span.end


def _source_parts(cable: Cable, release: Release) -> Iterator[tuple[Span, Part]]:
    """Give the whole source in order, cut by kind."""
    text, whole = cable.text, Span(0, len(cable.text))
    places = [place.span for place in release.places]
    starts = [span.start for span in places]
    withheld = clip(places, gaps(cable.furniture, whole))
    marked: list[tuple[Span, Kind]] = [(span, "withheld") for span in withheld]
    marked += [(span, "furniture") for span in cable.furniture]
    marked += [(span, "plain") for span in gaps([span for span, _ in marked], whole)]
    for span, kind in sorted(marked, key=lambda entry: entry[0].start):
        number = bisect_right(starts, span.start) if kind == "withheld" else None
        yield span, Part(span.cut(text), kind, number)


def _release_parts(cable: Cable, release: Release) -> Iterator[tuple[Span, Part]]:
    """Give the released text in order, without its head, by the places of the source."""
    numbers = {place.span: number for number, place in enumerate(release.places, 1)}
    at = Span(0, 0)
    for piece in release.pieces:
        if isinstance(piece, Kept):
            at = Span(piece.span.end - 1, piece.span.end)
            yield piece.span, Part(piece.span.cut(cable.text), "plain")
        elif piece.why != "head":
            if piece.at is not None:
                at = Span(piece.at.start, piece.at.start + 1)
            yield at, Part(piece.text, piece.why, numbers.get(piece.at) if piece.at else None)


def _columns(starts: Sequence[int], parts: Iterable[tuple[Span, Part]]) -> list[tuple[Part, ...]]:
    """Deal parts out to the rows that start at these places, cut where a row ends."""
    columns: list[list[Part]] = [[] for _ in starts]
    for span, part in parts:
        row = bisect_right(starts, span.start) - 1
        at = span.start
        while row + 1 < len(starts) and starts[row + 1] < span.end:
            cut = part.text[at - span.start : starts[row + 1] - span.start]
            columns[row].append(replace(part, text=cut))
            row += 1
            at = starts[row]
        columns[row].append(replace(part, text=part.text[at - span.start :]))
    return [_stripped(column) for column in columns]


def _stripped(column: Sequence[Part]) -> tuple[Part, ...]:
    """Take away white space above and below a block."""
    parts = list(column)
    while parts and not parts[0].text.strip():
        parts.pop(0)
    while parts and not parts[-1].text.strip():
        parts.pop()
    if parts:
        parts[0] = replace(parts[0], text=parts[0].text.lstrip())
        parts[-1] = replace(parts[-1], text=parts[-1].text.rstrip())
    return tuple(parts)


def _printed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    first = start + len(part) - len(part.lstrip())
    return Span(first, max(first, start + len(part.rstrip())))
