"""``redactor review``: the terminal UI. The one command that reaches over to the screen.

Where a reviewer comes back to a case, the screen shows the cable before the case is read: what
reads cables and policies is loaded meanwhile, and what writes releases with the first of them.
"""

import sys
from argparse import Namespace
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.cli.cases import case_file
from redactor.cli.output import DONE, InputFault, narrate
from redactor.review import CaseError, CaseFile

if TYPE_CHECKING:
    from redactor.cli.publisher import Publisher
    from redactor.cli.sessions import Intake
    from redactor.review import Glimpse, Session


def run(options: Namespace) -> int:
    """Run the command."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputFault("review needs a terminal; without one use redactor decide and release")
    if not options.paths and not Path(options.case).exists():
        raise InputFault(
            f"nothing to review: name cables, or a case file ({options.case} is not there)"
        )
    faults: list[str] = []
    intake = None if Path(options.case).exists() else _read(options, faults)
    try:
        with case_file(options, create=True) as case:
            _show(case, options, intake, faults)
    finally:
        for fault in faults:  # not before: the screen would cover them
            narrate(f"redactor: {fault}")
    narrate(f"{options.case}: every decision is kept; the same command resumes here")
    return DONE


def _read(options: Namespace, faults: list[str]) -> "Intake":
    """Read what is named; tell what of it can't be read.

    Raises:
        InputFault: when nothing of it can.
    """
    from redactor.cli.sessions import read_intake  # noqa: PLC0415 - a screen may be there first

    intake = read_intake(options)
    faults += intake.faults
    return intake


def _show(case: CaseFile, options: Namespace, intake: "Intake | None", faults: list[str]) -> None:
    from redactor.ui import Work  # noqa: PLC0415 - only this command pays for textual
    from redactor.ui import run as show  # noqa: PLC0415

    def begin() -> Work:
        desk = _opened(case, options, intake or _read(options, faults))
        return Work(desk, _publish(desk, Path(options.out)))

    def look() -> "Glimpse | None":
        try:
            return case.glimpse(options.reviewer)
        except CaseError:
            return None  # who opens the case tells what is wrong with it

    show(options.reviewer, begin, look)


def _opened(case: CaseFile, options: Namespace, intake: "Intake") -> "Session":
    """Open the case for the reviewer, and take in what was named.

    Raises:
        InputFault: when the case can't be used.
    """
    from redactor.cli.sessions import plainly, take_in  # noqa: PLC0415 - as in _read
    from redactor.review import Session  # noqa: PLC0415

    with plainly():
        desk = Session(case, options.reviewer)
        named = intake.policy or options.as_of or options.basis or options.requested
        if intake.cables or named or not desk.is_open:
            take_in(desk, options, intake)
        return desk


def _publish(desk: "Session", out: Path) -> Callable[[str], str]:
    """Give what writes the release of a cable."""

    @cache
    def publisher() -> "Publisher":
        from redactor.cli.publisher import Publisher  # noqa: PLC0415 - what signs is large

        return Publisher(desk, out)

    return lambda cable: publisher().write(cable)
