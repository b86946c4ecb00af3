"""The registry: the state of a whole case, folded event by event from its journal."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from redactor.policy import Basis
from redactor.review.events import Event, spans_in
from redactor.review.fold import CableState, fold_cable
from redactor.review.imports import Imports, imported
from redactor.review.likeness import Known, learn
from redactor.review.roster import NO_ROSTER, enrol
from redactor.text import Span


@dataclass(frozen=True, slots=True)
class Terms:
    """Under what terms a case is reviewed: fixed when the case is opened."""

    as_of: date
    basis: Basis
    requested: date | None = None
    """The day of the request."""


class Publication(NamedTuple):
    """A release of the case, as its event tells of it."""

    number: str
    seq: int
    """Number of the event."""
    sha256: str
    """Of release.txt, hex."""
    shown: tuple[Span, ...] | None
    """What of the source it shows; ``None`` where its event does not tell."""


class Registry:
    """What a journal says of its case. It only ever takes events in, in their order.

    The cables' own states are folded when they are first asked for: who opens a large case for
    one cable need not wait for the others.
    """

    def __init__(self, fold: Callable[[str, int], CableState]) -> None:
        """Start with nothing.

        Args:
            fold: gives the state of a cable up to an event, from the journal.
        """
        self.seen = 0
        """Number of the last event taken in."""
        self.terms: Terms | None = None
        self.policy: str | None = None
        """SHA-256 of the policy in force, hex."""
        self.roster = NO_ROSTER
        self.entries = Imports()
        self.released_under: dict[str, str] = {}
        """The policy under which a cable's standing release was made."""
        self.releases = 0
        """How many were ever made."""
        self.publications: dict[str, tuple[Publication, ...]] = {}
        """The releases ever made of each cable, oldest first."""
        self.past: tuple[str, ...] = ()
        """Folders of past releases with which the case's releases are compared."""
        self.known: dict[str, dict[str, Known]] = {}
        """What releases made known of each sentence, by its print and the cable."""
        self.unprinted: set[str] = set()
        """Cables whose releases tell of no sentence: they were made before there were prints."""
        self._alike: dict[str, list[int]] = {}
        self._compared = 0
        self._fold = fold
        self._states: dict[str, CableState] = {}

    def begin(self, imports: Imports, events: Iterable[Event], seen: int) -> None:
        """Take in what concerns the whole case, of a journal up to the event ``seen``.

        Args:
            imports: the cables.
            events: what else concerns the whole case.
            seen: number of the last event.
        """
        self.entries = imports
        for event in events:
            self._take_on_case(event)
        self.seen = seen

    def take(self, events: Iterable[Event]) -> None:
        """Take in all events that follow, oldest first."""
        for event in events:
            self.seen = event.seq
            self._take_on_case(event)
            if event.cable in self._states:
                self._states[event.cable] = fold_cable([event], self._states[event.cable])

    def state(self, cable: str) -> CableState:
        """Give the state of a cable."""
        if cable not in self._states:
            self._states[cable] = self._fold(cable, self.seen)
        return self._states[cable]

    def _take_on_case(self, event: Event) -> None:
        if event.kind == "open":
            self.terms = _terms(event)
        elif event.kind == "policy":
            self.policy = event.body["sha256"]
        elif event.kind == "roster":
            self.roster = enrol(self.roster, event)
        elif event.kind == "past":
            self.past = tuple(event.body["folders"])
        elif event.cable and event.kind == "import":
            self.entries.add(imported(event.seq, event.cable, event.body))
        elif event.cable and event.kind == "release" and self.policy:
            self._take_release(event.cable, event, self.policy)
        elif event.cable and event.kind == "reopen":
            self.released_under.pop(event.cable, None)

    def _take_release(self, cable: str, event: Event, policy: str) -> None:
        self.released_under[cable] = policy
        self.releases += 1
        body = event.body
        shown = spans_in({"spans": body["shown"]}) if "shown" in body else None
        made = Publication(body["number"], event.seq, body["sha256"], shown)
        self.publications[cable] = (*self.publications.get(cable, ()), made)
        if "sentences" in event.body:
            by = Known(shown=True, number=event.body["number"], seq=event.seq)
            learn(self.known, cable, event.body["sentences"], by)
        else:
            self.unprinted.add(cable)

    def alike(self, name: str | None) -> Sequence[int]:
        """Give the imports, by ``seq``, of an id or of a commitment to a text."""
        for entry in self.entries[self._compared :]:
            for each in filter(None, (entry.id, entry.text)):
                self._alike.setdefault(each, []).append(entry.seq)
        self._compared = len(self.entries)
        return self._alike.get(name, ()) if name else ()


def _terms(event: Event) -> Terms:
    requested = event.body.get("requested")
    return Terms(
        date.fromisoformat(event.body["as_of"]),
        event.body["basis"],
        date.fromisoformat(requested) if requested else None,
    )
