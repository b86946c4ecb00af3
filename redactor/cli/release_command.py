"""``redactor release``: write the release of completed cables, and its audit diff."""

from argparse import Namespace
from pathlib import Path

from redactor.cli.notary import Notary
from redactor.cli.output import DONE, FINDINGS, InputFault, narrate
from redactor.cli.publishing import publish
from redactor.cli.sessions import find_cable, session
from redactor.release import NotReleasableError, WriteFaultError
from redactor.review import Entry, Refused, Session


def run(options: Namespace) -> int:
    """Run the command: all that are named, or else all that are complete."""
    with session(options) as desk:
        entries = [find_cable(desk, name) for name in options.cables] or list(desk.entries)
        if not entries:
            raise InputFault(f"{options.case}: the case holds no cable; import one first")
        blocked = _blocked(desk, entries)
        ready = [entry for entry in entries if entry.sha256 not in blocked]
        if options.cables and blocked:
            # Named together, released together: all or none.
            ready = []
        notary, out = Notary(desk, options.key), Path(options.out)
        for entry in ready:
            try:
                narrate(publish(desk, out, entry.sha256, options.format, notary=notary))
            except (Refused, NotReleasableError) as fault:
                blocked.add(entry.sha256)
                narrate(f"redactor: {entry.label} is not released: {fault}")
            except WriteFaultError as fault:
                raise InputFault(str(fault)) from fault
    return FINDINGS if blocked else DONE


def _blocked(desk: Session, entries: list[Entry]) -> set[str]:
    """Find the cables that can't be released, and say why."""
    blocked: set[str] = set()
    for entry in entries:
        missing = desk.board(entry.sha256).missing(desk.person)
        if missing:
            blocked.add(entry.sha256)
            narrate(f"redactor: {entry.label} is not released: {missing}")
    return blocked
