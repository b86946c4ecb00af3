"""A session: one person at work on one case. The edge where acts meet the case file and the clock.

Screens and commands both work through it. A method that changes something returns only when
the change is durable.
"""

import hashlib
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from redactor.cable import read
from redactor.declass import date_cable
from redactor.policy import Basis, Policy, Proposal, parse_policy, propose
from redactor.review import acts
from redactor.review.casefile import CaseError, CaseFile, MovedError, Place
from redactor.review.docket import Docket, View
from redactor.review.events import Draft, Event
from redactor.review.fold import CableState, fold_cable
from redactor.review.model import CompletedReview
from redactor.review.workflow import Board, Refused

Now = Callable[[], datetime]

DOCKETS_KEPT = 64
"""Dockets are quick to make again; this many stay in memory."""


def utc_now() -> datetime:
    """Read the clock, in UTC."""
    return datetime.now(UTC)


def same_person(name: str) -> str:
    """Give the one spelling of a reviewer's id: ``Alice`` and ``alice`` are one person."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


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

    @property
    def label(self) -> str:
        """What a message calls it: its id, or the first characters of its hash."""
        return self.id or self.sha256[:12]


class Session:
    """One person's work on a case.

    Raises:
        CaseError: from every method, when the case file can't be used.
    """

    def __init__(self, case: CaseFile, person: str, now: Now = utc_now) -> None:
        self.case = case
        self.person = same_person(person)
        self._now = now
        self._seen = 0
        self._states: dict[str, CableState] = {}
        self._entries: dict[str, Entry] = {}
        self._terms: Terms | None = None
        self._policy_hash: str | None = None
        self._policy: Policy | None = None
        self._docket = lru_cache(DOCKETS_KEPT)(self._read_docket)
        self.refresh()

    def refresh(self) -> None:
        """Take in what others have written since."""
        try:
            self._take(self.case.events(after=self._seen))
        except (KeyError, IndexError, TypeError, ValueError) as fault:
            raise self.case.damaged() from fault

    def _take(self, events: Sequence[Event]) -> None:
        for event in events:
            self._seen = event.seq
            if event.kind == "open":
                self._terms = _terms(event)
            elif event.kind == "policy":
                self._policy_hash, self._policy = event.body["sha256"], None
                self._docket.cache_clear()
            elif event.cable and event.kind == "import":
                body = event.body
                self._entries.setdefault(event.cable, Entry(event.cable, body["path"], body["id"]))
            elif event.cable:
                self._states[event.cable] = fold_cable([event], self._states.get(event.cable))

    def _act(self, make: Callable[[], Sequence[Draft]]) -> None:
        """Decide on the newest state and write durably; again if someone wrote in between."""
        while True:
            self.refresh()
            drafts = make()
            if not drafts:
                return
            try:
                events = self.case.append(self.person, drafts, self._now(), after=self._seen)
            except MovedError:
                continue
            self._take(events)
            return

    # What the case is about

    @property
    def is_open(self) -> bool:
        """Whether the case has its terms and its policy."""
        return self._terms is not None and self._policy_hash is not None

    @property
    def terms(self) -> Terms:
        """The terms of the case."""
        if self._terms is None:
            raise CaseError(f"{self.case.path}: the case has no terms yet; import a cable first")
        return self._terms

    @property
    def policy(self) -> Policy:
        """The policy in force in this case."""
        if self._policy_hash is None:
            raise CaseError(f"{self.case.path}: the case has no policy yet; import a cable first")
        if self._policy is None:
            data = self.case.policy(self._policy_hash)
            self._policy = parse_policy(data, f"{self.case.path}:policy")
        return self._policy

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The cables, in the order of import."""
        return tuple(self._entries.values())

    def entry(self, sha256: str) -> Entry:
        """Give one cable of the case."""
        return self._entries[sha256]

    def open_case(self, terms: Terms, policy: Policy) -> None:
        """Fix the terms and the policy of a new case.

        Raises:
            Refused: when the case has others already.
        """
        self.case.keep_policy(policy.ref.sha256, policy.data)
        opening = (
            Draft("open", None, {
                "as_of": terms.as_of.isoformat(),
                "basis": terms.basis,
                "requested": terms.requested.isoformat() if terms.requested else None,
            }),
            Draft("policy", None, {
                "name": policy.ref.name,
                "version": policy.ref.version,
                "sha256": policy.ref.sha256,
            }),
        )  # fmt: skip
        self._act(lambda: () if self.is_open else opening)
        self._check_same(terms, policy)

    def _check_same(self, terms: Terms, policy: Policy) -> None:
        if terms != self.terms:
            ours = self.terms
            raise Refused(
                f"{self.case.path}: this case is reviewed as of {ours.as_of}, basis {ours.basis}; "
                "leave those options out, or start another case file"
            )
        if policy.ref.sha256 != self._policy_hash:
            raise Refused(
                f"{self.case.path}: this case is reviewed under {self.policy.ref.name} "
                f"{self.policy.ref.version} ({self.policy.ref.sha256[:12]}), another policy than "
                "the one named; leave --policy out, or start another case file"
            )

    def import_cable(self, path: Path, data: bytes) -> Entry:
        """Take a cable into the case; the same bytes twice are one cable."""
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 not in self._entries:
            self.case.keep_cable(sha256, data)
            name = str(path).encode(errors="backslashreplace").decode()
            body = {"path": name, "id": read(data).id, "bytes": len(data)}
            event = Draft("import", sha256, body)
            self._act(lambda: () if sha256 in self._entries else (event,))
        return self._entries[sha256]

    # One cable

    def docket(self, sha256: str) -> Docket:
        """Give a cable with its clock and its proposals."""
        return self._docket(sha256)

    def _read_docket(self, sha256: str) -> Docket:
        dated = date_cable(read(self.case.cable(sha256)), self.terms.as_of)
        proposals = propose(dated, self.policy, self.terms.basis)
        return Docket(self._entries[sha256].name, dated, proposals)

    def board(self, sha256: str) -> Board:
        """Give a cable with all people's work on it."""
        return Board(self.docket(sha256), self.state(sha256), self.policy.workflow)

    def state(self, sha256: str) -> CableState:
        """Give the state folded from the journal."""
        return self._states.get(sha256, CableState())

    def view(self, sha256: str) -> View:
        """Give what this person sees of a cable."""
        return self.board(sha256).view(self.person)

    # Acts

    def decide(self, sha256: str, *rulings: acts.Ruling) -> None:
        """Record decisions as one act.

        Raises:
            Refused: when a rule forbids one; then nothing is recorded.
        """
        self._act(lambda: acts.decide(self.board(sha256), self.person, rulings))

    def accept(
        self,
        sha256: str,
        items: Sequence[Proposal] | None = None,
        remarks: Mapping[str, str] | None = None,
    ) -> acts.Accepted:
        """Decide the open parts of the items (all, if not named) as proposed, as one act."""
        accepted = acts.Accepted((), ())

        def make() -> Sequence[Draft]:
            # Anew at each try: someone, perhaps this person elsewhere, may have decided since.
            nonlocal accepted
            board = self.board(sha256)
            view = board.view(self.person)
            accepted = acts.accept(view, view.open_items if items is None else items, remarks)
            return acts.decide(board, self.person, accepted.rulings)

        self._act(make)
        return accepted

    def undo(self, sha256: str, reason: str | None = None) -> None:
        """Take back the last act on this cable.

        Raises:
            Refused: when there is none, or a reason is needed.
        """
        self._act(lambda: acts.undo(self.board(sha256), self.person, reason))

    def redo(self, sha256: str, reason: str | None = None) -> None:
        """Bring back what the last undo took.

        Raises:
            Refused: as ``undo``.
        """
        self._act(lambda: acts.redo(self.board(sha256), self.person, reason))

    def sign(self, sha256: str) -> None:
        """Sign the next stage.

        Raises:
            Refused: when this person may not sign now.
        """
        self._act(lambda: acts.sign(self.board(sha256), self.person))

    def release(self, sha256: str, make: Callable[[CompletedReview, str], bytes]) -> str:
        """Record a release and give its number.

        Args:
            sha256: the cable.
            make: builds the bytes of release.txt from the completed review and the number. The
                same review released again keeps its number and is not recorded again.

        Raises:
            Refused: when the review is not complete.
        """
        number = ""

        def record() -> Sequence[Draft]:
            nonlocal number
            mine = self.state(sha256).releases
            number = mine[-1].number if mine else self._next_number()
            digest = hashlib.sha256(make(self.board(sha256).completed(), number)).hexdigest()
            if any(release.sha256 == digest for release in mine):
                return ()
            return (Draft("release", sha256, {"number": number, "sha256": digest}),)

        self._act(record)
        return number

    def _next_number(self) -> str:
        made = sum(len(self.state(entry.sha256).releases) for entry in self.entries)
        return f"R-{made + 1:04d}"

    # Resuming

    @property
    def place(self) -> Place | None:
        """Where this person was."""
        return self.case.place(self.person)

    def remember(self, sha256: str, offset: int) -> None:
        """Note where this person is, in code points."""
        self.case.remember(self.person, Place(sha256, offset))


def _terms(event: Event) -> Terms:
    requested = event.body.get("requested")
    return Terms(
        date.fromisoformat(event.body["as_of"]),
        event.body["basis"],
        date.fromisoformat(requested) if requested else None,
    )
