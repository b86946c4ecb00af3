"""Entries on referrals: that an agency was told, and what it answered. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from redactor.policy import Support
from redactor.review.entry import entry
from redactor.review.events import Draft, pairs
from redactor.review.legal import code_fault
from redactor.review.referring import referrals, same_agency
from redactor.review.standing import Answer, Notice, Reply
from redactor.review.workflow import Board, Refused
from redactor.text import Span, covers, intersect, merge


@dataclass(frozen=True, slots=True)
class Notification:
    """That an agency was told of a referral."""

    agency: str
    spans: tuple[Span, ...]
    on: date
    due: date | None = None


def notify(board: Board, person: str, said: Notification) -> tuple[Draft, ...]:
    """Record that an agency was told.

    Raises:
        Refused: when nothing there is referred to it, or the days are the wrong way round.
    """
    _referred(board, person, said.agency, said.spans)
    if said.due and said.due < said.on:
        raise Refused(f"the answer is due on {said.due}, before the agency is told on {said.on}")
    body = {
        "agency": said.agency,
        "spans": pairs(said.spans),
        "on": said.on.isoformat(),
        "due": said.due.isoformat() if said.due else None,
        "replaces": _said_before(board.state.standing.notices, said),
    }
    return (entry(board, "notify", body),)


@dataclass(frozen=True, slots=True)
class Response:
    """What an agency answered."""

    agency: str
    spans: tuple[Span, ...]
    reply: Reply
    codes: tuple[str, ...] = ()
    support: Support = Support()
    reason: str | None = None


def answer(board: Board, person: str, said: Response) -> tuple[Draft, ...]:
    """Record an agency's answer.

    Raises:
        Refused: when nothing there is referred to it, the cable is released, the codes of a denial
            are not legal, or it would free RD, FRD or TFNI, which only a newly marked copy does.
    """
    if board.state.releases:
        number = board.state.releases[-1].number
        raise Refused(f"the cable is released as {number}; open the review again first")
    _referred(board, person, said.agency, said.spans)
    fault = _reply_fault(board, said)
    if fault:
        raise Refused(fault)
    support = {k: v for k, v in asdict(said.support).items() if v is not None and k != "harm"}
    body = {
        "agency": said.agency,
        "spans": pairs(said.spans),
        "reply": said.reply,
        "codes": list(said.codes),
        "support": support,
        "policy": board.docket.proposals.policy.sha256,
        "replaces": _said_before(board.state.standing.answers, said),
    }
    remarks = {"reason": said.reason, "harm": said.support.harm}
    said_words = {kind: words for kind, words in remarks.items() if words}
    return (entry(board, "answer", body, said_words),)


def _said_before(earlier: Iterable[Notice | Answer], said: Notification | Response) -> list[int]:
    """Give the numbers of what was said of the same agency and some of the same places."""
    return [
        old.seq
        for old in earlier
        if same_agency(old.agency) == same_agency(said.agency) and intersect(old.spans, said.spans)
    ]


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


def _referred(board: Board, person: str, agency: str, spans: Sequence[Span]) -> None:
    """Refuse what is not referred; say no more of other people's referrals than they may know."""
    seen = board.seen_by(person)
    for each in referrals(board.state):
        if same_agency(each.agency) == same_agency(agency):
            if any(not covers(each.spans, span) for span in merge(spans)):
                mine = [own for own in referrals(board.state, seen) if own.agency == each.agency]
                only = board.lines(mine[0].spans) if mine else "another place"
                raise Refused(f"to {each.agency} only {only} is referred; name that place")
            return
    known = ", ".join(each.agency for each in referrals(board.state, seen))
    raise Refused(f"nothing is referred to {agency}; referred to: {known or 'nobody'}")
