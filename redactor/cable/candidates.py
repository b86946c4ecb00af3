"""Which lines could start a numbered paragraph, how each can be read, and what speaks for it.

Line starts hold paragraph numbers, but also list items, quoted documents, figures and years. No
line tells by itself: ``numbering`` chooses among what is found here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from operator import attrgetter
from typing import NamedTuple

from redactor.cable.marks import mark_at
from redactor.cable.model import Marking
from redactor.cable.rows import RULE, Row, is_complete
from redactor.text import Span

_NUMBER = re.compile(
    r"(?:(?P<sign>(?:\[¶\]\([^()\s]{0,80}\)|Â?[¶§]|\ufffd{1,3}|\?) ?)"
    r"|(?P<one>1 )(?=\d{1,3}[.)]? {0,3}\())?"  # the sign and a blank, before a mark only
    r"(?P<digits>11\d{2}|0?[1-9]\d{0,2})"
    r"(?P<stop>(?:[,:;]| ?\.?[-–]{1,2}|\.\)|\.[#*'])(?= {0,3}\()"  # slips, before a mark only
    r"| ?\.{1,3}(?!\d)|\)|(?(sign)(?!\w)|(?= {0,3}[(\[])))"
)
OPENINGS = frozenset("0123456789¶§Â\ufffd?([{")
"""What a numbered or marked line can open with."""

_QUOTED_TEXT = (
    r"(?:S|ING)?(?: OF)?(?: [A-Z-]{1,20}){0,3}?"
    r" (?:TEXT|TRANSLATION|QUOTE|NON-?PAPER|LETTER|STATEMENT|MESSAGE|NOTE VERBALE)\b"
)
_BEGIN = re.compile(r"\bBEGIN" + _QUOTED_TEXT, re.IGNORECASE)
_END = re.compile(r"\b(?:END|End|end)(?i:" + _QUOTED_TEXT + ")")
"""What opens and ends a document quoted in a cable, whose own numbers are none of the cable's."""

_ENDS = (re.compile(r"E(?:ND|nd) "), re.compile(r"end (?:text|of text|quote)"))

_SIGN, _MARK, _STOP, _AFTER_BLANK, _MID_SENTENCE, _QUOTED = 8.0, 10.0, 2.0, 2.0, -4.0, -12.0


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
    is_signed: bool
    style: tuple[bool, ...] | None
    """What members of one list share; ``None`` for what bears a sign or a mark."""

    def follows_in_list(self, other: "Candidate") -> bool:
        """Tell whether this looks like the next item of the list that ``other`` stands in."""
        alike = self.style is not None and self.style == other.style
        return alike and self.written == other.written + 1


def opens_body(row: Row, text: str) -> bool:
    """Tell whether a row of the head can only be the first paragraph of the body."""
    candidate = _read(0, row, text, None) if row.text[0] in OPENINGS else None
    if candidate is None:
        return False
    return candidate.mark is not None or candidate.readings[-1] == 1 or candidate.style is None


def find_candidates(rows: Sequence[Row], text: str) -> list[Candidate]:
    """Give every row that could start a numbered paragraph."""
    places = [i for i, row in enumerate(rows) if row.text[0] in OPENINGS]
    read = [_read(i, rows[i], text, rows[i - 1] if i else None) for i in places]
    found = [candidate for candidate in read if candidate is not None]
    quoted = list(_quotations(text)) if _may_quote(text) else []
    if not quoted:
        return found
    return [_as_quoted(each) if _lies_in(quoted, each.at) else each for each in found]


def _may_quote(text: str) -> bool:
    """Tell whether words stand in a text that begin and end a quotation; for speed alone."""
    begins = "egin" in text or "EGIN" in text
    return begins and any(end.search(text) for end in _ENDS)


def _quotations(text: str) -> Iterator[Span]:
    """Give the stretches from ``BEGIN TEXT`` to the next ``END TEXT``, in order.

    One that another begins before has no end of its own, and is none.
    """
    places = sorted((*_places(text, "egin"), *_places(text, "EGIN")))
    begins = [begin for at in places if at and (begin := _BEGIN.match(text, at - 1))]
    for begin, below in zip_longest(begins, begins[1:]):
        end = _END.search(text, begin.end(), below.start() if below else len(text))
        if end is not None:
            yield Span(begin.start(), end.start())


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _lies_in(spans: Sequence[Span], at: int) -> bool:
    i = bisect_right(spans, at, key=attrgetter("start"))
    return i > 0 and at in spans[i - 1]


def _as_quoted(candidate: Candidate) -> Candidate:
    """Weigh a candidate inside a quoted document: only a mark shows that it is the cable's."""
    if candidate.mark is not None:
        return candidate
    return candidate._replace(evidence=candidate.evidence + _QUOTED)


def _read(index: int, row: Row, text: str, above: Row | None) -> Candidate | None:
    before = mark_at(text, row.start, damaged=False) if row.text.startswith("(") else None
    match = _NUMBER.match(row.text, _past(before, row) if before else 0)
    if match is None:
        return None
    sign, one, digits, stop = match.groups()
    after = row.start + match.end()
    mark = before or mark_at(text, after)
    if not (stop or sign or mark):
        return None
    written, readings = _readings(digits, signed=bool(sign), apart=bool(one))
    evidence = _SIGN * bool(sign) + _MARK * (mark is not None) + _STOP * (stop != ")")
    if row.after_blank or (above is not None and RULE.fullmatch(above.text)):
        evidence += _AFTER_BLANK
    elif above is not None and not is_complete(above):
        evidence += _MID_SENTENCE
    style = None if sign or mark else (row.after_blank, _is_indented(row, text), stop == ")")
    return Candidate(index, row.start, after, written, readings, evidence, mark, bool(sign), style)


def _readings(digits: str, *, signed: bool, apart: bool) -> tuple[int, tuple[int, ...]]:
    """Give the number as it stands, and as it can be read: ``13`` may be ¶3, ``1 3`` must."""
    number = int(digits)
    if apart:
        return int(f"1{digits}"), (number,)
    if signed or len(digits) == 1 or digits[0] != "1" or digits[1] == "0":
        return number, (number,)
    return number, (number, int(digits[1:])) if len(digits) < len("1100") else (int(digits[1:]),)


def _is_indented(row: Row, text: str) -> bool:
    return row.start > 0 and text[row.start - 1] in " \t"


def _past(mark: Marking, row: Row) -> int:
    """Tell where the number would stand in a row that a mark opens: ``(C) 3. Text``."""
    if mark.span is None or mark.span.end > row.stop:
        return 0
    rest = row.text[mark.span.end - row.start :]
    return len(row.text) - len(rest.lstrip())
