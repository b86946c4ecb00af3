"""How fast the screen is, in a real pseudo-terminal: ``python -m benchmarks.ui``.

Prints medians and the 99th percentile beside what is wanted; exit code 1 when something misses.
"""

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.cables import cable
from benchmarks.ui.cables import HUGE, SHORT, long_cable
from benchmarks.ui.figures import Figure, median, p99
from benchmarks.ui.many import CABLES, cable_id, make
from benchmarks.ui.pty_program import Program
from redactor.policy import find_policy, load_policy
from redactor.review import CaseFile, Session, Terms

_STARTS = 7
_HUGE_STARTS = 3
_PERSON = "bench"
_PAINTED = b"FM AMEMBASSY"
"""Words of the text that show it on the screen."""
_PROPOSED = b"open here"
"""Words of the status line, once the cable is read."""

_SCROLL = (b"j", b" ", b"G", b"k", b"b", b"g")

KEYS: tuple[tuple[str, bytes, int], ...] = (
    ("y, decide", b"y", 150),
    ("j, next open", b"j", 150),
    ("down", b"\x1b[B", 150),
    ("space, page", b" ", 100),
    ("K, item before", b"K", 80),
    ("u, undo", b"u", 40),
    ("o, unit", b"o", 40),
)


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
        painted, proposed = [], []
        for _ in range(rounds + 1):
            with _program(case) as program:
                painted.append(program.until(_PAINTED))
                proposed.append(program.until(_PROPOSED))
        # The first start compiles what has changed.
        print(f"{name}: shell to first key that counts {median(proposed[1:]):.0f} ms")
        yield Figure(f"shell to first painted cable, {name}", median(painted[1:]), most, "ms")


def keys(folder: Path) -> Iterator[Figure]:
    """Time the way from a key to the first byte of its repaint."""
    case = case_of(folder, "long", long_cable())
    print(f"a cable of {_size(case)}")
    everything: list[float] = []
    with _program(case) as program:
        program.until(_PROPOSED)
        program.settle(1.0)
        program.press(b"l")
        program.press(b"release\r")  # go through what y can accept
        program.settle(1.0)
        for name, key, count in KEYS:
            times = [program.press(key) for _ in range(count)]
            everything += times
            yield Figure(f"{name}: key to first repaint byte, median", median(times), 16, "ms")
    yield Figure("key to first repaint byte, p99", p99(everything), 40, "ms")


def _size(case: str) -> str:
    with CaseFile(Path(case)) as opened:
        session = Session(opened, _PERSON)
        docket = session.docket(session.entries[0].sha256)
        return f"{len(docket.cable.lines):,} lines with {len(docket.items):,} proposals"


def next_cable(folder: Path) -> Iterator[Figure]:
    """Time the way from > to the next cable on the screen."""
    texts = [cable(SHORT, seed) for seed in range(40)]
    case = case_of(folder, "many", *texts)
    with _program(case) as program:
        program.until(_PROPOSED)
        program.settle(1.0)
        times = [
            program.press_until(b">", f"cable {number} of".encode())
            for number in range(2, len(texts))
        ]
    yield Figure("next cable, median", median(times), 50, "ms")
    yield Figure("next cable, p99", p99(times), 50, "ms")


def memory(folder: Path) -> Iterator[Figure]:
    """Weigh the program with a cable of 6 MB beside the empty one."""
    empty = case_of(folder, "empty")
    with _program(empty) as program:
        program.until(b"holds no cables")
        program.settle(1.0)
        base = program.memory
    with _program(str(folder / "6MB.case")) as program:
        program.until(_PROPOSED)
        program.settle(3.0)
        full = program.memory
    print(f"empty {base:.0f} MB, with a cable of 6 MB {full:.0f} MB")
    yield Figure("memory for a cable of 6 MB", full - base, 60, "MB")


def queue(folder: Path) -> Iterator[Figure]:
    """Time the list of 100,000 cables: to open it, and to go through it, read or not."""
    case = str(folder / "queue.case")
    make(Path(case), CABLES, _PERSON)
    first, times = cable_id(0).encode(), []
    for _ in range(_HUGE_STARTS):
        with _program(case) as program:
            times.append(program.until(first))
    yield Figure(f"shell to the list of {CABLES:,} cables", median(times), 1000, "ms")
    with _program(case) as program:
        program.until(first)
        scrolled = [program.press(key) for key in _SCROLL for _ in range(60)]
    yield Figure("a key in the list, median", median(scrolled), 16, "ms")
    yield Figure("a key in the list, p99", p99(scrolled), 40, "ms")


def main() -> int:
    """Measure all; give the exit code."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        for measure in (keys, next_cable, starts, memory, queue):
            figures += measure(Path(name))
    print(*(figure.line() for figure in figures), sep="\n")
    return 1 if any(figure.value > figure.most for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
