"""The registry: the state of a whole case, folded event by event from its journal."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple

from redactor.policy import Basis
from redactor.review.events import Body, Event, spans_in
from redactor.review.fold import CableState, fold_cable
from redactor.review.importing import CopyKind
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


class Entry(NamedTuple):
    """One cable of the case. There can be very many."""

    sha256: str
    name: str
    """Path as imported."""
    id: str | None
    seq: int = 0
    """Number of the event that imported it."""
    text: str | None = None
    """Commitment to its words without blanks; ``None`` in older imports."""
    same_text: tuple[int, ...] = ()
    """``seq`` of the cables in the case with the same words in other bytes."""
    copy: CopyKind | None = None
    """What it is to those that came before with its id."""
    copy_of: tuple[int, ...] = ()
    """``seq`` of those."""

    @property
    def label(self) -> str:
        """What a message calls it: its id, or the first characters of its hash."""
        return self.id or self.sha256[:12]


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
        self.entries: dict[str, Entry] = {}
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

    def begin(
        self, imports: Iterable[tuple[int, str, Body]], events: Iterable[Event], seen: int
    ) -> None:
        """Take in what concerns the whole case, of a journal up to the event ``seen``.

        Args:
            imports: number, cable and body of each import.
            events: the others.
            seen: number of the last event.
        """
        for seq, cable, body in imports:
            self._take_import(cable, seq, body)
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
            self._take_import(event.cable, event.seq, event.body)
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

    def _take_import(self, cable: str, seq: int, body: Body) -> None:
        if cable not in self.entries:
            alike = _likeness(body) if len(body) > _PLAIN else ()
            self.entries[cable] = Entry(
                cable, body["path"], body["id"], seq, body.get("text"), *alike
            )

    def alike(self, name: str | None) -> Sequence[int]:
        """Give the imports, by ``seq``, of an id or of a commitment to a text."""
        for entry in islice(self.entries.values(), self._compared, None):
            for each in filter(None, (entry.id, entry.text)):
                self._alike.setdefault(each, []).append(entry.seq)
        self._compared = len(self.entries)
        return self._alike.get(name, ()) if name else ()


_PLAIN = 4
"""Members in the body of an import that is like no other: path, id, bytes, text."""


def _likeness(body: Body) -> tuple[tuple[int, ...], CopyKind | None, tuple[int, ...]]:
    """Give what an import says of cables that came before it."""
    return tuple(body.get("same_text", ())), body.get("copy"), tuple(body.get("copy_of", ()))


def _terms(event: Event) -> Terms:
    requested = event.body.get("requested")
    return Terms(
        date.fromisoformat(event.body["as_of"]),
        event.body["basis"],
        date.fromisoformat(requested) if requested else None,
    )
