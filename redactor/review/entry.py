"""One entry on a cable's own record, and the reason that it needs."""

from collections.abc import Mapping
from typing import Any

from redactor.review.events import Draft, EventKind
from redactor.review.roster import Role
from redactor.review.workflow import Board, Refused


def need(reason: str | None, what: str) -> dict[str, str]:
    """Give a reason as a remark.

    Raises:
        Refused: when there is none.
    """
    if not (reason or "").strip():
        raise Refused(f"{what} needs a reason; give one")
    return {"reason": reason or ""}


def entry(
    board: Board,
    kind: EventKind,
    body: Mapping[str, Any],
    remarks: Mapping[str, str] | None = None,
    role: Role | None = None,
) -> Draft:
    """Give the event of an entry; ``role`` is the one without which nobody could make it."""
    return Draft(kind, board.docket.cable.sha256, body, remarks or {}, role or "")
