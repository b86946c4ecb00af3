"""Finding listed terms and patterns in a cable: across line ends, hyphens and page breaks.

Terms are whole words, in any case, found by one automaton for the whole policy. Patterns are
RE2 and see folded text with its case kept: white space is one space, hyphens inside words are
gone, accents too. A cable is folded and searched once; no match ever runs from one portion into
the next.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from redactor.policy.patterns import Pattern, PatternSet
from redactor.policy.sheets import BETWEEN, Sheet, sheet_of
from redactor.policy.values import fold_term
from redactor.text import Span, clip, gaps, merge, overwrite, subtract

_PAIR = 2
_LARGE = 400_000
"""Bytes of terms: the quickest automaton takes some 150 times as many, so it is for fewer."""
_WORD = re.compile(r"\w+")

Places = list[tuple[int, int]]
"""Where something stands in a folded text."""


class Lexicon:
    """All that a policy looks for: its terms in one automaton, its patterns in another.

    Args:
        terms: folded.
        patterns: those that a portion is searched for before any rule asks.
    """

    def __init__(self, terms: Iterable[str], patterns: Iterable[Pattern] = ()) -> None:
        self.terms = tuple(sorted(set(terms)))
        self._automaton = _automaton_of([term.encode() for term in self.terms])
        self.patterns = PatternSet({one.source: one for one in patterns}.values())

    def find(self, text: str, data: bytes) -> Iterator[tuple[str, int, int]]:
        """Give each term that stands as whole words in folded ``text``, and where.

        ``data`` is the text in UTF-8.
        """
        if self._automaton is None:
            return
        is_ascii = len(data) == len(text)
        byte = point = 0
        # They come in the order of their ends.
        for number, _, end in self._automaton.find_matches_as_indexes(data, overlapping=True):
            point += end - byte if is_ascii else len(data[byte:end].decode())
            byte, term = end, self.terms[number]
            start = point - len(term)
            if _apart(text, start) and _apart(text, point):
                yield term, start, point


def _automaton_of(terms: Sequence[bytes]) -> BytesAhoCorasick | None:
    if not terms:
        return None
    small = sum(map(len, terms)) < _LARGE
    return BytesAhoCorasick(terms, implementation=Implementation.DFA if small else None)


def _apart(text: str, at: int) -> bool:
    """Tell whether no word runs across the offset ``at``."""
    pair = text[at - 1 : at + 1] if at else ""
    return len(pair) < _PAIR or not pair.replace("_", "a").isalnum()


class Reach(NamedTuple):
    """How far from a span a cue may stand, and on which side of it."""

    words: int
    """At most so many words lie between."""
    before: bool = True
    after: bool = True


class Page:
    """A cable's portions, folded when first asked for, and searched once.

    Args:
        text: the cable's text.
        regions: its portions, in order.
        skip: page-break lines and portion marks, read as white space.
        lexicon: what the policy looks for.
    """

    def __init__(
        self, text: str, regions: Sequence[Span], skip: Iterable[Span], lexicon: Lexicon
    ) -> None:
        self.text, self.regions, self.lexicon = text, regions, lexicon
        self.skip = merge(skip)
        self._plain = overwrite(text, self.skip, "\n")

    @cached_property
    def cased(self) -> Sheet:
        """Folded with its case kept."""
        return sheet_of(self._plain, self.regions, case=True)

    @cached_property
    def caseless(self) -> Sheet:
        """Folded."""
        return self.cased.lowered() or sheet_of(self._plain, self.regions, case=False)

    @cached_property
    def terms(self) -> Mapping[int, Mapping[str, Places]]:
        """The terms found, by portion."""
        sheet = self.caseless
        found: dict[int, dict[str, Places]] = {}
        for term, start, end in self.lexicon.find(sheet.text, sheet.data):
            places = found.setdefault(sheet.number(start), {})
            places.setdefault(term, []).append((start, end))
        return found

    def everywhere(self, words: str) -> Iterator[tuple[int, Span]]:
        """Give each portion and place where folded words stand as whole words."""
        sheet = self.caseless
        at = sheet.text.find(words)
        while at >= 0:
            end = at + len(words)
            if _apart(sheet.text, at) and _apart(sheet.text, end):
                number = sheet.number(at)
                yield number, sheet.source(number, at, end)
            at = sheet.text.find(words, end)

    def candidates(self) -> Iterator[Pattern]:
        """Give the patterns of the lexicon that may match somewhere in this cable."""
        return self.lexicon.patterns.candidates(self.cased.data)

    def pattern(self, pattern: Pattern) -> Mapping[int, Places]:
        """Give the places of a pattern's matches, by portion."""
        sheet = self.cased
        found: dict[int, Places] = {}
        if not pattern.asks_for_an_edge:
            for start, end in pattern.find(sheet.data, ascii_only=sheet.is_ascii):
                if BETWEEN in sheet.text[start:end]:
                    break
                found.setdefault(sheet.number(start), []).append((start, end))
            else:
                return found
        # A match could run from one portion into the next: search each apart.
        every = ((number, self.pattern_in(number, pattern)) for number in range(len(sheet.starts)))
        return {number: places for number, places in every if places}

    def pattern_in(self, number: int, pattern: Pattern) -> Places:
        """Give the places of a pattern's matches in one portion."""
        first, part = self.cased.starts[number], self.cased.part(number)
        places = pattern.find(part.encode(), ascii_only=part.isascii())
        return [(first + start, first + end) for start, end in places]


class Searcher:
    """One portion of a page, searched."""

    def __init__(self, page: Page, number: int) -> None:
        self._page, self._number = page, number
        self._text = page.text
        self._matches: dict[str, tuple[Span, ...]] = {}
        self._folded: dict[Span, str] = {}

    @cached_property
    def _word_starts(self) -> list[int]:
        region = self._page.regions[self._number]
        return [
            match.start()
            for part in gaps(clip(self._page.skip, (region,)), region)
            for match in _WORD.finditer(self._text, part.start, part.end)
        ]

    def terms(self, wanted: frozenset[str]) -> tuple[Span, ...]:
        """Give the source spans where any of these folded terms stands, in order."""
        found = self._page.terms.get(self._number)
        if not found:
            return ()
        sheet = self._page.caseless
        places = [place for term, at in found.items() if term in wanted for place in at]
        return tuple(sheet.source(self._number, *place) for place in sorted(places))

    def pattern(self, pattern: Pattern) -> tuple[Span, ...]:
        """Give the source spans of a pattern's matches, in order."""
        known = self._matches.get(pattern.source)
        if known is None:
            places = self._page.pattern_in(self._number, pattern)
            sheet = self._page.cased
            known = tuple(sheet.source(self._number, *place) for place in places)
            self._matches[pattern.source] = known
        return known

    def folded(self, span: Span) -> str:
        """Give a span's text folded, as terms are."""
        known = self._folded.get(span)
        if known is None:
            known = self._folded[span] = fold_term(span.cut(self._text))
        return known

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
