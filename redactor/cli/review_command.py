"""``redactor review``: the terminal UI. The one command that reaches over to the screen."""

import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

from redactor.cli.notary import Notary, nobody
from redactor.cli.output import DONE, InputFault, narrate
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

        notary = Notary(desk, ask=nobody)
        show(desk, partial(publish, desk, Path(options.out), notary=notary))
    narrate(f"{options.case}: every decision is kept; the same command resumes here")
    return DONE
