"""The fold: from the journal's events to the state. Pure, so a replay always gives the same.

Undo and redo are events too. Each person has a desk for each cable, with one line of acts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from itertools import chain
from typing import Literal, cast

from redactor.policy import Support
from redactor.review.desk import Desk, Signing
from redactor.review.events import Event, spans_in
from redactor.review.model import Decision, Painted, Signature, Verdict
from redactor.review.standing import NOTHING_STANDS, Standing, step
from redactor.text import Span, merge

_STAGES: tuple[Literal["first", "second", "settling"], ...] = ("first", "second", "settling")


@dataclass(frozen=True, slots=True)
class Released:
    """A release made of a cable."""

    number: str
    """``R-0001``."""
    sha256: str
    """Of release.txt, hex."""
    shown: tuple[Span, ...] | None = None
    """What of the source it shows; ``None`` where its event does not tell."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Who is at work on a cable, and since when nothing was heard of them."""

    person: str
    at: datetime
    """Of the last act or claim."""


@dataclass(frozen=True, slots=True)
class CableState:
    """All people's work on one cable."""

    desks: tuple[Desk, ...] = ()
    releases: tuple[Released, ...] = ()
    """Since the cable was last opened again."""
    earlier: tuple[Released, ...] = ()
    """From before."""
    shown: tuple[Span, ...] = ()
    """What the earlier releases show: known to the public."""
    reopened: int = 0
    """Number of the event that last opened the review again."""
    standing: Standing = NOTHING_STANDS
    claim: Claim | None = None

    def desk(self, person: str) -> Desk:
        """Give this person's desk, an empty one at first."""
        return next((desk for desk in self.desks if desk.person == person), Desk(person))

    def at(self, desk: Desk) -> "CableState":
        """Give the state with this desk in the place of its person's own."""
        others = (other for other in self.desks if other.person != desk.person)
        return replace(self, desks=(*others, desk))

    @property
    def signings(self) -> tuple[Signing, ...]:
        """Standing signatures with what they cover, oldest first."""
        found = (desk.signed for desk in self.desks)
        return tuple(sorted(filter(None, found), key=lambda signing: signing.event.seq))

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """Standing signatures, oldest first: who signs first is first reviewer."""
        events = (signing.event for signing in self.signings)
        return tuple(
            Signature(event.seq, event.at, event.person, _STAGES[min(i, len(_STAGES) - 1)])
            for i, event in enumerate(events)
        )


def fold_cable(events: Iterable[Event], state: CableState | None = None) -> CableState:
    """Fold the events of one cable, oldest first, onto ``state``."""
    return reduce(_step, events, state or CableState())


def _step(state: CableState, event: Event) -> CableState:
    if event.kind == "release":
        shown = spans_in({"spans": event.body["shown"]}) if "shown" in event.body else None
        made = Released(event.body["number"], event.body["sha256"], shown)
        return replace(state, releases=(*state.releases, made))
    if event.kind == "reopen":
        return _reopen(state, event.seq)
    if event.kind in ("claim", "unclaim"):
        held = event.kind == "claim"
        return replace(state, claim=Claim(event.person, event.at) if held else None)
    if event.kind not in ("decide", "sign", "undo", "redo"):
        return replace(state, standing=step(state.standing, event))
    return replace(state.at(_at_desk(state, event)), claim=_claim(state.claim, event))


def _claim(claim: Claim | None, event: Event) -> Claim | None:
    """Who decides is at work; who signs has done."""
    if event.kind != "sign":
        return Claim(event.person, event.at)
    return None if claim and claim.person == event.person else claim


def _reopen(state: CableState, seq: int) -> CableState:
    """Void the signatures; keep all decisions, as a settled ground for new ones."""
    shown = (shown_by(state, release) for release in state.releases)
    return replace(
        state,
        desks=tuple(desk.reopened() for desk in state.desks),
        releases=(),
        reopened=seq,
        earlier=(*state.earlier, *state.releases),
        shown=merge(chain(state.shown, chain.from_iterable(shown))),
    )


def shown_by(state: CableState, release: Released) -> tuple[Span, ...]:
    """Give what a release shows; where its event does not tell, all that any signer released."""
    if release.shown is not None:
        return release.shown
    parts = chain.from_iterable(signing.painting for signing in state.signings)
    return tuple(part.span for part in parts if part.decision.verdict == "release")


def _at_desk(state: CableState, event: Event) -> Desk:
    desk = state.desk(event.person)
    match event.kind:
        case "undo":
            return desk.back()
        case "redo":
            return desk.again()
        case "sign":
            return desk.signing(event.act, _signing(state, event))
        case _:
            return desk.deciding(event.act, _decision(event))


def _signing(state: CableState, event: Event) -> Signing:
    known = {decision.seq: decision for each in state.desks for decision in each.decisions}
    painting = tuple(
        Painted(Span(start, end), known[seq]) for start, end, seq in event.body["painting"]
    )
    return Signing(event, painting)


def _decision(event: Event) -> Decision:
    body = event.body
    support = {**body.get("support", {})}
    if "harm" in event.remarks:
        support["harm"] = event.remarks["harm"]
    return Decision(
        seq=event.seq,
        group=event.act,
        at=event.at,
        person=event.person,
        spans=spans_in(body),
        verdict=cast("Verdict", body["verdict"]),
        codes=tuple(body["codes"]),
        rule=body["rule"],
        policy=body["policy"],
        support=Support(**support),
        suppress_code=body.get("suppress_code", False),
        clears=body.get("clears", False),
        reason=event.remarks.get("reason"),
        note=event.remarks.get("note"),
        segregable=event.remarks.get("segregable"),
    )
