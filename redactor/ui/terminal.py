"""The terminal at the edge: how many colours it has, and how large it is."""

import curses
import os
from collections.abc import Callable, MutableMapping
from contextlib import suppress


def colours() -> int:
    """Ask the terminal's own description; 0 when it has none."""
    try:
        curses.setupterm()
        return max(0, curses.tigetnum("colors"))
    except (curses.error, OSError, ValueError):
        return 0


def forget_sizes(
    environ: MutableMapping[str, str],
    size: Callable[[], os.terminal_size] = os.get_terminal_size,
) -> None:
    """Take LINES and COLUMNS out of the environment, where the terminal itself tells its size.

    Programs that started this one leave their own there (readline 24 and 80, where it has no
    terminal). The toolkit would believe them for good: the screen would not fit the window, and
    never follow it.
    """
    with suppress(OSError):
        if all(size()):
            for name in ("LINES", "COLUMNS"):
                environ.pop(name, None)
