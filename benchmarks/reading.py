"""How fast the reader is, beside one pass of ``re.finditer`` over the same text.

Run by hand: ``python benchmarks/reading.py``. Figures are CPU time, the best of several rounds;
the ratio matters, for machines differ.
"""

import re
import time
from collections.abc import Callable, Sequence

from cables import cable

from redactor.cable import read

_ROUNDS = 5
_WORD = re.compile(r"\w+")


def seconds(work: Callable[[], object]) -> float:
    """Give the least CPU time of several rounds."""
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def peer(texts: Sequence[str]) -> None:
    """Find every word, and do nothing with it."""
    for text in texts:
        for _ in _WORD.finditer(text):
            pass


def compare(name: str, texts: Sequence[str]) -> None:
    """Print our speed over some cables, and how many times as long as the peer we take."""
    data = [text.encode() for text in texts]
    size = sum(map(len, data)) / 1e6
    ours = seconds(lambda: [read(each) for each in data])
    theirs = seconds(lambda: peer(texts))
    print(
        f"{name:>20}: {size / ours:6.1f} MB/s, {ours / len(data) * 1e3:8.2f} ms each; "
        f"re.finditer {size / theirs:6.1f} MB/s, ratio {ours / theirs:.1f}"
    )


def main() -> None:
    """Print speed on small cables, and that the time grows in step with the size."""
    compare("200 cables of 6 KB", [cable(6_000, seed) for seed in range(200)])
    for size in (100_000, 1_000_000, 10_000_000):
        compare(f"one of {size / 1e6:g} MB", [cable(size)])


if __name__ == "__main__":
    main()
