"""Compose: from a painting to pieces. Starts from nothing and adds what was approved."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from redactor.cable import Cable
from redactor.release.errors import NotDecidedError
from redactor.release.furniture import no_content
from redactor.release.holes import Hole, approved, find_holes
from redactor.release.layout import Layout
from redactor.release.markers import Amount, marker
from redactor.release.pieces import Piece
from redactor.release.reflow import Atom, flow
from redactor.release.strikes import STRUCK
from redactor.review import Painted
from redactor.text import Span, clip, is_hidden, subtract, visible

_WORD = re.compile(r"\S+")


def compose(
    cable: Cable,
    painting: Sequence[Painted],
    *,
    amount: Amount,
    undecided: Literal["refuse", "mark"] = "refuse",
    strike: bool = True,
) -> tuple[Piece, ...]:
    """Give the pieces of a release, in order.

    Only content that a painted stretch releases is kept, never furniture or a byte order mark.
    Characters that could hide or steer a terminal are replaced by their visible stand-ins, so
    that no release holds what a reviewer could not see. Near a hole, rules are left out.
    Classification marks that are wholly kept are struck.

    Args:
        cable: the cable as read.
        painting: what counts where, sorted and disjoint.
        amount: whether markers tell the extent.
        undecided: what to do where content is undecided or referred: refuse, or mark the place,
            which is for previews on a screen.
        strike: whether marks are struck; the first edition of releases struck none.

    Raises:
        NotDecidedError: when content is open and ``undecided`` is ``refuse``.
    """
    layout = Layout(cable, find_holes(cable, painting))
    return compose_on(layout, painting, amount=amount, undecided=undecided, strike=strike)


def compose_on(
    layout: Layout,
    painting: Sequence[Painted],
    *,
    amount: Amount,
    undecided: Literal["refuse", "mark"] = "refuse",
    strike: bool = True,
) -> tuple[Piece, ...]:
    """Give the pieces of a release, as ``compose`` does.

    Raises:
        NotDecidedError: as ``compose``.
    """
    cable, holes = layout.cable, layout.holes
    still_open = [hole.span for hole in holes if hole.state != "withheld"]
    if still_open and undecided == "refuse":
        raise NotDecidedError(still_open, cable.lines)
    withheld = (hole.span for hole in holes)
    kept = subtract(approved(painting), (*no_content(cable), *withheld, *layout.rules))
    marks = tuple(layout.marks) if strike else ()
    struck = sorted(set(clip(kept, marks)).intersection(marks))
    return flow(cable.text, _spaced(layout, _atoms(cable.text, kept, struck, holes, amount)))


def _spaced(layout: Layout, atoms: Iterator[Atom]) -> Iterator[Atom]:
    """Give each atom the white space to print before it."""
    end: int | None = None
    for atom in atoms:
        if end is not None:
            atom.space = layout.space(end, atom.start)
        end = atom.end
        yield atom


def _atoms(
    text: str, kept: Sequence[Span], struck: Sequence[Span], holes: Sequence[Hole], amount: Amount
) -> Iterator[Atom]:
    """Give words and markers in the order of the source."""
    hidden = _hidden(text)
    tildes = [at for mark in struck for at in mark]
    i = j = 0
    for run, span in enumerate(kept):
        while i < len(holes) and holes[i].span.start < span.start:
            yield _marker(holes[i], amount)
            i += 1
        at = span.start
        while j < len(tildes) and tildes[j] <= span.end:
            yield from _words(text, Span(at, tildes[j]), run, hidden)
            at = tildes[j]
            yield Atom("", at, at, text=STRUCK, why="struck")
            j += 1
        yield from _words(text, Span(at, span.end), run, hidden)
    for hole in holes[i:]:
        yield _marker(hole, amount)


def _words(text: str, span: Span, run: int, hidden: re.Pattern[str] | None) -> Iterator[Atom]:
    """Give the words of an approved span."""
    for word in _WORD.finditer(text, span.start, span.end):
        if hidden:
            yield from _word(text, word.span(), run, hidden)
        else:
            yield Atom("", *word.span(), run)


def _marker(hole: Hole, amount: Amount) -> Atom:
    why: Literal["marker", "open"] = "marker" if hole.state == "withheld" else "open"
    return Atom("", hole.span.start, hole.span.end, text=marker(hole, amount), why=why)


def _hidden(text: str) -> re.Pattern[str] | None:
    """Give a pattern for the hidden characters that occur in ``text``, if any do."""
    found = "".join(sorted(char for char in set(text) if is_hidden(char) and not char.isspace()))
    return re.compile(f"[{re.escape(found)}]") if found else None


def _word(text: str, word: tuple[int, int], run: int, hidden: re.Pattern[str]) -> Iterator[Atom]:
    """Give one word, cut at hidden characters."""
    at, end = word
    for match in hidden.finditer(text, at, end):
        if match.start() > at:
            yield Atom("", at, match.start(), run)
        at = match.end()
        yield Atom("", at - 1, at, run, visible(match.group()), "stand-in")
    if end > at:
        yield Atom("", at, end, run)
