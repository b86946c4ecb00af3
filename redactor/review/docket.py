"""A docket: one cable as it lies before a reviewer, with what is proposed for it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain, compress, pairwise
from operator import attrgetter
from typing import NamedTuple

from redactor.cable import Cable
from redactor.declass import DatedCable
from redactor.policy import Proposal, Proposals, restricted_spans
from redactor.review.desk import Desk
from redactor.review.likeness import Elsewhere
from redactor.review.model import NO_RULE, Painted, Verdict
from redactor.review.paint import overlay, unpainted, within
from redactor.review.standing import NOTHING_STANDS, Standing
from redactor.review.suggested import Suggestion, with_suggestions, without_overtaken
from redactor.text import Span, merge


@dataclass(frozen=True)
class Docket:
    """One cable with its clock and its proposals. Not slotted: it keeps what it computes."""

    name: str
    """Path as imported."""
    dated: DatedCable
    proposals: Proposals
    requested: date | None = None
    """The day of the request, where it is known."""
    cuts: frozenset[int] = frozenset()
    """Code points at which people divide an item."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Sentences of which releases of other cables made something known."""
    proposed_hold: str | None = None
    """Why the policy holds the cable, also where somebody lifted that hold."""
    suggested: tuple[Suggestion, ...] = ()
    """What a search proposes; it is among the proposals."""

    @property
    def cable(self) -> Cable:
        """The cable as read."""
        return self.dated.cable

    def with_suggestions(self, suggested: tuple[Suggestion, ...]) -> "Docket":
        """Give the docket with these suggestions among its proposals."""
        if suggested == self.suggested:
            return self
        if suggested not in self._variants:
            proposals = with_suggestions(self.proposals, suggested)
            self._variants[suggested] = replace(self, proposals=proposals, suggested=suggested)
        return self._variants[suggested]

    @cached_property
    def _variants(self) -> dict[tuple[Suggestion, ...], "Docket"]:
        return {}

    @cached_property
    def items(self) -> tuple[Proposal, ...]:
        """The proposals that ask for a decision, in order of the text."""
        found = (item for item in self.proposals.items if item.content)
        return tuple(part for item in found for part in divided(item, self.cuts))

    @cached_property
    def content(self) -> tuple[Span, ...]:
        """The spans of the items: all that must be decided."""
        return tuple(item.span for item in self.items)

    @cached_property
    def covered(self) -> tuple[Span, ...]:
        """The content as one: what touches is joined."""
        return merge(self.content)

    @cached_property
    def restricted(self) -> tuple[Span, ...]:
        """The portions marked RD, FRD or TFNI: they may only be referred."""
        return restricted_spans(self.dated)


class Part(NamedTuple):
    """An item as it stands for one person."""

    painted: tuple[Painted, ...]
    """Where each decision counts in it."""
    open: tuple[Span, ...]
    """What no decision covers."""


@dataclass(frozen=True)
class View:
    """What one person sees of a cable: the own decisions, over what others have settled.

    An act touches few of the items. What is known of the others is taken over from the view before.
    """

    docket: Docket
    desk: Desk
    base: tuple[Painted, ...] = ()
    """What lies beneath the own decisions; nothing while the review is blind."""
    standing: Standing = NOTHING_STANDS
    """What is said of the cable for all."""

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The items as they stand, in order."""
        return tuple(map(self._part, self.docket.content))

    def _part(self, item: Span) -> Part:
        base, own = within(self.base, (item,)), within(self.desk.painting, (item,))
        painted, suggested = overlay(base, own), self.docket.suggested
        if suggested and not self.desk.signed:
            painted = without_overtaken(painted, suggested)
        return Part(painted, unpainted(painted, item, self.docket.cable.text))

    def after(self, earlier: "View") -> "View":
        """Give this view; of what nobody touched since an earlier one it knows what that knew."""
        touched = self._apart(earlier) if "parts" in vars(earlier) else None
        if touched is not None:
            parts, content = list(earlier.parts), self.docket.content
            for at in meeting(content, touched):
                parts[at] = self._part(content[at])
            vars(self)["parts"] = tuple(parts)
        return self

    def _apart(self, earlier: "View") -> tuple[Span, ...] | None:
        """Give where two views can differ; ``None`` is anywhere."""
        alike = (
            self.docket is earlier.docket
            and self.base == earlier.base
            and bool(self.desk.signed) == bool(earlier.desk.signed)
        )
        return self.desk.apart(earlier.desk) if alike else None

    @cached_property
    def painting(self) -> tuple[Painted, ...]:
        """Where each decision counts, content only, cut at the boundaries of the items."""
        return tuple(chain.from_iterable(map(_painted, self.parts)))

    @cached_property
    def open(self) -> tuple[Span, ...]:
        """Content without a decision, cut at the boundaries of the items."""
        return tuple(chain.from_iterable(map(_open, self.parts)))

    @cached_property
    def open_items(self) -> tuple[Proposal, ...]:
        """Items that are open wholly or in part."""
        return tuple(compress(self.docket.items, map(_open, self.parts)))

    @property
    def decided(self) -> int:
        """How many items are decided."""
        return len(self.docket.items) - len(self.open_items)


def meeting(content: Sequence[Span], spans: Iterable[Span]) -> Iterator[int]:
    """Give the indexes of the items, in order, that meet spans; both sorted and disjoint."""
    behind = 0
    for span in spans:
        first = bisect_right(content, span.start, lo=behind, key=_end)
        behind = bisect_left(content, span.end, lo=first, key=_start)
        yield from range(first, behind)


_start, _end = attrgetter("start"), attrgetter("end")
_painted, _open = attrgetter("painted"), attrgetter("open")


def divided(item: Proposal, cuts: frozenset[int]) -> Iterator[Proposal]:
    """Give an item in its parts: each can be decided on its own, and is proposed as the whole."""
    inside = sorted(cut for cut in cuts if item.span.start < cut < item.span.end)
    for start, end in pairwise((item.span.start, *inside, item.span.end)):
        yield item._replace(span=Span(start, end))


def proposing_rule(docket: Docket, spans: Iterable[Span], verdict: Verdict) -> str:
    """Give the id of the one rule that proposed this verdict for all these spans, or ``none``."""
    items = (docket.items[at] for at in meeting(docket.content, merge(spans)))
    rules = {item.won_by if item.action == verdict else None for item in items}
    rule = rules.pop() if len(rules) == 1 else None
    return rule or NO_RULE
