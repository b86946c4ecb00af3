"""Acts: what a person asks for, checked against the rules and turned into events. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from redactor.policy import Proposal, Support
from redactor.review.desk import Act, Desk
from redactor.review.docket import View
from redactor.review.events import Draft, pairs
from redactor.review.legal import Ruling, forbidden
from redactor.review.model import NO_RULE, Painted
from redactor.review.paint import apart, differing, spans_of, within
from redactor.review.workflow import Board, Refused, may_sign
from redactor.text import Span, clip, merge, subtract


def decide(board: Board, person: str, rulings: Sequence[Ruling]) -> tuple[Draft, ...]:
    """Turn rulings into one act.

    Raises:
        Refused: when a rule forbids one of them; then none counts.
    """
    view = board.view(person)
    if view.desk.signed:
        raise Refused(f"{person} has signed this cable; undo the signature to decide anew")
    return tuple(_draft(view, ruling) for ruling in rulings)


def _draft(view: View, ruling: Ruling) -> Draft:
    docket = view.docket
    inside = clip(merge(ruling.spans), docket.covered)
    if not any(span.cut(docket.cable.text).strip() for span in inside):
        raise Refused(
            "there is nothing to decide at this place, only page furniture or white space"
        )
    fault = forbidden(view, ruling, inside)
    if fault:
        raise Refused(fault)
    covered = within(view.painting, inside)
    replaced = sorted({part.decision.seq for part in covered})
    support = {k: v for k, v in asdict(ruling.support).items() if v is not None and k != "harm"}
    body: dict[str, Any] = {
        "spans": pairs(ruling.spans),
        "verdict": ruling.verdict,
        "codes": list(ruling.codes),
        "rule": ruling.rule,
        "policy": docket.proposals.policy.sha256,
    }
    if support:
        body["support"] = support
    if ruling.suppress_code:
        body["suppress_code"] = True
    if _clears(ruling, covered, inside):
        body["clears"] = True
    if replaced:
        body["replaces"] = replaced
    remarks = dict(ruling.remarks)
    if ruling.support.harm:
        remarks["harm"] = ruling.support.harm
    return Draft("decide", docket.cable.sha256, body, remarks)


def _clears(ruling: Ruling, covered: Sequence[Painted], inside: Sequence[Span]) -> bool:
    """Tell whether a ruling says a standing release again, with a reason: that clears it."""
    if ruling.verdict != "release" or not ruling.remarks.get("reason", "").strip():
        return False
    return not subtract(inside, spans_of(covered, "release"))


@dataclass(frozen=True, slots=True)
class Accepted:
    """What accepting proposals comes to."""

    rulings: tuple[Ruling, ...]
    left: tuple[tuple[Proposal, str], ...]
    """Items that stay open, each with the reason."""


def accept(
    view: View, items: Iterable[Proposal], remarks: Mapping[str, str] | None = None
) -> Accepted:
    """Decide the open parts of items as proposed, where the rule carries all that it needs."""
    rulings: list[Ruling] = []
    left: list[tuple[Proposal, str]] = []
    for item in items:
        ruling = _as_proposed(view, item, remarks or {})
        if isinstance(ruling, str):
            left.append((item, ruling))
        elif ruling.spans:
            rulings.append(ruling)
    return Accepted(tuple(rulings), tuple(left))


def _as_proposed(view: View, item: Proposal, remarks: Mapping[str, str]) -> Ruling | str:
    if item.action not in ("release", "redact"):
        return f"proposed for {item.action}"
    ruling = Ruling(
        spans=clip(view.open, (item.span,)),
        verdict="release" if item.action == "release" else "redact",
        codes=item.codes if item.action == "redact" else (),
        support=item.support if item.action == "redact" else Support(),
        rule=item.won_by or NO_RULE,
        remarks=remarks,
    )
    fault = forbidden(view, ruling, (item.span,))
    return fault or ruling


def sign(board: Board, person: str) -> tuple[Draft, ...]:
    """Sign the next stage.

    Raises:
        Refused: when this person may not sign now.
    """
    fault = may_sign(board, person)
    if fault:
        raise Refused(fault)
    painting = board.view(person).painting
    body = {
        "stage": len(board.state.signings) + 1,
        "painting": [[part.span.start, part.span.end, part.decision.seq] for part in painting],
    }
    cable = board.docket.cable.sha256
    settles = len(board.state.signings) >= board.workflow.reviews
    official = settles and board.roster.holds(person, "senior", board.day)
    signed = Draft("sign", cable, body, role="senior" if official else "")
    first = next(iter(board.state.signings), None)
    spans = differing(first.painting, painting) if first else ()
    if settles or not spans:
        return (signed,)
    return (signed, Draft("disagree", cable, {"spans": pairs(spans)}))


def undo(board: Board, person: str, reason: str | None = None) -> tuple[Draft, ...]:
    """Take back this person's last act on this cable.

    Raises:
        Refused: when there is none, the cable is released, or text that is withheld would be
            released again and no reason is given.
    """
    desk = _free_desk(board, person)
    if not desk.acts:
        raise Refused("there is nothing to undo")
    _ask_before_exposing(board, desk.back(), reason)
    return (_step("undo", board, desk.acts[-1], reason),)


def redo(board: Board, person: str, reason: str | None = None) -> tuple[Draft, ...]:
    """Bring back what this person's last undo took.

    Raises:
        Refused: as ``undo``.
    """
    desk = _free_desk(board, person)
    if not desk.undone:
        raise Refused("there is nothing to redo")
    _ask_before_exposing(board, desk.again(), reason)
    return (_step("redo", board, desk.undone[-1], reason),)


def _free_desk(board: Board, person: str) -> Desk:
    if board.state.releases:
        number = board.state.releases[-1].number
        raise Refused(f"the cable is released as {number}; what led to it can't be undone")
    return board.state.desk(person)


def _ask_before_exposing(board: Board, after: Desk, reason: str | None) -> None:
    """Refuse, without a reason, a step that would release text now withheld.

    What lies beneath a desk counts too: where the review is not blind, that can be a release.
    """
    then = replace(board, state=board.state.at(after)).after(board)
    now, later = apart(board.view(after.person).painting, then.view(after.person).painting)
    opened = clip(spans_of(now, "redact", "refer"), spans_of(later, "release"))
    if opened and not (reason or "").strip():
        raise Refused(
            f"this would release {board.lines(opened)}, which is withheld now; "
            "to do it all the same, give a reason"
        )


def _step(kind: Literal["undo", "redo"], board: Board, act: Act, reason: str | None) -> Draft:
    remarks = {"reason": reason} if reason else {}
    spans = (span for made in act.decisions for span in made.spans)
    body = {"act": act.seq, "spans": pairs(spans)}
    return Draft(kind, board.docket.cable.sha256, body, remarks)
