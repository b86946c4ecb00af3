"""Finding listed terms and patterns in a portion: across line ends, hyphens and page breaks.

Terms are whole words, in any case, found by one automaton for the whole policy. Patterns are
RE2 and see folded text with its case kept: white space is one space, hyphens inside words are
gone, accents too. RE2 runs in linear time: no pattern can hang the program.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import re2
from ahocorasick_rs import AhoCorasick

from redactor.text import Folded, Span, fold, gaps, merge, subtract

_WORD = re.compile(r"\w+")
_PROBES = (b"", b"a", b"a A", b"1")
"""Texts on which a pattern that can match nothing at all shows itself."""


class Pattern:
    """A compiled RE2 pattern.

    Raises:
        ValueError: when RE2 has no such syntax, or the pattern can match the empty string.
    """

    def __init__(self, source: str) -> None:
        options = re2.Options()
        options.log_errors = False
        try:
            self._compiled: Any = re2.compile(source, options)
        except re2.error as error:
            raise ValueError(_complaint(source, error)) from None
        if any(a == b for probe in _PROBES for a, b in self._spans(probe)):
            raise ValueError("the pattern can match nothing at all; make it ask for some text")

    def find(self, data: bytes, *, ascii_only: bool) -> Iterator[tuple[int, int]]:
        """Give the matches in a text, left to right, as code points from its start.

        ``data`` is the text in UTF-8; ``ascii_only`` says that its bytes are its code points.
        """
        if ascii_only:
            yield from self._spans(data)
            return
        byte = point = 0
        for match_start, match_end in self._spans(data):
            start = point + len(data[byte:match_start].decode())
            byte, point = match_end, start + len(data[match_start:match_end].decode())
            yield start, point

    def _spans(self, data: bytes) -> Iterator[tuple[int, int]]:
        return (match.span() for match in self._compiled.finditer(data))


_NOT_IN_RE2 = {
    "invalid escape sequence": "RE2 has no such escape, and no references back to a group",
    "invalid perl operator": "RE2 has no looking ahead or behind",
}


def _complaint(source: str, error: Exception) -> str:
    """Say why RE2 refuses a pattern, and at which of its characters (from 1)."""
    said = error.args[0].decode() if error.args and isinstance(error.args[0], bytes) else str(error)
    reason, _, part = said.partition(": ")
    at = source.find(part) + 1 if part and part in source else 1
    return f"the pattern cannot be used: {_NOT_IN_RE2.get(reason, reason)} (at character {at})"


def fold_term(term: str) -> str:
    """Give a term as it is looked for: folded like the text it is looked for in."""
    return fold(term.strip()).text


class Lexicon:
    """All the terms of a policy in one automaton."""

    def __init__(self, terms: Iterable[str]) -> None:
        self.terms = tuple(sorted({fold_term(term) for term in terms}))
        self._automaton = AhoCorasick(self.terms) if self.terms else None

    def find(self, text: str) -> Mapping[str, list[tuple[int, int]]]:
        """Give the places in folded ``text`` where each term stands as whole words."""
        found: dict[str, list[tuple[int, int]]] = {}
        if self._automaton is None:
            return found
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if _apart(text, start) and _apart(text, end):
                found.setdefault(self.terms[number], []).append((start, end))
        return found


def _apart(text: str, at: int) -> bool:
    """Tell whether no word runs across the offset ``at``."""
    return not (0 < at < len(text) and _is_word(text[at - 1]) and _is_word(text[at]))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


class Reach(NamedTuple):
    """How far from a span a cue may stand, and on which side of it."""

    words: int
    """At most so many words lie between."""
    before: bool = True
    after: bool = True


class Searcher:
    """One portion's text, folded when first asked for, and searched.

    Args:
        text: the cable's text.
        region: the portion.
        skip: page-break lines and portion marks inside it, read as white space.
        lexicon: the policy's terms.
    """

    def __init__(self, text: str, region: Span, skip: Sequence[Span], lexicon: Lexicon) -> None:
        self._text, self._region = text, region
        self._skip, self._lexicon = skip, lexicon

    @cached_property
    def _cased(self) -> Folded:
        return fold(self._text, self._region, skip=self._skip, case=True)

    @cached_property
    def _caseless(self) -> Folded:
        if self._cased.text.isascii():  # then both foldings differ in case alone
            return self._cased
        return fold(self._text, self._region, skip=self._skip)

    @cached_property
    def _data(self) -> bytes:
        return self._cased.text.encode()

    @cached_property
    def _terms(self) -> Mapping[str, list[tuple[int, int]]]:
        text = self._caseless.text
        return self._lexicon.find(text.lower() if text.isascii() else text)

    @cached_property
    def _word_starts(self) -> list[int]:
        return [
            match.start()
            for part in gaps(self._skip, self._region)
            for match in _WORD.finditer(self._text, part.start, part.end)
        ]

    def terms(self, folded_terms: Iterable[str]) -> tuple[Span, ...]:
        """Give the source spans where any of these folded terms stands, in order."""
        if not self._terms:
            return ()
        places = (place for term in folded_terms for place in self._terms.get(term, ()))
        return tuple(sorted(self._caseless.source(*place) for place in places))

    def pattern(self, pattern: Pattern) -> tuple[Span, ...]:
        """Give the source spans of a pattern's matches, in order."""
        found = pattern.find(self._data, ascii_only=len(self._data) == len(self._cased.text))
        return tuple(self._cased.source(start, end) for start, end in found)

    def folded(self, span: Span) -> str:
        """Give a span's text folded, as terms are."""
        return fold_term(span.cut(self._text))

    def near(self, spans: Iterable[Span], cues: Iterable[Span], reach: Reach) -> tuple[Span, ...]:
        """Give the spans that have a cue within reach.

        What belongs to a cue itself is cut off: a name's pattern may run on into the cue.
        """
        cues = merge(cues)
        return tuple(span for span in self._cut(spans, cues) if self._close(span, cues, reach))

    def far(self, spans: Iterable[Span], cues: Iterable[Span], reach: Reach) -> tuple[Span, ...]:
        """Give the spans that have no cue within reach; a cue inside a span is the span itself."""
        spans = merge(spans)
        apart = self._cut(cues, spans)
        return tuple(span for span in spans if not self._close(span, apart, reach))

    def _cut(self, spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
        parts = subtract(spans, holes)
        return tuple(part for part in parts if _WORD.search(self._text, part.start, part.end))

    def _close(self, span: Span, cues: Sequence[Span], reach: Reach) -> bool:
        after = bisect_left(cues, span)
        left, right = cues[max(0, after - 1) : after], cues[after : after + 1]
        beside = (*(left if reach.before else ()), *(right if reach.after else ()))
        return any(self._words_between(span, cue) <= reach.words for cue in beside)

    def _words_between(self, one: Span, other: Span) -> int:
        first, last = sorted((one, other))
        starts = self._word_starts
        return bisect_left(starts, last.start) - bisect_left(starts, first.end)
