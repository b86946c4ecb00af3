"""An open case, read: its terms, its cables, and each with all people's work on it.

The edge where the case file is read. ``Session`` adds what one person does.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache

from redactor.cable import Cable, read
from redactor.declass import Facts, date_cable
from redactor.policy import Policy, parse_policy, propose
from redactor.review.casefile import Author, CaseError, CaseFile, MovedError, Place
from redactor.review.docket import Docket, View
from redactor.review.events import Draft
from redactor.review.fold import CableState
from redactor.review.holds import hold_now
from redactor.review.people import same_person
from redactor.review.registry import Entry, Registry, Terms
from redactor.review.roster import Roster
from redactor.review.workflow import Board

Now = Callable[[], datetime]

DOCKETS_KEPT = 64
"""Dockets are quick to make again; this many stay in memory."""


def utc_now() -> datetime:
    """Read the clock, in UTC."""
    return datetime.now(UTC)


class OpenCase:
    """A case as one person sees it.

    Raises:
        CaseError: from every method, when the case file can't be used.
    """

    def __init__(self, case: CaseFile, person: str, now: Now = utc_now) -> None:
        self.case = case
        self.person = same_person(person)
        self._now = now
        self._registry = Registry()
        self._policies = lru_cache(maxsize=8)(self._read_policy)
        self._docket = lru_cache(DOCKETS_KEPT)(self._read_docket)
        self.refresh()

    def refresh(self) -> None:
        """Take in what others have written since."""
        try:
            self._registry.take(self.case.events(after=self._registry.seen))
        except (KeyError, IndexError, TypeError, ValueError) as fault:
            raise self.case.damaged() from fault

    def _act(self, make: Callable[[], Sequence[Draft]]) -> None:
        """Decide on the newest state and write durably; again if someone wrote in between."""
        while True:
            self.refresh()
            drafts = make()
            if not drafts:
                return
            at = self._now()
            role = next(self._registry.roster.roles(self.person, at.date()), "reviewer")
            author = Author(self.person, role, self._registry.policy)
            try:
                events = self.case.append(author, drafts, at, after=self._registry.seen)
            except MovedError:
                continue
            self._registry.take(events)
            return

    # What the case is about

    @property
    def is_open(self) -> bool:
        """Whether the case has its terms and its policy."""
        return self._registry.terms is not None and self._registry.policy is not None

    @property
    def terms(self) -> Terms:
        """The terms of the case."""
        if self._registry.terms is None:
            raise CaseError(f"{self.case.path}: the case has no terms yet; import a cable first")
        return self._registry.terms

    @property
    def policy(self) -> Policy:
        """The policy in force in this case."""
        if self._registry.policy is None:
            raise CaseError(f"{self.case.path}: the case has no policy yet; import a cable first")
        return self._policies(self._registry.policy)

    def policy_for(self, sha256: str) -> Policy:
        """Give the policy of one cable: of its release if it is released, else the one in force."""
        return self._policies(self._policy_hash_for(sha256))

    def _policy_hash_for(self, sha256: str) -> str:
        return self._registry.released_under.get(sha256) or self.policy.ref.sha256

    def _read_policy(self, sha256: str) -> Policy:
        return parse_policy(self.case.policy(sha256), f"{self.case.path}:policy")

    @property
    def roster(self) -> Roster:
        """Who holds which role."""
        return self._registry.roster

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The cables, in the order of import."""
        return tuple(self._registry.entries.values())

    def entry(self, sha256: str) -> Entry:
        """Give one cable of the case."""
        return self._registry.entries[sha256]

    def by_seq(self, seq: int) -> Entry:
        """Give the cable that an event imported."""
        return next(entry for entry in self.entries if entry.seq == seq)

    # One cable

    def docket(self, sha256: str) -> Docket:
        """Give a cable with its clock and its proposals."""
        standing = self.state(sha256).standing
        return self._docket(
            sha256, self._policy_hash_for(sha256), standing.facts, standing.held_by,
            standing.lifted, standing.cuts,
        )  # fmt: skip

    def _read_docket(
        self,
        sha256: str,
        policy: str,
        facts: Facts,
        held_by: str | None,
        lifted: str | None,
        cuts: frozenset[int],
    ) -> Docket:
        name = self._registry.entries[sha256].name
        cable = read(self.case.cable(sha256))
        docket = self._docket_on(self.terms.as_of, cable, name, self._policies(policy), facts)
        hold = hold_now(docket.proposals.hold, held_by, lifted)
        return replace(docket, proposals=replace(docket.proposals, hold=hold), cuts=cuts)

    def _docket_on(
        self, day: date, cable: Cable, name: str, policy: Policy, facts: Facts
    ) -> Docket:
        terms = self.terms
        dated = date_cable(cable, day, facts)
        proposals = propose(dated, policy, terms.basis, requested=terms.requested)
        return Docket(name, dated, proposals, terms.requested)

    def _proposed_hold(self, sha256: str) -> str | None:
        """Say why the policy holds a cable, whatever was lifted."""
        docket = self.docket(sha256)
        terms, policy = self.terms, self.policy_for(sha256)
        return propose(docket.dated, policy, terms.basis, requested=terms.requested).hold

    def what_if(self, docket: Docket, day: date) -> Docket:
        """Give a docket as it would be if the case read the clock on another day.

        Nothing is kept or recorded of it, and the case file is not touched.
        """
        cable = docket.cable
        return self._docket_on(
            day, cable, docket.name, self.policy_for(cable.sha256), docket.dated.attested
        )

    def board(self, sha256: str) -> Board:
        """Give a cable with all people's work on it."""
        return Board(
            self.docket(sha256),
            self.state(sha256),
            self.policy_for(sha256).workflow,
            self._registry.roster,
            self._now().date(),
        )

    def state(self, sha256: str) -> CableState:
        """Give the state folded from the journal."""
        return self._registry.states.get(sha256, CableState())

    def view(self, sha256: str) -> View:
        """Give what this person sees of a cable."""
        return self.board(sha256).view(self.person)

    # Resuming

    @property
    def place(self) -> Place | None:
        """Where this person was."""
        return self.case.place(self.person)

    def remember(self, sha256: str, offset: int) -> None:
        """Note where this person is, in code points."""
        self.case.remember(self.person, Place(sha256, offset))
