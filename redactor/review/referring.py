"""Referrals: for each agency, what was referred to it, what it answered, and what that means.

22 CFR 171.11(d); 32 CFR 2001.34. Several agencies may have an equity in one place: a denial by one
of them wins, and its codes withhold the place. An answer without objection decides nothing: the
reviewers then decide the place themselves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from redactor.review.fold import CableState
from redactor.review.model import NO_RULE, Decision, Painted
from redactor.review.paint import overlay, spans_of, within
from redactor.review.standing import Answer, Notice, Standing
from redactor.text import Span, clip, merge, subtract

ReferralState = Literal["identified", "notified", "overdue", "answered"]


@dataclass(frozen=True, slots=True)
class Referral:
    """Everything between a cable and one agency."""

    agency: str
    spans: tuple[Span, ...]
    """All that was referred to it."""
    open: tuple[Span, ...]
    """What it has not answered."""
    denied: tuple[Span, ...]
    notices: tuple[Notice, ...]
    answers: tuple[Answer, ...]

    def state(self, day: date) -> ReferralState:
        """Say how far it is on a day."""
        if not self.open:
            return "answered"
        if not self.notices:
            return "identified"
        due = self.due
        return "overdue" if due and day > due else "notified"

    @property
    def due(self) -> date | None:
        """The day by which the agency is to answer."""
        return next((notice.due for notice in reversed(self.notices) if notice.due), None)


def same_agency(name: str) -> str:
    """Give the one spelling of an agency's name."""
    return " ".join(name.split()).casefold()


def referrals(state: CableState, people: Iterable[str] | None = None) -> tuple[Referral, ...]:
    """Give all referrals of a cable, by the order in which they were made.

    Args:
        state: the cable's state.
        people: whose decisions count; everyone's, if not named.
    """
    named: dict[str, list[Decision]] = {}
    for made in referring(state, people):
        named.setdefault(same_agency(made.support.agency or ""), []).append(made)
    for notice in state.standing.notices:
        named.setdefault(same_agency(notice.agency), [])
    return tuple(_referral(key, made, state.standing) for key, made in named.items())


def referring(state: CableState, people: Iterable[str] | None = None) -> list[Decision]:
    """Give the standing decisions that refer, oldest first."""
    wanted = None if people is None else set(people)
    desks = (desk for desk in state.desks if wanted is None or desk.person in wanted)
    found = (made for desk in desks for made in desk.decisions if made.verdict == "refer")
    return sorted(found, key=lambda made: made.seq)


def _referral(key: str, made: Sequence[Decision], standing: Standing) -> Referral:
    notices = tuple(n for n in standing.notices if same_agency(n.agency) == key)
    answers = tuple(a for a in standing.answers if same_agency(a.agency) == key)
    places = (*(each.spans for each in made), *(notice.spans for notice in notices))
    spans = merge(span for place in places for span in place)
    answered = merge(span for answer in answers for span in answer.spans)
    agency = next((each.support.agency for each in made), None) or notices[0].agency
    denied = merge(span for _, spans in _denials(answers) for span in spans)
    return Referral(agency, spans, subtract(spans, answered), denied, notices, answers)


def _denials(answers: Iterable[Answer]) -> list[tuple[Answer, tuple[Span, ...]]]:
    """Give the denials with where they still hold: an agency's later answer replaces its own."""
    standing: list[tuple[Answer, tuple[Span, ...]]] = []
    for answer in answers:
        key = same_agency(answer.agency)
        standing = [
            (old, subtract(spans, answer.spans) if same_agency(old.agency) == key else spans)
            for old, spans in standing
        ]
        if answer.reply == "deny":
            standing.append((answer, merge(answer.spans)))
    return standing


def denied(standing: Standing) -> tuple[Span, ...]:
    """Give all that some agency denies."""
    return merge(span for _, spans in _denials(standing.answers) for span in spans)


def told(standing: Standing) -> tuple[Span, ...]:
    """Give all of which an agency was told, and that it has not answered."""
    waiting: list[Span] = []
    for notice in standing.notices:
        key = same_agency(notice.agency)
        said = (a.spans for a in standing.answers if same_agency(a.agency) == key)
        waiting += subtract(notice.spans, (span for spans in said for span in spans))
    return merge(waiting)


def with_answers(painting: Sequence[Painted], standing: Standing) -> tuple[Painted, ...]:
    """Give the painting with each place that an agency denies withheld as it says.

    Also where a reviewer releases it: a decision made before the answer does not outdo it.
    """
    denials = _denials(standing.answers)
    edges = {edge for _, spans in denials for span in spans for edge in span}
    pieces: list[Painted] = []
    for start, end in pairwise(sorted(edges)):
        piece = Span(start, end)
        speaking = [answer for answer, spans in denials if clip(spans, (piece,))]
        if speaking:
            pieces.append(Painted(piece, _withholding(speaking, piece)))
    return overlay(painting, within(pieces, spans_of(painting, "refer", "release")))


def _withholding(answers: Sequence[Answer], piece: Span) -> Decision:
    """Make the decision that one or more denials come to; their codes accumulate."""
    last = answers[-1]
    codes = tuple(dict.fromkeys(code for answer in answers for code in answer.codes))
    statute = next((a.support.statute for a in answers if a.support.statute), None)
    support = replace(last.support, statute=statute, agency=last.agency)
    return Decision(
        last.seq, last.seq, last.at, last.person, (piece,), "redact", codes, NO_RULE, last.policy,
        support, reason=last.reason,
    )  # fmt: skip
