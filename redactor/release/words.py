"""Words of a text as the leak search compares them, each with its place."""

import re
from functools import cached_property, partial
from itertools import accumulate

from ahocorasick_rs import AhoCorasick, Implementation

from redactor.text import Span, fold

BARRIER = "\0"
"""Stands where text was blanked out: no run of words goes across it."""
LINE_ENDS = str.maketrans(dict.fromkeys("\r\n\f\v\x85\u2028\u2029", "\u200b"))
"""Leaves line ends out, because machines cut lines in mid-word."""
automaton = partial(AhoCorasick, implementation=Implementation.ContiguousNFA)
"""The other kinds take time and memory that grow with the square of a long term."""

_TOKEN = re.compile(
    r"(?<![^\W_])[^\W\d_](?:[ .][^\W\d_]){2,}(?![^\W_])"  # spelled out: "j a n e" or "j.a.n.e"
    r"|[^\W_]+"
    r"|\0+"
)
_SPELLED = re.compile(r"[ .]")
_BETWEEN_SPELLED = re.compile(
    r"(?<![^\W_]{2})(?<=[^\W\d_])[^\S\r\n]{2,}(?=[^\W\d_](?![^\W_]))"  # "J a n e  D o e"
)
_SHORTEST_NUMBER = 3
_OPENING_WORDS = """
a after all an and any as at because before but by for from he her his how i if in it its my no
not on one our over she some such that the their then there these they this those to under until
we what when where which while who with you your
"""
_OTHER_WORDS = """
about also am are be been can could did do does had has have him into is may me more most of only
or other out should so than them through up us was were will would
"""
_OPENERS = frozenset(_OPENING_WORDS.split())
"""Small words that often open a sentence: a capital there says nothing."""
_SMALL = _OPENERS.union(_OTHER_WORDS.split())


class Reading:
    """The words of a text, folded. A barrier is a word of its own."""

    def __init__(self, text: str) -> None:
        apart = _BETWEEN_SPELLED.sub(lambda gap: "," * len(gap.group()), text)
        self._folded = fold(apart)
        found: list[str] = _TOKEN.findall(self._folded.text)
        self.words = [word if word.isalnum() else _SPELLED.sub("", word) for word in found]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts when all are written without anything between them."""
        return [0, *accumulate(map(len, self.words))][:-1]

    def source(self, first: int, count: int = 1) -> Span:
        """Give the span of the text in which ``count`` words from the ``first`` stand."""
        return self._folded.source(self._places[first][0], self._places[first + count - 1][1])

    def letter(self, word: int, number: int) -> int | None:
        """Give the place of a word's letter, from 0; ``None`` for a word that is spelled out."""
        start, end = self._places[word]
        if end - start != len(self.words[word]):
            return None
        return self._folded.source(start + number, start + number + 1).start

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Where each word stands in the folded text: needed only when something is found."""
        return [match.span() for match in _TOKEN.finditer(self._folded.text)]


def is_small(word: str) -> bool:
    """Tell whether a folded word is one of those that stand in every text."""
    return word in _SMALL


def opens_sentences(word: str) -> bool:
    """Tell whether a folded word is a small one that often opens a sentence."""
    return word in _OPENERS


def tells(word: str) -> bool:
    """Tell whether a folded word says something alone.

    Single letters, numbers of one or two digits, and small words do not; nor does a barrier.
    """
    if word.isdecimal():
        return len(word) >= _SHORTEST_NUMBER
    return len(word) > 1 and word not in _SMALL and BARRIER not in word
