"""Clearing and mending what a search found before a release. Pure.

What holds a release (words withheld elsewhere, an earlier release that decided otherwise) is mended
by decisions, or somebody says that it may stand, and why. Where two people review, nobody clears
what they decided themselves.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from redactor.review.entry import entry, need
from redactor.review.events import Draft, pairs
from redactor.review.officials import reopen
from redactor.review.paint import deciders
from redactor.review.suggested import Fix, suggestion_draft
from redactor.review.workflow import Board, Refused
from redactor.text import Span


class Finding(NamedTuple):
    """What holds a release, as far as the journal needs to know it."""

    id: str
    kind: str
    spans: tuple[Span, ...]
    """The words that would be released, or that are withheld though they are known."""
    where: tuple[str, ...] = ()
    """What stands against it: lines of the cable, or earlier releases."""


def clear(
    board: Board, person: str, findings: Sequence[Finding], reason: str | None
) -> tuple[Draft, ...]:
    """Say that findings may stand.

    Raises:
        Refused: before the reviewers have signed, after the release, without a reason, and for
            whoever decided it where the policy asks for two reviews.
    """
    _check_moment(board, "a finding is cleared")
    _check_person(board, person, findings)
    remarks = need(reason, "clearing a finding")
    return tuple(entry(board, "clear", _body(board, each), remarks) for each in findings)


def _body(board: Board, finding: Finding) -> dict[str, Any]:
    return {
        "finding": finding.id,
        "found": finding.kind,
        "spans": pairs(finding.spans),
        "where": list(finding.where),
        "replaces": _cleared_as(board, finding.id),
    }


def _check_moment(board: Board, what: str) -> None:
    if board.state.releases:
        raise Refused(
            f"the cable is released as {board.state.releases[-1].number}; {what} before the release"
        )
    if not board.complete:
        raise Refused(f"{what} when the reviewers have signed and agree")


def _check_person(board: Board, person: str, findings: Sequence[Finding]) -> None:
    roster, painting = board.roster, board.painting()
    if roster.was_auditor(person):
        raise Refused(f"{person} is an auditor of this case, who reads all and clears nothing")
    if not roster.may_review(person, board.day):
        raise Refused(f"the roster does not name {person} as a reviewer on {board.day}")
    own = [each for each in findings if person in deciders(painting, each.spans)]
    if own and board.workflow.reviews > 1:
        where = "; ".join(f"{each.id} ({board.lines(each.spans)})" for each in own)
        raise Refused(
            f"{person} decided what would stand at {where}; a second person clears it, such as "
            f"{_others(board, person)}"
        )


def _others(board: Board, person: str) -> str:
    signers = (signature.person for signature in board.state.signatures)
    return next((other for other in signers if other != person), "another reviewer")


def _cleared_as(board: Board, finding: str) -> list[int]:
    return [each.seq for each in board.state.standing.clearances if each.finding == finding]


def unclear(board: Board, ids: Sequence[str], reason: str | None) -> tuple[Draft, ...]:
    """Take clearances back: the findings hold the release again.

    Raises:
        Refused: after the release, without a reason, and where none stands.
    """
    if board.state.releases:
        _check_moment(board, "a clearance is taken back")
    unknown = [each for each in ids if not _cleared_as(board, each)]
    if unknown:
        standing = {each.finding for each in board.state.standing.clearances}
        raise Refused(
            f"{unknown[0]} is not cleared on this cable; cleared are "
            f"{', '.join(sorted(standing)) or 'none'}"
        )
    remarks = need(reason, "taking a clearance back")
    return tuple(
        entry(board, "unclear", {"finding": each, "replaces": _cleared_as(board, each)}, remarks)
        for each in ids
    )


def suggest(board: Board, person: str, fixes: Sequence[Fix]) -> tuple[Draft, ...]:
    """Propose fixes, to be decided as other proposals; a complete review is opened again for that.

    Raises:
        Refused: after the release, where this person has signed a review that is not complete, or
            where all of it is proposed already.
    """
    if board.state.releases:
        number = board.state.releases[-1].number
        raise Refused(f"the cable is released as {number}; reopen it first (--reopen)")
    waiting = {each.fix for each in board.state.standing.suggestions if _is_open(board, each.seq)}
    new = [fix for fix in dict.fromkeys(fixes) if fix not in waiting]
    if not new:
        raise Refused("nothing is left to propose here: decide what is proposed")
    cable = board.docket.cable.sha256
    suggested = tuple(suggestion_draft(cable, fix) for fix in new)
    if board.complete:
        named = ", ".join(dict.fromkeys(fix.finding for fix in new))
        # What was said before the review is opened again, all may know.
        return (*suggested, *reopen(board, f"fixes are proposed for {named}"))
    if board.state.desk(person).signed:
        raise Refused(f"{person} has signed this cable; undo the signature first")
    return suggested


def _is_open(board: Board, seq: int) -> bool:
    """Tell whether nobody has decided a suggestion yet."""
    decided = (made.seq for desk in board.state.desks for made in desk.decisions)
    return max(decided, default=0) < seq
