"""Sketch: what tells quickly which of many texts may share a passage with another.

Of each paragraph and sentence it keeps a hash of all its words, and bands of MinHash values over
its runs of three words; and beside each hole a hash of the words next to it. Texts without a
common key are taken to share nothing. What shares a key is then compared word by word, so an
estimate never decides. Every word is hashed with a key: without it a sketch tells nothing.
"""

import hashlib
import sys
from array import array
from collections.abc import Iterator, Sequence

from rensa import CMinHash

from redactor.release.past.script import HOLE, PARTING, Script, Unit

Sketch = bytes
"""Keys of 32 bits, one after the other."""

SKETCH_VERSION = f"1 {CMinHash.ALGORITHM_VERSION} {sys.version_info[:2]}"
"""Sketches of another version don't fit."""

_BYTES = 8
_MASK = (1 << 64) - 1
_VALUES, _ROWS = 32, 2
_ODDS = [0x9E3779B97F4A7C15 + 2 * band for band in range(_VALUES // _ROWS)]
"""One for each band: the same values in another band are another key."""
_SEED = 7
_RUN = 3
_BESIDE = 5
"""So many words beside a hole find its passage, also where little else is shown."""


class Sketcher:
    """Makes sketches under one key.

    Args:
        key: at most 64 bytes; sketches under different keys share nothing.
    """

    def __init__(self, key: bytes) -> None:
        self._hashes = [_Hashes(key, place) for place in range(_RUN)]

    def sketch(self, script: Script) -> Sketch:
        """Give the keys under which a text is found."""
        runs = self._runs(script.words)
        beside = (_beside(runs, at) for at in _next_to_holes(script.words))
        return array("I", {*_alike(script, runs), *filter(None, beside)}).tobytes()

    def wanted(self, script: Script) -> frozenset[int]:
        """Give the keys of all that may share a passage with a text."""
        runs = self._runs(script.words)
        beside = (_beside(runs, at) for at in range(len(runs)))
        return frozenset((*_alike(script, runs), *filter(None, beside)))

    def _runs(self, words: Sequence[str]) -> list[int]:
        """Give a hash for each run of three words; 0 where one of them is none."""
        parts = (map(each.__getitem__, words[at:]) for at, each in enumerate(self._hashes))
        runs = [one ^ two ^ three for one, two, three in zip(*parts, strict=False)]
        for at, word in enumerate(words):
            if word <= PARTING:
                first = max(0, at - _RUN + 1)
                runs[first : at + 1] = [0] * len(runs[first : at + 1])
        return runs


class _Hashes(dict[str, int]):
    """The hash of each word at one place of a run, made when it is first asked for."""

    def __init__(self, key: bytes, place: int) -> None:
        super().__init__()
        self._start = hashlib.blake2b(bytes([place]), digest_size=_BYTES, key=key)

    def __missing__(self, word: str) -> int:
        made = self._start.copy()
        made.update(word.encode("utf-8", "surrogatepass"))
        self[word] = found = int.from_bytes(made.digest(), "big")
        return found


def may_share(sketch: Sketch, wanted: frozenset[int]) -> bool:
    """Tell whether a text may share a passage with the one whose keys are wanted."""
    return not wanted.isdisjoint(memoryview(sketch).cast("I"))


def _alike(script: Script, runs: Sequence[int]) -> list[int]:
    """Give the keys of the paragraphs and sentences: of the whole, and its bands."""
    units = [unit for unit in (_inside(runs, each) for each in script.units) if unit]
    keys = [hash(tuple(unit)) & 0xFFFFFFFF for unit in units]
    for values in CMinHash.digests64_from_token_hash_sets(units, num_perm=_VALUES, seed=_SEED):
        pairs = zip(values[::_ROWS], values[1::_ROWS], _ODDS, strict=True)
        keys += [((one * odd + other) & _MASK) >> 32 for one, other, odd in pairs]
    return keys


def _inside(runs: Sequence[int], unit: Unit) -> list[int]:
    return [run for run in runs[unit.first : unit.end - _RUN + 1] if run]


def _next_to_holes(words: Sequence[str]) -> Iterator[int]:
    """Give the numbers of the words at which the runs before and after each hole begin."""
    for at, word in enumerate(words):
        if word == HOLE:
            yield from (at - _BESIDE, at + 1)


def _beside(runs: Sequence[int], at: int) -> int | None:
    """Give a key of five words from ``at``; nothing where a hole or a paragraph's end is near."""
    last = at + _BESIDE - _RUN
    if at < 0 or last >= len(runs) or not (runs[at] and runs[last]):
        return None
    return (runs[at] + 3 * runs[last]) >> 16 & 0xFFFFFFFF
