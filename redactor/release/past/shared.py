"""Shared: the runs of words that two scripts have in common, wherever they stand in each."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redactor.release.past.script import HOLE, PARTING

_GRAM = 4
"""Words. A shorter run is found by chance."""
_MOST = 16
"""Places of four words in a text: what stands more often begins no run, or a text that repeats
itself without end would take for ever. Inside a run it counts."""


class Common(NamedTuple):
    """The same words in both: numbers of the first word on each side, and how many."""

    ours: int
    theirs: int
    length: int

    @property
    def ours_end(self) -> int:
        """Number of our word after the last one."""
        return self.ours + self.length

    @property
    def theirs_end(self) -> int:
        """Number of their word after the last one."""
        return self.theirs + self.length


def common_runs(ours: Sequence[str], theirs: Sequence[str]) -> list[Common]:
    """Give the runs of four words or more that both have, each as long as it is, in our order."""
    places, rare = _places(theirs), _places(ours)
    found: list[Common] = []
    reached: dict[int, int] = {}
    for at, gram in _grams(ours):
        for there in places.get(gram, ()) if gram in rare else ():
            if reached.get(at - there, 0) <= at:
                run = _whole_run(ours, theirs, at, there)
                reached[at - there] = run.ours_end
                found.append(run)
    return sorted(found)


def _places(words: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    """Give where each run of four words stands, but for those that stand everywhere."""
    found: dict[tuple[str, ...], list[int]] = {}
    for at, gram in _grams(words):
        found.setdefault(gram, []).append(at)
    return {gram: places for gram, places in found.items() if len(places) <= _MOST}


def _grams(words: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    grams = zip(*(words[i:] for i in range(_GRAM)), strict=False)
    return ((at, gram) for at, gram in enumerate(grams) if HOLE not in gram and PARTING not in gram)


def _whole_run(ours: Sequence[str], theirs: Sequence[str], at: int, there: int) -> Common:
    """Give the run around a place at which four words are the same."""
    before = 0
    while min(at, there) > before and _same(ours[at - before - 1], theirs[there - before - 1]):
        before += 1
    count, most = _GRAM, min(len(ours) - at, len(theirs) - there)
    while count < most and _same(ours[at + count], theirs[there + count]):
        count += 1
    return Common(at - before, there - before, before + count)


def _same(one: str, other: str) -> bool:
    return one == other and one not in (HOLE, PARTING)
