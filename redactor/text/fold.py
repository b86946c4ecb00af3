"""Folded text: what a search reads, with a map back to the source.

A name may be wrapped over a line end, hyphenated, split by a page-break line, accented, in
another case or in letters that only look like its own, and must still be found, at its exact
place. Folding does five things: skipped spans (page furniture) count as white space; hyphens
inside a word are dropped, with any line end after them; runs of white space become one space;
characters lose accents and compatibility forms (NFKD), become the ASCII letters they look
like, and vanish if they are invisible; letters are case-folded.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from redactor.text.spans import Span, clip, merge, overwrite

_HYPHEN = re.compile(r"[-\u2010\u2011\u00ad](?<=[^\W_].)(?:[^\S\r\n]*[\r\n]\s*)?(?=[^\W_])")
_SPACE = re.compile(r"\s\s+")
_OTHERS = re.compile(r"[^\x00-\x7f][^\x00-\x7f]*")  # half the time of one class with a plus
_WHITE = "\n\r\t\v\f\x1c\x1d\x1e\x1f"
_QUOTES = str.maketrans("‘’ʼʻʾʿ“”–—", "''''''\"\"--")
_FILLERS = "\u115f\u1160\u3164\uffa0\u2800"
"""Letters and signs that show as nothing."""

_LOOK_ALIKES = str.maketrans({
    **dict(zip("АВЕКМНОРСТУХЅІЈҮҺԌԚԜЬѴӀ", "ABEKMHOPCTYXSIJYHGQWBVI", strict=True)),  # Cyrillic
    **dict(zip("авекмнорстухѕіјүһԍԛԝьѵӏԁ", "abekmhopctyxsijyhgqwbvid", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ", strict=True)),  # Greek
    **dict(zip("αβεζηικμνορτυχϲϳ", "abezhikmnoptyxcj", strict=True)),
    **dict(zip("ŁØĐÐƉĦŦƁƘƗŊƟƵ", "LODDDHTBKINOZ", strict=True)),  # Latin with a stroke or a hook
    **dict(zip("łøđðɖħŧɓƙɨŋɵƶıȷɑɡɩɪĸ", "lodddhtbkinozijagiik", strict=True)),
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghjklmnoprstuvwyz", strict=True)),
    "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Þ": "Th", "þ": "th",
})  # fmt: skip
"""Letters and the ASCII ones that they look like, or are commonly written as.

Both cases of a letter go to one ASCII letter, so that its own words are still found in any
case: that of the capital, where the small letter looks like another one.
"""
_AMONG_LATIN = _LOOK_ALIKES | str.maketrans(dict(zip("ηνυμγωσ", "nvuuywo", strict=True)))
"""Small Greek letters in a Latin word are taken for what they look like themselves."""

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
    skipped = clip(merge(skip), (region,))
    inside = (Span(span.start - region.start, span.end - region.start) for span in skipped)
    source = overwrite(region.cut(text), inside, "\n")
    # White space, case and most letters keep the length, so they need no place in the map.
    plain, edits = _levelled(source, case=case)
    for white in _WHITE:
        plain = plain.replace(white, " ")
    pieces: list[str] = []
    folded_at: list[int] = []
    spans: list[Span] = []
    length = at = 0
    for start, end, new in (*edits, (len(source), len(source), "")):
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


def _levelled(source: str, *, case: bool) -> tuple[str, list[_Edit]]:
    """Give the source with plain letters, as long as it was, and all that changes the length.

    The edits are in order; a hyphen's comes before what it covers.
    """
    edits = [(*match.span(), " ") for match in _SPACE.finditer(source)]
    edits += [(*match.span(), "") for match in _HYPHEN.finditer(source)]
    parts: list[str] = []
    at = 0
    for match in () if source.isascii() else _OTHERS.finditer(source):
        start, end = match.span()
        beside = source[max(0, start - 1) : start] + source[end : end + 1]
        table = _table(case=case, among_latin=any(map(str.isalpha, beside)))
        parts += (source[at:start], match.group().translate(table))
        if table.stretching:
            found = ((i, table.stretching.get(source[i])) for i in range(start, end))
            edits += [(i, i + 1, new) for i, new in found if new is not None]
        at = end
    edits.sort(key=lambda edit: (edit[0], -edit[1]))
    return "".join((*parts, source[at:])), edits


class _Table(dict[int, str]):
    """The plain forms of characters, filled in as they turn up."""

    def __init__(self, look_alikes: dict[int, str], *, case: bool) -> None:
        super().__init__()
        self._look_alikes, self._case = look_alikes, case
        self.stretching: dict[str, str] = {}
        """Those that are not one character long: here they stand for themselves."""

    def __missing__(self, code: int) -> str:
        plain = self._plain(chr(code))
        if len(plain) != 1:
            self.stretching[chr(code)] = plain
            plain = chr(code)
        self[code] = plain
        return plain

    def _plain(self, char: str) -> str:
        """Give the plain form of one character: ``É`` is ``e``, a zero-width one nothing."""
        if char.isspace():
            return " "
        apart = unicodedata.normalize("NFKD", char.translate(_QUOTES).translate(self._look_alikes))
        shown = "".join(part for part in apart if not _vanishes(part))
        bare = shown.translate(self._look_alikes)
        return bare if self._case else bare.casefold()


def _vanishes(char: str) -> bool:
    """Tell whether a character is an accent, or shows as nothing."""
    return char in _FILLERS or unicodedata.category(char) in {"Cf", "Mn", "Mc", "Me"}


@cache
def _table(*, case: bool, among_latin: bool) -> _Table:
    return _Table(_AMONG_LATIN if among_latin else _LOOK_ALIKES, case=case)
