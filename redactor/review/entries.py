"""Entries on a cable's own record, turned into events: what one person says for all. Pure.

None of them is undone; each is taken back by an entry of its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from redactor.policy import Support
from redactor.review.events import Draft, EventKind
from redactor.review.holds import hold_print
from redactor.review.legal import code_fault
from redactor.review.referrals import referrals, same_agency
from redactor.review.senior import unapproved
from redactor.review.standing import Reply
from redactor.review.workflow import Board, Refused
from redactor.text import Span, covers, intersect, merge, subtract


def need(reason: str | None, what: str) -> dict[str, str]:
    """Give a reason as a remark.

    Raises:
        Refused: when there is none.
    """
    if not (reason or "").strip():
        raise Refused(f"{what} needs a reason; give one")
    return {"reason": reason or ""}


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in merge(spans)]


def note(board: Board, spans: Sequence[Span], text: str) -> tuple[Draft, ...]:
    """Write a note on some places, or on the whole cable."""
    if not text.strip():
        raise Refused("a note is made of words; write some")
    return (_draft(board, "note", {"spans": _pairs(spans)}, {"note": text}),)


def flag(board: Board, kind: str, spans: Sequence[Span]) -> tuple[Draft, ...]:
    """Set a flag on some places, or on the whole cable."""
    if not re.fullmatch(r"[a-z][a-z-]{0,39}", kind):
        raise Refused(f"{kind!r} is no flag; use small letters and hyphens, such as mis-marked")
    return (_draft(board, "flag", {"flag": kind, "spans": _pairs(spans)}),)


def unflag(board: Board, kind: str, reason: str | None) -> tuple[Draft, ...]:
    """Take down all flags of a kind."""
    gone = [each.seq for each in board.state.standing.flags if each.kind == kind]
    if not gone:
        standing = ", ".join(sorted({each.kind for each in board.state.standing.flags}))
        raise Refused(f"no flag {kind!r} stands on this cable; there is {standing or 'none'}")
    remarks = need(reason, "taking down a flag")
    return (_draft(board, "unflag", {"flag": kind, "replaces": gone}, remarks),)


def attest(board: Board, facts: Mapping[str, Any], reason: str | None) -> tuple[Draft, ...]:
    """Attest facts about the record; the clock reads it anew with them.

    Raises:
        Refused: without a source for them, or when people have signed what the clock said before.
    """
    signers = [signature.person for signature in board.state.signatures]
    if signers:
        raise Refused(
            f"{' and '.join(signers)} signed what the clock said before; take the signatures "
            "back first, or reopen the cable"
        )
    remarks = need(reason, "an attested fact")
    return (_draft(board, "attest", {"facts": dict(facts)}, remarks),)


def hold(board: Board, reason: str | None) -> tuple[Draft, ...]:
    """Put the cable on hold by hand; a hold of the policy that was lifted holds again."""
    return (_draft(board, "hold", {}, need(reason, "a hold")),)


def lift(board: Board, person: str, proposed: str | None, reason: str | None) -> tuple[Draft, ...]:
    """Lift the hold, with a reason.

    Args:
        board: the cable.
        person: who lifts it.
        proposed: why the policy holds the cable, if it does.
        reason: why it need not wait.

    Raises:
        Refused: when there is no hold, or the cable bears RD, FRD or TFNI that no agency answered.
    """
    if not board.docket.proposals.hold:
        raise Refused("the cable is not on hold")
    open_ = subtract(board.docket.restricted, _all_answered(board))
    if open_:
        raise Refused(
            f"{board.lines(open_)} is marked RD, FRD or TFNI: refer it, and record the agency's "
            "denial before the hold is lifted (10 CFR 1045.155)"
        )
    if board.roster.names("senior") and not board.roster.holds(person, "senior", board.day):
        raise Refused("a hold is lifted by a senior official of the roster")
    body = {"hold": hold_print(proposed) if proposed else None}
    return (_draft(board, "lift", body, need(reason, "lifting a hold")),)


def _all_answered(board: Board) -> tuple[Span, ...]:
    return merge(
        span for each in referrals(board.state) for span in subtract(each.spans, each.open)
    )


@dataclass(frozen=True, slots=True)
class Notification:
    """That an agency was told of a referral."""

    agency: str
    spans: tuple[Span, ...]
    on: date
    due: date | None = None


def notify(board: Board, said: Notification) -> tuple[Draft, ...]:
    """Record that an agency was told.

    Raises:
        Refused: when nothing there is referred to it, or the days are the wrong way round.
    """
    _referred(board, said.agency, said.spans)
    if said.due and said.due < said.on:
        raise Refused(f"the answer is due on {said.due}, before the agency is told on {said.on}")
    body = {
        "agency": said.agency,
        "spans": _pairs(said.spans),
        "on": said.on.isoformat(),
        "due": said.due.isoformat() if said.due else None,
    }
    return (_draft(board, "notify", body),)


@dataclass(frozen=True, slots=True)
class Response:
    """What an agency answered."""

    agency: str
    spans: tuple[Span, ...]
    reply: Reply
    codes: tuple[str, ...] = ()
    support: Support = Support()
    reason: str | None = None


def answer(board: Board, said: Response) -> tuple[Draft, ...]:
    """Record an agency's answer.

    Raises:
        Refused: when nothing there is referred to it, the cable is released, the codes of a denial
            are not legal, or it would free RD, FRD or TFNI, which only a newly marked copy does.
    """
    if board.state.releases:
        number = board.state.releases[-1].number
        raise Refused(f"the cable is released as {number}; open the review again first")
    _referred(board, said.agency, said.spans)
    fault = _reply_fault(board, said)
    if fault:
        raise Refused(fault)
    support = {k: v for k, v in asdict(said.support).items() if v is not None and k != "harm"}
    earlier = [
        old.seq
        for old in board.state.standing.answers
        if same_agency(old.agency) == same_agency(said.agency) and intersect(old.spans, said.spans)
    ]
    body = {
        "agency": said.agency,
        "spans": _pairs(said.spans),
        "reply": said.reply,
        "codes": list(said.codes),
        "support": support,
        "policy": board.docket.proposals.policy.sha256,
        "replaces": earlier,
    }
    remarks = {"reason": said.reason, "harm": said.support.harm}
    said_words = {kind: words for kind, words in remarks.items() if words}
    return (_draft(board, "answer", body, said_words),)


def _reply_fault(board: Board, said: Response) -> str | None:
    if said.reply == "deny":
        return code_fault(board.docket, said.codes, said.support)
    if said.codes:
        return "an answer without objection carries no codes; leave them out"
    if intersect(said.spans, board.docket.restricted):
        return (
            "the portion is marked RD, FRD or TFNI: only a copy that the agency has marked anew "
            "frees it; import that copy"
        )
    return None


def _referred(board: Board, agency: str, spans: Sequence[Span]) -> None:
    for each in referrals(board.state):
        if same_agency(each.agency) == same_agency(agency):
            if any(not covers(each.spans, span) for span in merge(spans)):
                raise Refused(
                    f"to {each.agency} only {board.lines(each.spans)} is referred; name that place"
                )
            return
    known = ", ".join(each.agency for each in referrals(board.state))
    raise Refused(f"nothing is referred to {agency}; referred to: {known or 'nobody'}")


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
    return (_draft(board, "reopen", {"releases": released, "replaces": signed}, remarks),)


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
        _draft(board, "approve", {"trigger": each.kind, "spans": _pairs(each.spans)}, remarks)
        for each in waiting
    )


def check(board: Board, person: str, reason: str | None, *, right: bool) -> tuple[Draft, ...]:
    """Record what quality control found in a finished review.

    Raises:
        Refused: when it is not finished, or this person may not check it.
    """
    if not board.complete:
        raise Refused("quality control looks at finished reviews; this one is not complete")
    if not board.roster.holds(person, "quality", board.day):
        raise Refused(f"{person} does no quality control on {board.day}; the roster names who does")
    if any(signature.person == person for signature in board.state.signatures):
        raise Refused(f"{person} signed this cable; nobody checks their own work")
    remarks = {} if right else need(reason, "a fault that is found")
    return (_draft(board, "check", {"result": "right" if right else "wrong"}, remarks),)


def split(board: Board, cuts: Sequence[int]) -> tuple[Draft, ...]:
    """Divide items, so that each part is decided on its own.

    Raises:
        Refused: when a cut does not lie inside an item.
    """
    wrong = [cut for cut in cuts if not any(s.start < cut < s.end for s in board.docket.content)]
    if wrong:
        raise Refused(f"{wrong[0]} does not lie inside an item, so it divides none")
    return (_draft(board, "split", {"cuts": sorted(set(cuts))}),)


def join(board: Board, cuts: Sequence[int]) -> tuple[Draft, ...]:
    """Take divisions away.

    Raises:
        Refused: when nothing is divided there.
    """
    there = sorted(set(cuts) & board.state.standing.cuts)
    if not there:
        raise Refused("no item is divided here")
    return (_draft(board, "merge", {"cuts": there}),)


def _draft(
    board: Board, kind: EventKind, body: Mapping[str, Any], remarks: Mapping[str, str] | None = None
) -> Draft:
    return Draft(kind, board.docket.cable.sha256, body, remarks or {})
