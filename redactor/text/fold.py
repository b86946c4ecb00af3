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

_HYPHEN = re.compile(r"[-\u2010\u2011\u00ad](?<=[^\W_].)(?:[^\S\r\n]*[\r\n]\s*)?(?=[^\W_])")
_SPACE = re.compile(r"\s\s+")
_OTHER = re.compile(r"[^\x00-\x7f]")
_WHITE = "\n\r\t\v\f\x1c\x1d\x1e\x1f"
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"--")

_Edit = tuple[int, int, str]
"""Start and end in the source, and what stands there when folded."""


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
    # Single white space and case keep the length, so they need no place in the map.
    plain = source
    for white in _WHITE:
        plain = plain.replace(white, " ")
    pieces: list[str] = []
    folded_at: list[int] = []
    spans: list[Span] = []
    length = at = 0
    for start, end, new in (*_edits(source, case=case), (len(source), len(source), "")):
        if start < at:
            continue  # white space after a hyphen went with it
        old = plain[at:start] if case else plain[at:start].lower()
        for piece, first, last in ((old, at, start), (new, start, end)):
            if piece:
                pieces.append(piece)
                folded_at.append(length)
                spans.append(Span(region.start + first, region.start + last))
                length += len(piece)
        at = end
    return Folded("".join(pieces), folded_at, spans)


def _edits(source: str, *, case: bool) -> list[_Edit]:
    """Give all that changes the length, in order; a hyphen's comes before what it covers."""
    edits = [(*match.span(), " ") for match in _SPACE.finditer(source)]
    edits += [(*match.span(), "") for match in _HYPHEN.finditer(source)]
    if not source.isascii():
        edits += [
            (*match.span(), _plain(match.group(), case=case)) for match in _OTHER.finditer(source)
        ]
    return sorted(edits, key=lambda edit: (edit[0], -edit[1]))


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
