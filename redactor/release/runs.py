"""Runs: long withheld spans, looked for by five of their words in a row.

Runs are compared as words, and once more as letters without anything between them. So words
that are spelled out, written as one or cut in the middle are found too: a run has so many
letters that they count wherever they stand.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from redactor.release.words import LINE_ENDS, Reading, automaton, tells
from redactor.text import Span

_RUN = 5
_CERTAIN = 12
"""Fewer letters may stand in a row by accident, where other words are meant."""

_Run = tuple[str, ...]


class Runs:
    """What is looked for.

    Args:
        source: the cable's text, without what is no words of its own.
        holes: what was withheld; holes of less than five words are left out.
    """

    def __init__(self, source: str, holes: Iterable[Span]) -> None:
        self._runs: dict[_Run, Span] = {}
        joined: dict[str, Span] = {}
        for hole in holes:
            part = hole.cut(source)
            as_written = list(_telling_runs(part))
            self._runs.update(dict.fromkeys(as_written, hole))
            for run in (*as_written, *_telling_runs(part.translate(LINE_ENDS))):
                joined["".join(run)] = hole
        self._letters = [letters for letters in joined if len(letters) >= _CERTAIN]
        self._holes = [joined[letters] for letters in self._letters]
        self._automaton = automaton(self._letters) if self._letters else None

    def find(self, text: str) -> Iterator[tuple[Span, Span]]:
        """Give each place of ``text`` where a run stands, and the hole that withholds it."""
        if self._runs:
            reading = Reading(text)
            yield from self._as_words(reading)
            yield from self._as_letters(reading)

    def _as_words(self, reading: Reading) -> Iterator[tuple[Span, Span]]:
        holes = [self._runs.get(run) for run in _runs(reading.words)]
        for first, last, hole in _stretches(holes):
            yield reading.source(first, last - first + _RUN), hole

    def _as_letters(self, reading: Reading) -> Iterator[tuple[Span, Span]]:
        """Give runs of letters, widened to whole words.

        Runs that overlap are not all given, or a hostile text could make too many of them.
        """
        if self._automaton is None:
            return
        letters = "".join(reading.words)
        for number, start, end in self._automaton.find_matches_as_indexes(letters):
            first = bisect_right(reading.starts, start) - 1
            last = bisect_right(reading.starts, end - 1) - 1
            yield reading.source(first, last - first + 1), self._holes[number]


def _stretches(holes: Sequence[Span | None]) -> Iterator[tuple[int, int, Span]]:
    """Give the first and last number of runs that overlap and are withheld in one hole."""
    first = last = -_RUN
    withheld: Span | None = None
    for number, hole in enumerate((*holes, None)):
        if hole is not None and hole == withheld and number < last + _RUN:
            last = number
        elif hole is not None or number == len(holes):
            if withheld:
                yield first, last, withheld
            first, last, withheld = number, number, hole


def _telling_runs(part: str) -> Iterator[_Run]:
    return (run for run in _runs(Reading(part).words) if any(map(tells, run)))


def _runs(words: Sequence[str]) -> Iterator[_Run]:
    return zip(*(words[i:] for i in range(_RUN)), strict=False)
