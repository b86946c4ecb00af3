"""From matched words to the stretch that a rule covers: the words, their lines, their sentences.

Where a sentence ends is uncertain (``Gen. Smith``), the longer reading is taken: a rule may
cover too much, never too little.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from redactor.policy.schema import Scope
from redactor.text import LineIndex, Span, merge

_STOP = re.compile(r"(?P<stop>[.!?])[\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]?[A-Z])")
_SHORT = 3
_LOOK_BACK = 12
_ABBREVIATIONS = frozenset({"sept", "capt", "brig", "prof", "dept", "govt", "messrs", "approx"})


def widen(
    words: Iterable[Span], scope: Scope, text: str, lines: LineIndex, region: Span
) -> tuple[Span, ...]:
    """Give the stretches of ``region`` that matched words cover under ``scope``, united."""
    if scope == "match":
        return merge(words)
    if scope == "line":
        return merge(_clip(_line(span, lines), region) for span in words)
    if scope == "sentence":
        starts = _sentence_starts(text, region)
        return merge(_sentence(span, starts) for span in words)
    return (region,)


def _line(span: Span, lines: LineIndex) -> Span:
    return lines.span(lines.number_at(span.start), lines.number_at(span.end - 1))


def _clip(span: Span, region: Span) -> Span:
    return Span(max(span.start, region.start), min(span.end, region.end))


def _sentence(span: Span, starts: list[int]) -> Span:
    first = starts[bisect_right(starts, span.start) - 1]
    return Span(first, starts[bisect_left(starts, span.end)])


def _sentence_starts(text: str, region: Span) -> list[int]:
    """Give where each sentence starts, and the end of the region."""
    stops = (
        match.end()
        for match in _STOP.finditer(text, region.start, region.end)
        if match["stop"] != "." or _ends_sentence(text, match.start(), region)
    )
    return [region.start, *stops, region.end]


def _ends_sentence(text: str, stop: int, region: Span) -> bool:
    """Tell a full stop from the point of an initial, short form or number: ``U.S.``, ``1.``."""
    before = text[max(region.start, stop - _LOOK_BACK) : stop]
    word = re.split(r"[\s.(]", before)[-1].casefold()
    return not word or (len(word) > _SHORT and word not in _ABBREVIATIONS)
