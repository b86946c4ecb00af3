"""Recording: what one person enters on a cable's own record, or on the case's.

Each method returns only when its event is durable, and raises ``Refused`` when a rule forbids it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from redactor.policy import Policy
from redactor.review import entries
from redactor.review.claims import claim, unclaim
from redactor.review.entries import need
from redactor.review.events import Draft
from redactor.review.opencase import OpenCase
from redactor.review.people import same_person
from redactor.review.roster import Role
from redactor.review.workflow import Refused
from redactor.text import Span


@dataclass(frozen=True, slots=True)
class Appointment:
    """One person in one role, from a day on."""

    person: str
    role: Role
    start: date
    until: date | None = None


class Recording(OpenCase):
    """A case, and what a person enters on its records."""

    def note(self, sha256: str, text: str, spans: Sequence[Span] = ()) -> None:
        """Write a note on some places, or on the whole cable."""
        self._act(lambda: entries.note(self.board(sha256), spans, text))

    def flag(self, sha256: str, kind: str, spans: Sequence[Span] = ()) -> None:
        """Set a flag on some places, or on the whole cable."""
        self._act(lambda: entries.flag(self.board(sha256), kind, spans))

    def unflag(self, sha256: str, kind: str, reason: str | None) -> None:
        """Take down all flags of a kind."""
        self._act(lambda: entries.unflag(self.board(sha256), kind, reason))

    def attest(self, sha256: str, facts: Mapping[str, Any], reason: str | None) -> None:
        """Attest facts about the record, as ``read_fact`` gives them."""
        self._act(lambda: entries.attest(self.board(sha256), facts, reason))

    def hold(self, sha256: str, reason: str | None) -> None:
        """Put a cable on hold."""
        self._act(lambda: entries.hold(self.board(sha256), reason))

    def lift(self, sha256: str, reason: str | None) -> None:
        """Lift a cable's hold, the policy's and that by hand."""
        self._act(
            lambda: entries.lift(
                self.board(sha256), self.person, self._proposed_hold(sha256), reason
            )
        )

    def notify(self, sha256: str, said: entries.Notification) -> None:
        """Record that an agency was told of a referral."""
        self._act(lambda: entries.notify(self.board(sha256), said))

    def answer(self, sha256: str, said: entries.Response) -> None:
        """Record an agency's answer to a referral."""
        self._act(lambda: entries.answer(self.board(sha256), said))

    def reopen(self, sha256: str, reason: str | None) -> None:
        """Open a complete or released review again."""
        self._act(lambda: entries.reopen(self.board(sha256), reason))

    def approve(self, sha256: str, reason: str | None) -> None:
        """Approve, as a senior official, all that waits for one."""
        self._act(lambda: entries.approve(self.board(sha256), self.person, reason))

    def check(self, sha256: str, reason: str | None = None, *, right: bool) -> None:
        """Record what quality control found in a finished review."""
        self._act(lambda: entries.check(self.board(sha256), self.person, reason, right=right))

    def split(self, sha256: str, cuts: Sequence[int]) -> None:
        """Divide items at these code points."""
        self._act(lambda: entries.split(self.board(sha256), cuts))

    def join(self, sha256: str, cuts: Sequence[int]) -> None:
        """Take divisions away."""
        self._act(lambda: entries.join(self.board(sha256), cuts))

    def claim(self, sha256: str, note: str | None = None) -> None:
        """Say that this person is at work on a cable; with a note, also where another is."""
        self._act(lambda: claim(self.board(sha256), self.person, self._now(), note))

    def unclaim(self, sha256: str) -> None:
        """Say that this person is no longer at work on a cable."""
        self._act(lambda: unclaim(self.board(sha256), self.person))

    # The case

    def appoint(self, said: Appointment) -> None:
        """Put a person on the roster, or end a role: a later entry replaces an earlier one.

        Raises:
            Refused: for oneself, by anyone but a senior official once there is one, or when the
                term ends before it begins.
        """
        self._act(lambda: self._appointment(said))

    def _appointment(self, said: Appointment) -> tuple[Draft, ...]:
        person, roster = same_person(said.person), self.roster
        if person == self.person:
            raise Refused("nobody puts themselves on the roster; somebody else does it")
        if roster.names("senior") and not roster.holds(self.person, "senior", self._now().date()):
            raise Refused("the roster is kept by its senior officials; ask one of them")
        if said.until and said.until < said.start:
            raise Refused(f"the role ends on {said.until}, before it begins on {said.start}")
        replaced = [
            term.seq for term in roster.terms if (term.person, term.role) == (person, said.role)
        ]
        body = {
            "person": person,
            "role": said.role,
            "from": said.start.isoformat(),
            "until": said.until.isoformat() if said.until else None,
            "replaces": replaced,
        }
        return (Draft("roster", None, body),)

    def change_policy(self, policy: Policy, reason: str | None) -> None:
        """Review on under another policy. What is released stays under its own.

        Raises:
            Refused: without a reason, or while people have signed what is not released yet.
        """
        self.case.keep_policy(policy.ref.sha256, policy.data)
        self._act(lambda: self._new_policy(policy, reason))

    def _new_policy(self, policy: Policy, reason: str | None) -> tuple[Draft, ...]:
        if policy.ref.sha256 == self.policy.ref.sha256:
            return ()
        signed = [
            entry.label
            for entry in self.entries
            if self.state(entry.sha256).signatures and not self.state(entry.sha256).releases
        ]
        if signed:
            raise Refused(
                f"{', '.join(signed)}: signed under the policy of now and not released; release "
                "them, or take the signatures back, before the policy changes"
            )
        body = {
            "name": policy.ref.name,
            "version": policy.ref.version,
            "sha256": policy.ref.sha256,
            "replaces": self.policy.ref.sha256,
        }
        return (Draft("policy", None, body, need(reason, "another policy")),)

    def exported(self, what: str, head: tuple[int, str]) -> None:
        """Record that something left the case file."""
        seq, digest = head
        self._act(lambda: (Draft("export", None, {"what": what, "seq": seq, "digest": digest}),))
