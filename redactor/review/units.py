"""Units of decision: line, sentence, paragraph. A decision is always stored as spans."""

import re
from typing import Literal

from redactor.review.docket import Docket
from redactor.text import Span

Unit = Literal["item", "line", "sentence", "paragraph"]

UNITS: tuple[Unit, ...] = ("item", "line", "sentence", "paragraph")

_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Amb|Gen|Col|Lt|Sen|Rep|Gov|St|No|Nos|Art|Sec|vs|etc|cf|approx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|^\W*\d+)\.$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*(?=\s)")


def unit_at(docket: Docket, offset: int, unit: Unit) -> Span | None:
    """Give the unit round the code point at ``offset``, or nothing where no content is."""
    if unit == "line":
        index = docket.cable.lines
        return _within_content(docket, index[index.number_at(offset)].span) if len(index) else None
    if unit == "paragraph":
        return next((p.span for p in docket.cable.paragraphs if offset in p.span), None) or _item(
            docket, offset
        )
    if unit == "sentence":
        home = unit_at(docket, offset, "paragraph")
        return sentence_at(docket.cable.text, home, offset) if home else None
    return _item(docket, offset)


def sentence_at(text: str, home: Span, offset: int) -> Span:
    """Give the sentence round ``offset`` inside ``home``, without the white space after it."""
    start = home.start
    for match in _SENTENCE_END.finditer(text, home.start, home.end):
        if _ABBREVIATION.search(text, max(start, match.start() - 12), match.start() + 1):
            continue
        if offset < match.end():
            return Span(start, match.end())
        start = match.end() + _white(text, match.end(), home.end)
        if offset < start:
            return Span(start, start) if start == home.end else sentence_at(text, home, start)
    return Span(start, home.end)


def _white(text: str, start: int, end: int) -> int:
    part = text[start:end]
    return len(part) - len(part.lstrip())


def _item(docket: Docket, offset: int) -> Span | None:
    return next((span for span in docket.content if offset in span), None)


def _within_content(docket: Docket, span: Span) -> Span | None:
    return span if any(span.meets(content) for content in docket.content) else None
