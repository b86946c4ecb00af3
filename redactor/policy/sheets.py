"""Sheets: the portions of a cable folded into one text, and the way back from each.

A search runs once over the sheet, not once for each portion. Nothing that is looked for holds
the character between two portions.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
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
        parts = [folded.text for folded in folds]
        return _sheet(BETWEEN.join(parts), map(len, parts), folds, [0] * len(folds))
    joined = BETWEEN.join([text[start:end] for start, end in regions])
    whole = fold(joined, case=case)
    starts = _places([end - start for start, end in regions])
    shifts = [region[0] - at for region, at in zip(regions, starts, strict=True)]
    lengths = [len(part) for part in whole.text.split(BETWEEN)]  # the parts are gone at once
    return _sheet(whole.text, lengths, (whole,), shifts)


def _sheet(
    text: str, lengths: Iterable[int], folds: Sequence[Folded], shifts: Sequence[int]
) -> Sheet:
    return Sheet(text, text.encode(), _places(lengths), folds, shifts)


def _places(lengths: Iterable[int]) -> list[int]:
    """Give where each part begins once they are joined, from their lengths."""
    ends = accumulate([length + 1 for length in lengths], initial=0)
    return list(ends)[:-1]


@cache
def _has_case(char: str) -> bool:
    return not char == char.lower() == char.casefold()
