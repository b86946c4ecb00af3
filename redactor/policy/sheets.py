"""Sheets: the portions of a cable folded into one text, and the way back from each.

A search runs once over the sheet, not once for each portion. Nothing that is looked for holds
the character between two portions.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from redactor.text import Folded, Span, fold

BETWEEN = "\0"
"""Stands between portions."""
_ASCII = bytes(range(128))


class Sheet(NamedTuple):
    """The folded portions of one cable."""

    text: str
    data: bytes
    """The text in UTF-8."""
    starts: Sequence[int]
    """Where each portion begins in the text."""
    folds: Sequence[Folded]
    """One for all portions joined, or one for each."""
    shifts: Sequence[int]
    """How far each portion lies from its place among the joined ones."""

    @property
    def is_ascii(self) -> bool:
        """Whether the bytes of ``data`` are the code points of the text."""
        return len(self.data) == len(self.text)

    def number(self, offset: int) -> int:
        """Tell in which portion a place of the text lies."""
        return bisect_right(self.starts, offset) - 1

    def part(self, number: int) -> str:
        """Give the folded text of one portion."""
        following = self.starts[number + 1 : number + 2]
        return self.text[self.starts[number] : following[0] - 1 if following else None]

    def source(self, number: int, start: int, end: int) -> Span:
        """Give the source span of a place in one portion."""
        if len(self.folds) == 1:
            span, shift = self.folds[0].source(start, end), self.shifts[number]
            return Span(span.start + shift, span.end + shift)
        first = self.starts[number]
        return self.folds[number].source(start - first, end - first)

    def lowered(self) -> "Sheet | None":
        """Give the same sheet folded without case; ``None`` where that must be done anew.

        Beyond ASCII a letter without case may be longer: then places would differ.
        """
        if any(map(_has_case, self._odd_ones())):
            return None
        data = self.data.lower()
        return self._replace(text=data.decode(), data=data)

    def _odd_ones(self) -> set[str]:
        """Give the characters beyond ASCII, save ``¶``, which has no case."""
        if self.is_ascii or self.text.replace("¶", "").isascii():
            return set()
        return set(self.data.translate(None, _ASCII).decode())


def sheet_of(text: str, regions: Sequence[Span], *, case: bool) -> Sheet:
    """Fold the portions of a text in one go; one by one if it holds what stands between."""
    if BETWEEN in text:
        folds = [fold(text, region, case=case) for region in regions]
        return _sheet([folded.text for folded in folds], folds, [0] * len(folds))
    parts = [text[start:end] for start, end in regions]
    joined = BETWEEN.join(parts)
    whole = fold(joined, case=case)
    starts = _places(parts)
    shifts = [region[0] - at for region, at in zip(regions, starts, strict=True)]
    return _sheet(whole.text.split(BETWEEN), (whole,), shifts)


def _sheet(texts: Sequence[str], folds: Sequence[Folded], shifts: Sequence[int]) -> Sheet:
    text = folds[0].text if len(folds) == 1 else BETWEEN.join(texts)
    return Sheet(text, text.encode(), _places(texts), folds, shifts)


def _places(parts: Sequence[str]) -> list[int]:
    """Give where each part begins once they are joined."""
    ends = accumulate([len(part) + 1 for part in parts], initial=0)
    return list(ends)[: len(parts)]


@cache
def _has_case(char: str) -> bool:
    return not char == char.lower() == char.casefold()
