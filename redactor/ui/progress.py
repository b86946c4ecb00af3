"""Progress by paragraphs: a glyph for the header, each paragraph and the end. Pure."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from redactor.cable import Cable
from redactor.text import Span, clip, subtract
from redactor.ui.sheet import DECIDED, GLYPHS, Sheet, State

_MIXED = "◐"
_FILLED = frozenset(DECIDED.values())
_LOUDNESS = {state: place for place, state in enumerate(GLYPHS)}


@dataclass(frozen=True, eq=False)
class Progress:
    """The sections of a cable, each with the glyph of its state.

    A glyph is looked up when it is asked for, and again when somebody touched its section.
    """

    sheet: Sheet
    sections: tuple[Span, ...]
    _known: dict[int, str]

    @classmethod
    def of(cls, sheet: Sheet) -> "Progress":
        """Give the progress of a cable."""
        return cls(sheet, sections(sheet), {})

    def now(self, sheet: Sheet) -> "Progress":
        """Give the progress of the same cable or another one, as it is now."""
        if sheet.view.docket is not self.sheet.view.docket:
            return Progress.of(sheet)
        if sheet is self.sheet:
            return self
        same = (at for at in self._known if sheet.same_over(self.sheet, self.sections[at]))
        return Progress(sheet, self.sections, {at: self._known[at] for at in same})

    def glyph(self, at: int) -> str:
        """Give the glyph of a section, by its index."""
        if at not in self._known:
            states = {stretch.state for stretch in self.sheet.over(self.sections[at])}
            self._known[at] = glyph_of(states - {"furniture"})
        return self._known[at]

    def at(self, offset: int) -> int | None:
        """Give the index of the section in which an offset stands."""
        found = bisect_right(self.sections, offset, key=attrgetter("start")) - 1
        return found if found >= 0 and offset in self.sections[found] else None


def sections(sheet: Sheet) -> tuple[Span, ...]:
    """Give the parts of a cable that hold something to decide: header, paragraphs, end."""
    docket = sheet.view.docket
    content = subtract(docket.content, docket.cable.furniture)
    return tuple(
        part
        for part in _parts(docket.cable)
        if any(span.cut(sheet.text).strip() for span in clip((part,), content))
    )


def _parts(cable: Cable) -> Iterator[Span]:
    """Cut a cable into its header, its paragraphs and its end."""
    at = 0
    for paragraph in cable.paragraphs:
        if paragraph.span.start > at:
            yield Span(at, paragraph.span.start)
        yield paragraph.span
        at = paragraph.span.end
    if at < len(cable.text):
        yield Span(at, len(cable.text))


def glyph_of(states: set[State]) -> str:
    """Give one glyph: of the loudest open state; half a circle where a part is decided."""
    decided = states & _FILLED
    if not decided:
        return GLYPHS[min(states, key=_LOUDNESS.__getitem__)]
    if decided != states:
        return _MIXED
    loudest: State = "redacted" if "redacted" in states else min(states, key=_LOUDNESS.__getitem__)
    return GLYPHS[loudest]


def window(count: int, here: int | None, room: int) -> range:
    """Give which of ``count`` glyphs to show in ``room`` cells, with ``here`` among them."""
    if count <= room:
        return range(count)
    first = max(0, min((here or 0) - room // 2, count - room))
    return range(first, first + room)
