"""What the clock says: an instruction understood, and a status on a day."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple

from redactor.cable import Cable, Level
from redactor.declass.facts import NO_FACTS, Facts

InstructionKind = Literal[
    "date", "event", "oadr", "manual-review", "indefinite", "x-code", "exemption-25x",
    "exemption-50x", "exemption-75x", "gds", "ads", "xgds", "rds", "xds", "group", "downgrade",
    "treaty", "not-applicable", "excluded", "claimed-declassified", "missing", "malformed",
]  # fmt: skip

StatusName = Literal["classified", "declassified", "unclassified", "refer", "verify"]

RuleName = Literal[
    "marked-date", "section-3.3", "default-25", "exemption", "event", "event-pending", "gds",
    "review-date", "none",
]  # fmt: skip

Flag = Literal[
    "unknown-order", "order-not-in-force", "form-out-of-range", "impossible-date",
    "date-before-origin", "year-only", "damaged-form", "unknown-archive-code",
    "words-after-value", "stamp-in-instruction", "too-long", "incomplete-instruction",
    "obsolete-marking", "imagery-order", "mixed-exemptions", "origin-unknown",
    "origin-from-classification", "origin-year-doubtful", "instructions-differ",
    "as-of-before-directive",
    "date-over-25-years", "not-applicable-on-classified", "review-date-only", "downgrade-only",
    "foreign-information", "intelligence-equity", "incomplete-25x", "date-over-cap",
    "exemption-before-25-years", "exemption-without-date", "exemption-date-unused",
    "treaty-marking-not-valid", "refer-state", "source-list", "claim-unverified",
    "event-unattested", "event-outside-record", "event-over-25-years", "extended",
    "extension-end-unknown", "extension-over-25-years", "extension-before-date",
    "extension-after-date", "stamp-unattested", "reclassified", "block-before-origin",
    "block-over-10-years", "scheduled-late", "not-permanent", "file-series-exempt", "delayed",
    "delay-over-bound", "delay-refused", "delay-open",
]  # fmt: skip
"""What a person should know; ``flag_meanings`` gives each one's sentence."""


class Instruction(NamedTuple):
    """A declassification instruction, understood as far as the grammar goes."""

    kind: InstructionKind
    text: str
    """As written."""
    order: str | None = None
    """The executive order named, as written."""
    date: dt.date | None = None
    """The day written for declassification, whatever it counts for. A day for review or for a
    downgrade, or that of a claim, is never here."""
    flags: tuple[Flag, ...] = ()
    codes: tuple[str, ...] = ()
    """Codes in the order written: ``X1``, ``25X6``, ``50X1-HUM``, ``XGDS-2``, ``GROUP 4``."""
    event: str | None = None
    """The event that is to free it, in capitals. Text of the cable: it never enters a why."""
    review_on: dt.date | None = None
    """The day for review that RDS names."""
    downgrade_to: Level | None = None
    downgrade_on: dt.date | None = None
    claimed_on: dt.date | None = None
    """The day on which the cable says that it was declassified."""
    signed_by: str | None = None
    """The classifier named after the value, ``DOE, JOHN Q.``"""
    signed_as: str | None = None
    """The letter after ``OR-``, which tells the classifier's place."""


@dataclass(frozen=True, slots=True)
class Status:
    """What one portion is on the as-of day, and why."""

    status: StatusName
    frees_on: dt.date | None
    """The first day on which the marking no longer holds; ``None`` when no day applies."""
    rule: RuleName
    why: tuple[str, ...]
    """The steps of the arithmetic in plain words, each with its citation."""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedCable:
    """A cable with the clock read on one day."""

    cable: Cable
    as_of: dt.date
    instruction: Instruction
    origin: dt.date | None
    """Date of origin: the date part of the DTG, UTC; where that is missing, the attested day of
    original classification."""
    overall: Status
    """For the cable's overall level."""
    portions: tuple[Status, ...]
    """One for each of ``cable.paragraphs``, in order."""
    facts: Facts = NO_FACTS
    """What was attested, with the cable's overall level and what its stamps show."""
    attested: Facts = NO_FACTS
    """What people attested, and no more: with it the cable can be dated on another day."""
