"""The one owner of stdout and stderr. Nothing of a document leaves it raw."""

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from redactor.text import visible

DONE, FINDINGS, WRONG_INPUT = 0, 1, 2
"""Exit codes."""


class InputFault(Exception):  # noqa: N818 - the reader's words: a fault in what was given to us
    """Something given to the program is wrong. The message is the one line to show."""


def data(line: str) -> None:
    """Print a line of data, safely for a terminal."""
    _write(visible(line) + "\n")


def record(value: Mapping[str, Any]) -> None:
    """Print one JSON object on a line: ASCII only, so no control character can pass."""
    _write(json.dumps(value, ensure_ascii=True).replace("\x7f", "\\u007f") + "\n")


def _write(text: str) -> None:
    """Write data out at once, so that a full disk is told of and not lost at exit."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError, AttributeError) as fault:
        reason = (getattr(fault, "strerror", None) or "it is closed").lower()
        raise InputFault(f"the output can't be written: {reason}") from fault


def narrate(line: str) -> None:
    """Tell the person at the terminal something."""
    with suppress(OSError, ValueError, AttributeError):  # nobody listens: the exit code still tells
        sys.stderr.write(visible(line) + "\n")
