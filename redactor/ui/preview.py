"""The preview: a release by lines, made of the release's own pieces. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from redactor.release import Added, Piece
from redactor.text import visible
from redactor.ui.rows import Row, Tone

_TONES = {"marker": "marker", "open": "open", "stand-in": "quote", "head": "muted"}


@dataclass(frozen=True)
class Preview:
    """The text of a release by lines, each with the place in the source it comes from."""

    rows: tuple[Row, ...]
    offsets: tuple[int, ...]
    """For each row, the first source offset that it prints; rising."""
    open_places: int

    @cached_property
    def summary(self) -> str:
        """Say whether this could go out."""
        if not self.open_places:
            return "nothing is open"
        return f"{self.open_places:,} open place{'s' * (self.open_places > 1)}"

    def row_at(self, offset: int) -> int:
        """Give the row that prints the source at an offset, or the one before it."""
        last = max(0, bisect_right(self.offsets, offset) - 1)
        return bisect_left(self.offsets, self.offsets[last]) if self.offsets else 0

    def rows_at(self, offset: int) -> Sequence[Row]:
        """Give the rows with the one of an offset marked."""
        if not self.rows:
            return ()
        at = self.row_at(offset)
        return (*self.rows[:at], replace(self.rows[at], here=True), *self.rows[at + 1 :])


def preview_of(source: str, pieces: Iterable[Piece]) -> Preview:
    """Lay a release's pieces out by lines.

    Args:
        source: the cable's text.
        pieces: what ``redactor.release.composing`` gives.
    """
    page = _Page()
    open_places = 0
    for piece in pieces:
        if isinstance(piece, Added):
            open_places += piece.why == "open"
            page.print(
                piece.text, _TONES.get(piece.why, "plain"), piece.at.start if piece.at else None
            )
        else:
            page.print(piece.span.cut(source), "plain", piece.span.start, grows=True)
    return Preview(*page.done(), open_places)


class _Page:
    """The rows so far."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._offsets: list[int] = []
        self._line: list[tuple[str, Tone]] = []
        self._first: int | None = None
        self._last = 0

    def print(self, text: str, tone: Tone, at: int | None, *, grows: bool = False) -> None:
        """Add text that comes from the source at ``at``, if from anywhere."""
        for number, part in enumerate(text.split("\n")):
            if number:
                self._end_line()
            if part:
                self._line.append((visible(part), tone))
                self._first = at if self._first is None else self._first
            if at is not None:
                self._last = at
                at += len(part) + 1 if grows else 0

    def _end_line(self) -> None:
        self._rows.append(Row(tuple(self._line)))
        self._offsets.append(self._last if self._first is None else self._first)
        self._line, self._first = [], None

    def done(self) -> tuple[tuple[Row, ...], tuple[int, ...]]:
        """Give the rows and where each comes from."""
        if self._line:
            self._end_line()
        return tuple(self._rows), tuple(self._offsets)
