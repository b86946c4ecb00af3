"""Around: which words of one text stand at the place of a hole in another, by what stands around.

The words before the hole and those after it are looked for; up to a dozen words next to it may be
edited. Where a hole begins or ends its paragraph, one side is enough if the paragraphs are nearly
the same.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from redactor.release.past.script import HOLE, PARTING, Unit
from redactor.release.past.shared import Common

_AROUND = 18
"""So many words before and after a hole together are the same place in any paragraph; formulas
are shorter."""
_ONE_SIDE = 8
_NEAR = 12
"""Words between a hole and those that both texts have."""
_LONGEST = 400
"""Words that may stand in the place of a hole of which nothing more is known."""
_ALIKE = 0.5
_RUN = 3


class Side:
    """One of two texts: its words, and which of them it withholds.

    Args:
        words: folded.
        hidden: for each word, whether it is withheld.
        rooms: how many words may stand in a hole, by the number of its word.
    """

    def __init__(
        self, words: Sequence[str], hidden: Sequence[bool], rooms: Mapping[int, int]
    ) -> None:
        self.words, self.hidden, self._rooms = words, hidden, rooms
        cuts = [-1, *(at for at, word in enumerate(words) if word == PARTING), len(words)]
        self._starts = [cut + 1 for cut in cuts]
        self._grams: dict[Unit, frozenset[tuple[str, ...]]] = {}

    def room(self, hole: Unit) -> int:
        """Give how many words may stand in a place that is withheld, edited or not."""
        if self.words[hole.first] == HOLE:
            return self._rooms.get(hole.first, _LONGEST) + _NEAR
        return hole.end - hole.first + _NEAR

    def shows(self, at: int) -> bool:
        """Tell whether a word is known and shown."""
        return not self.hidden[at] and self.words[at] not in (HOLE, PARTING)

    def paragraph(self, at: int) -> Unit:
        """Give the paragraph in which a word stands."""
        number = bisect_right(self._starts, at) - 1
        return Unit(self._starts[number], self._starts[number + 1] - 1)

    def grams(self, at: int) -> frozenset[tuple[str, ...]]:
        """Give the runs of three words in the paragraph of a word."""
        unit = self.paragraph(at)
        if unit not in self._grams:
            words = self.words[unit.first : unit.end]
            grams = zip(*(words[i:] for i in range(_RUN)), strict=False)
            self._grams[unit] = frozenset(gram for gram in grams if HOLE not in gram)
        return self._grams[unit]


def alike(we: Side, ours: int, they: Side, theirs: int, part: float = _ALIKE) -> bool:
    """Tell whether the paragraphs of two words are nearly the same.

    ``part`` of the shorter one's runs of three words must stand in the other.
    """
    one, other = we.grams(ours), they.grams(theirs)
    return len(one & other) >= part * max(1, min(len(one), len(other)))


class Place(NamedTuple):
    """Our words where they have a hole."""

    words: Unit
    """May be empty."""
    beside: frozenset[str]
    """Words of theirs beside the hole that are not ours there: somebody edited them."""


def in_place_of(hole: Unit, we: Side, they: Side, runs: Sequence[Common]) -> Iterator[Place]:
    """Give each stretch of our words that stands where they have a hole.

    Args:
        hole: numbers of their words.
        we: the text in which the place is looked for.
        they: the text with the hole.
        runs: what both have in common.
    """
    reach = _reach(hole, they)
    lefts = [run for run in runs if reach.first <= run.theirs_end <= hole.first]
    rights = [run for run in runs if hole.end <= run.theirs <= reach.end]
    pairs = [
        (left, right)
        for left in lefts
        for right in rights
        if _fits(left, right, hole, we, they) and _is_same_place(left, right, we, they)
    ]
    for left, right in _nearest(pairs) or _one_sided(hole, we, they, lefts, rights):
        yield _trimmed(left, right, hole, we, they)


def _reach(hole: Unit, they: Side) -> Unit:
    """Give how far around a hole is looked: its paragraph, or beyond it if it is all of one."""
    near = Unit(hole.first - _NEAR, hole.end + _NEAR)
    inside = they.paragraph(hole.first)
    if inside == hole:
        return near
    return Unit(max(near.first, inside.first), min(near.end, inside.end))


def _fits(left: Common, right: Common, hole: Unit, we: Side, they: Side) -> bool:
    """Tell whether what stands between may stand in the hole."""
    count = right.ours - left.ours_end
    if not 0 <= count <= they.room(hole):
        return False
    is_whole = they.paragraph(hole.first) == hole
    parted = PARTING in we.words[left.ours_end : right.ours]
    return is_whole or not parted or min(left.length, right.length) >= _ONE_SIDE


def _is_same_place(left: Common, right: Common, we: Side, they: Side) -> bool:
    return left.length + right.length >= _AROUND or alike(we, left.ours, they, left.theirs)


def _nearest(pairs: Sequence[tuple[Common, Common]]) -> list[tuple[Common, Common]]:
    """Give those runs before and after a hole of which each is the other's nearest."""
    to_left: dict[Common, tuple[int, int]] = {}
    to_right: dict[Common, tuple[int, int]] = {}
    for left, right in pairs:
        before, after = (left.theirs_end, left.ours_end), (right.theirs, right.ours)
        to_left[right] = max(to_left.get(right, before), before)
        to_right[left] = min(to_right.get(left, after), after)
    return [
        (left, right)
        for left, right in pairs
        if to_left[right] == (left.theirs_end, left.ours_end)
        and to_right[left] == (right.theirs, right.ours)
    ]


def _one_sided(
    hole: Unit, we: Side, they: Side, lefts: Sequence[Common], rights: Sequence[Common]
) -> Iterator[tuple[Common, Common]]:
    """Take the paragraph's own start or end for the side on which nothing is the same."""
    there = they.paragraph(hole.first)
    if hole.first - there.first <= _NEAR:
        nearest = min((run.theirs for run in rights), default=0)
        for right in rights:
            if right.theirs == nearest and _is_telling(right, we, they):
                yield Common(we.paragraph(right.ours).first, there.first, 0), right
    if there.end - hole.end <= _NEAR:
        nearest = max((run.theirs_end for run in lefts), default=0)
        for left in lefts:
            if left.theirs_end == nearest and _is_telling(left, we, they):
                yield left, Common(we.paragraph(left.ours).end, there.end, 0)


def _is_telling(run: Common, we: Side, they: Side) -> bool:
    return run.length >= _ONE_SIDE and alike(we, run.ours, they, run.theirs)


def _trimmed(left: Common, right: Common, hole: Unit, we: Side, they: Side) -> Place:
    """Give our words between what is the same, without those that they show beside the hole."""
    first, end = left.ours_end, max(left.ours_end, right.ours)
    before = they.words[left.theirs_end : hole.first]
    after = they.words[hole.end : right.theirs]
    start = _same(we.words[first:end], before)
    stop = _same(we.words[first + start : end][::-1], after[::-1])
    place = Unit(first + start, end - stop)
    before, after = before[start:], after[: len(after) - stop]
    return Place(_cut(place, we, before, after), frozenset((*before, *after)) - {HOLE, PARTING})


def _cut(place: Unit, we: Side, before: Sequence[str], after: Sequence[str]) -> Unit:
    """Leave out edited words, as far as those that they show next to the hole tell them."""
    words = we.words[place.first : place.end]
    first = words.index(before[-1]) + 1 if before and before[-1] in words else 0
    end = len(words)
    if after and after[0] in words:
        end -= words[::-1].index(after[0]) + 1
    return Unit(place.first + first, place.first + end) if first < end else place


def _same(words: Sequence[str], others: Sequence[str]) -> int:
    """Give how many words are the same from the first on."""
    pairs = enumerate(zip(words, others, strict=False))
    shortest = min(len(words), len(others))
    return next((number for number, (one, other) in pairs if one != other), shortest)
