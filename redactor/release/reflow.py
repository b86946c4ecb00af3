"""Reflow: words put on lines of 69 columns, as pieces.

Text around a hole must not keep the source's line ends: on average they rule out 44 % of the
names that could stand there (redaction-safety.md, 2). So all text is wrapped anew, redacted or
not. Words are never broken, and neither are markers that fit on a line.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.release.pieces import Added, Kept, Piece, Why
from redactor.text import Span

COLUMNS = 69
"""The width of a telegram's line."""


@dataclass(slots=True)
class Atom:
    """The smallest part of a line: a word of the source, or words added in its place."""

    space: str
    """White space to print before it: nothing, a space, one line end or two."""
    start: int
    """First code point of the source that it prints or stands in for."""
    end: int
    """First code point after."""
    run: int = -1
    """Which approved span it comes from: white space inside one is approved too."""
    text: str | None = None
    """The words added; ``None`` for words of the source."""
    why: Why = "layout"

    @property
    def width(self) -> int:
        """Columns."""
        return self.end - self.start if self.text is None else len(self.text)


def flow(source: str, atoms: Iterable[Atom]) -> tuple[Piece, ...]:
    """Put atoms on lines. Those without space between them stay together on one line."""
    page = _Page(source)
    word: list[Atom] = []
    for atom in atoms:
        if atom.space and word:
            page.print(word)
            word = []
        word.append(atom)
    if word:
        page.print(word)
    return page.done()


class _Page:
    """The pieces so far. A kept piece grows while the source goes on as the page does."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[Piece] = []
        self._kept = (0, 0)
        self._run = -1
        self._column = 0

    def print(self, word: Sequence[Atom]) -> None:
        """Print atoms that belong together; a marker too long for any line is broken."""
        width = word[0].width if len(word) == 1 else sum(atom.width for atom in word)
        if width > COLUMNS and any(atom.why in ("marker", "open") for atom in word):
            for part in _broken(word):
                self._place(part, sum(atom.width for atom in part))
        else:
            self._place(word, width)

    def done(self) -> tuple[Piece, ...]:
        """Give all pieces."""
        self._close()
        return tuple(self._pieces)

    def _place(self, word: Sequence[Atom], width: int) -> None:
        space = word[0].space
        if space == " " and self._column + 1 + width > COLUMNS:
            space = "\n"
        self._column = width + (self._column + len(space) if space in ("", " ") else 0)
        for atom in word:
            self._put(atom, space)
            space = ""

    def _put(self, atom: Atom, space: str) -> None:
        start, end = self._kept
        if atom.text is None:
            if atom.run == self._run and self._source[end : atom.start] == space:
                self._kept = (start, atom.end)
                return
            self._close()
            self._add(Added(space, "layout"))
            self._kept, self._run = (atom.start, atom.end), atom.run
        else:
            self._close()
            self._add(Added(space, "layout"))
            self._add(Added(atom.text, atom.why, Span(atom.start, atom.end)))

    def _close(self) -> None:
        start, end = self._kept
        if end > start:
            self._pieces.append(Kept(Span(start, end)))
        self._kept, self._run = (end, end), -1

    def _add(self, piece: Added) -> None:
        if piece.text:
            self._pieces.append(piece)


def _broken(word: Iterable[Atom]) -> Iterator[list[Atom]]:
    """Break a word at the spaces of its markers."""
    part: list[Atom] = []
    for atom in word:
        if atom.text is None or atom.why == "stand-in":
            part.append(atom)
            continue
        first, *others = atom.text.split(" ")
        part.append(replace(atom, text=first))
        for other in others:
            yield part
            part = [replace(atom, space=" ", text=other)]
    yield part
