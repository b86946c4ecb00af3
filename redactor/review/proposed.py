"""What the policy proposed, as the journal keeps it: what a person had before them and decided on.

It is written with the first decision on a cable, and again when another policy or another fact has
changed it since. Pure.
"""

import hashlib
from typing import Any

import rfc8785

from redactor.review.docket import Docket
from redactor.review.events import Draft, pairs
from redactor.review.holds import hold_print
from redactor.review.workflow import Board
from redactor.text import Span

_Answer = tuple[str, tuple[str, ...], str | None]


def newly_proposed(board: Board) -> tuple[Draft, ...]:
    """Give the event of what is proposed now; nothing where the journal has that already."""
    body = _body_once(board.docket)
    before = board.state.standing.proposed
    if before and before.sha256 == body["sha256"]:
        return ()
    if before:
        body = {**body, "replaces": before.seq}
    return (Draft("propose", board.docket.cable.sha256, body),)


def _body_once(docket: Docket) -> dict[str, Any]:
    """Give the event's body with its print. The docket keeps it: each decision asks for it."""
    kept: dict[str, Any] = vars(docket)
    if _KEPT not in kept:
        body = _body(docket)
        kept[_KEPT] = {**body, "sha256": hashlib.sha256(rfc8785.dumps(body)).hexdigest()}
    found: dict[str, Any] = kept[_KEPT]
    return found


_KEPT = "_proposed_body"


def _body(docket: Docket) -> dict[str, Any]:
    proposals = docket.proposals
    return {
        "policy": proposals.policy.sha256,
        "as_of": proposals.as_of.isoformat(),
        "basis": proposals.basis,
        "hold": hold_print(docket.proposed_hold) if docket.proposed_hold else None,
        "items": [
            {"action": action, "codes": list(codes), "rule": rule, "spans": pairs(spans)}
            for (action, codes, rule), spans in _alike(docket).items()
        ],
    }


def _alike(docket: Docket) -> dict[_Answer, list[Span]]:
    """Gather the places for which the same is proposed."""
    found: dict[_Answer, list[Span]] = {}
    for item in docket.proposals.items:
        if item.content:
            found.setdefault((item.action, item.codes, item.won_by), []).append(item.span)
    return found
