"""The head of a release: its number, the determination, and who declassified what it shows.

32 CFR 2001.25 asks for the word *Declassified*, by whom or under which guide, and the day.
Nothing in the head depends on what is withheld: only on marks and portions that are printed.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from redactor.policy import Basis
from redactor.release.document import Block, Line, Run
from redactor.release.layout import Layout
from redactor.release.pieces import Added, Piece, kept_spans
from redactor.release.reflow import COLUMNS
from redactor.release.statements import statements
from redactor.review import CompletedReview
from redactor.text import Span, intersect, visible

Determination = Literal["RELEASE IN FULL", "RELEASE IN PART", "DENIED IN FULL"]

_FIRST_NOTICE = (
    "Classification markings in this text are those of the source. They",
    "no longer apply to the text released here.",
)


class Title(NamedTuple):
    """What a release is called, and what it comes to."""

    number: str
    determination: Determination


@dataclass(frozen=True, slots=True)
class Signing:
    """Who stands for a release, since when, and why it was reviewed."""

    people: tuple[str, ...]
    """Ids of the signers, in the order of their signatures."""
    day: date
    """Of the last signature, UTC."""
    basis: Basis
    office: str = ""
    """Of those people; the policy names it."""

    @property
    def names(self) -> str:
        """The people in a sentence: ``ann, bob and joe``."""
        *first, last = self.people
        return f"{', '.join(first)} and {last}" if first else last


def signing_of(review: CompletedReview, office: str) -> Signing:
    """Tell who stands for the release of a review."""
    people = dict.fromkeys(_plain(sign.person) for sign in review.signatures)
    day = max(sign.at for sign in review.signatures).date()
    return Signing(tuple(people), day, review.proposals.basis, _plain(office))


def _plain(words: str) -> str:
    return visible(" ".join(words.split()))


def head_of(title: Title, signing: Signing, layout: Layout, body: Sequence[Piece]) -> Block:
    """Give the head of a release, from what its pieces print."""
    struck = any(True for _ in _struck(body))
    return head_saying(title, signing, declassified=is_declassified(layout, body), struck=struck)


def head_saying(title: Title, signing: Signing, *, declassified: bool, struck: bool) -> Block:
    """Give the head of a release in which classified words are printed, or marks are struck."""
    lines = _lines(title, signing, declassified=declassified, struck=struck)
    return _block(textwrap.wrap(line, COLUMNS) for line in lines)


def first_head(title: Title) -> Block:
    """Give the head as the first edition has it."""
    return _block(([title.number], [title.determination], _FIRST_NOTICE))


def _block(lines: Iterable[Sequence[str]]) -> Block:
    """Give a block of lines, each of them wrapped already."""
    return Block(
        "head",
        tuple(
            Line((Run(part),), goes_on=number < len(parts))
            for parts in lines
            for number, part in enumerate(parts, 1)
        ),
    )


def _lines(title: Title, signing: Signing, *, declassified: bool, struck: bool) -> Iterator[str]:
    yield title.number
    yield title.determination
    if declassified:
        office = f", {signing.office}," if signing.office else ""
        yield f"Declassified by {signing.names}{office} on {signing.day}"
        yield f"Authority: {statements().authority[signing.basis]}"
    if struck:
        yield statements().struck


def is_declassified(layout: Layout, body: Sequence[Piece]) -> bool:
    """Tell whether classified words are printed: by their own mark, or by the class line alone."""
    cable, outside = layout.outside.cable, layout.outside
    struck = {outside.to(at.start) for at in _struck(body)}
    marks = [mark for part in cable.paragraphs for mark in (part.marking, *part.marks_inside)]
    marks += [cable.subject_marking] if cable.subject_marking else []
    if any(mark.span and mark.span.start in struck for mark in marks):
        return True
    unmarked = (part.span for part in cable.paragraphs if part.marking.source != "explicit")
    printed = intersect(map(outside.back, unmarked), kept_spans(body))
    return bool(struck and printed)


def _struck(body: Iterable[Piece]) -> Iterator[Span]:
    """Give where tildes stand."""
    for piece in body:
        if isinstance(piece, Added) and piece.why == "struck" and piece.at is not None:
            yield piece.at
