"""Suggestions: what a search proposes beside the policy, to be decided as any other proposal.

A place that is suggested is open again for whoever has not signed, until they decide it anew. While
a review is blind, each reviewer sees only their own suggestions. Pure.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from redactor.policy import Proposal, Proposals, RuleHit, Support
from redactor.review.events import Draft, Event, pairs, spans_in
from redactor.review.model import Painted
from redactor.review.paint import within
from redactor.text import Span, clip, gaps, merge, subtract

SEARCHES: dict[str, tuple[str, str]] = {
    "leak-search": ("What is withheld elsewhere in the cable", "5 USC 552(b)"),
    "earlier-releases": ("What an earlier release withholds", "32 CFR 2001.33(h)"),
}
"""By the id that stands for a rule: a title, and where the duty stands."""


@dataclass(frozen=True, slots=True)
class Fix:
    """What mends a finding."""

    finding: str
    """Its id."""
    spans: tuple[Span, ...]
    search: str
    """Which search found it: one of ``SEARCHES``."""
    because: str
    """A sentence that names lines and releases, and quotes nothing."""
    codes: tuple[str, ...] = ()
    """Under which the words are withheld elsewhere; none leaves that to a person."""
    support: Support = Support()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fix that somebody put on the record."""

    seq: int
    person: str
    fix: Fix

    @property
    def action(self) -> Literal["redact", "review"]:
        """What is proposed; without a code that is only to look."""
        return "redact" if self.fix.codes else "review"


def suggestion_draft(cable: str, fix: Fix) -> Draft:
    """Give the event of a suggestion."""
    support = {k: v for k, v in asdict(fix.support).items() if v is not None and k != "harm"}
    body: dict[str, Any] = {
        "finding": fix.finding,
        "spans": pairs(fix.spans),
        "search": fix.search,
        "because": fix.because,
        "codes": list(fix.codes),
    }
    if support:
        body["support"] = support
    return Draft("suggest", cable, body, {"harm": fix.support.harm} if fix.support.harm else {})


def suggestion_in(event: Event) -> Suggestion:
    """Read a suggestion back."""
    body = event.body
    support = Support(**{**body.get("support", {}), "harm": event.remarks.get("harm")})
    fix = Fix(
        body["finding"], spans_in(body), body["search"], body["because"], tuple(body["codes"]),
        support,
    )  # fmt: skip
    return Suggestion(event.seq, event.person, fix)


def with_suggestions(proposals: Proposals, suggested: Iterable[Suggestion]) -> Proposals:
    """Give proposals with suggestions in the place of what the policy proposes there."""
    items = proposals.items
    for each in suggested:
        items = tuple(part for item in items for part in _split(item, each))
    return replace(proposals, items=items)


def _split(item: Proposal, suggestion: Suggestion) -> Iterator[Proposal]:
    """Give an item in parts: as it is, and as suggested."""
    if not item.content or item.action in ("refer", "hold"):
        yield item
        return
    inside = clip((item.span,), merge(suggestion.fix.spans))
    parts = [*gaps(inside, item.span), *inside]
    hit = _hit(suggestion)
    for part in sorted(parts):
        if part in inside:
            yield Proposal(
                part, suggestion.action, suggestion.fix.codes, None, (hit, *item.rules), hit.id,
                suggestion.fix.support,
            )  # fmt: skip
        else:
            yield item._replace(span=part)


def _hit(suggestion: Suggestion) -> RuleHit:
    fix = suggestion.fix
    title, cite = SEARCHES[fix.search]
    return RuleHit(
        fix.search, title, suggestion.action, fix.because, cite, fix.spans, fix.codes, fix.support
    )


def without_overtaken(
    painting: Sequence[Painted], suggested: Iterable[Suggestion]
) -> tuple[Painted, ...]:
    """Give a painting without the decisions that a later suggestion asks about again."""
    parts = tuple(painting)
    for each in suggested:
        older = [part.span for part in parts if part.decision.seq < each.seq]
        asked = clip(merge(older), merge(each.fix.spans))
        if asked:
            whole = merge(part.span for part in parts)
            parts = within(parts, subtract(whole, asked))
    return parts
