"""What people decided: values only. The journal's events fold into these."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from redactor.declass import DatedCable
from redactor.policy import Proposals, Support
from redactor.text import Span

Verdict = Literal["release", "redact", "refer"]

NO_RULE = "none"
"""Stands for the rule of a decision that no rule proposed."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One person's decision on one or more spans. A later one paints over an earlier."""

    seq: int
    """Number of its event in the journal, from 1."""
    group: int
    """``seq`` of the first event of the act it belongs to: one undo step."""
    at: datetime
    """UTC."""
    person: str
    spans: tuple[Span, ...]
    verdict: Verdict
    codes: tuple[str, ...]
    rule: str
    """Id of the rule that proposed it, or ``none``."""
    policy: str
    """SHA-256 of the policy in force, hex."""
    support: Support = Support()
    suppress_code: bool = False
    clears: bool = False
    """A release said again, with a reason: words withheld elsewhere may stand here."""
    reason: str | None = None
    """Reviewer's free text: classified as the source."""
    note: str | None = None
    segregable: str | None = None


@dataclass(frozen=True, slots=True)
class Painted:
    """A stretch of the cable and the decision that counts for it."""

    span: Span
    decision: Decision


@dataclass(frozen=True, slots=True)
class Signature:
    """One person's signature under one cable."""

    seq: int
    at: datetime
    person: str
    stage: Literal["first", "second", "settling"]


@dataclass(frozen=True, slots=True)
class Clearance:
    """A person said that a finding may stand."""

    seq: int
    at: datetime
    """UTC."""
    person: str
    finding: str
    """Its id."""
    kind: str
    """What was found: ``leak``, ``withheld-before``, ``shown-before``, ``differs``."""
    spans: tuple[Span, ...]
    """The words that are released, or withheld, all the same."""
    where: tuple[str, ...]
    """What stood against it: lines of the cable, or earlier releases."""
    reason: str
    """Free words: classified as the source."""


@dataclass(frozen=True, slots=True)
class CompletedReview:
    """A cable whose every span is decided and that enough people have signed."""

    dated: DatedCable
    proposals: Proposals
    painting: tuple[Painted, ...]
    """Sorted and disjoint; covers every content proposal."""
    signatures: tuple[Signature, ...]
    history: tuple[Decision, ...]
    """Every standing decision of every signer, oldest first, for the audit."""
    source_name: str
    """Path as imported: for the classified side only."""
    cleared: tuple[Span, ...] = ()
    """What every signer cleared: words withheld elsewhere may stand here."""
    clearances: tuple[Clearance, ...] = ()
    """Findings that may stand, as somebody said who may say so."""
