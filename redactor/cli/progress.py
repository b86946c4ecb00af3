"""How far a long run is: one line on the terminal that renews itself and is gone at the end."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple, Self

_EVERY = 0.1
"""Seconds between two lines, as long as nothing wipes them away."""
_GUESS_AFTER = 2.0
"""Seconds before the time left is guessed at: earlier guesses jump."""
_NARROW = 40
"""Columns of a terminal that doesn't tell how wide it is, taken small so that no line wraps."""
_MINUTE, _HOUR = 60, 3600

Write = Callable[[str], object]
Clock = Callable[[], float]


class Work(NamedTuple):
    """What is done with each cable, and how the line says it."""

    done: str
    trouble: str
    least: int
    """Fewer than this are done before a person could read the line."""


READING = Work("read", "with warnings", 50)
RELEASING = Work("made", "held", 2)


class Progress:
    """The line of progress. Leaving its ``with`` block wipes it away."""

    def __init__(
        self, total: int, write: Write | None, clock: Clock, width: int, work: Work = READING
    ) -> None:
        self._write = write if total >= work.least else None
        self._work = work
        self._total, self._clock, self._width = total, clock, width
        self._start = self._drawn = clock()
        self._done = self._warned = 0
        self._line = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def clear(self) -> None:
        """Make room for another line."""
        if self._write and self._line:
            self._write("\r" + " " * len(self._line) + "\r")
            self._line = ""

    def step(self, *, warned: bool) -> None:
        """Count one more cable."""
        self._done += 1
        self._warned += warned
        if self._write and self._done < self._total:
            now = self._clock()
            if not self._line or now - self._drawn >= _EVERY:
                self._draw(self._write, now)

    def _draw(self, write: Write, now: float) -> None:
        seconds = now - self._start
        words = progress_words(self._done, self._total, self._warned, seconds, self._work)
        line = words[: self._width - 1].ljust(len(self._line))
        write("\r" + line)
        self._line, self._drawn = line, now


def progress_words(done: int, total: int, warned: int, seconds: float, work: Work = READING) -> str:
    """Say how far the run is after some seconds, and how long it will still take."""
    words = f"{done:,} of {total:,} {work.done}"
    if warned:
        words += f", {warned:,} {work.trouble}"
    if seconds >= _GUESS_AFTER:
        words += f", about {_duration(seconds / done * (total - done))} left"
    return words


def _duration(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{max(1, round(seconds))} s"
    if seconds < 2 * _HOUR:
        return f"{round(seconds / _MINUTE)} min"
    return f"{round(seconds / _HOUR)} h"


def progress_on_stderr(total: int, work: Work = READING) -> Progress:
    """Give the progress of so many cables, shown only if stderr is a terminal."""
    with suppress(OSError, ValueError, AttributeError):  # closed, or none: nobody is looking
        if sys.stderr.isatty():
            width = os.get_terminal_size(sys.stderr.fileno()).columns or _NARROW
            return Progress(total, _to_stderr, time.monotonic, width, work)
    return Progress(total, None, time.monotonic, _NARROW)


def no_progress(total: int) -> Progress:
    """Give the progress of so many cables, shown nowhere: somebody else has the terminal."""
    return Progress(total, None, time.monotonic, _NARROW)


def _to_stderr(words: str) -> None:
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(words)
        sys.stderr.flush()
