"""How fast the reader is, beside one pass of ``re.finditer`` over the same text.

Run by hand, from the project's folder: ``python -m benchmarks.reading``. Figures are CPU time,
the best of several rounds; the ratio matters, for machines differ. Exit code 1 when the time
does not grow in step with the size.
"""

import math
import re
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date

from benchmarks.cables import cable
from redactor.cable import read
from redactor.cli.collector import rest_collector
from redactor.declass import date_cable
from redactor.policy import DEFAULT_POLICY, find_policy, load_policy, propose

_ROUNDS = 15
_WORD = re.compile(r"\w+")
_AS_OF = date(2026, 11, 23)
_SIZES = (100_000, 1_000_000, 10_000_000)
_LARGE, _FEW_ROUNDS = 5, 3
"""From so many MB on, so few rounds."""
_LIMIT = 1.1
"""The exponent of growth over a hundredfold size; 1 is linear."""


def seconds(*works: Callable[[], object], rounds: int = _ROUNDS) -> list[float]:
    """Give the least CPU time of each work over several rounds, in which they take turns."""
    best = [math.inf] * len(works)
    for _ in range(rounds):
        for i, work in enumerate(works):
            start = time.process_time()
            work()
            best[i] = min(best[i], time.process_time() - start)
    return best


def peer(texts: Sequence[str]) -> None:
    """Find every word, and do nothing with it."""
    for text in texts:
        for _ in _WORD.finditer(text):
            pass


def _each(work: Callable[[bytes], object], data: Sequence[bytes]) -> None:
    for one in data:
        work(one)


def compare(name: str, work: Callable[[bytes], object], texts: Sequence[str]) -> float:
    """Print our speed over some cables and the ratio to the peer; give our seconds."""
    data = [text.encode() for text in texts]
    size = sum(map(len, data)) / 1e6
    rounds = _ROUNDS if size < _LARGE else _FEW_ROUNDS
    ours, theirs = seconds(lambda: _each(work, data), lambda: peer(texts), rounds=rounds)
    print(
        f"{name:>40}: {size / ours:5.1f} MB/s, {ours / len(data) * 1e3:8.2f} ms each, "
        f"{len(data) / ours:6.1f} a core-second; re.finditer {size / theirs:5.1f} MB/s, "
        f"ratio {ours / theirs:.1f}"
    )
    return ours


def main() -> int:
    """Print speed on small cables, and how the time grows with the size; give the exit code."""
    rest_collector()
    policy = load_policy(find_policy(DEFAULT_POLICY))
    small = [cable(6_000, seed) for seed in range(200)]
    compare("200 cables of 6 KB, read", read, small)
    compare("read and dated", lambda data: date_cable(read(data), _AS_OF), small)
    compare(
        "read, dated and proposed",
        lambda data: propose(date_cable(read(data), _AS_OF), policy, "foia"),
        small,
    )
    times = [compare(f"one of {size / 1e6:g} MB, read", read, [cable(size)]) for size in _SIZES]
    exponent = math.log(times[-1] / times[0], _SIZES[-1] / _SIZES[0])
    print(f"from {_SIZES[0] / 1e6:g} to {_SIZES[-1] / 1e6:g} MB time grows as n^{exponent:.2f}")
    return 1 if exponent > _LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
