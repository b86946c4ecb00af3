"""What stands on a cable's own record, beside what each person decides.

Attested facts, holds, referrals and their answers, notes, flags, approvals and divisions: said by
one person, true for all. None is undone; each is taken back by an entry of its own. And what the
policy proposed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal, NamedTuple, get_args

from redactor.declass import NO_FACTS, Facts
from redactor.policy import Support
from redactor.review.attest import apply_facts
from redactor.review.events import Event, spans_in
from redactor.review.model import Clearance
from redactor.review.suggested import Suggestion, suggestion_in
from redactor.text import Span

Reply = Literal["deny", "no-objection"]

Fault = Literal["missed", "over-withheld", "wrong-code", "missed-referral", "wrong"]
"""What quality control finds: text released that should be withheld, text withheld that could be
released, a code or its support, another agency's word released or withheld unasked, other."""

FAULTS: tuple[Fault, ...] = get_args(Fault)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on some places of a cable, or on all of it."""

    seq: int
    at: datetime
    person: str
    spans: tuple[Span, ...]
    """Empty: the whole cable."""
    text: str
    """Free words: classified as the source."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark that asks somebody to look: ``mis-marked``, ``public-interest``."""

    seq: int
    at: datetime
    person: str
    kind: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """An agency was told of a referral."""

    seq: int
    agency: str
    spans: tuple[Span, ...]
    on: date
    due: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an agency said to a referral."""

    seq: int
    at: datetime
    person: str
    """Who recorded it."""
    agency: str
    spans: tuple[Span, ...]
    reply: Reply
    codes: tuple[str, ...] = ()
    support: Support = Support()
    policy: str = ""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """A senior official approved what the rules leave to one."""

    seq: int
    at: datetime
    person: str
    kind: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """Quality control looked at a finished review."""

    seq: int
    person: str
    right: bool
    fault: Fault | None = None
    """What is wrong; older checks don't tell."""
    review: tuple[int, ...] = ()
    """Numbers of the signatures under the review that was looked at; older checks don't tell."""


class Proposed(NamedTuple):
    """What the journal last kept of the policy's proposals."""

    seq: int
    sha256: str
    """Of all that was proposed, hex."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands now."""

    proposed: Proposed | None = None
    facts: Facts = NO_FACTS
    attested: Mapping[str, int] = field(default_factory=dict)
    """Number of the event that last attested each fact."""
    held_by: str | None = None
    """Who put the cable on hold by hand."""
    held_at: int | None = None
    """Number of the event by which they did."""
    lifted: str | None = None
    """SHA-256 of the hold's words that somebody lifted; other words hold again."""
    notices: tuple[Notice, ...] = ()
    answers: tuple[Answer, ...] = ()
    notes: tuple[Note, ...] = ()
    flags: tuple[Flag, ...] = ()
    approvals: tuple[Approval, ...] = ()
    checks: tuple[Check, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    cuts: frozenset[int] = field(default_factory=frozenset)
    """Code points at which an item is divided."""


NOTHING_STANDS = Standing()


def step(standing: Standing, event: Event) -> Standing:
    """Take in one event; those of other kinds change nothing."""
    taker = _TAKERS.get(event.kind)
    return taker(standing, event) if taker else standing


def _propose(now: Standing, event: Event) -> Standing:
    return replace(now, proposed=Proposed(event.seq, event.body["sha256"]))


def _note(now: Standing, event: Event) -> Standing:
    words = event.remarks["note"]
    note = Note(event.seq, event.at, event.person, spans_in(event.body), words)
    return replace(now, notes=(*now.notes, note))


def _flag(now: Standing, event: Event) -> Standing:
    body = event.body
    flag = Flag(event.seq, event.at, event.person, body["flag"], spans_in(body))
    return replace(now, flags=(*now.flags, flag))


def _unflag(now: Standing, event: Event) -> Standing:
    gone = event.body["replaces"]
    return replace(now, flags=tuple(flag for flag in now.flags if flag.seq not in gone))


def _attest(now: Standing, event: Event) -> Standing:
    said = event.body["facts"]
    attested = {**now.attested, **dict.fromkeys(said, event.seq)}
    return replace(now, facts=apply_facts(now.facts, said), attested=attested)


def _hold(now: Standing, event: Event) -> Standing:
    return replace(now, held_by=event.person, held_at=event.seq, lifted=None)


def _lift(now: Standing, event: Event) -> Standing:
    return replace(now, held_by=None, held_at=None, lifted=event.body["hold"])


def _notify(now: Standing, event: Event) -> Standing:
    body = event.body
    due = date.fromisoformat(body["due"]) if body["due"] else None
    on = date.fromisoformat(body["on"])
    notice = Notice(event.seq, body["agency"], spans_in(body), on, due)
    return replace(now, notices=(*now.notices, notice))


def _answer(now: Standing, event: Event) -> Standing:
    body = event.body
    support = Support(**{**body.get("support", {}), "harm": event.remarks.get("harm")})
    answer = Answer(
        event.seq, event.at, event.person, body["agency"], spans_in(body), body["reply"],
        tuple(body["codes"]), support, body["policy"], event.remarks.get("reason"),
    )  # fmt: skip
    return replace(now, answers=(*now.answers, answer))


def _approve(now: Standing, event: Event) -> Standing:
    body = event.body
    approval = Approval(event.seq, event.at, event.person, body["trigger"], spans_in(body))
    return replace(now, approvals=(*now.approvals, approval))


def _check(now: Standing, event: Event) -> Standing:
    body = event.body
    review = tuple(body.get("review", ()))
    right = body["result"] == "right"
    check = Check(event.seq, event.person, right, body.get("fault"), review)
    return replace(now, checks=(*now.checks, check))


def _clear(now: Standing, event: Event) -> Standing:
    body = event.body
    clearance = Clearance(
        event.seq, event.at, event.person, body["finding"], body["found"], spans_in(body),
        tuple(body["where"]), event.remarks["reason"],
    )  # fmt: skip
    return replace(now, clearances=(*now.clearances, clearance))


def _unclear(now: Standing, event: Event) -> Standing:
    gone = event.body["replaces"]
    return replace(now, clearances=tuple(c for c in now.clearances if c.seq not in gone))


def _suggest(now: Standing, event: Event) -> Standing:
    return replace(now, suggestions=(*now.suggestions, suggestion_in(event)))


def _split(now: Standing, event: Event) -> Standing:
    return replace(now, cuts=now.cuts | set(event.body["cuts"]))


def _merge(now: Standing, event: Event) -> Standing:
    return replace(now, cuts=now.cuts - set(event.body["cuts"]))


_TAKERS = {
    "propose": _propose,
    "note": _note,
    "flag": _flag,
    "unflag": _unflag,
    "attest": _attest,
    "hold": _hold,
    "lift": _lift,
    "notify": _notify,
    "answer": _answer,
    "approve": _approve,
    "check": _check,
    "clear": _clear,
    "unclear": _unclear,
    "suggest": _suggest,
    "split": _split,
    "merge": _merge,
}
