"""The fold: from the journal's events to the state. Pure, so a replay always gives the same.

Undo and redo are events too. Each person has one line of acts for each cable; an act is what
one key press or command did, however many events it wrote.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from itertools import chain
from typing import Literal, cast

from redactor.policy import Support
from redactor.review.events import Event
from redactor.review.model import Decision, Painted, Signature, Verdict
from redactor.review.standing import NOTHING_STANDS, Standing, spans_in, step
from redactor.text import Span, merge

_STAGES: tuple[Literal["first", "second", "settling"], ...] = ("first", "second", "settling")


@dataclass(frozen=True, slots=True)
class Signing:
    """What one person signed: exactly this painting, whatever anybody does later."""

    event: Event
    painting: tuple[Painted, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """What one key press or command did: one step of undo."""

    seq: int
    """Number of its first event."""
    decisions: tuple[Decision, ...] = ()
    signed: Signing | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """One person's work on one cable."""

    person: str
    acts: tuple[Act, ...] = ()
    """Acts that stand, oldest first."""
    undone: tuple[Act, ...] = ()
    """Acts taken back, the latest last: what redo brings again."""
    settled: tuple[Decision, ...] = ()
    """From before the cable was opened again: they stand, and no undo reaches them."""

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Those that stand, oldest first."""
        return (*self.settled, *(made for act in self.acts for made in act.decisions))

    @property
    def signed(self) -> Signing | None:
        """The standing signature."""
        return next((act.signed for act in reversed(self.acts) if act.signed), None)


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
    standing: Standing = NOTHING_STANDS
    claim: Claim | None = None

    def desk(self, person: str) -> Desk:
        """Give this person's desk, an empty one at first."""
        return next((desk for desk in self.desks if desk.person == person), Desk(person))

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
        return _reopen(state)
    if event.kind in ("claim", "unclaim"):
        held = event.kind == "claim"
        return replace(state, claim=Claim(event.person, event.at) if held else None)
    if event.kind not in ("decide", "sign", "undo", "redo"):
        return replace(state, standing=step(state.standing, event))
    desk = state.desk(event.person)
    desk = _sign(state, desk, event) if event.kind == "sign" else _at_desk(desk, event)
    others = tuple(other for other in state.desks if other.person != event.person)
    return replace(state, desks=(*others, desk), claim=_claim(state.claim, event))


def _claim(claim: Claim | None, event: Event) -> Claim | None:
    """Who decides is at work; who signs has done."""
    if event.kind != "sign":
        return Claim(event.person, event.at)
    return None if claim and claim.person == event.person else claim


def _reopen(state: CableState) -> CableState:
    """Void the signatures; keep all decisions, as a settled ground for new ones."""
    shown = (_shown(state, release) for release in state.releases)
    return replace(
        state,
        desks=tuple(Desk(desk.person, settled=desk.decisions) for desk in state.desks),
        releases=(),
        earlier=(*state.earlier, *state.releases),
        shown=merge(chain(state.shown, chain.from_iterable(shown))),
    )


def _shown(state: CableState, release: Released) -> tuple[Span, ...]:
    """Give what a release shows; where its event does not tell, all that any signer released."""
    if release.shown is not None:
        return release.shown
    parts = chain.from_iterable(signing.painting for signing in state.signings)
    return tuple(part.span for part in parts if part.decision.verdict == "release")


def _at_desk(desk: Desk, event: Event) -> Desk:
    if event.kind == "undo":
        return replace(desk, acts=desk.acts[:-1], undone=(*desk.undone, desk.acts[-1]))
    if event.kind == "redo":
        return replace(desk, acts=(*desk.acts, desk.undone[-1]), undone=desk.undone[:-1])
    acts, act = desk.acts, Act(event.act)
    if acts and acts[-1].seq == event.act:
        acts, act = acts[:-1], acts[-1]
    act = replace(act, decisions=(*act.decisions, _decision(event)))
    return replace(desk, acts=(*acts, act), undone=())


def _sign(state: CableState, desk: Desk, event: Event) -> Desk:
    known = {decision.seq: decision for each in state.desks for decision in each.decisions}
    painting = tuple(
        Painted(Span(start, end), known[seq]) for start, end, seq in event.body["painting"]
    )
    act = Act(event.act, signed=Signing(event, painting))
    return replace(desk, acts=(*desk.acts, act), undone=())


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
        spans=tuple(Span(start, end) for start, end in body["spans"]),
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
