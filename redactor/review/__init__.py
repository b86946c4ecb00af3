"""Stage 4, review: people's decisions, kept in an append-only journal.

In: proposals and what people decide. Out: the journal (the only source of truth) and the state
folded from it, up to a ``CompletedReview``. Knows nothing of the files a release writes.
"""

from redactor.review.acts import Accepted, Ruling, past_25
from redactor.review.casefile import CaseError, CaseFile, Place
from redactor.review.docket import Docket, View, proposing_rule
from redactor.review.fold import Act, CableState, Desk, Released
from redactor.review.model import (
    NO_RULE,
    CompletedReview,
    Decision,
    Painted,
    Signature,
    Verdict,
)
from redactor.review.session import Entry, Now, Session, Terms, utc_now
from redactor.review.spec import SpecError, spans_for
from redactor.review.units import UNITS, Unit, unit_at
from redactor.review.workflow import Board, Refused, Stage

__all__ = [
    "NO_RULE",
    "UNITS",
    "Accepted",
    "Act",
    "Board",
    "CableState",
    "CaseError",
    "CaseFile",
    "CompletedReview",
    "Decision",
    "Desk",
    "Docket",
    "Entry",
    "Now",
    "Painted",
    "Place",
    "Refused",
    "Released",
    "Ruling",
    "Session",
    "Signature",
    "SpecError",
    "Stage",
    "Terms",
    "Unit",
    "Verdict",
    "View",
    "past_25",
    "proposing_rule",
    "spans_for",
    "unit_at",
    "utc_now",
]
