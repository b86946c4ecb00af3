"""Which lines start numbered paragraphs, and what their true numbers are.

The paragraph sign suffers in transmission: ``¶3.`` comes as ``3.``, ``13.`` (the sign became a
1), with U+FFFD for the sign, or without a stop. Line starts also hold list items, quoted
documents and figures. No line tells by itself; the sequence does. So every line start that
could be a number is a candidate with one or two readings and a weight of evidence, and the
chain of readings with the greatest total is chosen: evidence counts for, jumps count against.
The work is linear: a chain is known by the number in which it ends.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from redactor.cable.marks import mark_at
from redactor.cable.model import Marking
from redactor.cable.rows import RULE, Row, is_complete

_NUMBER = re.compile(
    r"(?P<sign>(?:\[¶\]\([^()\s]{0,80}\)|Â?[¶§]|\ufffd{1,3}|\?) ?)?(?P<digits>0?[1-9]\d{0,2})"
    r"(?P<stop>(?:[,:;]| ?\.?[-–]{1,2}|\.\)|\.[#*'])(?= {0,3}\()"  # slips, before a mark only
    r"| ?\.{1,3}(?!\d)|\)|(?(sign)(?!\w)|(?= {0,3}[(\[])))"
)
_OPENINGS = frozenset("0123456789¶§Â\ufffd?([")
"""What a numbered line can open with."""
_MOST_MISSING = 8

_SIGN, _MARK, _STOP, _AFTER_BLANK, _MID_SENTENCE = 8.0, 10.0, 2.0, 2.0, -4.0
_UNMARKED_AMONG_MARKED = -3.0
_IN_ORDER, _REPAIRED = 2.0, -0.1
_GAP, _EACH_MISSING, _AGAIN, _BACK = -3.0, -1.0, -7.0, -11.0
_LATE_START = -1.0
_LEAVES_LIST = -20.0
_CERTAIN = 4.0
"""Evidence below this leaves it open whether the line starts a paragraph."""
_MARKED_CABLE = 2
"""So many marked candidates show that the cable marks its paragraphs."""


class Candidate(NamedTuple):
    """A line start that could be a paragraph's number."""

    row: int
    """Index of its row."""
    at: int
    """The code point at which sign or number stands."""
    after: int
    """The code point after number and stop."""
    written: int
    """The digits as they stand."""
    readings: tuple[int, ...]
    evidence: float
    mark: Marking | None
    style: tuple[bool, ...] | None
    """What members of one list share; ``None`` for what bears a sign or a mark."""

    def follows_in_list(self, other: "Candidate") -> bool:
        """Tell whether this looks like the next item of the list that ``other`` stands in."""
        alike = self.style is not None and self.style == other.style
        return alike and self.written == other.written + 1


class Numbered(NamedTuple):
    """A candidate that was chosen, with its true number."""

    candidate: Candidate
    number: int

    @property
    def is_certain(self) -> bool:
        """Tell whether the line shows by itself that it starts a paragraph."""
        return self.candidate.evidence >= _CERTAIN


class _Chain(NamedTuple):
    """A chain of readings: its total, its last link, and what comes before."""

    total: float
    last: Numbered
    before: "_Chain | None"


def opens_body(row: Row, text: str) -> bool:
    """Tell whether a row of the head can only be the first paragraph of the body."""
    candidate = _read(0, row, text, None) if row.text[0] in _OPENINGS else None
    if candidate is None:
        return False
    return candidate.mark is not None or candidate.readings[-1] == 1 or candidate.style is None


def find_candidates(rows: Sequence[Row], text: str) -> list[Candidate]:
    """Give every row that could start a numbered paragraph."""
    read = (
        _read(i, row, text, rows[i - 1] if i else None)
        for i, row in enumerate(rows)
        if row.text[0] in _OPENINGS
    )
    return [candidate for candidate in read if candidate is not None]


def _read(index: int, row: Row, text: str, above: Row | None) -> Candidate | None:
    before = mark_at(text, row.start, damaged=False) if row.text.startswith("(") else None
    match = _NUMBER.match(row.text, _past(before, row) if before else 0)
    if match is None:
        return None
    sign, digits, stop = match.groups()
    after = row.start + match.end()
    mark = before or mark_at(text, after)
    if not (stop or sign or mark):
        return None
    readings = [int(digits)]
    if not sign and len(digits) > 1 and digits[0] == "1" and digits[1] != "0":
        readings.append(int(digits[1:]))
    evidence = _SIGN * bool(sign) + _MARK * (mark is not None) + _STOP * (stop != ")")
    if row.after_blank or (above is not None and RULE.fullmatch(above.text)):
        evidence += _AFTER_BLANK
    elif above is not None and not is_complete(above):
        evidence += _MID_SENTENCE
    style = None if sign or mark else (row.after_blank, _is_indented(row, text), stop == ")")
    return Candidate(index, row.start, after, int(digits), tuple(readings), evidence, mark, style)


def _is_indented(row: Row, text: str) -> bool:
    return row.start > 0 and text[row.start - 1] in " \t"


def _past(mark: Marking, row: Row) -> int:
    """Tell where the number would stand in a row that a mark opens: ``(C) 3. Text``."""
    if mark.span is None or mark.span.end > row.stop:
        return 0
    rest = row.text[mark.span.end - row.start :]
    return len(row.text) - len(rest.lstrip())


def choose(candidates: Sequence[Candidate], *, first_section: bool = True) -> list[Numbered]:
    """Choose the chain of candidates that reads best as the paragraphs of one cable.

    ``first_section`` is false for a text that begins with a later section of a cable: then it
    may start at any number.
    """
    marked = sum(candidate.mark is not None for candidate in candidates) >= _MARKED_CABLE
    ends: dict[int, _Chain] = {}
    best: _Chain | None = None
    previous: Sequence[_Chain] = ()
    for candidate in candidates:
        search = _Search(candidate, ends, best, previous)
        worth = candidate.evidence + _UNMARKED_AMONG_MARKED * (
            marked and candidate.style is not None
        )
        previous = [
            search.extend(number, worth, late=_LATE_START * first_section)
            for number in candidate.readings
        ]
        for chain in previous:
            known = ends.get(chain.last.number)
            if known is None or chain.total > known.total:
                ends[chain.last.number] = chain
            if best is None or chain.total > best.total:
                best = chain
    return _unroll(best)


class _Search(NamedTuple):
    """The chains that one candidate could extend."""

    candidate: Candidate
    ends: dict[int, _Chain]
    """The best chain for each number in which one ends."""
    best: _Chain | None
    previous: Sequence[_Chain]
    """The chains that end in the candidate just before."""

    def extend(self, number: int, worth: float, *, late: float) -> _Chain:
        """Give the best chain that ends in this candidate, read as ``number``."""
        total, before = late * (number - 1), None
        for chain, cost in self._options(number):
            if chain.total + cost > total:
                total, before = chain.total + cost, chain
        total += worth + _REPAIRED * (number != self.candidate.written)
        return _Chain(total, Numbered(self.candidate, number), before)

    def _options(self, number: int) -> Iterable[tuple[_Chain, float]]:
        """Give chains and the cost of each; only a sign or a mark can run against the order."""
        for chain in self.previous:
            if chain.last.number == number - 1:
                yield chain, _IN_ORDER
                if self.best is not None and chain.total >= self.best.total:
                    return  # nothing can be worth more
        in_list = bool(self.previous) and self.candidate.follows_in_list(
            self.previous[0].last.candidate
        )
        leaves = _LEAVES_LIST if in_list else 0.0
        for missing in range(_MOST_MISSING):
            if chain_end := self.ends.get(number - 1 - missing):
                yield chain_end, leaves + (_GAP + _EACH_MISSING * missing if missing else _IN_ORDER)
        if self.candidate.style is not None:
            return
        if same := self.ends.get(number):
            yield same, _AGAIN
        if self.best is not None:
            yield self.best, _BACK


def _unroll(chain: _Chain | None) -> list[Numbered]:
    numbered: list[Numbered] = []
    while chain is not None:
        numbered.append(chain.last)
        chain = chain.before
    return numbered[::-1]
