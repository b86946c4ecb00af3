"""What the law lets a person decide at a place, and what it wants said. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from redactor.declass import automatic_day
from redactor.policy import Support, refusal, was_25_at
from redactor.review.docket import Docket, View
from redactor.review.model import NO_RULE, Decision, Painted, Verdict
from redactor.review.referring import denied, told
from redactor.text import Span, clip, intersect, sentences, subtract


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decides about some spans."""

    spans: tuple[Span, ...]
    verdict: Verdict
    codes: tuple[str, ...] = ()
    support: Support = Support()
    rule: str = NO_RULE
    suppress_code: bool = False
    remarks: Mapping[str, str] = field(default_factory=dict)
    """Free words: ``reason``, ``note``, ``segregable``; harm stands in ``support``."""


def forbidden(view: View, ruling: Ruling, inside: Sequence[Span]) -> str | None:
    """Say why a ruling may not stand on some content, and what may; nothing when it may."""
    docket = view.docket
    if ruling.verdict != "refer" and clip(tuple(inside), docket.restricted):
        return (
            "the portion is marked RD, FRD or TFNI: it may only be referred (10 CFR 1045.155), "
            "for example to DOE"
        )
    if ruling.verdict == "refer":
        agency = (ruling.support.agency or "").strip()
        return None if agency else "a referral names the agency; give one"
    if ruling.verdict == "release":
        if ruling.codes:
            return "a release carries no codes; leave them out"
        return _owned_by_others(view, inside)
    return code_fault(docket, ruling.codes, ruling.support)


def _owned_by_others(view: View, inside: Sequence[Span]) -> str | None:
    """Say whose word stands against a release."""
    lines = view.docket.cable.lines
    against = intersect(inside, denied(view.standing))
    if against:
        return (
            f"an agency denies the release of {lines.named(against)}, and a denial by one wins; "
            "withhold it, or record the agency's new answer"
        )
    waiting = intersect(inside, told(view.standing))
    if waiting:
        return (
            f"{lines.named(waiting)} is referred, and the agency was told; record its answer "
            "first, or withhold the place with a code"
        )
    return None


def code_fault(docket: Docket, codes: Sequence[str], support: Support) -> str | None:
    """Say why these codes may not withhold anything of this cable; nothing when they may."""
    origin, requested = docket.dated.origin, docket.requested
    return refusal(
        codes,
        docket.proposals.basis,
        age_over_25=past_25(origin, docket.dated.as_of),
        over_25_at_request=bool(origin and requested and was_25_at(requested, origin)),
        support=support,
    )


def past_25(origin: date | None, as_of: date) -> bool:
    """Tell whether the 25 years of 1.4 codes are over; without an origin they are not.

    From the day of the 25-year rule on, 32 CFR 2001.30(l), 3.3(b) reasons take their place.
    """
    return origin is not None and as_of >= automatic_day(origin)


def lacks_segregability(docket: Docket, painting: Sequence[Painted]) -> tuple[Span, ...]:
    """Give the paragraphs withheld whole, on a person's own account, without a word on why.

    5 USC 552(b): any reasonably segregable portion is provided. Where a rule proposed it, the
    rule's reason stands; a paragraph of one sentence has no part to segregate.
    """
    bare = [part.span for part in painting if _is_bare(part.decision)]
    return tuple(
        part.span
        for part in docket.cable.paragraphs
        if not words_outside(bare, clip((part.span,), docket.content), docket.cable.text)
        and len(sentences(docket.cable.text, part.span)) > 1
    )


def _is_bare(decision: Decision) -> bool:
    return decision.verdict == "redact" and decision.rule == NO_RULE and not decision.segregable


def words_outside(spans: Sequence[Span], content: Sequence[Span], text: str) -> bool:
    """Tell whether any words of the content lie outside the spans."""
    return any(span.cut(text).strip() for span in subtract(content, spans))
