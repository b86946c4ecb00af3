"""Words of a text as the leak search compares them, each with its place."""

import re
from functools import cached_property

from redactor.text import Span, fold

BARRIER = "\0"
"""Stands where text was blanked out: no run of words goes across it."""

_TOKEN = re.compile(
    r"(?<![^\W_])[^\W\d_](?:[ .][^\W\d_]){2,}(?![^\W_])"  # spelled out: "j a n e" or "j.a.n.e"
    r"|[^\W_]+"
    r"|\0+"
)
_SPELLED = re.compile(r"[ .]")
_SHORTEST_NUMBER = 3
_SMALL_WORDS = """
about after all also am an and any are as at be because been before but by can could did do does
for from had has have he her him his how if in into is it its may me more most my no not of on one
only or other our out over she should so some such than that the their them then there these they
this those through to under until up was we were what when where which while who will with would
you your
"""
_SMALL = frozenset(_SMALL_WORDS.split())


class Reading:
    """The words of a text, folded. A barrier is a word of its own."""

    def __init__(self, text: str, region: Span | None = None) -> None:
        self._folded = fold(text, region)
        found: list[str] = _TOKEN.findall(self._folded.text)
        self.words = [word if word.isalnum() else _SPELLED.sub("", word) for word in found]

    def source(self, first: int, count: int) -> Span:
        """Give the span of the text in which ``count`` words from the ``first`` stand."""
        return self._folded.source(self._places[first][0], self._places[first + count - 1][1])

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Where each word stands in the folded text: needed only when something is found."""
        return [match.span() for match in _TOKEN.finditer(self._folded.text)]


def tells(word: str) -> bool:
    """Tell whether a folded word says something alone.

    Single letters, numbers of one or two digits, and small words do not; nor does a barrier.
    """
    if word.isdecimal():
        return len(word) >= _SHORTEST_NUMBER
    return len(word) > 1 and word not in _SMALL and BARRIER not in word
