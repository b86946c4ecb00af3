"""Recording: what one person enters on a cable's own record, or on the case's.

Each method returns only when its event is durable, and raises ``Refused`` when a rule forbids it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from redactor.policy import Policy
from redactor.review import clearing, entries, equities, officials
from redactor.review.claims import claim, unclaim
from redactor.review.clearing import Finding
from redactor.review.entry import need
from redactor.review.events import Draft
from redactor.review.opencase import OpenCase
from redactor.review.people import same_person
from redactor.review.roster import Role
from redactor.review.standing import Fault
from redactor.review.suggested import Fix
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
        self._on(sha256, lambda board: entries.note(board, spans, text))

    def flag(self, sha256: str, kind: str, spans: Sequence[Span] = ()) -> None:
        """Set a flag on some places, or on the whole cable."""
        self._on(sha256, lambda board: entries.flag(board, kind, spans))

    def unflag(self, sha256: str, kind: str, reason: str | None) -> None:
        """Take down all flags of a kind."""
        self._on(sha256, lambda board: entries.unflag(board, kind, reason))

    def attest(self, sha256: str, facts: Mapping[str, Any], reason: str | None) -> None:
        """Attest facts about the record, as ``read_fact`` gives them."""
        self._on(sha256, lambda board: entries.attest(board, facts, reason))

    def hold(self, sha256: str, reason: str | None) -> None:
        """Put a cable on hold."""
        self._on(sha256, lambda board: entries.hold(board, reason))

    def lift(self, sha256: str, reason: str | None) -> None:
        """Lift a cable's hold, the policy's and that by hand."""
        self._on(sha256, lambda board: entries.lift(board, self.person, reason))

    def notify(self, sha256: str, said: equities.Notification) -> None:
        """Record that an agency was told of a referral."""
        self._on(sha256, lambda board: equities.notify(board, self.person, said))

    def answer(self, sha256: str, said: equities.Response) -> None:
        """Record an agency's answer to a referral."""
        self._on(sha256, lambda board: equities.answer(board, self.person, said))

    def reopen(self, sha256: str, reason: str | None) -> None:
        """Open a complete or released review again."""
        self._on(sha256, lambda board: officials.reopen(board, reason))

    def approve(self, sha256: str, reason: str | None) -> None:
        """Approve, as a senior official, all that waits for one."""
        self._on(sha256, lambda board: officials.approve(board, self.person, reason))

    def check(self, sha256: str, fault: Fault | None = None, reason: str | None = None) -> None:
        """Record what quality control found in a finished review; a fault opens it again."""
        self._on(sha256, lambda board: officials.check(board, self.person, fault, reason))

    def clear(self, sha256: str, findings: Sequence[Finding], reason: str | None) -> None:
        """Say that findings may stand."""
        self._on(sha256, lambda board: clearing.clear(board, self.person, findings, reason))

    def unclear(self, sha256: str, ids: Sequence[str], reason: str | None) -> None:
        """Take clearances back."""
        self._on(sha256, lambda board: clearing.unclear(board, ids, reason))

    def suggest(self, sha256: str, fixes: Sequence[Fix]) -> None:
        """Propose fixes of findings."""
        self._on(sha256, lambda board: clearing.suggest(board, self.person, fixes))

    def split(self, sha256: str, cuts: Sequence[int]) -> None:
        """Divide items at these code points."""
        self._on(sha256, lambda board: entries.split(board, cuts))

    def join(self, sha256: str, cuts: Sequence[int]) -> None:
        """Take divisions away."""
        self._on(sha256, lambda board: entries.join(board, cuts))

    def claim(self, sha256: str, note: str | None = None) -> None:
        """Say that this person is at work on a cable; with a note, also where another is."""
        self._on(sha256, lambda board: claim(board, self.person, self._now(), note))

    def unclaim(self, sha256: str) -> None:
        """Say that this person is no longer at work on a cable."""
        self._on(sha256, lambda board: unclaim(board, self.person))

    # The case

    def appoint(self, said: Appointment) -> None:
        """Put a person on the roster, or end a role: a later entry replaces an earlier one.

        Raises:
            Refused: for oneself, by anyone but a senior official while there is one, or when the
                term ends before it begins.
        """
        self._act(lambda: self._appointment(said))

    def _appointment(self, said: Appointment) -> tuple[Draft, ...]:
        person, roster = same_person(said.person), self.roster
        if person == self.person:
            raise Refused("nobody puts themselves on the roster; somebody else does it")
        day = self._now().date()
        official = roster.holds(self.person, "senior", day)
        if roster.fills("senior", day) and not official:
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
        return (Draft("roster", None, body, role="senior" if official else ""),)

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
        body = {**asdict(policy.ref), "replaces": self.policy.ref.sha256}
        return (Draft("policy", None, body, need(reason, "another policy")),)

    def compare_with(self, folders: Sequence[str]) -> None:
        """Compare the case's releases with those in these folders from now on, and no others."""
        before = self.past
        if tuple(folders) != before:
            body = {"folders": list(folders), "replaces": list(before)}
            self._act(lambda: (Draft("past", None, body),))

    def exported(self, what: str, head: tuple[int, str]) -> None:
        """Record that something left the case file."""
        seq, digest = head
        self._act(lambda: (Draft("export", None, {"what": what, "seq": seq, "digest": digest}),))

    def signs_with(self, key: str, note: str | None = None) -> None:
        """Record the public key with which the case signs from now on.

        Args:
            key: the public key, as it is handed out.
            note: in which the key before it names this one, if it does.
        """
        self._act(lambda: (Draft("key", None, {"key": key, "note": note}),))
