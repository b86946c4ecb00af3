"""Holes: the places where a release shows a sign instead of words.

Withheld stretches that only white space, punctuation or furniture separates are one hole, also
across paragraphs. What a hole shows depends on its extent alone, never on what is inside, so
that nobody can count names or sentences (redaction-safety.md, 2).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from redactor.cable import Cable
from redactor.release.furniture import Furniture
from redactor.review import Decision, Painted, Verdict
from redactor.text import Span, clip, gaps, trimmed

State = Literal["withheld", "referred", "undecided"]

_STATES: dict[Verdict, State | None] = {
    "release": None,
    "redact": "withheld",
    "refer": "referred",
}
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Hole:
    """A place without its words, from its first printed character to its last."""

    span: Span
    state: State
    decisions: tuple[Decision, ...]
    """Those that count inside, in order of the text, each once; none where undecided."""
    size: int
    """Code points inside, with white space collapsed and furniture left out."""
    whole_paragraph: bool
    """It is exactly one paragraph."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Content under one decision."""

    span: Span
    state: State | None
    """``None`` for what is released."""
    decision: Decision | None = None


def approved(painting: Iterable[Painted]) -> tuple[Span, ...]:
    """Give the spans approved for release."""
    return tuple(part.span for part in painting if part.decision.verdict == "release")


def find_holes(cable: Cable, painting: Sequence[Painted]) -> tuple[Hole, ...]:
    """Give the holes of a painting, in order. Content that nobody painted is undecided.

    Content is all that is neither white space nor in a segment of furniture or blanks.
    ``painting`` is sorted and disjoint.
    """
    furniture = Furniture(cable)
    paragraphs = frozenset(trimmed(part.span, cable.text) for part in cable.paragraphs)
    holes: list[Hole] = []
    for group in _groups(cable.text, _stretches(cable.text, furniture, painting)):
        span = Span(group[0].span.start, group[-1].span.end)
        content = gaps(furniture.within(span), span)
        words = " ".join(part.cut(cable.text) for part in content).split()
        decisions = {part.decision.seq: part.decision for part in group if part.decision}
        holes.append(
            Hole(
                span,
                group[0].state or "undecided",
                tuple(decisions.values()),
                len(" ".join(words)),
                span in paragraphs,
            )
        )
    return tuple(holes)


def _stretches(text: str, furniture: Furniture, painting: Sequence[Painted]) -> Iterator[_Stretch]:
    """Give the content in order, cut where its decision changes and at furniture."""
    whole = Span(0, len(text))
    free = gaps((part.span for part in painting), whole)
    marked = [
        *(_Stretch(part.span, _STATES[part.decision.verdict], part.decision) for part in painting),
        *(_Stretch(span, "undecided") for span in free),
    ]
    marked.sort(key=lambda stretch: stretch.span.start)
    parts = clip([stretch.span for stretch in marked], gaps(furniture.spans, whole))
    i = 0
    for part in parts:
        while marked[i].span.end <= part.start:
            i += 1
        if printed := trimmed(part, text):
            yield _Stretch(printed, marked[i].state, marked[i].decision)


def _groups(text: str, stretches: Iterable[_Stretch]) -> Iterator[list[_Stretch]]:
    """Group what is not released; a released letter or digit in between ends a group."""
    group: list[_Stretch] = []
    for stretch in stretches:
        if stretch.state is None:
            if group and _WORD.search(text, stretch.span.start, stretch.span.end):
                yield group
                group = []
            continue
        if group and group[-1].state != stretch.state:
            yield group
            group = []
        group.append(stretch)
    if group:
        yield group
