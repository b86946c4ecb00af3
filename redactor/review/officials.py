"""Entries on a review that is signed: opened again, approved, looked at. Pure."""

from redactor.review.entry import entry, need
from redactor.review.events import Draft, pairs
from redactor.review.senior import unapproved
from redactor.review.standing import Fault
from redactor.review.workflow import Board, Refused


def reopen(board: Board, reason: str | None) -> tuple[Draft, ...]:
    """Open a complete or released review again: the signatures are void, the decisions stand.

    Raises:
        Refused: when it is neither, or there is no reason.
    """
    if not board.complete:
        raise Refused("the review is not complete, so there is nothing to open again")
    released = [release.number for release in board.state.releases]
    signed = [signature.seq for signature in board.state.signatures]
    remarks = need(reason, "opening a review again")
    return (entry(board, "reopen", {"releases": released, "replaces": signed}, remarks),)


def approve(board: Board, person: str, reason: str | None) -> tuple[Draft, ...]:
    """Approve, as a senior official, all that waits for one.

    Raises:
        Refused: when nothing waits, or this person may not approve it.
    """
    if len(board.state.signings) < board.workflow.reviews:
        raise Refused("senior approval comes when the reviewers have signed")
    waiting = unapproved(board.docket, board.state, board.painting())
    if not waiting:
        raise Refused("nothing on this cable waits for senior approval")
    if not board.roster.holds(person, "senior", board.day):
        raise Refused(
            f"{person} is no senior official on {board.day}; the roster names who is "
            "(redactor case roster)"
        )
    if any(signature.person == person for signature in board.state.signatures):
        raise Refused(f"{person} signed this cable; another senior official approves")
    remarks = need(reason, "senior approval")
    return tuple(
        entry(
            board, "approve", {"trigger": each.kind, "spans": pairs(each.spans)}, remarks, "senior"
        )
        for each in waiting
    )


def check(board: Board, person: str, fault: Fault | None, reason: str | None) -> tuple[Draft, ...]:
    """Record what quality control found in a finished review. A fault opens it again.

    Raises:
        Refused: when it is not finished, this person may not check it, or a fault has no reason.
    """
    if not board.complete:
        raise Refused("quality control looks at finished reviews; this one is not complete")
    if not board.roster.holds(person, "quality", board.day):
        raise Refused(f"{person} does no quality control on {board.day}; the roster names who does")
    if any(signature.person == person for signature in board.state.signatures):
        raise Refused(f"{person} signed this cable; nobody checks their own work")
    signed = tuple(signature.seq for signature in board.state.signatures)
    earlier = [old.seq for old in board.state.standing.checks if old.review == signed]
    body = {
        "result": "wrong" if fault else "right",
        "fault": fault,
        "review": list(signed),
        "replaces": earlier,
    }
    remarks = need(reason, "a fault that is found") if fault else {}
    checked = entry(board, "check", body, remarks, "quality")
    return (checked, *reopen(board, reason)) if fault else (checked,)
