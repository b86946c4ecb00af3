"""How fast the screen is, in a real pseudo-terminal: ``python -m benchmarks.ui``.

Prints medians and the 99th percentile beside what is wanted; exit code 1 when something misses.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks.cables import cable
from benchmarks.ui.cables import HUGE, SHORT, long_cable
from benchmarks.ui.pty_program import Program
from redactor.policy import find_policy, load_policy
from redactor.review import CaseFile, Session, Terms

_STARTS = 7
_HUGE_STARTS = 3
_PERSON = "bench"
_PAINTED = b"FM AMEMBASSY"
"""Words of the text that show it on the screen."""

KEYS: tuple[tuple[str, bytes, int], ...] = (
    ("y, decide", b"y", 150),
    ("j, next open", b"j", 150),
    ("down", b"\x1b[B", 150),
    ("space, page", b" ", 100),
    ("K, item before", b"K", 80),
    ("u, undo", b"u", 40),
    ("o, unit", b"o", 40),
)


class Figure(NamedTuple):
    """One figure and what is wanted of it."""

    name: str
    value: float
    most: float
    unit: str

    def line(self) -> str:
        """Print it."""
        verdict = "ok" if self.value <= self.most else "MISSED"
        return f"{self.name:<48} {self.value:8.1f} {self.unit:<3} at most {self.most:g}: {verdict}"


def case_of(folder: Path, name: str, *cables: str) -> str:
    """Make a case in which the reviewer was at the first cable; give its path."""
    path = folder / f"{name}.case"
    with CaseFile(path, create=True) as case:
        session = Session(case, _PERSON)
        session.open_case(
            Terms(date(2026, 11, 23), "foia"), load_policy(find_policy("sample-cables"))
        )
        for number, text in enumerate(cables):
            entry = session.import_cable(Path(f"{number:03}.txt"), text.encode())
            if number == 0:
                session.remember(entry.sha256, 0)
    return str(path)


def _program(case: str) -> Program:
    return Program("review", "--case", case, "--reviewer", _PERSON)


def starts(folder: Path) -> Iterator[Figure]:
    """Time the way from the shell to the first painted cable."""
    for name, size, most, rounds in (
        ("6 KB", SHORT, 500, _STARTS), ("6 MB", HUGE, 700, _HUGE_STARTS),
    ):  # fmt: skip
        case = case_of(folder, name.replace(" ", ""), cable(size))
        times = []
        for _ in range(rounds):
            with _program(case) as program:
                times.append(program.until(_PAINTED))
        yield Figure(f"shell to first painted cable, {name}", _median(times), most, "ms")


def keys(folder: Path) -> Iterator[Figure]:
    """Time the way from a key to the first byte of its repaint."""
    text = long_cable()
    case = case_of(folder, "long", text)
    everything: list[float] = []
    with _program(case) as program:
        program.until(_PAINTED)
        program.settle(1.0)
        program.press(b"l")
        program.press(b"release\r")  # go through what y can accept
        program.settle(1.0)
        print(f"a cable of {text.count(chr(10)):,} lines")
        for name, key, count in KEYS:
            times = [program.press(key) for _ in range(count)]
            everything += times
            print(f"  {name:<20} median {_median(times):6.1f} ms, p99 {_p99(times):6.1f} ms")
    yield Figure("key to first repaint byte, median", _median(everything), 16, "ms")
    yield Figure("key to first repaint byte, p99", _p99(everything), 40, "ms")


def next_cable(folder: Path) -> Iterator[Figure]:
    """Time the way from > to the next cable on the screen."""
    texts = [cable(SHORT, seed) for seed in range(40)]
    case = case_of(folder, "many", *texts)
    with _program(case) as program:
        program.until(_PAINTED)
        program.settle(1.0)
        times = [
            program.press_until(b">", f"cable {number} of".encode())
            for number in range(2, len(texts))
        ]
    yield Figure("next cable, median", _median(times), 50, "ms")
    yield Figure("next cable, p99", _p99(times), 50, "ms")


def memory(folder: Path) -> Iterator[Figure]:
    """Weigh the program with a cable of 6 MB beside the empty one."""
    empty = case_of(folder, "empty")
    with _program(empty) as program:
        program.until(b"holds no cables")
        program.settle(1.0)
        base = program.memory
    with _program(str(folder / "6MB.case")) as program:
        program.until(_PAINTED)
        program.until(b"open here")
        program.settle(3.0)
        full = program.memory
    print(f"empty {base:.0f} MB, with a cable of 6 MB {full:.0f} MB")
    yield Figure("memory for a cable of 6 MB", full - base, 60, "MB")


def _median(seconds: Sequence[float]) -> float:
    return 1000 * statistics.median(seconds)


def _p99(seconds: Sequence[float]) -> float:
    return 1000 * sorted(seconds)[min(len(seconds) - 1, round(0.99 * len(seconds)))]


def main() -> int:
    """Measure all; give the exit code."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        for measure in (keys, next_cable, starts, memory):
            figures += measure(Path(name))
    print(*(figure.line() for figure in figures), sep="\n")
    return 1 if any(figure.value > figure.most for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
