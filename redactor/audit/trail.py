"""The trail: who decided what over which stretch, and which rules spoke there."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from redactor.policy import RuleHit
from redactor.review import CompletedReview, Decision
from redactor.text import Span

T = TypeVar("T")


def decisions_over(review: CompletedReview, spans: Sequence[Span]) -> list[list[Decision]]:
    """Give, for each span, every signer's standing decisions that meet it, oldest first.

    ``spans`` are sorted and disjoint.
    """
    history = sorted(review.history, key=lambda decision: decision.seq)
    return _meeting(spans, ((span, made) for made in history for span in made.spans))


def rules_over(review: CompletedReview, spans: Sequence[Span]) -> list[list[RuleHit]]:
    """Give, for each span, the rules that matched there, each once.

    ``spans`` are sorted and disjoint.
    """
    items = review.proposals.items
    return _meeting(spans, ((item.span, hit) for item in items for hit in item.rules))


def utc(moment: datetime) -> str:
    """Give a time as the records write it: ``2026-11-23T14:03:00Z``."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _meeting(spans: Sequence[Span], things: Iterable[tuple[Span, T]]) -> list[list[T]]:
    """Give, for each span, the things whose own span meets it, each once, in their order."""
    ends = [span.end for span in spans]
    found: list[dict[int, T]] = [{} for _ in spans]
    for place, thing in things:
        i = bisect_right(ends, place.start)
        while i < len(spans) and spans[i].start < place.end:
            found[i].setdefault(id(thing), thing)
            i += 1
    return [list(things.values()) for things in found]
