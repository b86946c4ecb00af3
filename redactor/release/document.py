"""The document: the released text with its structure, which every rendering prints.

Blocks stand apart by a blank line; a line ends where release.txt ends one, and tells whether the
next one goes on with the same words. Nothing is in a document that is not in the pieces, and a
block with a withheld place never shows what kind of passage it was.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from redactor.release.layout import Layout
from redactor.release.pieces import Kept, Piece
from redactor.text import Span

Role = Literal["head", "heading", "text"]
Style = Literal["plain", "struck", "marker", "stand-in"]


class Run(NamedTuple):
    """Words of one style on one line."""

    text: str
    style: Style = "plain"
    place: int = 0
    """Number of the withheld place, from 1, for a marker."""


class Line(NamedTuple):
    """One line, as release.txt has it."""

    runs: tuple[Run, ...]
    goes_on: bool = False
    """It ends only because it is full: the next line goes on with its words."""


class Block(NamedTuple):
    """Lines with a blank one above and below."""

    role: Role
    lines: tuple[Line, ...]

    @property
    def whole_lines(self) -> Iterator[tuple[Line, ...]]:
        """Give each line together with those on which its words go on."""
        whole: list[Line] = []
        for line in self.lines:
            whole.append(line)
            if not line.goes_on:
                yield tuple(whole)
                whole = []

    @property
    def runs(self) -> Iterator[Run]:
        """All runs, line by line."""
        return (run for line in self.lines for run in line.runs)


def text_of(blocks: Sequence[Block]) -> str:
    """Give the text of a document: with a line end after it, the bytes of release.txt."""
    return "\n\n".join(
        "\n".join("".join(run.text for run in line.runs) for line in block.lines)
        for block in blocks
    )


_PART = re.compile(r"\n+|[^\n]+")


def document_of(layout: Layout, body: Sequence[Piece]) -> tuple[Block, ...]:
    """Give the document of a release's pieces, without its head.

    Args:
        layout: of the cable, with its withheld places.
        body: what ``compose`` gives; nothing in it is open.
    """
    numbers = {hole.span: number for number, hole in enumerate(layout.holes, 1)}
    found: list[Block] = []
    for words in _apart(_printed(layout.cable.text, body, numbers)):
        starts = [each.at.start for each in words if each.at is not None]
        is_plain = all(each.run.style in ("plain", "struck") for each in words)
        is_heading = is_plain and all(layout.kind_at(at) == "heading" for at in starts)
        found.append(Block("heading" if is_heading else "text", tuple(_lines(words, layout))))
    return tuple(found)


class _Words(NamedTuple):
    """A run before it stands on a line."""

    run: Run
    ends: int
    """Line ends before it."""
    at: Span | None
    """Of which words of the source it is, or in whose stead; ``None`` for a space."""


def _printed(source: str, body: Sequence[Piece], numbers: Mapping[Span, int]) -> Iterator[_Words]:
    """Give the runs of all pieces, in order."""
    ends = 0
    for piece, style in _styled(body):
        at = piece.span if isinstance(piece, Kept) else piece.at
        text = piece.span.cut(source) if isinstance(piece, Kept) else piece.text
        for part in _PART.finditer(text):
            if part[0].startswith("\n"):
                ends = len(part[0])
                continue
            here = at
            if isinstance(piece, Kept):
                here = Span(piece.span.start + part.start(), piece.span.start + part.end())
            place = numbers[at] if style == "marker" and at else 0
            yield _Words(Run(part[0], style, place), ends, here)
            ends = 0


def _styled(body: Iterable[Piece]) -> Iterator[tuple[Piece, Style]]:
    """Give each piece with its style: what stands between two signs of a strike is struck."""
    striking = False
    for piece in body:
        why = "layout" if isinstance(piece, Kept) else piece.why
        if why == "struck":
            striking = not striking
        if why in ("marker", "stand-in"):
            yield piece, "marker" if why == "marker" else "stand-in"
        else:
            yield piece, "struck" if striking or why == "struck" else "plain"


def _apart(words: Iterable[_Words]) -> Iterator[list[_Words]]:
    """Group what no blank line parts."""
    group: list[_Words] = []
    for each in words:
        if each.ends > 1 and group:
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _lines(words: Iterable[_Words], layout: Layout) -> Iterator[Line]:
    """Put the words of a block on their lines."""
    runs: list[Run] = []
    last = Span(0, 0)
    for each in words:
        if each.ends and runs:
            yield Line(tuple(runs), goes_on=each.at == last or _touch(last, each.at, layout))
            runs = []
        if runs and runs[-1][1:] == each.run[1:]:
            runs[-1] = runs[-1]._replace(text=runs[-1].text + each.run.text)
        else:
            runs.append(each.run)
        last = last if each.at is None else each.at
    yield Line(tuple(runs))


def _touch(last: Span, following: Span | None, layout: Layout) -> bool:
    """Tell whether only a space parts words of the source."""
    return following is not None and layout.space(last.end, following.start) == " "
