"""Compare: where two texts with the same passage withhold differently. Pure, and exact.

What decides is words in a row that both texts have, and how much of a paragraph is the same.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from redactor.release.past.around import Place, Side, alike, in_place_of
from redactor.release.past.script import HOLE, PARTING, Unit
from redactor.release.past.shared import Common, common_runs
from redactor.release.past.texts import Said
from redactor.release.words import tells

ConflictKind = Literal["withheld-before", "shown-before", "differs"]
"""What we show is withheld in theirs; what we withhold is shown in theirs; or nearly the same
passage shows other words where one of the two withholds some."""

_PASSAGE = 8
"""So many words in a row are the same passage, in whatever paragraphs they stand."""

_NEARLY = 0.7
"""The part of a paragraph that both have, where other words alone say that it is the same."""

_MORE = 3
"""So many telling words are more than an edit."""


class Found(NamedTuple):
    """A place at which two texts withhold differently."""

    kind: ConflictKind
    ours: Unit
    """Our words: what we show, or what we withhold."""
    theirs: Unit
    """Their words, or their hole."""


def differences(ours: Said, theirs: Said) -> Iterator[Found]:
    """Give each place at which the two withhold differently; one may be given more than once."""
    we = Side(ours.script.words, ours.hidden, ours.rooms)
    they = Side(theirs.script.words, theirs.hidden, theirs.rooms)
    runs = common_runs(we.words, they.words)
    if runs:
        yield from _in_runs(we, they, runs)
        yield from _at_their_holes(we, they, runs)
        yield from _at_our_places(we, they, runs)


def _in_runs(we: Side, they: Side, runs: Sequence[Common]) -> Iterator[Found]:
    """Find words that both have, and one side shows."""
    for run in runs:
        at = 0
        for hides, group in groupby(
            (we.hidden[run.ours + i], they.hidden[run.theirs + i]) for i in range(run.length)
        ):
            ours = Unit(run.ours + at, run.ours + at + len(list(group)))
            if hides in _KINDS and _is_passage(run, ours, we, they):
                theirs = Unit(run.theirs + at, run.theirs + at + ours.end - ours.first)
                yield Found(_KINDS[hides], ours, theirs)
            at = ours.end - run.ours


_KINDS: dict[tuple[bool, bool], ConflictKind] = {
    (False, True): "withheld-before",
    (True, False): "shown-before",
}


def _is_passage(run: Common, unit: Unit, we: Side, they: Side) -> bool:
    if not any(map(tells, we.words[unit.first : unit.end])):
        return False
    return run.length >= _PASSAGE or alike(we, run.ours, they, run.theirs)


def _at_their_holes(we: Side, they: Side, runs: Sequence[Common]) -> Iterator[Found]:
    """Find what we show where they withhold words that nobody tells us, or that ours contain."""
    for hole in _stretches(they, lambda at: they.words[at] == HOLE):
        for place in in_place_of(hole, we, they, runs):
            shown = _shown(we, place.words)
            whole = len(shown) == _known(we, place.words)
            if _tell(we, shown) and (whole or _says_more(we, shown, place)):
                kind: ConflictKind = "withheld-before" if whole else "differs"
                yield Found(kind, Unit(shown[0], shown[-1] + 1), hole)
    for hole in _stretches(they, they.hidden.__getitem__):
        secret = they.words[hole.first : hole.end]
        for place in in_place_of(hole, we, they, runs):
            shown = _shown(we, place.words)
            words = [we.words[at] for at in shown]
            if _says_of(words, secret):
                same: ConflictKind = "withheld-before" if words == secret else "differs"
                yield Found(same, Unit(shown[0], shown[-1] + 1), hole)


def _says_more(we: Side, shown: Sequence[int], place: Place) -> bool:
    """Tell whether we show more beside our own hole than words that were edited there."""
    more = {we.words[at] for at in shown} - place.beside
    return not place.beside or sum(map(tells, more)) >= _MORE


def _says_of(words: Sequence[str], secret: Sequence[str]) -> bool:
    """Tell whether words have one of the secret ones, or their letters however they are cut."""
    if not set(filter(tells, secret)).isdisjoint(words):
        return True
    return any(map(tells, secret)) and "".join(secret) in "".join(words)


def _at_our_places(we: Side, they: Side, runs: Sequence[Common]) -> Iterator[Found]:
    """Find what they show, in other words, where we withhold in nearly the same paragraph."""
    turned = [Common(run.theirs, run.ours, run.length) for run in runs]
    for ours in _stretches(we, we.hidden.__getitem__):
        for place in in_place_of(ours, they, we, turned):
            shown = _shown(they, place.words)
            whole = len(shown) == place.words.end - place.words.first
            if whole and _tell(they, shown) and alike(we, ours.first, they, shown[0], _NEARLY):
                yield Found("differs", ours, place.words)


def _shown(side: Side, place: Unit) -> list[int]:
    """Give the numbers of the words that a side shows in a place."""
    return [at for at in range(place.first, place.end) if side.shows(at)]


def _known(side: Side, place: Unit) -> int:
    """Count the words of a place, shown or withheld."""
    return sum(word != PARTING for word in side.words[place.first : place.end])


def _tell(side: Side, numbers: Sequence[int]) -> bool:
    return any(tells(side.words[at]) for at in numbers)


def _stretches(side: Side, wanted: Callable[[int], bool]) -> Iterator[Unit]:
    """Give the stretches of words that are wanted."""
    at = 0
    for is_wanted, group in groupby(map(wanted, range(len(side.words)))):
        end = at + len(list(group))
        if is_wanted:
            yield Unit(at, end)
        at = end
