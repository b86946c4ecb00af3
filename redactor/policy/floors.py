"""What no policy can loosen: the weakest action that the law and safety leave for a portion.

A floor shows only where the policy proposes less. It stands among the rules of a proposal under
an id of its own, so that the why is complete.
"""

from redactor.declass import DatedCable, is_atomic
from redactor.policy.model import RuleHit, Support
from redactor.policy.portions import Portion

_WHERE = "built in"

_ATOMIC = RuleHit(
    "built-in-atomic-energy",
    "Restricted Data, Formerly Restricted Data or TFNI",
    "refer",
    "Only the Department of Energy may say which portions to withhold; no date ever applies.",
    "10 CFR 1045.155(a), (b)",
    support=Support(agency="DOE"),
    where=_WHERE,
)
_SOURCE_LIST = RuleHit(
    "built-in-source-list",
    "Portion of a cable whose instruction excludes RD, FRD, TFNI or NATO portions",
    "refer",
    "Some portions follow the list of sources and no date; which ones, only their owners may say.",
    "10 CFR 1045.155(a); CAPCO Register and Manual 2016, E.3",
    support=Support(agency="DOE"),
    where=_WHERE,
)
_UNREADABLE_LEVEL = RuleHit(
    "built-in-unreadable-level",
    "Level that cannot be read",
    "review",
    "The level cannot be told, so a person must decide.",
    "22 CFR 9.7(c)",
    where=_WHERE,
)
_UNVERIFIED = RuleHit(
    "built-in-unverified",
    "Classification that a person must verify",
    "review",
    "What the cable says of its own classification is no proof, so a person must decide.",
    "22 CFR 9.9(c); 32 CFR 2001.13(b)",
    where=_WHERE,
)
_UNREADABLE_INSTRUCTION = RuleHit(
    "built-in-unreadable-instruction",
    "Declassification instruction that cannot be read",
    "review",
    "The instruction cannot be read and may be an exemption, so a person must decide.",
    "32 CFR 2001.12(c)(2)",
    where=_WHERE,
)


def floor_of(portion: Portion, dated: DatedCable) -> RuleHit | None:
    """Give the floor under one portion's proposals, if it has one."""
    status = portion.status.status
    if status == "refer":
        return _ATOMIC if is_atomic(portion.controls) else _SOURCE_LIST
    if status == "verify":
        return _UNREADABLE_LEVEL if portion.level is None else _UNVERIFIED
    if status != "unclassified" and dated.instruction.kind == "malformed":
        return _UNREADABLE_INSTRUCTION
    return None


def floor_hold(portion: Portion) -> str | None:
    """Say why the whole cable waits for this portion, if it does."""
    if portion.status.status != "refer":
        return None
    if is_atomic(portion.controls):
        return f"A portion is marked RD, FRD or TFNI. {_ATOMIC.because} {_ATOMIC.cite}."
    return f"{_SOURCE_LIST.because} {_SOURCE_LIST.cite}."
