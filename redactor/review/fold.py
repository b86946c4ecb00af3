"""The fold: from the journal's events to the state. Pure, so a replay always gives the same.

Undo and redo are events too. Each person has one line of acts for each cable; an act is what
one key press or command did, however many events it wrote.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from redactor.policy import Support
from redactor.review.events import Event
from redactor.review.model import Decision, Signature, Verdict
from redactor.text import Span

STAGES: tuple[Literal["first", "second", "settling"], ...] = ("first", "second", "settling")


@dataclass(frozen=True, slots=True)
class Desk:
    """One person's standing work on one cable."""

    person: str
    acts: tuple[int, ...] = ()
    """Acts that stand, oldest first."""
    undone: tuple[int, ...] = ()
    """Acts taken back, the latest last: what redo brings again."""
    decisions: tuple[Decision, ...] = ()
    """Those of the standing acts, oldest first."""
    shelved: tuple[Decision, ...] = ()
    """Those of the undone acts."""
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class Released:
    """A release made of a cable."""

    number: str
    """``R-0001``."""
    sha256: str
    """Of release.txt, hex."""
    seq: int


@dataclass(frozen=True, slots=True)
class CableState:
    """All people's work on one cable."""

    desks: tuple[Desk, ...] = ()
    releases: tuple[Released, ...] = ()

    def desk(self, person: str) -> Desk:
        """Give this person's desk, an empty one at first."""
        return next((desk for desk in self.desks if desk.person == person), Desk(person))

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """Standing signatures, oldest first."""
        found = (desk.signature for desk in self.desks if desk.signature)
        return tuple(sorted(found, key=lambda signature: signature.seq))


def fold_cable(events: Iterable[Event]) -> CableState:
    """Fold the events of one cable, oldest first."""
    own: dict[str, list[Event]] = {}
    releases: list[Released] = []
    for event in events:
        if event.kind == "release":
            releases.append(Released(event.body["number"], event.body["sha256"], event.seq))
        elif event.kind in ("decide", "sign", "undo", "redo"):
            own.setdefault(event.person, []).append(event)
    desks = tuple(_desk(person, lines) for person, lines in own.items())
    return CableState(_staged(desks), tuple(releases))


def _desk(person: str, events: Sequence[Event]) -> Desk:
    acts: list[int] = []
    undone: list[int] = []
    for event in events:
        if event.kind == "undo":
            acts.remove(event.body["act"])
            undone.append(event.body["act"])
        elif event.kind == "redo":
            undone.remove(event.body["act"])
            acts.append(event.body["act"])
        elif event.act not in acts[-1:]:
            acts.append(event.act)
            undone.clear()
    decided = [_decision(event) for event in events if event.kind == "decide"]
    standing, shelved = set(acts), set(undone)
    signs = [event for event in events if event.kind == "sign" and event.act in standing]
    return Desk(
        person,
        tuple(acts),
        tuple(undone),
        tuple(decision for decision in decided if decision.group in standing),
        tuple(decision for decision in decided if decision.group in shelved),
        Signature(signs[-1].seq, signs[-1].at, person, "first") if signs else None,
    )


def _staged(desks: tuple[Desk, ...]) -> tuple[Desk, ...]:
    """Name each standing signature by its order: who signs first is first reviewer."""
    order = sorted(desk.signature.seq for desk in desks if desk.signature)
    return tuple(
        replace(
            desk,
            signature=replace(
                desk.signature, stage=STAGES[min(order.index(desk.signature.seq), len(STAGES) - 1)]
            ),
        )
        if desk.signature
        else desk
        for desk in desks
    )


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
        reason=event.remarks.get("reason"),
        note=event.remarks.get("note"),
        segregable=event.remarks.get("segregable"),
    )
