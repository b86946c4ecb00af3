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
from functools import cache
from typing import NamedTuple

from redactor.text.spans import Span, clip, merge, overwrite

_HYPHEN = re.compile(r"-(?<=[^\W_].)(?:[^\S\r\n]*[\r\n]\s*)?(?=[^\W_])")
_SPACE = re.compile("  +")
_ANY_HYPHEN = re.compile(_HYPHEN.pattern.replace("-", r"[-\u2010\u2011\u00ad]", 1))
_ANY_SPACE = re.compile(r"\s\s+")
"""Those for any text look at each character; the two above jump from one hit to the next."""
_HYPHENS = frozenset("\u2010\u2011\u00ad")
_OTHERS = re.compile(r"[^\x00-\x7f][^\x00-\x7f]*")  # half the time of one class with a plus
_ASCII = bytes(range(128))
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


class Folded:
    """A folded text and, piece by piece, where each part came from.

    Args:
        plain: the source with plain letters, as long as it was.
        edits: all that changes the length, in order.
        shift: where the source begins.
    """

    __slots__ = ("_edits", "_pieces", "_shift", "_size", "text")

    def __init__(self, plain: str, edits: Sequence[_Edit], shift: int) -> None:
        parts: list[str] = []
        at = 0
        for start, end, new in edits:
            if start >= at:  # white space after a hyphen went with it
                parts += (plain[at:start], new)
                at = end
        self.text = "".join((*parts, plain[at:]))
        self._edits, self._shift, self._size = edits, shift, len(plain)
        self._pieces: _Pieces | None = None

    def source(self, start: int, end: int) -> Span:
        """Give the source span of folded code points ``[start, end)``; ``end > start``."""
        pieces = self._pieces = self._pieces or _pieced(self._edits, self._size)
        first, last = pieces.at(start), pieces.at(end - 1)
        from_start, to_end = pieces.starts[first], pieces.ends[last]
        if not pieces.stretched(first):
            from_start += start - pieces.folded_at[first]
        if not pieces.stretched(last):
            to_end = pieces.starts[last] + end - pieces.folded_at[last]
        return Span(self._shift + from_start, self._shift + to_end)


class _Pieces(NamedTuple):
    """Where each piece begins when folded, and where it begins and ends in the source."""

    folded_at: list[int]
    """And, last of all, the length of the folded text."""
    starts: list[int]
    ends: list[int]

    def at(self, offset: int) -> int:
        """Tell in which piece a place of the folded text lies."""
        return bisect_right(self.folded_at, offset) - 1

    def stretched(self, piece: int) -> bool:
        """Tell whether a piece is longer or shorter than its source."""
        folded = self.folded_at[piece + 1] - self.folded_at[piece]
        return folded != self.ends[piece] - self.starts[piece]


def _pieced(edits: Iterable[_Edit], size: int) -> _Pieces:
    """Tell where the pieces lie: the edits, and what stands between them, as long as its source."""
    folded_at, starts, ends = [0], [], []
    at = 0
    for start, end, new in (*edits, (size, size, "")):
        if start < at:
            continue  # white space after a hyphen went with it
        for first, last, length in ((at, start, start - at), (start, end, len(new))):
            if length:
                folded_at.append(folded_at[-1] + length)
                starts.append(first)
                ends.append(last)
        at = end
    return _Pieces(folded_at, starts, ends)


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
    source = _without(skip, text, region)
    # White space, case and most letters keep the length, so they need no place in the map.
    plain, edits = _levelled(source, case=case)
    return Folded(plain if case else plain.lower(), edits, region.start)


def _without(skip: Iterable[Span], text: str, region: Span) -> str:
    """Give a region of a text with white space in the place of skipped spans."""
    skipped = clip(merge(skip), (region,))
    inside = [Span(span.start - region.start, span.end - region.start) for span in skipped]
    return overwrite(region.cut(text), inside, "\n") if inside else region.cut(text)


def _levelled(source: str, *, case: bool) -> tuple[str, list[_Edit]]:
    """Give the source with plain letters, as long as it was, and all that changes the length.

    The edits are in order; a hyphen's comes before what it covers.
    """
    plain = source
    for white in _WHITE:
        plain = plain.replace(white, " ")
    odd = _odd_ones(source)
    spaces = _ANY_SPACE.finditer(source) if any(map(str.isspace, odd)) else _SPACE.finditer(plain)
    hyphens = (_HYPHEN if odd.isdisjoint(_HYPHENS) else _ANY_HYPHEN).finditer(source)
    edits = [(*match.span(), " ") for match in spaces]
    edits += [(*match.span(), "") for match in hyphens]
    if not all(_is_plain(char, case=case) for char in odd):
        plain, more = _with_plain_letters(plain, case=case)
        edits += more
    edits.sort(key=lambda edit: (edit[0], -edit[1]))
    return plain, edits


def _odd_ones(source: str) -> frozenset[str]:
    """Give the characters beyond ASCII that a text holds; ``¶`` stays as it is, so it is none."""
    if source.isascii() or source.replace("¶", "").isascii():
        return frozenset()
    data = source.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return frozenset(data.decode("utf-8", "surrogatepass"))


def _with_plain_letters(source: str, *, case: bool) -> tuple[str, list[_Edit]]:
    """Give a text with plain letters, as long as it was, and the edits for all longer forms."""
    parts: list[str] = []
    edits: list[_Edit] = []
    at = 0
    for match in _OTHERS.finditer(source):
        start, end = match.span()
        beside = source[max(0, start - 1) : start] + source[end : end + 1]
        table = _table(case=case, among_latin=any(map(str.isalpha, beside)))
        parts += (source[at:start], match.group().translate(table))
        if table.stretching:
            found = ((i, table.stretching.get(source[i])) for i in range(start, end))
            edits += [(i, i + 1, new) for i, new in found if new is not None]
        at = end
    return "".join((*parts, source[at:])), edits


@cache
def _is_plain(char: str, *, case: bool) -> bool:
    """Tell whether a character stays as it is, whatever stands beside it."""
    tables = (_table(case=case, among_latin=latin) for latin in (True, False))
    return all(char.translate(table) == char and char not in table.stretching for table in tables)


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
