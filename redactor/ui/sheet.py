"""The sheet: a cable as it lies on the desk, with the state of every place. Pure."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from redactor.policy import Proposal
from redactor.review import Painted, Verdict, View
from redactor.text import LineIndex, Span, clip, gaps

State = Literal[
    "hold", "review", "refer", "redact", "release", "redacted", "referred", "released", "furniture"
]
"""Proposed and open: hold to release. Decided: redacted, referred, released."""

DECIDED: dict[Verdict, State] = {
    "release": "released",
    "redact": "redacted",
    "refer": "referred",
}

GLYPHS: dict[State, str] = {
    "hold": "!",
    "review": "?",
    "refer": "▷",
    "redact": "□",
    "release": "○",
    "redacted": "■",
    "referred": "▶",
    "released": "●",
    "furniture": "·",
}
"""Hollow: proposed. Filled: decided."""

WORDS: dict[State, str] = {
    "hold": "the whole cable waits",
    "review": "open: no proposal, a person decides",
    "refer": "open: proposed for referral",
    "redact": "open: proposed to withhold",
    "release": "open: proposed for release",
    "redacted": "withheld",
    "referred": "referred",
    "released": "released",
    "furniture": "page furniture: never printed",
}

_LOUDEST: tuple[State, ...] = tuple(GLYPHS)


class Stretch(NamedTuple):
    """A stretch of the text in one state."""

    span: Span
    state: State
    item: int
    """Index of its item; -1 for furniture."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """What the source pane shows. Not slotted: it keeps what it computes."""

    view: View

    def with_view(self, view: View) -> "Sheet":
        """Give the sheet of the same cable after a decision; what the cable alone says is kept."""
        sheet = Sheet(view)
        if view.docket is self.view.docket:
            vars(sheet).update(marks=self.marks, _item_starts=self._item_starts)
        return sheet

    @property
    def text(self) -> str:
        """The cable's text, as decoded."""
        return self.view.docket.cable.text

    @property
    def lines(self) -> LineIndex:
        """The cable's lines."""
        return self.view.docket.cable.lines

    @property
    def items(self) -> tuple[Proposal, ...]:
        """What asks for a decision."""
        return self.view.docket.items

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The states, sorted and disjoint. White space that needs no decision has none."""
        furniture = self.view.docket.cable.furniture
        states = self._states()
        pages = gaps(furniture, Span(0, len(self.text)))
        if not furniture:
            return tuple(states)
        found = [Stretch(span, "furniture", -1) for span in furniture]
        at = 0
        for span in clip([stretch.span for stretch in states], pages):
            while not states[at].span.holds(span):
                at += 1
            state = states[at]
            found.append(state if state.span == span else state._replace(span=span))
        return tuple(sorted(found))

    def _states(self) -> list[Stretch]:
        """Give what is open and what is decided, sorted; an item may run over furniture."""
        found: list[Stretch] = []
        for span in self.view.open:
            item = self._item_of(span)
            found.append(Stretch(span, self.items[item].action, item))
        for part in self.view.painting:
            state = DECIDED[part.decision.verdict]
            found.append(Stretch(part.span, state, self._item_of(part.span)))
        return sorted(found)

    @cached_property
    def _ends(self) -> list[int]:
        return [stretch.span.end for stretch in self.stretches]

    @cached_property
    def _item_starts(self) -> list[int]:
        return [item.span.start for item in self.items]

    def _item_of(self, span: Span) -> int:
        return bisect_right(self._item_starts, span.start) - 1

    def over(self, span: Span) -> tuple[Stretch, ...]:
        """Give the stretches that meet a span."""
        first = last = bisect_right(self._ends, span.start)
        while last < len(self.stretches) and self.stretches[last].span.start < span.end:
            last += 1
        return self.stretches[first:last]

    def at(self, offset: int) -> Stretch | None:
        """Give the stretch in which a code point stands."""
        found = self.over(Span(offset, offset + 1))
        return found[0] if found else None

    def state_of(self, span: Span) -> State | None:
        """Give the state that a line shows: an open one before a decided one; none if blank."""
        if not span.cut(self.text).strip():
            return None
        states = {stretch.state for stretch in self.over(span)}
        return min(states, key=_LOUDEST.index, default=None)

    @cached_property
    def _painted_ends(self) -> list[int]:
        return [part.span.end for part in self.view.painting]

    def decided_at(self, offset: int) -> Painted | None:
        """Give the decision that counts at a code point, with its stretch."""
        found = bisect_right(self._painted_ends, offset)
        painting = self.view.painting
        return painting[found] if found < len(painting) and offset in painting[found].span else None

    def item_at(self, offset: int) -> int | None:
        """Give the index of the item in which a code point stands."""
        found = bisect_right(self._item_starts, offset) - 1
        return found if found >= 0 and offset in self.items[found].span else None

    def items_over(self, span: Span) -> tuple[Proposal, ...]:
        """Give the items that meet a span."""
        first = max(0, bisect_right(self._item_starts, span.start) - 1)
        last = bisect_left(self._item_starts, span.end)
        return tuple(item for item in self.items[first:last] if item.span.meets(span))

    @cached_property
    def marks(self) -> tuple[Span, ...]:
        """Where portion markings stand, sorted."""
        cable = self.view.docket.cable
        found = [cable.subject_marking] if cable.subject_marking else []
        for paragraph in cable.paragraphs:
            found += [paragraph.marking, *paragraph.marks_inside]
        return tuple(sorted({marking.span for marking in found if marking.span}))

    def marks_over(self, span: Span) -> tuple[Span, ...]:
        """Give the markings that meet a span."""
        first = bisect_left(self.marks, span)
        return tuple(
            mark for mark in self.marks[max(0, first - 1) : first + len(span)] if mark.meets(span)
        )
