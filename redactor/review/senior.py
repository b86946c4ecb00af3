"""Senior approval: what the rules leave to a senior official, and whether it was given.

The triggers: a code that is not printed, 5 USC 552(b); text withheld that an earlier release
shows, 32 CFR 2001.13(b); a security code on a portion marked unclassified; a place withheld
while its referral is unanswered; a flag that asks for the balancing of 32 CFR 2001.35.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from redactor.policy import code_table
from redactor.review.docket import Docket
from redactor.review.fold import CableState
from redactor.review.legal import words_outside
from redactor.review.likeness import Elsewhere
from redactor.review.model import Painted
from redactor.review.paint import spans_of
from redactor.review.referring import Referral, referrals
from redactor.text import Span, clip, intersect, merge, subtract

TriggerKind = Literal[
    "code-suppressed", "shown-before", "withheld-elsewhere", "upgraded", "referral-open",
    "public-interest",
]  # fmt: skip

PUBLIC_INTEREST = "public-interest"
"""The flag that asks for the balancing."""

_WORDS: dict[TriggerKind, str] = {
    "code-suppressed": "the code is not printed",
    "shown-before": "an earlier release shows what is withheld now",
    "withheld-elsewhere": "what is released now is withheld in the release of another cable",
    "upgraded": "a portion marked unclassified is withheld for national security",
    "referral-open": "a place is withheld while its referral is unanswered",
    "public-interest": "the public interest is to be weighed",
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One reason for senior approval."""

    kind: TriggerKind
    spans: tuple[Span, ...]
    since: int
    """Number of the last event that brought it about: an older approval does not cover it."""

    numbers: tuple[str, ...] = ()
    """Of the releases of other cables that brought it about."""

    @property
    def words(self) -> str:
        """What a message says of it."""
        named = f" ({', '.join(self.numbers)})" if self.numbers else ""
        return _WORDS[self.kind] + named


def triggers(
    docket: Docket,
    state: CableState,
    painting: Sequence[Painted],
    people: Iterable[str] | None = None,
) -> tuple[Trigger, ...]:
    """Give all reasons for senior approval in a painting.

    Args:
        docket: the cable.
        state: its state.
        painting: what counts in the end, or what one person decided so far.
        people: whose referrals count; everyone's, if not named.
    """
    found = _all(docket, state, painting, referrals(state, people))
    return tuple(trigger for trigger in found if trigger.spans)


def unapproved(
    docket: Docket, state: CableState, painting: Sequence[Painted]
) -> tuple[Trigger, ...]:
    """Give those that no senior official has approved since they came about."""
    return tuple(
        trigger
        for trigger in triggers(docket, state, painting)
        if subtract(trigger.spans, _approved(state, trigger))
    )


def _approved(state: CableState, trigger: Trigger) -> tuple[Span, ...]:
    return merge(
        span
        for approval in state.standing.approvals
        if approval.kind == trigger.kind and approval.seq > trigger.since
        for span in approval.spans
    )


def _all(
    docket: Docket, state: CableState, painting: Sequence[Painted], referred: Iterable[Referral]
) -> Iterator[Trigger]:
    hidden = [part for part in painting if part.decision.suppress_code]
    yield _trigger("code-suppressed", hidden, tuple(part.span for part in hidden))
    withheld = [part for part in painting if part.decision.verdict == "redact"]
    yield from _against_releases(docket, state, painting)
    secret = [part for part in withheld if _is_security(part)]
    unmarked = [p.span for p in docket.cable.paragraphs if p.effective_level == "U"]
    yield _trigger("upgraded", secret, intersect(unmarked, (part.span for part in secret)))
    waiting = merge(span for each in referred for span in each.open)
    early = intersect(spans_of(withheld, "redact"), waiting)
    yield _trigger("referral-open", withheld, early)
    flags = [flag for flag in state.standing.flags if flag.kind == PUBLIC_INTEREST]
    whole = tuple(part.span for part in painting)
    asked = merge(span for flag in flags for span in flag.spans or whole)
    yield Trigger("public-interest", asked, max((flag.seq for flag in flags), default=0))


def _against_releases(
    docket: Docket, state: CableState, painting: Sequence[Painted]
) -> Iterator[Trigger]:
    """Find what differs from a release: an earlier one of this cable, or one of another cable."""
    withheld, released = spans_of(painting, "redact"), spans_of(painting, "release")
    showing = [each for each in docket.elsewhere if each.known.shown]
    known = merge((*state.shown, *(each.span for each in showing)))
    parts = [part for part in painting if part.decision.verdict == "redact"]
    yield _since(showing, _trigger("shown-before", parts, intersect(withheld, known)))
    text, content = docket.cable.text, docket.content
    compared = [
        each
        for each in docket.elsewhere
        if not each.known.shown and not words_outside(released, clip((each.span,), content), text)
    ]
    parts = [part for part in painting if part.decision.verdict == "release"]
    spans = clip(merge(each.span for each in compared), content)
    yield _since(compared, _trigger("withheld-elsewhere", parts, spans))


def _since(known: Sequence[Elsewhere], trigger: Trigger) -> Trigger:
    """Give a trigger with the releases behind it; an approval from before them does not cover."""
    meeting = [each.known for each in known if any(each.span.meets(s) for s in trigger.spans)]
    numbers = tuple(dict.fromkeys(by.number for by in meeting))
    return replace(
        trigger, numbers=numbers, since=max((trigger.since, *(by.seq for by in meeting)))
    )


def _is_security(part: Painted) -> bool:
    table = code_table()
    return any(code in table and table[code].security for code in part.decision.codes)


def _trigger(kind: TriggerKind, parts: Sequence[Painted], spans: tuple[Span, ...]) -> Trigger:
    inside = merge(spans)
    since = (part.decision.seq for part in parts if any(part.span.meets(s) for s in inside))
    return Trigger(kind, inside, max(since, default=0))
