"""Read texts made to be slow, at three sizes, and show how the time grows with the size.

Run by hand, from the project's folder: ``python -m benchmarks.adversarial``. The growth is an
exponent: 1 is linear, 2 quadratic. Times are CPU seconds. Exit code 1 when one grows faster
than n to the 1.5 and takes a time worth counting.
"""

import argparse
import math
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from redactor.cable import read
from redactor.declass import date_cable
from redactor.policy import DEFAULT_POLICY, Policy, find_policy, load_policy, propose
from redactor.release import compose, find_leaks
from redactor.text import Span, fold
from tests.cable.adversarial import Attack, crowds, mirrors, pairs, repeats
from tests.release.builder import decide, paint, release_all

_AS_OF = date(2026, 11, 23)
_LIMIT = 1.5
_WORTH_COUNTING = 0.1
"""CPU seconds at the largest size; below, noise decides."""
_ENOUGH = 1.0
"""CPU seconds after which no larger size is tried, if the growth shows already."""
_SMALL, _LARGE = 3_000, 30_000
"""Code points of the smallest of the three sizes."""


class Growth(NamedTuple):
    """How the time of one attack grows."""

    name: str
    seconds: tuple[float, ...]
    """At n, 2n and 4n; fewer when it took too long."""

    @property
    def exponent(self) -> float:
        """Give the exponent between the first size and the last."""
        first, last = max(self.seconds[0], 1e-4), max(self.seconds[-1], 1e-4)
        return math.log2(last / first) / (len(self.seconds) - 1)

    @property
    def is_bad(self) -> bool:
        """Tell whether it grows faster than it may, and matters."""
        return self.exponent > _LIMIT and self.seconds[-1] > _WORTH_COUNTING


@cache
def _policy() -> Policy:
    return load_policy(find_policy(DEFAULT_POLICY))


Work = Callable[[], object]


def _reading(attack: Attack, size: int) -> Work:
    data = attack.text(size).encode()
    return lambda: read(data)


def _folding(attack: Attack, size: int) -> Work:
    text = attack.text(size)
    return lambda: fold(text)


def _proposing(attack: Attack, size: int) -> Work:
    dated = date_cable(read(attack.text(size).encode()), _AS_OF)
    return lambda: propose(dated, _policy(), "foia")


def _searching(attack: Attack, size: int) -> Work:
    """Withhold what is said first, and look for it in what is said again."""
    end = len(attack.opening) + len(attack.token) * attack.times(size)
    return _leaks(attack.text(size), [Span(len(attack.opening), end)])


def _searching_many(attack: Attack, size: int) -> Work:
    """Withhold every second token."""
    step, start = len(attack.token), len(attack.opening)
    end = start + step * attack.times(size)
    return _leaks(attack.text(size), [Span(i, i + step) for i in range(start, end, 2 * step)])


def _leaks(text: str, withheld: Sequence[Span]) -> Work:
    cable = read(text.encode())
    acts = (decide(number, "redact", span) for number, span in enumerate(withheld, 2))
    painting = paint(cable, [release_all(cable), *acts])
    pieces = tuple(compose(cable, painting, amount="bucket"))
    return lambda: find_leaks(cable, painting, pieces)


STAGES: Mapping[str, Callable[[Attack, int], Work]] = {
    "read": _reading,
    "fold": _folding,
    "propose": _proposing,
    "leaks": _searching,
    "leaks-of-many": _searching_many,
}
"""What can be measured: each makes an attack of a size ready, and gives what to time."""


def _seconds(work: Work) -> float:
    best = math.inf
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
        if best > _WORTH_COUNTING:
            break
    return best


def measure(attack: Attack, size: int, stage: str) -> Growth:
    """Time one attack at ``size``, twice and four times as many code points."""
    seconds: list[float] = []
    for times in (1, 2, 4):
        seconds.append(_seconds(STAGES[stage](attack, size * times)))
        if len(seconds) > 1 and seconds[-1] > _ENOUGH:
            break
    return Growth(attack.name, tuple(seconds))


def _sure(attack: Attack, size: int, stage: str) -> Growth:
    """Measure once more what looks bad: another program may have disturbed it."""
    growth = measure(attack, size, stage)
    return measure(attack, size, stage) if growth.is_bad else growth


def _all(stage: str, only: str) -> Iterator[Growth]:
    kinds: tuple[tuple[int, Iterable[Attack]], ...] = (
        (_SMALL, pairs() if stage == "read" else mirrors()),
        (_LARGE, repeats()),
        (_LARGE, crowds()),
    )
    for size, attacks in kinds:
        for attack in attacks:
            if only in attack.name:
                yield _sure(attack, size, stage)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.adversarial", description=__doc__)
    parser.add_argument("--stage", choices=tuple(STAGES), default="read")
    parser.add_argument("--only", default="", help="attacks whose name holds this")
    parser.add_argument("--top", type=int, default=30, help="so many of the worst are printed")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Measure and print, the worst first; give the exit code."""
    options = _options(arguments)
    grown: list[Growth] = []
    for growth in _all(options.stage, options.only):
        grown.append(growth)
        if growth.is_bad:
            print(f"bad: {growth.name} {growth.exponent:.2f}", file=sys.stderr, flush=True)
    grown.sort(
        key=lambda growth: (growth.is_bad, growth.exponent * growth.seconds[-1]), reverse=True
    )
    for growth in grown[: options.top]:
        times = " ".join(f"{each:8.3f}" for each in growth.seconds)
        print(f"{growth.exponent:5.2f}  {times:<28} {growth.name}")
    bad = sum(growth.is_bad for growth in grown)
    print(f"{options.stage}: {len(grown)} attacks, {bad} grow faster than n^{_LIMIT}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
