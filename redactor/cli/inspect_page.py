"""What every form of ``inspect`` shares: the width of its page, and how it names things."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from redactor.cable import Cable
from redactor.cli.columns import wrapped
from redactor.declass import Status, flag_meaning

WIDTH = 100
"""Columns of the output where no terminal says how wide it is."""
_NARROWEST = 60
"""Columns below which nothing is made narrower."""
MARGIN = "  "
"""Before every line of a cable's summary; deeper lines have several."""
LABEL = 15
"""Cells of the column of labels."""


def terminal_width() -> int | None:
    """Give the width of the terminal in columns, if stdout is one that tells."""
    with suppress(OSError, ValueError, AttributeError):  # not a terminal, or closed
        width = os.get_terminal_size(sys.stdout.fileno()).columns
        return max(width, _NARROWEST) if width else None
    return None


def page_width() -> int:
    """Give the width for running words: the terminal's, but no wider than reads well."""
    return min(terminal_width() or WIDTH, WIDTH)


def folder_of(given: Sequence[str]) -> Path | None:
    """Give the folder within which files are named, if only one path was given."""
    return Path(given[0]) if len(given) == 1 else None


def file_name(folder: Path | None, path: Path) -> str:
    """Give a file's name in a table: within the folder, if only one was named."""
    return str(path.relative_to(folder) if folder and path != folder else path)


def hung(depth: int, words: str, width: int) -> Iterator[str]:
    """Write words at a depth of margins, their further lines one margin deeper."""
    start = MARGIN * depth
    for line in wrapped(words, width - len(start) - len(MARGIN)):
        yield f"{start}{line}"
        start = MARGIN * (depth + 1)


def portions_words(cable: Cable, places: Sequence[int]) -> str:
    """Name paragraphs by their places: ``paragraphs 1-3, 5 and unnumbered on line 40``."""
    parts = [cable.paragraphs[place] for place in places]
    numbers = [part.number for part in parts if part.number is not None]
    spans = [part.span for part in parts if part.number is None]
    words = []
    if numbers:
        words.append(f"paragraph{'s' * (len(numbers) > 1)} {', '.join(_ranges(numbers))}")
    if spans:
        words.append(f"unnumbered on {cable.lines.named(spans)}")
    return " and ".join(words)


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Give runs of numbers that follow each other: ``1-3``, ``5``."""
    first = last = numbers[0]
    for number in (*numbers[1:], None):
        if number == last + 1:
            last = number
            continue
        yield f"{first}-{last}" if last > first else str(first)
        if number is not None:
            first = last = number


def status_words(status: Status) -> str:
    """Write a status with its day and the rule that set it: ``classified, frees 2033-12-31``."""
    rule = f" [{status.rule}]" if status.rule != "none" else ""
    if status.frees_on is None:
        return f"{status.status}{rule}"
    joint = " since " if status.status == "declassified" else ", frees "
    return f"{status.status}{joint}{status.frees_on}{rule}"


def reasons(status: Status) -> Iterator[str]:
    """Give the steps of the arithmetic, then each flag with what it means."""
    for step in status.why:
        yield f"- {step}"
    for flag in status.flags:
        yield f"! {flag}: {flag_meaning(flag)}"
