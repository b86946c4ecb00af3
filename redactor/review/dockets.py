"""The dockets of a case: each cable as it lies before a reviewer. Made when they are asked for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from redactor.cable import Cable, read
from redactor.declass import Facts, date_cable
from redactor.policy import Policy, propose
from redactor.review.casefile import CaseFile
from redactor.review.docket import Docket
from redactor.review.fold import shown_by
from redactor.review.holds import hold_now
from redactor.review.likeness import (
    Elsewhere,
    Known,
    Prints,
    Sentence,
    elsewhere,
    learn,
    prints_of,
    sentences_in,
)
from redactor.review.readcase import ReadCase
from redactor.text import Span, merge

DOCKETS_KEPT = 64
"""Dockets are quick to make again; this many stay in memory."""


class Published(NamedTuple):
    """A cable of which releases were made."""

    sha256: str
    number: str
    """Of the last release."""
    seq: int
    """Number of its event."""
    releases: frozenset[str]
    """SHA-256 of each release.txt, hex."""
    shown: tuple[Span, ...]
    """What of the source any of them shows."""


class _Asked(NamedTuple):
    """All on which a docket depends."""

    sha256: str
    policy: str
    facts: Facts
    held_by: str | None
    lifted: str | None
    cuts: frozenset[int]
    elsewhere: tuple[Elsewhere, ...]


class Dockets(ReadCase):
    """A case with its cables read, dated and proposed."""

    def __init__(self, case: CaseFile) -> None:
        self._docket = lru_cache(DOCKETS_KEPT)(self._make)
        self._cable = lru_cache(DOCKETS_KEPT)(self._read)
        self._said = lru_cache(DOCKETS_KEPT)(self._read_said)
        super().__init__(case)

    def docket(self, sha256: str) -> Docket:
        """Give a cable with its clock and its proposals."""
        standing = self.state(sha256).standing
        return self._docket(
            _Asked(
                sha256, self._policy_hash_for(sha256), standing.facts, standing.held_by,
                standing.lifted, standing.cuts, self._elsewhere(sha256),
            )
        )  # fmt: skip

    def _make(self, asked: _Asked) -> Docket:
        name, cable = self.entry(asked.sha256).name, self._cable(asked.sha256)
        policy = self._policies(asked.policy)
        docket = self._docket_on(self.terms.as_of, cable, name, policy, asked.facts)
        hold = hold_now(docket.proposed_hold, asked.held_by, asked.lifted)
        proposals = replace(docket.proposals, hold=hold)
        return replace(docket, proposals=proposals, cuts=asked.cuts, elsewhere=asked.elsewhere)

    def _read(self, sha256: str) -> Cable:
        return read(self.case.cable(sha256))

    def _read_said(self, sha256: str) -> tuple[Sentence, ...]:
        return sentences_in(self._cable(sha256), self.case.secret)

    def _docket_on(
        self, day: date, cable: Cable, name: str, policy: Policy, facts: Facts
    ) -> Docket:
        terms = self.terms
        dated = date_cable(cable, day, facts)
        proposals = propose(dated, policy, terms.basis, requested=terms.requested)
        return Docket(name, dated, proposals, terms.requested, proposed_hold=proposals.hold)

    def what_if(self, docket: Docket, day: date) -> Docket:
        """Give a docket as it would be if the case read the clock on another day.

        Nothing is kept or recorded of it, and the case file is not touched.
        """
        cable = docket.cable
        return self._docket_on(
            day, cable, docket.name, self.policy_for(cable.sha256), docket.dated.attested
        )

    # What is public of the case

    def published(self) -> Iterator[Published]:
        """Give each cable of which the case made a release, with all that its releases show."""
        for sha256, made in self._registry.publications.items():
            shown = [each.shown or () for each in made]
            if any(each.shown is None for each in made):
                state = self.state(sha256)
                shown += [state.shown, *(shown_by(state, each) for each in state.releases)]
            spans = merge(span for each in shown for span in each)
            digests = frozenset(each.sha256 for each in made)
            yield Published(sha256, made[-1].number, made[-1].seq, digests, spans)

    def cable(self, sha256: str) -> Cable:
        """Give a cable as read, without its clock and proposals."""
        return self._cable(sha256)

    # The same sentences in other cables

    def _elsewhere(self, sha256: str) -> tuple[Elsewhere, ...]:
        """Give what releases of other cables made known of a cable's sentences."""
        known = self._registry.known
        older = self._registry.unprinted
        unprinted = older & self._copies(sha256) if older else set()
        if not known and not unprinted:
            return ()
        said = self._said(sha256)
        copies = (self._older_release(other) for other in sorted(unprinted))
        return tuple(found for each in (known, *copies) for found in elsewhere(said, each, sha256))

    def _copies(self, sha256: str) -> set[str]:
        """Give the other cables with the same words or the same id."""
        mine = self.entry(sha256)
        names = {mine.id, mine.text} - {None}
        return {e.sha256 for e in self.entries if {e.id, e.text} & names} - {sha256}

    def _older_release(self, sha256: str) -> Prints:
        """Give what a release made known whose event does not tell: made before there were prints.

        To read all such cables would take long, so only those are asked that are copies.
        """
        state = self.state(sha256)
        released = (*state.earlier, *state.releases)
        shown = (*state.shown, *(span for each in released for span in each.shown or ()))
        found: dict[str, dict[str, Known]] = {}
        prints = prints_of(self._cable(sha256), self._said(sha256), shown)
        learn(found, sha256, prints, Known(shown=True, number=released[-1].number, seq=0))
        return found
