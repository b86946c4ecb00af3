"""``redactor release``: write the release of completed cables, and its audit diff."""

import os
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from redactor.cli.archive import Archive
from redactor.cli.held import found_in, propose_fixes
from redactor.cli.notary import Notary
from redactor.cli.output import DONE, FINDINGS, InputFault, narrate
from redactor.cli.press import Press
from redactor.cli.progress import RELEASING, progress_on_stderr
from redactor.cli.publishing import BlockedError, held, publish_all
from redactor.cli.sessions import find_cable, refused, session
from redactor.release import HeldError, NotReleasableError, WriteFaultError
from redactor.review import Entry, Refused, Session


def run(options: Namespace) -> int:
    """Run the command: all that are named, or else all that are complete; all of them or none."""
    try:
        with session(options) as desk:
            return _run(desk, options)
    except Refused as fault:
        return refused(fault)
    except NotReleasableError as fault:
        narrate(f"redactor: nothing is released: {fault}")
        return FINDINGS


def _run(desk: Session, options: Namespace) -> int:
    entries = _named(desk, options)
    blocked = _blocked(desk, entries)
    ready = [entry.sha256 for entry in entries if entry.sha256 not in blocked]
    jobs = os.cpu_count() or 1
    archive = Archive(desk, options.past, watch=progress_on_stderr, jobs=jobs)
    notary, out = Notary(desk, options.key), Path(options.out)
    press = Press(desk, out, options.format, notary, archive)
    faults = _released(press, ready, only_look=bool(options.cables and blocked))
    for cable, fault in faults.items():
        narrate(f"redactor: {desk.entry(cable).label} is not released: {fault}")
        if options.propose_fixes and isinstance(fault, HeldError):
            _propose(desk, desk.entry(cable), archive)
    if ready and (faults or (options.cables and blocked)) and len(entries) > 1:
        narrate(
            "nothing was written: the cables of one command are released all or none; name those "
            "that may go out without the others"
        )
    return FINDINGS if blocked or faults else DONE


def _named(desk: Session, options: Namespace) -> list[Entry]:
    """Give the cables that are named, each once, or all.

    Raises:
        InputFault: when there is none, or one is not in the case.
    """
    named = dict.fromkeys(find_cable(desk, name) for name in options.cables)
    entries = list(named) or list(desk.entries)
    if not entries:
        raise InputFault(f"{options.case}: the case holds no cable; import one first")
    return entries


def _released(
    press: Press, cables: Sequence[str], *, only_look: bool
) -> Mapping[str, NotReleasableError]:
    """Release cables, or give what holds them.

    Raises:
        InputFault: when the files can't be written.
    """
    if not cables:
        return {}
    if only_look:
        return held(press, cables)
    try:
        for said in publish_all(press, cables, progress_on_stderr(len(cables), RELEASING)):
            narrate(said)
    except BlockedError as blocked:
        return blocked.faults
    except WriteFaultError as fault:
        raise InputFault(str(fault)) from fault
    return {}


def _propose(desk: Session, entry: Entry, archive: Archive) -> None:
    """Propose fixes for all that holds a cable, not only for what was found first."""
    try:
        found = found_in(desk.board(entry.sha256).completed(), archive)
        places = propose_fixes(desk, entry.sha256, found)
    except (Refused, InputFault) as fault:
        narrate(f"redactor: {entry.label}: no fix is proposed: {fault}")
        return
    more = "1 place more" if places == 1 else f"{places} places more"
    said = f"proposed to withhold {more}; decide, sign and release again"
    narrate(f"{entry.label}: {said if places else 'nothing can be withheld to mend it'}")


def _blocked(desk: Session, entries: list[Entry]) -> set[str]:
    """Find the cables that can't be released, and say why."""
    blocked: set[str] = set()
    for entry in entries:
        missing = desk.board(entry.sha256).missing(desk.person)
        if missing:
            blocked.add(entry.sha256)
            narrate(f"redactor: {entry.label} is not released: {missing}")
    return blocked
