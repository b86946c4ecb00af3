"""The registry: the state of a whole case, folded event by event from its journal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from redactor.policy import Basis
from redactor.review.events import Event
from redactor.review.fold import CableState, fold_cable
from redactor.review.importing import CopyKind
from redactor.review.likeness import Known, learn
from redactor.review.roster import NO_ROSTER, enrol


@dataclass(frozen=True, slots=True)
class Terms:
    """Under what terms a case is reviewed: fixed when the case is opened."""

    as_of: date
    basis: Basis
    requested: date | None = None
    """The day of the request."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One cable of the case."""

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
        self.known: dict[str, dict[str, Known]] = {}
        """What releases made known of each sentence, by its print and the cable."""
        self.unprinted: set[str] = set()
        """Cables whose releases tell of no sentence: they were made before there were prints."""
        self.alike: dict[str, list[int]] = {}
        """``seq`` of the imports of each id, and of each commitment to a text."""
        self._fold = fold
        self._states: dict[str, CableState] = {}

    def begin(self, events: Iterable[Event], seen: int) -> None:
        """Take in what concerns the whole case, of a journal up to the event ``seen``."""
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
        elif event.cable and event.kind == "import":
            self._take_import(event.cable, event)
        elif event.cable and event.kind == "release" and self.policy:
            self._take_release(event.cable, event, self.policy)
        elif event.cable and event.kind == "reopen":
            self.released_under.pop(event.cable, None)

    def _take_release(self, cable: str, event: Event, policy: str) -> None:
        self.released_under[cable] = policy
        self.releases += 1
        if "sentences" in event.body:
            by = Known(shown=True, number=event.body["number"], seq=event.seq)
            learn(self.known, cable, event.body["sentences"], by)
        else:
            self.unprinted.add(cable)

    def _take_import(self, cable: str, event: Event) -> None:
        if cable in self.entries:
            return
        entry = self.entries[cable] = _entry(cable, event)
        for name in (entry.id, entry.text):
            if name:
                self.alike.setdefault(name, []).append(entry.seq)


def _entry(cable: str, event: Event) -> Entry:
    body = event.body
    return Entry(
        cable, body["path"], body["id"], event.seq, body.get("text"),
        tuple(body.get("same_text", ())), body.get("copy"), tuple(body.get("copy_of", ())),
    )  # fmt: skip


def _terms(event: Event) -> Terms:
    requested = event.body.get("requested")
    return Terms(
        date.fromisoformat(event.body["as_of"]),
        event.body["basis"],
        date.fromisoformat(requested) if requested else None,
    )
