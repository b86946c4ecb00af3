"""What people attest about a record, and the clock cannot read: facts that are passed in.

Every default means that nothing is attested. A default never shortens protection: without a fact
the clock takes the record as permanently valuable, in no block, not delayed and not extended,
and says so in the why.
"""

from datetime import date
from typing import Literal, NamedTuple

from redactor.cable import Level

DelayKind = Literal["difficult-media", "newly-discovered", "referral", "referral-facility"]
"""Why automatic declassification waits, 32 CFR 2001.30(n); each has its bound in the law."""


class Extension(NamedTuple):
    """A stamp ``CLASSIFICATION EXTENDED ON ... UNTIL ... BY ...``, 32 CFR 2001.12(b)."""

    until: date | None = None
    """The new day for declassification; ``None`` when the stamp names none."""
    signed_on: date | None = None
    """The day of the extension: after the printed date had passed it is none."""


class Delay(NamedTuple):
    """A delay of automatic declassification."""

    kind: DelayKind
    identified: date
    """The day on which its cause was found or approved."""
    notified: date | None = None
    """The day on which the other agency was told, for a referral."""
    until: date | None = None
    """The day until which it is asked for; ``None`` for as long as the law allows."""


class Facts(NamedTuple):
    """What is attested about one record."""

    overall: Level | None = None
    """The record's overall level, which the schedule of E.O. 11652 counts by. The clock takes
    the cable's own where none is attested, and the highest where that cannot be read."""
    classified_on: date | None = None
    """The day of original classification: it stands for an unknown day of origin,
    32 CFR 2001.30(l)."""
    event_on: date | None = None
    """The day on which the instruction's event happened."""
    block_newest: date | None = None
    """The day of the most recent record in the integral file block."""
    block_oldest: date | None = None
    """The day of the oldest record in the block; the origin where it is not known."""
    extension: Extension | None = None
    reclassified: bool = False
    """The record was reclassified: a person must find the new day."""
    stamps_checked: bool = False
    """A person has looked at the stamps in the text, and these facts say what they mean."""
    delays: tuple[Delay, ...] = ()
    permanent: bool | None = None
    """Whether the record is scheduled as permanently valuable; ``None`` when no one has said."""
    scheduled_on: date | None = None
    """The day on which it was scheduled permanent."""
    series_exempt: bool = False
    """The record lies in a file series that is exempt; never true of copies elsewhere."""
    series_until: date | None = None
    """The day on which the exemption of the series ends."""


NO_FACTS = Facts()
"""Nothing is attested."""
