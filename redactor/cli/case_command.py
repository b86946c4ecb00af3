"""``redactor case``: take cables in, show how far they are, keep the roster, copy the case."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from redactor.cli import policy_activation
from redactor.cli.days import today
from redactor.cli.output import DONE, WRONG_INPUT, InputFault, data, narrate, record
from redactor.cli.past_files import past_files
from redactor.cli.sessions import read_intake, refused, session, take_in
from redactor.review import Appointment, Entry, Refused, Session, lacks_segregability, referrals
from redactor.text import plural


def run(options: Namespace) -> int:
    """Run the command."""
    try:
        return _ACTIONS[options.action](options)
    except Refused as fault:
        return refused(fault)


def _import(options: Namespace) -> int:
    intake = read_intake(options)
    with session(options, create=True) as desk:
        known = {entry.sha256 for entry in desk.entries}
        taken = take_in(desk, options, intake)
        for (path, _), entry in zip(intake.cables, taken, strict=True):
            new = "" if entry.sha256 not in known else "  (in the case already)"
            known.add(entry.sha256)
            data(f"{entry.sha256[:12]}  {entry.id or '-':<20}  {entry.name}{new}")
            if new and str(path) != entry.name:
                narrate(f"{path}: the same file as {entry.name}; the two are one cable")
            for line in _likeness(desk, entry):
                narrate(f"{entry.label}: {line}")
        terms = desk.terms
        narrate(
            f"{options.case}: {plural(len(desk.entries), 'cable')}, policy {desk.policy.ref.name} "
            f"{desk.policy.ref.version}, as of {terms.as_of}, basis {terms.basis}"
        )
    for fault in intake.faults:
        narrate(f"redactor: {fault}")
    return WRONG_INPUT if intake.faults else DONE


_COPY_WORDS = {
    "corrected": "a corrected copy of",
    "retransmission": "sent again; first sent as",
    "copy": "bears the number of",
}


def _likeness(desk: Session, entry: Entry) -> Iterator[str]:
    """Say what of the case a cable is like, so that nobody reviews it twice unknowingly."""
    names = {each.seq: each.name for each in desk.entries}
    if entry.same_text:
        yield f"the same text as {', '.join(names[seq] for seq in entry.same_text)}"
    if entry.copy:
        yield f"{_COPY_WORDS[entry.copy]} {', '.join(names[seq] for seq in entry.copy_of)}"


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
    state = board.state
    return {
        "sha256": entry.sha256,
        "id": entry.id,
        "path": entry.name,
        "state": board.stage,
        "items": len(view.docket.items),
        "decided": len(view.docket.items) if board.complete else view.decided,
        "hold": view.docket.proposals.hold,
        "signatures": [signature.person for signature in state.signatures],
        "reviews": board.workflow.reviews,
        "releases": [release.number for release in (*state.earlier, *state.releases)],
        "missing": board.missing(desk.person),
        "segregability_missing": [
            board.lines((span,)) for span in lacks_segregability(view.docket, view.painting)
        ],
        "checks": [
            {"by": check.person, "result": "right" if check.right else check.fault or "wrong"}
            for check in state.standing.checks
        ],
        "claimed_by": state.claim.person if state.claim else None,
        "flags": sorted({flag.kind for flag in state.standing.flags}),
        "notes": len(state.standing.notes),
        "referrals": [
            {
                "agency": each.agency,
                "state": each.state(today()),
                "due": each.due.isoformat() if each.due else None,
            }
            for each in referrals(state, board.seen_by(desk.person))
        ],
        "same_text": [desk.by_seq(seq).sha256 for seq in entry.same_text],
        "copy": entry.copy,
        "copy_of": [desk.by_seq(seq).sha256 for seq in entry.copy_of],
    }


def _export(options: Namespace) -> int:
    with session(options) as desk:
        head = desk.case.head
        desk.case.copy(Path(options.to))
        desk.exported("case", head)
        narrate(f"{options.to}: a copy of the case up to event {head[0]}, head {head[1]}")
    return DONE


def _past(options: Namespace) -> int:
    if options.folders and options.none:
        raise InputFault("--none goes without folders; leave one of them out")
    with session(options) as desk:
        if options.folders or options.none:
            folders = [Path(folder).resolve() for folder in options.folders]
            files = past_files(folders)
            desk.compare_with([str(folder) for folder in dict.fromkeys(folders)])
            narrate(f"releases are compared with {len(files):,} past releases from now on")
        for folder in desk.past:
            data(folder)
    return DONE


def _policy(options: Namespace) -> int:
    with session(options) as desk:
        return policy_activation.run(desk, options)


def _roster(options: Namespace) -> int:
    with session(options) as desk:
        if options.person:
            if not options.role:
                raise InputFault("--role is missing: say in which role the person is entered")
            start = options.start or today()
            desk.appoint(Appointment(options.person, options.role, start, options.until))
        for term in desk.roster.terms:
            until = str(term.until or "open")
            data(f"{term.person:<20}  {term.role:<10}  {term.start}  {until:<10}  by {term.by}")
    return DONE


_ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "import": _import,
    "status": _status,
    "export": _export,
    "past": _past,
    "policy": _policy,
    "roster": _roster,
}
