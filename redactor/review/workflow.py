"""The workflow: who may sign, where people differ, and when a review is complete. Pure.

Each reviewer decides alone until as many people as the policy asks have signed. Differences
are settled when the people come to agree, or by the signature of one more person.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce
from typing import Literal

from redactor.policy import Workflow
from redactor.review.blind import is_blind
from redactor.review.docket import Docket, View
from redactor.review.fold import CableState
from redactor.review.model import Clearance, CompletedReview, Painted
from redactor.review.paint import cleared, deciders, differing, overlay, spans_of, within
from redactor.review.referring import referrals, told, with_answers
from redactor.review.roster import NO_ROSTER, Roster
from redactor.review.senior import unapproved
from redactor.review.suggested import Suggestion, with_suggestions
from redactor.text import Span, intersect, merge, subtract, trimmed

Stage = Literal[
    "untouched", "in progress", "signed", "differing", "complete", "on hold", "released"
]


class Refused(Exception):  # noqa: N818 - it is an answer of the rules, not a fault
    """A rule refuses what was asked. The message says why and what would be accepted."""


@dataclass(frozen=True)
class Board:
    """One cable with all people's work on it. Not slotted: it keeps what it computes."""

    docket: Docket
    state: CableState
    workflow: Workflow
    roster: Roster = NO_ROSTER
    day: date = date.min
    """The day on which the roster is asked."""

    def view(self, person: str) -> View:
        """Give what this person may see."""
        if person not in self._views:
            self._views[person] = self._view(person)
        return self._views[person]

    @cached_property
    def _views(self) -> dict[str, View]:
        return {}

    def after(self, earlier: "Board") -> "Board":
        """Give this board; each view knows what the earlier one knew of what nobody touched."""
        if earlier.docket is self.docket:
            for person, view in earlier._views.items():  # noqa: SLF001 - a board as well
                self._views[person] = self._view(person).after(view)
        return self

    def _view(self, person: str) -> View:
        docket = self.docket.with_suggestions(self._suggested_to(person))
        return View(docket, self.state.desk(person), self._base(person), self.state.standing)

    def _suggested_to(self, person: str) -> tuple[Suggestion, ...]:
        people, reopened = self.seen_by(person), self.state.reopened
        return tuple(
            each
            for each in self.state.standing.suggestions
            if people is None or each.person in people or each.seq < reopened
        )

    def seen_by(self, person: str) -> tuple[str, ...] | None:
        """Give whose decisions a person may know of; ``None`` is everybody's."""
        blind = is_blind(self.workflow, self.state)
        return (person,) if blind and not self.roster.holds(person, "auditor", self.day) else None

    def _base(self, person: str) -> tuple[Painted, ...]:
        """Give what lies beneath this person's own decisions."""
        signed = self.state.desk(person).signed
        if signed:
            return signed.painting
        signings = self.state.signings
        if len(signings) >= self.workflow.reviews:
            # All have signed, so nothing is blind any more: only differences are left to settle.
            agreed = subtract(self.docket.content, self._contested)
            return within(signings[0].painting, agreed)
        if signings and not self.workflow.blind_second:
            return signings[0].painting
        return ()

    @property
    def _contested(self) -> tuple[Span, ...]:
        """The content on which the signers the policy asks for differ."""
        first, *others = self.state.signings[: self.workflow.reviews]
        return merge(span for other in others for span in differing(first.painting, other.painting))

    def differences(self) -> tuple[Span, ...]:
        """Give what is left to settle; nothing until all the policy asks for have signed."""
        wanted = self.workflow.reviews
        return self._contested if len(self.state.signings) == wanted else ()

    def painting(self) -> tuple[Painted, ...]:
        """Give what counts in the end: what the signers agree on, and else the settling word.

        A further signature settles differences only: it never opens what the others agreed
        to withhold. What an agency denies is withheld as it says.
        """
        signings = self.state.signings
        contested = self._contested
        agreed = within(signings[0].painting, subtract(self.docket.content, contested))
        settled = overlay(agreed, within(signings[-1].painting, contested))
        return with_answers(settled, self.state.standing)

    @property
    def complete(self) -> bool:
        """Whether enough people have signed and nothing is left to settle."""
        return len(self.state.signings) >= self.workflow.reviews and not self.differences()

    @property
    def stage(self) -> Stage:
        """How far the cable is, in a word."""
        if self.state.releases:
            return "released"
        if self.docket.proposals.hold:
            return "on hold"
        if self.complete:
            return "complete"
        if self.differences():
            return "differing"
        if self.state.signatures:
            return "signed"
        return (
            "in progress"
            if any(desk.acts or desk.settled for desk in self.state.desks)
            else "untouched"
        )

    def completed(self) -> CompletedReview:
        """Give the completed review.

        Raises:
            Refused: when it is not complete; says what is missing.
        """
        missing = self.missing()
        if missing:
            raise Refused(missing)
        desks = (desk for desk in self.state.desks if desk.signed)
        history = sorted((d for desk in desks for d in desk.decisions), key=lambda d: d.seq)
        painting, standing = self.painting(), self.state.standing
        return CompletedReview(
            dated=self.docket.dated,
            proposals=with_suggestions(self.docket.proposals, standing.suggestions),
            painting=painting,
            signatures=self.state.signatures,
            history=tuple(history),
            source_name=self.docket.name,
            cleared=reduce(intersect, (cleared(each.painting) for each in self.state.signings)),
            clearances=tuple(self._counting(painting)),
        )

    def _counting(self, painting: Sequence[Painted]) -> Iterator[Clearance]:
        """Give the clearances that count: nobody clears their own decision where two review."""
        for each in self.state.standing.clearances:
            if self.workflow.reviews == 1 or each.person not in deciders(painting, each.spans):
                yield each

    def missing(self, person: str | None = None) -> str | None:
        """Say in a sentence why the review is not complete, or give nothing.

        What is undecided is said of ``person``; of others only where the review is not blind.
        """
        if self.docket.proposals.hold:
            return f"the cable is on hold: {self.docket.proposals.hold}"
        wanting = self.workflow.reviews - len(self.state.signings)
        if wanting > 0:
            people = "person has" if wanting == 1 else "people have"
            return f"{wanting} more {people} to sign{self._open_words(person)}"
        differing = self.differences()
        if differing:
            return (
                f"the signers differ at {self.lines(differing)}; one of them may undo the "
                "signature and decide anew, or one more person decides and signs"
            )
        return None if self.state.releases else self._wanting_others()

    def _wanting_others(self) -> str | None:
        """Say what an agency or an official has still to say of a review that is signed."""
        painting = self.painting()
        referred = spans_of(painting, "refer")
        signers = [signature.person for signature in self.state.signatures]
        asked = (span for each in referrals(self.state, signers) for span in each.open)
        withheld = spans_of(painting, "redact")
        waiting = merge(
            (*intersect(referred, asked), *subtract(told(self.state.standing), withheld))
        )
        if waiting:
            return f"a referral is unanswered at {self.lines(waiting)}"
        if referred:
            return (
                f"no agency objects to the release of {self.lines(referred)}; take a signature "
                "back and decide it"
            )
        return self._wanting_officials(painting)

    def _wanting_officials(self, painting: tuple[Painted, ...]) -> str | None:
        wanted = unapproved(self.docket, self.state, painting)
        if wanted:
            named = "; ".join(f"{each.words} ({self.lines(each.spans)})" for each in wanted)
            return f"a senior official has to approve: {named}"
        freed = self._declassified(painting)
        if not freed or not self.roster.names("authority") or self._by_authority():
            return None
        return (
            f"{self.lines(freed)} is classified and would be released: a declassification "
            "authority of the roster has to be among the signers (22 CFR 9.9(c))"
        )

    def _declassified(self, painting: tuple[Painted, ...]) -> tuple[Span, ...]:
        classified = [p.span for p in self.docket.cable.paragraphs if p.effective_level != "U"]
        return intersect(classified, spans_of(painting, "release"))

    def _by_authority(self) -> bool:
        return any(
            self.roster.holds(signature.person, "authority", signature.at.date())
            for signature in self.state.signatures
        )

    def _open_words(self, person: str | None) -> str:
        blind = is_blind(self.workflow, self.state)
        working = [desk for desk in self.state.desks if not desk.signed]
        if blind or any(desk.person == person for desk in working):
            working = [desk for desk in working if desk.person == person]
        elif not working and self.state.signings:
            return ""
        if blind and not working:
            return ""
        views = [self.view(desk.person) for desk in working]
        fewest = min((view.open for view in views), key=len, default=self.docket.content)
        return f"; undecided: {self.lines(fewest)}" if fewest else "; nothing is undecided"

    def lines(self, spans: tuple[Span, ...]) -> str:
        """Name the lines of spans for a message: ``lines 4-9, 12``."""
        text = self.docket.cable.text
        words = (trimmed(span, text) for span in spans)
        return self.docket.cable.lines.named(tuple(span for span in words if len(span)))


def may_sign(board: Board, person: str) -> str | None:
    """Say why this person may not sign now, or give nothing."""
    view = board.view(person)
    if board.docket.proposals.hold:
        return f"the cable is on hold: {board.docket.proposals.hold}"
    if view.desk.signed:
        return f"{person} has signed this cable already; another person signs next"
    if board.complete:
        return "the review of this cable is complete; no further signature is needed"
    if view.open:
        where, count = board.lines(view.open), len(view.open_items)
        if count == 1:
            return f"1 item is undecided ({where}); decide it first"
        return f"{count} items are undecided ({where}); decide them first"
    return _unentitled(board, person)


def _unentitled(board: Board, person: str) -> str | None:
    """Say which role of the roster this person lacks, or give nothing."""
    roster = board.roster
    if roster.was_auditor(person):
        return f"{person} is an auditor of this case, who reads all and signs nothing"
    if not roster.may_review(person, board.day):
        return f"the roster does not name {person} as a reviewer on {board.day}"
    settling = len(board.state.signings) >= board.workflow.reviews
    if settling and roster.names("senior") and not roster.holds(person, "senior", board.day):
        return (
            "the reviewers differ: one of them may undo the signature and decide anew, or a "
            "senior official of the roster settles it"
        )
    return None
