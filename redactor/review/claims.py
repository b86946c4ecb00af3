"""Claims: who is at work on a cable. Two people never work on one unknowingly.

Deciding claims a cable, signing gives it back, and a claim of which nothing was heard for a while
is stale. A fresh claim of somebody else is taken over only with a note.
"""

from datetime import datetime, timedelta

from redactor.review.events import Draft
from redactor.review.fold import CableState, Claim
from redactor.review.workflow import Board, Refused

CLAIM_LASTS = timedelta(minutes=30)
"""So long after the last act a claim is fresh."""


def claimed_by_another(state: CableState, person: str, now: datetime) -> Claim | None:
    """Give the fresh claim of somebody else, if there is one."""
    claim = state.claim
    if claim is None or claim.person == person or now - claim.at > CLAIM_LASTS:
        return None
    return claim


def check_free(state: CableState, person: str, now: datetime) -> None:
    """Let nobody work unknowingly where somebody else does.

    Raises:
        Refused: when somebody else's claim is fresh; says how to go on.
    """
    held = claimed_by_another(state, person, now)
    if held:
        raise Refused(
            f"{_at_work(held)}; wait until {held.person} signs, or take the cable over with a note "
            "(--claim --note)"
        )


def _at_work(held: Claim) -> str:
    return f"{held.person} is at work on this cable, last at {held.at:%H:%M} UTC"


def claim(board: Board, person: str, now: datetime, note: str | None) -> tuple[Draft, ...]:
    """Claim a cable; nothing to write where this person holds it and was just heard of.

    Raises:
        Refused: when somebody else holds it and no note says why it is taken over.
    """
    old = board.state.claim
    body = {"replaces": old.person} if old and old.person != person else {}
    held = claimed_by_another(board.state, person, now)
    if held and not (note or "").strip():
        raise Refused(f"{_at_work(held)}; to take it over, say why in a note (--note)")
    remarks = {"note": note} if note else {}
    return (Draft("claim", board.docket.cable.sha256, body, remarks),)


def unclaim(board: Board, person: str) -> tuple[Draft, ...]:
    """Give a cable back.

    Raises:
        Refused: when this person does not hold it.
    """
    held = board.state.claim
    if held is None or held.person != person:
        raise Refused(f"{person} holds no claim on this cable")
    return (Draft("unclaim", board.docket.cable.sha256, {}),)
