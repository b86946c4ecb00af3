"""The sheet: a cable as it lies on the desk, with the state of every place. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress
from operator import attrgetter
from typing import Literal, NamedTuple

from redactor.policy import Proposal
from redactor.review import Painted, Verdict, View
from redactor.text import LineIndex, Span, gaps

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
    "refer": "▻",
    "redact": "□",
    "release": "○",
    "redacted": "■",
    "referred": "►",
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
    """What the source pane shows. Not slotted: it keeps what it computes, item by item."""

    view: View

    def with_view(self, view: View) -> "Sheet":
        """Give the sheet of the same cable after an act; what it left as it was is kept."""
        sheet = Sheet(view)
        if view.docket is self.view.docket:
            old, new = self.view.parts, view.parts
            known = {at: found for at, found in self._known.items() if old[at] is new[at]}
            vars(sheet).update(
                marks=self.marks, _furniture=self._furniture, _item_starts=self._item_starts,
                _let=self._let, _known=known,
            )  # fmt: skip
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

    def over(self, span: Span) -> tuple[Stretch, ...]:
        """Give the stretches that meet a span, sorted and disjoint.

        White space that needs no decision has none.
        """
        found: list[Stretch] = []
        for at in self._items_near(span):
            every = self._stretches(at)
            first = bisect_right(every, span.start, key=_end)
            found += every[first : bisect_left(every, span.end, lo=first, key=_start)]
        pages = _met(self._furniture, span)
        found += (Stretch(page, "furniture", -1) for page in pages)
        return tuple(sorted(found) if pages else found)

    def same_over(self, other: "Sheet", span: Span) -> bool:
        """Tell whether two sheets surely show the same over a span: nobody touched its items."""
        ours, theirs = self.view, other.view
        return ours is theirs or (
            ours.docket is theirs.docket
            and all(ours.parts[at] is theirs.parts[at] for at in self._items_near(span))
        )

    @cached_property
    def _known(self) -> dict[int, tuple[Stretch, ...]]:
        """The stretches of items that were asked for."""
        return {}

    def _stretches(self, at: int) -> tuple[Stretch, ...]:
        """Give what is open and what is decided of an item, sorted; it may run over furniture."""
        if at not in self._known:
            self._known[at] = tuple(sorted(self._made(at)))
        return self._known[at]

    def _made(self, at: int) -> Iterator[Stretch]:
        item, part = self.items[at], self.view.parts[at]
        states: list[tuple[Span, State]] = [(span, item.action) for span in part.open]
        states += [(each.span, DECIDED[each.decision.verdict]) for each in part.painted]
        furniture = _met(self._furniture, item.span)
        for span, state in states:
            for piece in gaps(furniture, span) if furniture else (span,):
                yield Stretch(piece, state, at)

    @cached_property
    def _furniture(self) -> tuple[Span, ...]:
        return self.view.docket.cable.furniture

    @cached_property
    def _item_starts(self) -> list[int]:
        return [item.span.start for item in self.items]

    def _items_near(self, span: Span) -> range:
        """Give the indexes of the items that meet a span, and perhaps of the one before."""
        first = bisect_right(self._item_starts, span.start) - 1
        return range(max(0, first), bisect_left(self._item_starts, span.end))

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

    def decided_at(self, offset: int) -> Painted | None:
        """Give the decision that counts at a code point, with its stretch."""
        index = self.item_at(offset)
        painted = () if index is None else self.view.parts[index].painted
        return next((part for part in painted if offset in part.span), None)

    def item_at(self, offset: int) -> int | None:
        """Give the index of the item in which a code point stands."""
        found = bisect_right(self._item_starts, offset) - 1
        return found if found >= 0 and offset in self.items[found].span else None

    def items_over(self, span: Span) -> tuple[Proposal, ...]:
        """Give the items that meet a span."""
        near = (self.items[at] for at in self._items_near(span))
        return tuple(item for item in near if item.span.meets(span))

    def open_of(self, lets: Callable[[Proposal], bool]) -> tuple[Span, ...]:
        """Give what is open of the items that are let through; each is asked for once."""
        if lets not in self._let:
            self._let[lets] = tuple(map(lets, self.items))
        parts = compress(self.view.parts, self._let[lets])
        return tuple(chain.from_iterable(part.open for part in parts))

    @cached_property
    def _let(self) -> dict[Callable[[Proposal], bool], tuple[bool, ...]]:
        return {}

    def open_at(self, offset: int) -> tuple[Span, ...]:
        """Give what is open of the item in which a code point stands."""
        index = self.item_at(offset)
        return () if index is None else self.view.parts[index].open

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
        return _met(self.marks, span)


_start, _end = attrgetter("span.start"), attrgetter("span.end")


def _met(spans: Sequence[Span], window: Span) -> tuple[Span, ...]:
    """Give those of sorted, disjoint spans that meet a window."""
    first = max(0, bisect_left(spans, (window.start,)) - 1)
    near = spans[first : bisect_left(spans, (window.end,), first)]
    return tuple(span for span in near if span.meets(window))
