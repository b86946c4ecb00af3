"""The workflow: who may sign, where people differ, and when a review is complete. Pure.

Each reviewer decides alone until as many people as the policy asks have signed. Differences
are settled when the people come to agree, or by the signature of one more person.
"""

from dataclasses import dataclass
from functools import reduce
from typing import Literal

from redactor.policy import Workflow
from redactor.review.docket import Docket, View
from redactor.review.fold import CableState
from redactor.review.model import CompletedReview
from redactor.review.paint import differing, reasoned, spans_of
from redactor.text import Span, intersect, merge

Stage = Literal[
    "untouched", "in progress", "signed", "differing", "complete", "on hold", "released"
]


class Refused(Exception):  # noqa: N818 - it is an answer of the rules, not a fault
    """A rule refuses what was asked. The message says why and what would be accepted."""


@dataclass(frozen=True, slots=True)
class Board:
    """One cable with all people's work on it."""

    docket: Docket
    state: CableState
    workflow: Workflow

    def view(self, person: str) -> View:
        """Give what this person may see."""
        signed = self.state.signatures
        first = signed[0].person if signed else person
        inherits = not self.workflow.blind_second and first != person
        return View(
            self.docket, self.state.desk(person), self.state.desk(first) if inherits else None
        )

    def signed_views(self) -> tuple[View, ...]:
        """Give the views of those who have signed, in the order of their signatures."""
        return tuple(self.view(signature.person) for signature in self.state.signatures)

    def differences(self) -> tuple[Span, ...]:
        """Give the content on which the signers the policy asks for differ; blind until then."""
        views = self.signed_views()
        if len(views) != self.workflow.reviews:
            return ()
        first, *others = (view.painting for view in views)
        return merge(span for other in others for span in differing(first, other))

    @property
    def complete(self) -> bool:
        """Whether enough people have signed and nothing is left to settle."""
        return len(self.state.signatures) >= self.workflow.reviews and not self.differences()

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
        return "in progress" if any(desk.acts for desk in self.state.desks) else "untouched"

    def completed(self) -> CompletedReview:
        """Give the completed review.

        Raises:
            Refused: when it is not complete; says what is missing.
        """
        missing = self.missing()
        if missing:
            raise Refused(missing)
        views = self.signed_views()
        history = sorted((d for v in views for d in v.desk.decisions), key=lambda d: d.seq)
        return CompletedReview(
            dated=self.docket.dated,
            proposals=self.docket.proposals,
            painting=views[-1].painting,
            signatures=self.state.signatures,
            history=tuple(history),
            source_name=self.docket.name,
            cleared=self._cleared(views),
        )

    def _cleared(self, views: tuple[View, ...]) -> tuple[Span, ...]:
        """Give what all signers released with a reason of their own."""
        return reduce(intersect, (reasoned(view.painting) for view in views))

    def missing(self) -> str | None:
        """Say in a sentence why the review is not complete, or give nothing."""
        if self.docket.proposals.hold:
            return f"the cable is on hold: {self.docket.proposals.hold}"
        wanting = self.workflow.reviews - len(self.state.signatures)
        if wanting > 0:
            people = "person has" if wanting == 1 else "people have"
            return f"{wanting} more {people} to sign{self._open_words()}"
        differing = self.differences()
        if differing:
            return (
                f"the signers differ at {self.lines(differing)}; one of them may undo the "
                "signature and decide anew, or one more person decides and signs"
            )
        referred = spans_of(self.signed_views()[-1].painting, "refer")
        if referred:
            return f"a referral is unanswered at {self.lines(referred)}"
        return None

    def _open_words(self) -> str:
        working = [self.view(desk.person) for desk in self.state.desks if not desk.signed]
        if not working and self.state.signatures:
            return ""
        fewest = min((view.open for view in working), key=len, default=self.docket.content)
        return f"; undecided: {self.lines(fewest)}" if fewest else "; nothing is undecided"

    def lines(self, spans: tuple[Span, ...], most: int = 8) -> str:
        """Name the lines of spans for a message: ``lines 4-9, 12``."""
        index = self.docket.cable.lines
        pairs = [
            (index.number_at(s.start), index.number_at(max(s.start, s.end - 1))) for s in spans
        ]
        joined: list[tuple[int, int]] = []
        for first, last in pairs:
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        words = [str(a) if a == b else f"{a}-{b}" for a, b in joined[:most]]
        more = f" and {len(joined) - most} more places" if len(joined) > most else ""
        single = len(joined) == 1 and joined[0][0] == joined[0][1]
        return f"{'line' if single else 'lines'} {', '.join(words)}{more}"


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
        where = board.lines(view.open)
        return f"{len(view.open_items)} items are undecided ({where}); decide them first"
    return None
