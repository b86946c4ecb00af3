"""``redactor review``: the terminal UI. The one command that reaches over to the screen.

Where a reviewer comes back to a case, the screen shows the cable before the case is read: what
reads cables and policies is loaded meanwhile, and what writes releases with the first of them.
"""

import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.cli.cases import case_file
from redactor.cli.output import DONE, InputFault, narrate
from redactor.review import CaseError, CaseFile

if TYPE_CHECKING:
    from redactor.cli.publisher import Publisher
    from redactor.cli.sessions import Intake
    from redactor.review import Session


def run(options: Namespace) -> int:
    """Run the command."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputFault("review needs a terminal; without one use redactor decide and release")
    if not options.paths and not Path(options.case).exists():
        raise InputFault(
            f"nothing to review: name cables, or a case file ({options.case} is not there)"
        )
    intake = _named(options) if options.paths or options.policy else None
    with case_file(options, create=True) as case:
        _show(case, options, intake)
    narrate(f"{options.case}: every decision is kept; the same command resumes here")
    return DONE


def _named(options: Namespace) -> "Intake":
    """Read the cables and the policy that are named."""
    from redactor.cli.sessions import read_intake  # noqa: PLC0415 - a case at hand needs none

    intake = read_intake(options)
    for fault in intake.faults:
        narrate(f"redactor: {fault}")
    return intake


def _show(case: CaseFile, options: Namespace, intake: "Intake | None") -> None:
    from redactor.ui import Work  # noqa: PLC0415 - only this command pays for textual
    from redactor.ui import run as show  # noqa: PLC0415

    def begin() -> Work:
        desk = _opened(case, options, intake)
        return Work(desk, _publish(desk, Path(options.out)))

    glimpse = None
    if not intake:
        with suppress(CaseError):  # the list tells it
            glimpse = case.glimpse(options.reviewer)
    show(options.reviewer, begin, glimpse)


def _opened(case: CaseFile, options: Namespace, intake: "Intake | None") -> "Session":
    """Open the case for the reviewer, and take in what was named.

    Raises:
        InputFault: when the case can't be used.
    """
    from redactor.cli.sessions import plainly, read_intake, take_in  # noqa: PLC0415 - while shown
    from redactor.review import Session  # noqa: PLC0415

    with plainly():
        desk = Session(case, options.reviewer)
        if (intake and intake.cables) or not desk.is_open:
            take_in(desk, options, intake or read_intake(options))
        return desk


def _publish(desk: "Session", out: Path) -> Callable[[str], str]:
    """Give what writes the release of a cable."""

    @cache
    def publisher() -> "Publisher":
        from redactor.cli.publisher import Publisher  # noqa: PLC0415 - what signs is large

        return Publisher(desk, out)

    return lambda cable: publisher().write(cable)
