"""``redactor review``: the terminal UI. The one command that reaches over to the screen."""

import sys
from argparse import Namespace
from pathlib import Path

from redactor.cli.archive import Archive
from redactor.cli.notary import Notary, nobody
from redactor.cli.output import DONE, InputFault, narrate
from redactor.cli.progress import no_progress
from redactor.cli.publishing import publish
from redactor.cli.sessions import read_intake, session, take_in


def run(options: Namespace) -> int:
    """Run the command."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputFault("review needs a terminal; without one use redactor decide and release")
    if not options.paths and not Path(options.case).exists():
        raise InputFault(
            f"nothing to review: name cables, or a case file ({options.case} is not there)"
        )
    intake = read_intake(options)
    for fault in intake.faults:
        narrate(f"redactor: {fault}")
    with session(options, create=True) as desk:
        if intake.cables or not desk.is_open:
            take_in(desk, options, intake)
        from redactor.ui import run as show  # noqa: PLC0415 - only this command pays for textual

        notary, out = Notary(desk, ask=nobody), Path(options.out)

        def write(cable: str) -> str:
            archive = Archive(desk, watch=no_progress)  # others may have released meanwhile
            return publish(desk, out, cable, notary=notary, archive=archive)

        show(desk, write)
    narrate(f"{options.case}: every decision is kept; the same command resumes here")
    return DONE
