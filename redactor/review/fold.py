"""The fold: from the journal's events to the state. Pure, so a replay always gives the same.

Undo and redo are events too. Each person has one line of acts for each cable; an act is what
one key press or command did, however many events it wrote.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Literal, cast

from redactor.policy import Support
from redactor.review.events import Event
from redactor.review.model import Decision, Painted, Signature, Verdict
from redactor.text import Span

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

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Those of the standing acts, oldest first."""
        return tuple(decision for act in self.acts for decision in act.decisions)

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


@dataclass(frozen=True, slots=True)
class CableState:
    """All people's work on one cable."""

    desks: tuple[Desk, ...] = ()
    releases: tuple[Released, ...] = ()

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
        made = Released(event.body["number"], event.body["sha256"])
        return replace(state, releases=(*state.releases, made))
    if event.kind not in ("decide", "sign", "undo", "redo"):
        return state
    desk = state.desk(event.person)
    desk = _sign(state, desk, event) if event.kind == "sign" else _at_desk(desk, event)
    others = tuple(other for other in state.desks if other.person != event.person)
    return replace(state, desks=(*others, desk))


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
