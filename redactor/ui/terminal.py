"""The terminal at the edge: how many colours it has."""

import curses


def colours() -> int:
    """Ask the terminal's own description; 0 when it has none."""
    try:
        curses.setupterm()
        return max(0, curses.tigetnum("colors"))
    except (curses.error, OSError, ValueError):
        return 0
