"""Progress by paragraphs: a glyph for the header, each paragraph and the end. Pure."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redactor.text import Span
from redactor.ui.sheet import DECIDED, GLYPHS, Sheet, State

_MIXED = "◐"
_FILLED = frozenset(DECIDED.values())
_LOUDNESS = {state: place for place, state in enumerate(GLYPHS)}


class Section(NamedTuple):
    """A part of the cable."""

    span: Span
    glyph: str


def sections(sheet: Sheet) -> tuple[Section, ...]:
    """Give the parts of a cable that hold something to decide, each with the glyph of its state."""
    spans = tuple(_parts(sheet))
    states: list[set[State]] = [set() for _ in spans]
    place = 0
    for stretch in sheet.stretches:
        while place < len(spans) - 1 and spans[place].end <= stretch.span.start:
            place += 1
        if stretch.state != "furniture":
            states[place].add(stretch.state)
    pairs = zip(spans, states, strict=True)
    return tuple(Section(span, glyph_of(found)) for span, found in pairs if found)


def _parts(sheet: Sheet) -> Iterator[Span]:
    """Cut a cable into its header, its paragraphs and its end."""
    paragraphs = sheet.view.docket.cable.paragraphs
    at = 0
    for paragraph in paragraphs:
        if paragraph.span.start > at:
            yield Span(at, paragraph.span.start)
        yield paragraph.span
        at = paragraph.span.end
    if at < len(sheet.text):
        yield Span(at, len(sheet.text))


def glyph_of(states: set[State]) -> str:
    """Give one glyph: of the loudest open state; half a circle where a part is decided."""
    decided = states & _FILLED
    if not decided:
        return GLYPHS[min(states, key=_LOUDNESS.__getitem__)]
    if decided != states:
        return _MIXED
    loudest: State = "redacted" if "redacted" in states else min(states, key=_LOUDNESS.__getitem__)
    return GLYPHS[loudest]


def at(parts: Sequence[Section], offset: int) -> int | None:
    """Give the index of the section in which an offset stands."""
    return next((i for i, part in enumerate(parts) if offset in part.span), None)


def window(count: int, here: int | None, room: int) -> range:
    """Give which of ``count`` glyphs to show in ``room`` cells, with ``here`` among them."""
    if count <= room:
        return range(count)
    first = max(0, min((here or 0) - room // 2, count - room))
    return range(first, first + room)
