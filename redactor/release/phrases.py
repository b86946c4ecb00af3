"""Phrases: the short spans that were withheld, looked for whatever stands between their letters.

Both sides are written without anything between the words, and found letters count when they
begin and end where words do. So a name is found with its words joined (``JohnDoe``) or its
letters spaced out (``J o h n  D o e``). A word that is found in pieces counts when the pieces
hang together, or when it is long: ``on a`` is not the name ``Ona``. The plural of a name counts
as the name.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from redactor.release.names import reads_as_name, withheld_as_name
from redactor.release.words import LINE_ENDS, Reading, automaton, is_small, tells
from redactor.text import Span

_SHORT = 4
_PERHAPS_SHORT = 40
"""Printed words, among them single letters, beyond which a span is not tried as a short one."""
_LONG = 8
"""So many letters are no accident, in whatever pieces they stand."""
_SPELLED = 3
"""So many single letters may be a word that is spelled out."""
_PLURAL = 4
"""So many letters, or more, and an ``s`` are a plural; ``Lis`` is not more than one ``Li``."""

_HYPHENS = str.maketrans(dict.fromkeys("-\u2010\u2011\u00ad", " "))
_POSSESSIVE = re.compile(r"['’`][sS]\W*\Z")
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HANGS_TOGETHER = re.compile(r"[-'’`\u2010\u2011\u00ad]\s*|[\r\n\f\v\x85\u2028\u2029\u200b]+")


@dataclass(slots=True)
class _Phrase:
    """Words that were withheld, written as one."""

    withheld: Span
    cuts: set[int]
    """After so many letters one of its words ends."""
    is_name: bool
    """It is made of small words, and counts only where it is written as a name."""


class Phrases:
    """What is looked for.

    Args:
        source: the cable's text, without what is no words of its own.
        spans: what was withheld; spans of more than four words are left out.
    """

    def __init__(self, source: str, spans: Iterable[Span]) -> None:
        self._wanted: dict[str, _Phrase] = {}
        for span in spans:
            for part in _without_possessive(source, span):
                self._add(source, part, span)
        self._letters = tuple(self._wanted)
        self._automaton = automaton(self._letters) if self._letters else None

    def _add(self, source: str, span: Span, withheld: Span) -> None:
        part = span.cut(source)
        if len(part.split()) > _PERHAPS_SHORT:
            return
        readings = [Reading(text).words for text in _ways(part)]
        if not any(0 < len(words) <= _SHORT for words in readings):
            return
        telling = any(map(tells, (word for words in readings for word in words)))
        if telling or withheld_as_name(source, span):
            for order in (order for words in readings for order in _orders(words)):
                new = _Phrase(withheld, set(), is_name=True)
                phrase = self._wanted.setdefault("".join(order), new)
                phrase.cuts.update(accumulate(map(len, order)))
                phrase.is_name = phrase.is_name and not telling

    def find(self, text: str, written: str) -> Iterator[tuple[Span, Span]]:
        """Give each place of ``text`` where a phrase stands, and the span that withholds it.

        ``written`` is as long as ``text`` and tells how a name is written there.
        """
        if self._automaton is None:
            return
        page = _Page(text)
        letters = "".join(page.reading.words)
        for number, start, end in self._automaton.find_matches_as_indexes(
            letters, overlapping=True
        ):
            phrase = self._wanted[self._letters[number]]
            found = page.place(start, end, phrase.cuts)
            if found and (not phrase.is_name or reads_as_name(written, found)):
                yield found, phrase.withheld


class _Page:
    """A text to search, as words and as letters without anything between them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.reading = Reading(text.translate(_HYPHENS))

    def place(self, start: int, end: int, cuts: set[int]) -> Span | None:
        """Give the span of letters ``[start, end)`` if they are whole words that belong together.

        ``cuts`` tells after how many letters a word may end.
        """
        words, starts = self.reading.words, self.reading.starts
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        begin, stop = self._cut(first, start), self._end(last, end, end - start)
        pieces = words[first : last + 1]
        inner = zip(range(first, last), starts[first + 1 : last + 1], strict=True)
        extra = [word for word, at in inner if at - start not in cuts]
        if begin is None or stop is None or not self._belong(pieces, extra, end - start):
            return None
        return Span(begin, stop)

    def _end(self, word: int, letter: int, size: int) -> int | None:
        """Give the place of a cut, or of the end of a plural."""
        rest = self.reading.words[word][letter - self.reading.starts[word] :]
        if size >= _PLURAL and rest in ("s", "es"):
            return self.reading.source(word).end
        return self._cut(word, letter)

    def _cut(self, word: int, letter: int) -> int | None:
        """Give the place of a cut before or after a letter; ``None`` inside a word.

        ``DrQuill`` has one in the middle, and so has ``08LUNARIA12``.
        """
        at = letter - self.reading.starts[word]
        if at == 0:
            return self.reading.source(word).start
        if at == len(self.reading.words[word]):
            return self.reading.source(word).end
        place = self.reading.letter(word, at)
        if place is None:
            return None
        left, right = self._text[place - 1], self._text[place]
        is_cut = (left.islower() and right.isupper()) or left.isdigit() != right.isdigit()
        return place if is_cut else None

    def _belong(self, pieces: Sequence[str], extra: Sequence[int], size: int) -> bool:
        """Tell whether pieces of words belong together: ``extra`` words end within a word."""
        if size >= _LONG or (size >= _SPELLED and all(len(piece) == 1 for piece in pieces)):
            return True
        spelled = size >= _SPELLED
        return all(
            self._hangs_together(word) or (spelled and self._spelled(word)) for word in extra
        )

    def _spelled(self, word: int) -> bool:
        """Tell whether a word and the next one are single letters side by side, as in ``L i``."""
        first, second = self.reading.source(word), self.reading.source(word + 1)
        return len(first) == len(second) == second.start - first.end == 1

    def _hangs_together(self, word: int) -> bool:
        """Tell whether a word and the next one hang together: ``Qui-ll``, or cut by a line end."""
        gap = Span(self.reading.source(word).end, self.reading.source(word + 1).start)
        both_small = all(map(is_small, self.reading.words[word : word + 2]))
        return (
            not both_small and _HANGS_TOGETHER.fullmatch(self._text, gap.start, gap.end) is not None
        )


def _without_possessive(source: str, span: Span) -> Iterator[Span]:
    """Give a span as it is and, where it ends with ``'s``, without that."""
    yield span
    if ending := _POSSESSIVE.search(source, span.start, span.end):
        yield Span(span.start, ending.start())


def _ways(part: str) -> tuple[str, str, str]:
    """Give the ways to read a withheld text, which differ in where its words end.

    As it is; with line ends left out, because machines cut lines in mid-word (``HARB`` /
    ``OUR``); and with all that may be a word apart (``Doe-led``, ``JaneDoe``).
    """
    return part, part.translate(LINE_ENDS), _JOINT.sub(" ", part.translate(_HYPHENS))


def _orders(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Give the words as they stand, and with the last or the first put at the other end."""
    found = {(*words,), (*words[-1:], *words[:-1]), (*words[1:], *words[:1])}
    return found - {()}
