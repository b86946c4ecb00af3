"""What the clock says: an instruction understood, and a status on a day."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from redactor.cable import Cable

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


@dataclass(frozen=True, slots=True)
class Instruction:
    """A declassification instruction, understood as far as the grammar goes."""

    kind: InstructionKind
    text: str
    """As written."""
    order: str | None = None
    """The executive order named, as written."""
    date: dt.date | None = None
    """The date written, whatever it counts for."""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """What one portion is on the as-of day, and why."""

    status: StatusName
    frees_on: dt.date | None
    """The first day on which the marking no longer holds; ``None`` when no day applies."""
    rule: RuleName
    why: tuple[str, ...]
    """The steps of the arithmetic in plain words, each with its citation."""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedCable:
    """A cable with the clock read on one day."""

    cable: Cable
    as_of: dt.date
    instruction: Instruction
    origin: dt.date | None
    """Date of origin: the date part of the DTG, UTC."""
    overall: Status
    """For the cable's overall level."""
    portions: tuple[Status, ...]
    """One for each of ``cable.paragraphs``, in order."""
