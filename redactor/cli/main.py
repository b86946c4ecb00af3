"""The entry point: parse, run one command, turn every fault into one clear line."""

import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from redactor.cli import parser
from redactor.cli.collector import rest_collector
from redactor.cli.output import FINDINGS, WRONG_INPUT, InputFault, narrate

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; give the exit code."""
    try:
        options = parser.build().parse_args(arguments)
        return _guarded(options)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else WRONG_INPUT


def _guarded(options: Namespace) -> int:
    """Run a command; no fault of any kind shows a traceback, which could hold document text."""
    try:
        return _command(options.command)(options)
    except InputFault as fault:
        return _report(str(fault), WRONG_INPUT)
    except BrokenPipeError:
        # The reader of our output has gone; that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except KeyboardInterrupt:
        return _report("stopped; every decision made so far is kept", _INTERRUPTED)
    except RecursionError:
        return _report("the input is nested too deeply to be read", WRONG_INPUT)
    except Exception as fault:  # noqa: BLE001 - the last guard between document text and the screen
        return _report(_own_fault(fault), WRONG_INPUT)


def _command(name: str) -> Callable[[Namespace], int]:
    """Import the command's module only now: each start pays for what it uses."""
    module = import_module(f"redactor.cli.{name}_command")
    rest_collector()
    return cast("Callable[[Namespace], int]", module.run)


def _report(line: str, code: int) -> int:
    for part in line.splitlines():
        narrate(f"redactor: {part}")
    return code


def _own_fault(fault: Exception) -> str:
    """Name the kind and place of a fault of ours; its message may quote the document."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    return (
        f"a fault in the program itself ({type(fault).__name__} at {place}); "
        "nothing more was written; please report this line"
    )
