"""Entries on a cable's own record, turned into events: what one person says for all. Pure.

None of them is undone; each is taken back by an entry of its own.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from redactor.review.entry import entry, need
from redactor.review.events import Draft, pairs
from redactor.review.holds import hold_print
from redactor.review.referring import referrals
from redactor.review.workflow import Board, Refused
from redactor.text import Span, merge, subtract


def note(board: Board, spans: Sequence[Span], text: str) -> tuple[Draft, ...]:
    """Write a note on some places, or on the whole cable."""
    if not text.strip():
        raise Refused("a note is made of words; write some")
    return (entry(board, "note", {"spans": pairs(spans)}, {"note": text}),)


def flag(board: Board, kind: str, spans: Sequence[Span]) -> tuple[Draft, ...]:
    """Set a flag on some places, or on the whole cable."""
    if not re.fullmatch(r"[a-z][a-z-]{0,39}", kind):
        raise Refused(f"{kind!r} is no flag; use small letters and hyphens, such as mis-marked")
    return (entry(board, "flag", {"flag": kind, "spans": pairs(spans)}),)


def unflag(board: Board, kind: str, reason: str | None) -> tuple[Draft, ...]:
    """Take down all flags of a kind."""
    gone = [each.seq for each in board.state.standing.flags if each.kind == kind]
    if not gone:
        standing = ", ".join(sorted({each.kind for each in board.state.standing.flags}))
        raise Refused(f"no flag {kind!r} stands on this cable; there is {standing or 'none'}")
    remarks = need(reason, "taking down a flag")
    return (entry(board, "unflag", {"flag": kind, "replaces": gone}, remarks),)


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
    before = board.state.standing.attested
    replaced = sorted({before[name] for name in facts if name in before})
    body = {"facts": dict(facts), "replaces": replaced}
    return (entry(board, "attest", body, remarks),)


def hold(board: Board, reason: str | None) -> tuple[Draft, ...]:
    """Put the cable on hold by hand; a hold of the policy that was lifted holds again."""
    return (entry(board, "hold", {}, need(reason, "a hold")),)


def lift(board: Board, person: str, reason: str | None) -> tuple[Draft, ...]:
    """Lift the hold, with a reason why the cable need not wait.

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
    official = board.roster.holds(person, "senior", board.day)
    if board.roster.names("senior") and not official:
        raise Refused("a hold is lifted by a senior official of the roster")
    proposed, by_hand = board.docket.proposed_hold, board.state.standing.held_at
    body = {
        "hold": hold_print(proposed) if proposed else None,
        "replaces": [by_hand] if by_hand else [],
    }
    remarks = need(reason, "lifting a hold")
    return (entry(board, "lift", body, remarks, "senior" if official else None),)


def _all_answered(board: Board) -> tuple[Span, ...]:
    return merge(
        span for each in referrals(board.state) for span in subtract(each.spans, each.open)
    )


def split(board: Board, cuts: Sequence[int]) -> tuple[Draft, ...]:
    """Divide items, so that each part is decided on its own.

    Raises:
        Refused: when a cut does not lie inside an item.
    """
    wrong = [cut for cut in cuts if not any(s.start < cut < s.end for s in board.docket.content)]
    if wrong:
        raise Refused(f"{wrong[0]} does not lie inside an item, so it divides none")
    return (entry(board, "split", {"cuts": sorted(set(cuts))}),)


def join(board: Board, cuts: Sequence[int]) -> tuple[Draft, ...]:
    """Take divisions away.

    Raises:
        Refused: when nothing is divided there.
    """
    there = sorted(set(cuts) & board.state.standing.cuts)
    if not there:
        raise Refused("no item is divided here")
    return (entry(board, "merge", {"cuts": there}),)
