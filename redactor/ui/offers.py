"""What can be done at a place, for menus; each with why it can't be, where it can't. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from redactor.policy import Action
from redactor.review import FAULTS, Board, Fault, referrals, unapproved
from redactor.text import Span, clip, intersect, sentences, subtract
from redactor.ui.keymap import Keymap
from redactor.ui.sheet import Sheet
from redactor.ui.status import claimed_words


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to do."""

    key: str
    """That chooses it; empty where only the list does."""
    id: str
    title: str
    fault: str | None = None
    """Why it can't be done here; ``None`` when it can."""


def offers_instead(action: Action) -> tuple[Offer, ...]:
    """Give the answers to a rejected proposal; the likeliest first."""
    other = " under another code" if action == "redact" else ""
    release = Offer("r", "release", "release it, with a reason")
    withhold = Offer("x", "code", f"withhold it{other}")
    others = (
        Offer("e", "edit", "decide only a part of it: select that part"),
        Offer("f", "refer", "refer it to an agency"),
        Offer("m", "note", "leave it open, with a note"),
    )
    return (withhold, *others) if action == "release" else (release, withhold, *others)


_HERE = {
    "accept": "accept the proposal",
    "reject": "reject the proposal",
    "withhold": "withhold",
    "release": "release",
    "flag": "flag, refer, and other entries",
    "note": "write a note",
    "edit": "edit the span",
    "split": "split here",
    "where_else": "where else this stands",
    "toggle_why": "why",
}
"""What the right button of the mouse offers, by the ids of actions."""

_NOT_SIGNED = frozenset({"accept", "reject", "withhold", "release", "edit"})


def offers_here(sheet: Sheet, keymap: Keymap) -> tuple[Offer, ...]:
    """Give what the right button of the mouse offers, with the reviewer's own keys."""
    signed = f"you have signed; {keymap.key('undo')} takes the signature back"
    faults = dict.fromkeys(_NOT_SIGNED, signed) if sheet.view.desk.signed else {}
    keys = {action.id: action.keys for action in keymap.of("review")}
    return tuple(
        Offer(next(iter(keys[id_]), ""), id_, title, faults.get(id_))
        for id_, title in _HERE.items()
    )


def offers_on_record(
    board: Board, sheet: Sheet, spans: Sequence[Span], now: datetime
) -> tuple[Offer, ...]:
    """Give the entries on the cable's record, those that can be made now first.

    The ids are those of actions.
    """
    complete = None if board.complete else "the review is not complete"
    offers = (
        Offer("r", "refer", "refer this place to an agency"),
        Offer("m", "mis_marked", "flag: the marking looks wrong"),
        Offer("p", "public_interest", "flag: weigh the public interest, 32 CFR 2001.35"),
        Offer("o", "other_flag", "another flag"),
        Offer("u", "unflag", "take a flag down",
              None if board.state.standing.flags else "no flag stands on this cable"),
        *_referral_offers(board, sheet.view.desk.person, spans),
        Offer("t", "attest", "attest a fact; the clock reads it anew"),
        *_hold_offers(board),
        Offer("c", "claim", "take the cable over",
              None if claimed_words(board, sheet.view.desk.person, now) else "nobody else has it"),
        Offer("s", "approve", "approve as a senior official", _approval_fault(board)),
        Offer("b", "reopen", "open the review again", complete),
        Offer("q", "check", "quality control of the finished review", complete),
    )  # fmt: skip
    return tuple(sorted(offers, key=lambda offer: offer.fault is not None))


def _referral_offers(board: Board, person: str, spans: Sequence[Span]) -> Iterator[Offer]:
    known = referrals(board.state, board.seen_by(person))
    here = any(intersect(each.spans, spans) for each in known)
    fault = None if here else "nothing is referred here" if known else "nothing is referred"
    yield Offer("n", "agency_told", "the agency was told", fault)
    yield Offer("d", "answer_deny", "the agency denies the release", fault)
    yield Offer("a", "answer_agree", "the agency has no objection", fault)


def _hold_offers(board: Board) -> Iterator[Offer]:
    held = bool(board.docket.proposals.hold)
    yield Offer("h", "hold", "put the cable on hold", "it is on hold" if held else None)
    yield Offer("l", "lift_hold", "lift the hold", None if held else "it is not on hold")


def _approval_fault(board: Board) -> str | None:
    if len(board.state.signings) < board.workflow.reviews:
        return "the reviewers have not all signed"
    if not unapproved(board.docket, board.state, board.painting()):
        return "nothing waits for it"
    return None


_FAULT_WORDS: dict[Fault, str] = {
    "missed": "text was released that should be withheld",
    "over-withheld": "text was withheld that could be released",
    "wrong-code": "a code, or what it must carry, was wrong",
    "missed-referral": "another agency's word was not asked for",
    "wrong": "something else was wrong",
}


def offers_of_check() -> tuple[Offer, ...]:
    """Give what quality control can find; the ids are those of faults, or ``right``."""
    faults = (
        Offer(str(number), fault, _FAULT_WORDS[fault]) for number, fault in enumerate(FAULTS, 1)
    )
    return (Offer("y", "right", "it was right"), *faults)


def wants_segregability(sheet: Sheet, spans: Sequence[Span]) -> bool:
    """Tell whether spans cover a whole paragraph of more than one sentence, 5 USC 552(b)."""
    docket = sheet.view.docket
    for paragraph in docket.cable.paragraphs:
        if not any(span.meets(paragraph.span) for span in spans):
            continue
        content = clip((paragraph.span,), docket.content)
        left = subtract(content, spans)
        whole = bool(content) and not any(span.cut(sheet.text).strip() for span in left)
        if whole and len(sentences(sheet.text, paragraph.span)) > 1:
            return True
    return False
