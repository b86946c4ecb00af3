"""The registry: the state of a whole case, folded event by event from its journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from redactor.policy import Basis
from redactor.review.events import Event
from redactor.review.fold import CableState, fold_cable
from redactor.review.importing import CopyKind
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
    """What a journal says of its case. It only ever takes events in, in their order."""

    def __init__(self) -> None:
        self.seen = 0
        """Number of the last event taken in."""
        self.terms: Terms | None = None
        self.policy: str | None = None
        """SHA-256 of the policy in force, hex."""
        self.roster = NO_ROSTER
        self.entries: dict[str, Entry] = {}
        self.states: dict[str, CableState] = {}
        self.released_under: dict[str, str] = {}
        """The policy under which a cable's standing release was made."""
        self.alike: dict[str, list[int]] = {}
        """``seq`` of the imports of each id, and of each commitment to a text."""
        self.acts: dict[int, tuple[str, ...]] = {}
        """The cables of each act of decisions: a bulk act spans more than one."""

    def take(self, events: Iterable[Event]) -> None:
        """Take in events, oldest first."""
        for event in events:
            self.seen = event.seq
            if event.kind == "open":
                self.terms = _terms(event)
            elif event.kind == "policy":
                self.policy = event.body["sha256"]
            elif event.kind == "roster":
                self.roster = enrol(self.roster, event)
            elif event.cable and event.kind == "import":
                self._take_import(event.cable, event)
            elif event.cable:
                self._take_on_cable(event.cable, event)

    def _take_import(self, cable: str, event: Event) -> None:
        if cable in self.entries:
            return
        entry = self.entries[cable] = _entry(cable, event)
        for name in (entry.id, entry.text):
            if name:
                self.alike.setdefault(name, []).append(entry.seq)

    def _take_on_cable(self, cable: str, event: Event) -> None:
        self.states[cable] = fold_cable([event], self.states.get(cable))
        if event.kind == "release" and self.policy:
            self.released_under[cable] = self.policy
        elif event.kind == "reopen":
            self.released_under.pop(cable, None)
        if event.kind == "decide" and cable not in self.acts.get(event.act, ()):
            self.acts[event.act] = (*self.acts.get(event.act, ()), cable)


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
