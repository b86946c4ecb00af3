"""Which candidates start the paragraphs of a cable, and what their true numbers are.

The paragraph sign suffers in transmission: ``¶3.`` comes as ``3.``, ``13.`` (the sign became a
1), with U+FFFD for the sign, or without a stop. So a candidate has one or two readings, and the
chain of readings with the greatest total is chosen: evidence counts for, jumps count against,
and so does each change of form, for a cable's own numbers look alike and a list's look alike.
The work is linear: a chain is known by the number and the form in which it ends.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redactor.cable.candidates import Candidate

_MOST_MISSING = 8
_UNMARKED_AMONG_MARKED = -3.0
_IN_ORDER, _REPAIRED = 2.0, -0.1
_GAP, _EACH_MISSING, _EACH_UNMARKED_MISSING, _AGAIN, _BACK = -3.0, -1.0, -2.0, -9.0, -11.0
_LATE_START, _SECOND_START = -1.0, -11.5
_LEAVES_LIST, _LOSES_SIGN, _OTHER_REPAIR, _OTHER_STYLE = -20.0, -8.0, -3.0, -3.0
_CERTAIN = 4.0
"""Evidence below this leaves it open whether the line starts a paragraph."""
_MARKED_CABLE = 2
"""So many marked candidates show that the cable marks its paragraphs."""


class Numbered(NamedTuple):
    """A candidate that was chosen, with its true number."""

    candidate: Candidate
    number: int

    @property
    def is_certain(self) -> bool:
        """Tell whether the line shows by itself that it starts a paragraph."""
        return self.candidate.evidence >= _CERTAIN


class _Form(NamedTuple):
    """How a number is written: what a cable's own numbers, or those of one list, share."""

    is_repaired: bool
    is_signed: bool
    style: tuple[bool, ...] | None

    def cost_after(self, other: "_Form") -> float:
        """Give the cost of this form where ``other`` came before."""
        if self == other:
            return 0.0
        cost = _OTHER_REPAIR * (self.is_repaired != other.is_repaired)
        if self.style is not None and other.style is not None:
            cost += _OTHER_STYLE * (self.style[1:] != other.style[1:])
        return cost + _LOSES_SIGN * (other.is_signed and self.style is not None)


class _Chain(NamedTuple):
    """A chain of readings: its total, its last link, and what comes before."""

    total: float
    last: Numbered
    form: _Form
    before: "_Chain | None"


def choose(candidates: Sequence[Candidate], *, first_section: bool = True) -> list[Numbered]:
    """Choose the chain of candidates that reads best as the paragraphs of one cable.

    ``first_section`` is false for a text that begins with a later section of a cable: then it
    may start at any number.
    """
    if _runs_in_order(candidates):
        new = tuple.__new__  # half the cost of a named tuple's own
        return [new(Numbered, (candidate, candidate.written)) for candidate in candidates]
    marked = sum(candidate.mark is not None for candidate in candidates) >= _MARKED_CABLE
    search = _Search(_LATE_START * first_section, _UNMARKED_AMONG_MARKED * marked)
    for candidate in candidates:
        search.add(candidate)
    return _unroll(search.best)


def _runs_in_order(candidates: Sequence[Candidate]) -> bool:
    """Tell whether candidates of one form run 1, 2, 3: then no other chain can be worth more.

    Each step is worth what no other reading is, so the search would give the same.
    """
    for number, candidate in enumerate(candidates, 1):
        _, _, _, written, readings, evidence, _, is_signed, style = candidate
        if written != number or readings[0] != number or style is not None or evidence <= 0:
            return False
        if is_signed != candidates[0].is_signed:
            return False
    return True


class _Search:
    """The best chains so far; grows candidate by candidate."""

    def __init__(self, late: float, unmarked: float) -> None:
        self._late = late
        self._unmarked = unmarked
        self._ends: dict[int, dict[_Form, _Chain]] = {}
        self._previous: list[_Chain] = []
        """The chains that end in the candidate just before."""
        self.best: _Chain | None = None

    def add(self, candidate: Candidate) -> None:
        """Extend chains by each reading of the next candidate."""
        self._previous = [self._extended(candidate, number) for number in candidate.readings]
        for chain in self._previous:
            known = self._ends.setdefault(chain.last.number, {})
            if chain.form not in known or chain.total > known[chain.form].total:
                known[chain.form] = chain
            if self.best is None or chain.total > self.best.total:
                self.best = chain

    def _extended(self, candidate: Candidate, number: int) -> _Chain:
        """Give the best chain that ends in this candidate, read as ``number``."""
        repaired = number != candidate.written
        form = _Form(repaired, candidate.is_signed, candidate.style)
        total, before = self._reached(candidate, number, form)
        total += candidate.evidence + _REPAIRED * repaired
        if candidate.style is not None:
            total += self._unmarked
        return _Chain(total, Numbered(candidate, number), form, before)

    def _reached(
        self, candidate: Candidate, number: int, form: _Form
    ) -> tuple[float, _Chain | None]:
        """Give the best chain to extend, if any is worth it, and what it comes to with the jump."""
        for chain in self._previous:
            if chain is self.best and chain.last.number == number - 1 and chain.form == form:
                return chain.total + _IN_ORDER, chain  # nothing can be worth more
        total, before = self._late * (number - 1) + _SECOND_START * (1 in self._ends), None
        for chain, cost in self._options(candidate, number):
            reached = chain.total + cost + form.cost_after(chain.form)
            if reached > total:
                total, before = reached, chain
        return total, before

    def _options(self, candidate: Candidate, number: int) -> Iterator[tuple[_Chain, float]]:
        """Give chains and the cost of each; only a sign or a mark can run against the order."""
        previous, leaves = self._previous, 0.0
        for chain in previous:
            if chain.last.number == number - 1:
                yield chain, _IN_ORDER
        if previous and candidate.follows_in_list(previous[0].last.candidate):
            leaves = _LEAVES_LIST
        each = _EACH_MISSING if candidate.style is None else _EACH_UNMARKED_MISSING
        for missing in range(_MOST_MISSING):
            cost = leaves + (_GAP + each * missing if missing else _IN_ORDER)
            for chain in self._ending_in(number - 1 - missing):
                yield chain, cost
        if candidate.style is None and self.best is not None:
            for chain in self._ending_in(number):
                yield chain, _AGAIN
            yield self.best, _BACK

    def _ending_in(self, number: int) -> Sequence[_Chain]:
        return tuple(self._ends[number].values()) if number in self._ends else ()


def _unroll(chain: _Chain | None) -> list[Numbered]:
    numbered: list[Numbered] = []
    while chain is not None:
        numbered.append(chain.last)
        chain = chain.before
    return numbered[::-1]
