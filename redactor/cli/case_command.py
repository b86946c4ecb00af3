"""``redactor case``: take cables in, show how far they are."""

from argparse import Namespace
from typing import Any

from redactor.cli.output import DONE, WRONG_INPUT, data, narrate, record
from redactor.cli.sessions import read_intake, session, take_in
from redactor.review import Entry, Session


def run(options: Namespace) -> int:
    """Run the command."""
    return _import(options) if options.action == "import" else _status(options)


def _import(options: Namespace) -> int:
    intake = read_intake(options)
    with session(options, create=True) as desk:
        before = {entry.sha256 for entry in desk.entries}
        for entry in take_in(desk, options, intake):
            new = "" if entry.sha256 not in before else "  (in the case already)"
            data(f"{entry.sha256[:12]}  {entry.id or '-':<20}  {entry.name}{new}")
        terms = desk.terms
        narrate(
            f"{options.case}: {len(desk.entries)} cables, policy {desk.policy.ref.name} "
            f"{desk.policy.ref.version}, as of {terms.as_of}, basis {terms.basis}"
        )
    for fault in intake.faults:
        narrate(f"redactor: {fault}")
    return WRONG_INPUT if intake.faults else DONE


def _status(options: Namespace) -> int:
    with session(options) as desk:
        for entry in desk.entries:
            status = _cable_status(desk, entry)
            if options.json:
                record(status)
            else:
                data(
                    f"{entry.sha256[:12]}  {entry.id or '-':<20}  {status['state']:<12}"
                    f"{status['decided']:>4} of {status['items']:<4}  {entry.name}"
                )
    return DONE


def _cable_status(desk: Session, entry: Entry) -> dict[str, Any]:
    board, view = desk.board(entry.sha256), desk.view(entry.sha256)
    return {
        "sha256": entry.sha256,
        "id": entry.id,
        "path": entry.name,
        "state": board.stage,
        "items": len(view.docket.items),
        "decided": len(view.docket.items) if board.complete else view.decided,
        "hold": view.docket.proposals.hold,
        "signatures": [signature.person for signature in board.state.signatures],
        "reviews": board.workflow.reviews,
        "releases": [release.number for release in board.state.releases],
        "missing": board.missing(desk.person),
    }
