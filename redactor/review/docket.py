"""A docket: one cable as it lies before a reviewer, with what is proposed for it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from redactor.cable import Cable
from redactor.declass import DatedCable
from redactor.policy import Proposal, Proposals, restricted_spans
from redactor.review.desk import Desk
from redactor.review.likeness import Elsewhere
from redactor.review.model import NO_RULE, Painted, Verdict
from redactor.review.paint import overlay, unpainted, within
from redactor.review.standing import NOTHING_STANDS, Standing
from redactor.review.suggested import Suggestion, with_suggestions, without_overtaken
from redactor.text import Span


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
    def restricted(self) -> tuple[Span, ...]:
        """The portions marked RD, FRD or TFNI: they may only be referred."""
        return restricted_spans(self.dated)


@dataclass(frozen=True)
class View:
    """What one person sees of a cable: the own decisions, over what others have settled."""

    docket: Docket
    desk: Desk
    base: tuple[Painted, ...] = ()
    """What lies beneath the own decisions; nothing while the review is blind."""
    standing: Standing = NOTHING_STANDS
    """What is said of the cable for all."""

    @cached_property
    def painting(self) -> tuple[Painted, ...]:
        """Where each decision counts, content only."""
        own = within(self.desk.painting, self.docket.content)
        found, suggested = overlay(self.base, own), self.docket.suggested
        return without_overtaken(found, suggested) if suggested and not self.desk.signed else found

    @cached_property
    def open(self) -> tuple[Span, ...]:
        """Content without a decision, cut at the boundaries of the items."""
        return unpainted(self.painting, self.docket.content, self.docket.cable.text)

    @cached_property
    def open_items(self) -> tuple[Proposal, ...]:
        """Items that are open wholly or in part."""
        starts = [item.span.start for item in self.docket.items]
        found = {bisect_right(starts, span.start) - 1 for span in self.open}
        return tuple(self.docket.items[i] for i in sorted(found))

    @property
    def decided(self) -> int:
        """How many items are decided."""
        return len(self.docket.items) - len(self.open_items)


def divided(item: Proposal, cuts: frozenset[int]) -> Iterator[Proposal]:
    """Give an item in its parts: each can be decided on its own, and is proposed as the whole."""
    inside = sorted(cut for cut in cuts if item.span.start < cut < item.span.end)
    for start, end in pairwise((item.span.start, *inside, item.span.end)):
        yield item._replace(span=Span(start, end))


def proposing_rule(docket: Docket, spans: Iterable[Span], verdict: Verdict) -> str:
    """Give the id of the one rule that proposed this verdict for all these spans, or ``none``."""
    rules = {
        item.won_by if item.action == verdict else None
        for span in spans
        for item in docket.items
        if item.span.meets(span)
    }
    rule = rules.pop() if len(rules) == 1 else None
    return rule or NO_RULE
