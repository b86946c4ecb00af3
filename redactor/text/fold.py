"""Folded text: what a search reads, with a map back to the source.

A name may be wrapped over a line end, hyphenated, split by a page-break line, accented or in
another case, and must still be found, at its exact place. Folding does five things: skipped
spans (page furniture) count as white space; hyphens inside a word are dropped, with any line
end after them; runs of white space become one space; characters lose accents and compatibility
forms (NFKD) and invisible ones vanish; letters are case-folded.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redactor.text.spans import Span

_EDIT = re.compile(
    r"(?P<hyphen>(?<=[^\W_])[-\u2010\u2011\u00ad](?:[^\S\r\n]*[\r\n]\s*)?(?=[^\W_]))"
    r"|(?P<space>\s\s+|[^\S ])"
    r"|(?P<other>[^\x00-\x7f])"
)
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"--")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, piece by piece, where each part came from."""

    text: str
    _folded_at: Sequence[int]
    _source: Sequence[Span]

    def source(self, start: int, end: int) -> Span:
        """Give the source span of folded code points ``[start, end)``; ``end > start``."""
        first, last = self._piece(start), self._piece(end - 1)
        a, b = self._source[first], self._source[last]
        from_start = a.start if self._stretched(first) else a.start + start - self._folded_at[first]
        to_end = b.end if self._stretched(last) else b.start + end - self._folded_at[last]
        return Span(from_start, to_end)

    def _piece(self, offset: int) -> int:
        return bisect_right(self._folded_at, offset) - 1

    def _stretched(self, piece: int) -> bool:
        following = (
            self._folded_at[piece + 1] if piece + 1 < len(self._folded_at) else len(self.text)
        )
        return following - self._folded_at[piece] != len(self._source[piece])


def fold(
    text: str, region: Span | None = None, *, skip: Iterable[Span] = (), case: bool = False
) -> Folded:
    """Fold ``text`` (or the ``region`` of it); positions given back are those of ``text``.

    Args:
        text: the source.
        region: the span to fold; all of it when left out.
        skip: spans to read as white space, such as page-break lines.
        case: keep upper and lower case, for patterns that look at it.
    """
    region = region or Span(0, len(text))
    source = _blank(region.cut(text), region, skip)
    pieces: list[str] = []
    folded_at: list[int] = []
    spans: list[Span] = []
    length = at = 0

    def keep(piece: str, start: int, end: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            folded_at.append(length)
            spans.append(Span(region.start + start, region.start + end))
            length += len(piece)

    for match in _EDIT.finditer(source):
        start, end = match.span()
        keep(source[at:start] if case else source[at:start].lower(), at, start)
        keep(_replacement(match, case=case), start, end)
        at = end
    keep(source[at:] if case else source[at:].lower(), at, len(source))
    return Folded("".join(pieces), folded_at, spans)


def _replacement(match: re.Match[str], *, case: bool) -> str:
    if match.lastgroup == "hyphen":
        return ""
    if match.lastgroup == "space":
        return " "
    return _plain(match.group(), case=case)


def _plain(char: str, *, case: bool) -> str:
    """Give the plain form of one non-ASCII character: ``É`` is ``e``, a zero-width one nothing."""
    if unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return ""
    apart = unicodedata.normalize("NFKD", char.translate(_QUOTES))
    bare = "".join(part for part in apart if not unicodedata.combining(part))
    return bare if case else bare.casefold()


def _blank(part: str, region: Span, skip: Iterable[Span]) -> str:
    for span in skip:
        if span.meets(region):
            start = max(span.start, region.start) - region.start
            end = min(span.end, region.end) - region.start
            part = part[:start] + "\n" * (end - start) + part[end:]
    return part
