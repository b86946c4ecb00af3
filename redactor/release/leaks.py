"""Leaks: what was withheld in one place and can still be read in another.

A withheld span of up to four words is looked for as whole words, a longer one by its runs of
five words. Both sides are folded, so case, accents, line ends, page breaks and hyphens make no
difference, and neither do spelled-out letters (``J A N E``) or a surname put first.

The search reads the source with all that is not released blanked out. Those are the release's
words in places that can be named, and with the line ends that a release no longer has.

Some things say nothing alone and would hold every release: paragraph numbers, portion marks,
and spans made of single letters, numbers of one or two digits, and small words such as *of
the*. They are not looked for. A false alarm is better than a leak, so all else is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redactor.cable import Cable
from redactor.release.holes import find_holes
from redactor.release.pieces import Added, Piece
from redactor.release.words import BARRIER, Reading, tells
from redactor.review import Painted
from redactor.text import Span, merge

_SHORT = 4
_RUN = 5
_PERHAPS_SHORT = 40
"""Printed words, among them single letters, beyond which a span is not tried as a short one."""

_INVISIBLE = "\u200b"  # folding drops it, so that what stands on both sides is one word
_CONTROLS = dict.fromkeys((*range(9), *range(14, 28), 127), _INVISIBLE)
_AS_IT_IS: dict[int, str] = {}
_READINGS = (
    _AS_IT_IS,
    str.maketrans(dict.fromkeys("-\u2010\u2011\u00ad", " ")),
    str.maketrans(dict.fromkeys("\r\n", _INVISIBLE)),
)
"""A text is read as it is; with hyphens as spaces (``Doe-led``); and with line ends left out,
because machines cut lines in mid-word (``HARB`` / ``OUR``)."""

_NUMBER = re.compile(r"[^\w\n]*\d+")
_PRINTED = re.compile(r"\S")

_Words = tuple[str, ...]
_Wanted = dict[_Words, Span]


@dataclass(frozen=True, slots=True)
class Leak:
    """Words that were withheld in one place and are released in another."""

    withheld: Span
    """Where they, or more words around them, are withheld."""
    released: Span
    """Where they stand in the source and are released."""


def find_leaks(
    cable: Cable, painting: Sequence[Painted], pieces: Iterable[Piece]
) -> tuple[Leak, ...]:
    """Look for everything withheld in everything released; give what was found, in order.

    Takes time linear in the length of the cable.
    """
    source = _overwrite(cable.text.translate(_CONTROLS), cable.furniture, "\n")
    unlabelled = _overwrite(source, _labels(cable), "\n")
    released = _released_only(source, pieces)
    holes = [hole.span for hole in find_holes(cable, painting) if hole.state == "withheld"]
    short = _short_phrases(unlabelled, {*holes, *_acts(painting)})
    wanted = _telling({**_long_runs(unlabelled, holes), **short})
    hits: dict[Span, list[Span]] = {}
    for table in _READINGS:
        for found, withheld in _search(Reading(released.translate(table)), wanted):
            hits.setdefault(withheld, []).append(found)
        wanted = _telling(short)
        if not wanted:
            break
    leaks = (Leak(withheld, found) for withheld, spans in hits.items() for found in merge(spans))
    return tuple(sorted(leaks, key=lambda leak: (leak.released, leak.withheld)))


def _search(reading: Reading, wanted: _Wanted) -> Iterator[tuple[Span, Span]]:
    """Give each place where a wanted phrase stands, and the span in which it was withheld."""
    lengths: dict[str, set[int]] = {}
    for phrase in wanted:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    words = reading.words
    for first, word in enumerate(words):
        for length in lengths.get(word, ()):
            run = tuple(words[first : first + length])
            if len(run) == length and run in wanted:
                yield reading.source(first, length), wanted[run]


def _short_phrases(source: str, spans: Iterable[Span]) -> _Wanted:
    """Give the words of each short span, in each way of reading it."""
    few = [span for span in spans if len(span.cut(source).split()) <= _PERHAPS_SHORT]
    wanted: _Wanted = {}
    for table in _READINGS:
        text = source.translate(table)
        for span in few:
            words = tuple(Reading(text, span).words)
            if len(words) <= _SHORT:
                wanted.update((order, span) for order in _orders(words))
    return wanted


def _long_runs(source: str, spans: Iterable[Span]) -> _Wanted:
    """Give all runs of five words in the spans. Shorter spans have none."""
    return {run: span for span in spans for run in _runs(Reading(source, span).words, _RUN)}


def _telling(wanted: _Wanted) -> _Wanted:
    return {phrase: span for phrase, span in wanted.items() if any(map(tells, phrase))}


def _runs(words: Sequence[str], length: int) -> Iterator[_Words]:
    return zip(*(words[i:] for i in range(length)), strict=False)


def _orders(words: _Words) -> set[_Words]:
    """Give the words as they stand, and with the last or the first put at the other end."""
    return {words, (*words[-1:], *words[:-1]), (*words[1:], *words[:1])}


def _acts(painting: Iterable[Painted]) -> list[Span]:
    """Give what people withheld, each decision's stretches joined over unprinted text."""
    acts: list[Span] = []
    last: Painted | None = None
    for part in painting:
        if part.decision.verdict == "redact":
            if last and last.decision is part.decision:
                acts[-1] = Span(acts[-1].start, part.span.end)
            else:
                acts.append(part.span)
        last = part
    return acts


def _labels(cable: Cable) -> Iterator[Span]:
    """Give the paragraph numbers and portion marks."""
    for paragraph in cable.paragraphs:
        number = _NUMBER.match(cable.text, paragraph.span.start, paragraph.span.end)
        if number and paragraph.number is not None:
            yield Span(*number.span())
        for marking in (paragraph.marking, *paragraph.marks_inside):
            if marking.span:
                yield marking.span
    if cable.subject_marking and cable.subject_marking.span:
        yield cable.subject_marking.span


def _released_only(source: str, pieces: Iterable[Piece]) -> str:
    """Give the source with barriers for what is not released, as long as it was."""
    parts: list[str] = []
    at = 0
    for piece in pieces:
        if isinstance(piece, Added):
            if piece.why == "stand-in" and piece.at:
                parts += (_PRINTED.sub(BARRIER, source[at : piece.at.start]), _INVISIBLE)
                at = piece.at.end
            continue
        parts += (_PRINTED.sub(BARRIER, source[at : piece.span.start]), piece.span.cut(source))
        at = piece.span.end
    return "".join((*parts, _PRINTED.sub(BARRIER, source[at:])))


def _overwrite(text: str, spans: Iterable[Span], char: str) -> str:
    """Give the text with each span filled with one character, as long as it was."""
    parts: list[str] = []
    at = 0
    for span in merge(spans):
        parts += (text[at : span.start], char * len(span))
        at = span.end
    return "".join((*parts, text[at:]))
