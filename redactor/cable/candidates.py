"""Which lines could start a numbered paragraph, how each can be read, and what speaks for it.

Line starts hold paragraph numbers, but also list items, quoted documents, figures and years. No
line tells by itself: ``numbering`` chooses among what is found here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from operator import attrgetter
from typing import NamedTuple

from redactor.cable.marks import mark_at
from redactor.cable.model import Marking
from redactor.cable.rows import RULE, Row, Rows, is_complete
from redactor.text import Span, places_of

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
    candidate = _read(0, Rows.of([row]), text) if row.text[0] in OPENINGS else None
    if candidate is None:
        return False
    return candidate.mark is not None or candidate.readings[-1] == 1 or candidate.style is None


def find_candidates(rows: Rows, text: str) -> list[Candidate]:
    """Give every row that could start a numbered paragraph."""
    read = [_read(i, rows, text) for i, line in enumerate(rows.texts) if line[0] in OPENINGS]
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
    places = sorted((*places_of("egin", text), *places_of("EGIN", text)))
    begins = [begin for at in places if at and (begin := _BEGIN.match(text, at - 1))]
    for begin, below in zip_longest(begins, begins[1:]):
        end = _END.search(text, begin.end(), below.start() if below else len(text))
        if end is not None:
            yield Span(begin.start(), end.start())


def _lies_in(spans: Sequence[Span], at: int) -> bool:
    i = bisect_right(spans, at, key=attrgetter("start"))
    return i > 0 and at in spans[i - 1]


def _as_quoted(candidate: Candidate) -> Candidate:
    """Weigh a candidate inside a quoted document: only a mark shows that it is the cable's."""
    if candidate.mark is not None:
        return candidate
    return candidate._replace(evidence=candidate.evidence + _QUOTED)


def _read(index: int, rows: Rows, text: str) -> Candidate | None:
    line, start = rows.texts[index], rows.starts[index]
    before = mark_at(text, start, damaged=False) if line[0] == "(" else None
    match = _NUMBER.match(line, _past(before, line, start) if before else 0)
    if match is None:
        return None
    sign, one, digits, stop = match.groups()
    after = start + match.end()
    mark = before or mark_at(text, after)
    if not (stop or sign or mark):
        return None
    written, readings = _readings(digits, sign, one)
    evidence = _SIGN * bool(sign) + _MARK * (mark is not None) + _STOP * (stop != ")")
    after_blank, above = rows.after_blanks[index], rows.texts[index - 1] if index else None
    if after_blank or (above is not None and RULE.fullmatch(above)):
        evidence += _AFTER_BLANK
    elif above is not None and not is_complete(above):
        evidence += _MID_SENTENCE
    style = None if sign or mark else (after_blank, _is_indented(start, text), stop == ")")
    found = (index, start, after, written, readings, evidence, mark, bool(sign), style)
    return tuple.__new__(Candidate, found)  # half the cost of a named tuple's own


@lru_cache(maxsize=1024)
def _readings(digits: str, sign: str | None, one: str | None) -> tuple[int, tuple[int, ...]]:
    """Give the number as it stands, and as it can be read: ``13`` may be ¶3, ``1 3`` must."""
    number = int(digits)
    if one:
        return int(f"1{digits}"), (number,)
    if sign or len(digits) == 1 or digits[0] != "1" or digits[1] == "0":
        return number, (number,)
    return number, (number, int(digits[1:])) if len(digits) < len("1100") else (int(digits[1:]),)


def _is_indented(start: int, text: str) -> bool:
    return start > 0 and text[start - 1] in " \t"


def _past(mark: Marking, line: str, start: int) -> int:
    """Tell where the number would stand in a line that a mark opens: ``(C) 3. Text``."""
    if mark.span is None or mark.span.end > start + len(line):
        return 0
    rest = line[mark.span.end - start :]
    return len(line) - len(rest.lstrip())
