"""Texts: how a past release, a cable of the case and the cable to release become scripts."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from redactor.cable import Cable
from redactor.policy import code_table, print_code
from redactor.release.past.script import HOLE, PARTING, Script
from redactor.text import Span, gaps, merge, overwrite, subtract

_SAID = (
    r"not\s+declassified|denied|withheld|redacted|excised|deleted|sanitized|sanitised|omitted"
    r"|expunged|blacked\s+out"
)
_IN_BRACKETS = re.compile(
    rf"\[(?:[^\[\]]{{0,300}}?\b(?:{_SAID})\b[^\[\]]{{0,300}}|\s*\(?b\)?\s*\(?\d[^\[\]]{{0,120}})\]",
    re.IGNORECASE,
)
_BOXES = re.compile("[\u2580-\u259f\u25a0](?:[\\s\u2580-\u259f\u25a0]*[\u2580-\u259f\u25a0])?")
_CROSSES = re.compile(r"\bX{4,}(?:\s+X{4,})*\b")
_MARK = r"(?:~~)?\([A-Za-z/, -]{1,24}\)(?:~~)?"
_BETWEEN = re.compile(rf"(?:\A|\n[^\S\n]*\n)\s*(?:\d{{1,3}}[.)][^\S\n]*)?(?:{_MARK})?")
"""The blank lines before a paragraph, its number and its mark: others don't make it another."""
_ROOMS = {"less than 1 line": 12, "1 line": 30, "2-5 lines": 100}
"""Words that an extent leaves room for, with some to spare: the shortest have three letters."""
_EXTENT = re.compile(rf"\[({'|'.join(_ROOMS)})\b")
_SIGNS = str.maketrans(HOLE + PARTING, "  ")
"""A text that brings our own signs along has blanks for them."""
_NUMBER = re.compile(r"[^\w\n]*\d{1,3}[.)]?")


@dataclass(frozen=True)
class Said:
    """A text that is compared: its words, and which of them it withholds."""

    script: Script
    withheld: tuple[Span, ...] = ()
    """Where known words are withheld; what isn't known is a hole of the script."""
    markers: tuple[tuple[Span, str], ...] = ()
    """What stands in the holes."""

    @cached_property
    def rooms(self) -> dict[int, int]:
        """How many words may stand in each hole, by the number of its word, where that is said."""
        found: dict[int, int] = {}
        for at, word in enumerate(self.script.words):
            if word == HOLE:
                here = self.script.spans[at]
                said = [_EXTENT.match(words) for span, words in self.markers if span.meets(here)]
                if said and None not in said:
                    found[at] = sum(_ROOMS[match[1]] for match in said if match)
        return found

    @cached_property
    def hidden(self) -> Sequence[bool]:
        """For each word, whether it is withheld."""
        starts = [span.start for span in self.withheld]
        ends = [span.end for span in self.withheld]
        if not starts:
            return [False] * len(self.script.words)
        before = (bisect_right(starts, span.end - 1) - 1 for span in self.script.spans)
        return [
            number >= 0 and ends[number] > span.start
            for number, span in zip(before, self.script.spans, strict=True)
        ]


def public_text(text: str) -> Said:
    """Give the words of a past release: its markers are holes.

    Markers are ours (``[1 line denied: (b)(6)]``), words in brackets that say that something is
    withheld, black boxes, and rows of X.
    """
    text = text.translate(_SIGNS)
    markers = merge(_markers(text))
    between = [Span(*match.span()) for match in _BETWEEN.finditer(text)]
    apart = overwrite(text, (span for span in between if len(span)), PARTING)
    said = tuple((span, " ".join(span.cut(text).split())) for span in markers)
    return Said(Script(overwrite(apart, markers, HOLE)), markers=said)


def _markers(text: str) -> Iterator[Span]:
    looked_for = [(_IN_BRACKETS, "[" in text), (_CROSSES, "XXXX" in text)]
    for pattern, is_there in (*looked_for, (_BOXES, not text.isascii())):
        if is_there:
            yield from (Span(*match.span()) for match in pattern.finditer(text))


def codes_said(marker: str) -> tuple[str, ...]:
    """Give the codes that a marker of ours prints."""
    words = _printed_codes()
    found = _code_words().findall(" ".join(marker.split()))
    return tuple(dict.fromkeys(words[said.casefold()] for said in found))


@cache
def _printed_codes() -> dict[str, str]:
    return {print_code(code).casefold(): code for code in code_table() if code != "statute"}


@cache
def _code_words() -> re.Pattern[str]:
    longest_first = sorted(_printed_codes(), key=len, reverse=True)
    said = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![^\W_])(?:{said})(?![^\W_])", re.IGNORECASE)


def cable_text(cable: Cable, shown: Sequence[Span]) -> Said:
    """Give the words of a cable's body and subject; what lies outside ``shown`` is withheld."""
    whole = Span(0, len(cable.text))
    parts = sorted(_parts(cable))
    text = overwrite(cable.text.translate(_SIGNS), cable.furniture, " ")
    apart = overwrite(text, gaps(parts, whole), PARTING)
    edges = (Span(part.start - 1, part.start) for part in parts if part.start)
    touching = (edge for edge in edges if not edge.cut(text).isalnum())
    return Said(Script(overwrite(apart, touching, PARTING)), subtract(parts, shown))


def _parts(cable: Cable) -> Iterator[Span]:
    """Give the subject, the paragraphs without numbers and marks, and text that is neither."""
    yield from (part.span for part in cable.segments if part.kind in ("subject", "other"))
    for paragraph in cable.paragraphs:
        start, end = paragraph.span
        if (
            number := _NUMBER.match(cable.text, start, end)
            if paragraph.number is not None
            else None
        ):
            start = number.end()
        mark = paragraph.marking.span
        if mark and paragraph.span.holds(mark):
            start = max(start, mark.end)
        if start < end:
            yield Span(start, end)
