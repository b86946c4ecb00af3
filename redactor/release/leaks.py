"""Leaks: what was withheld in one place and can still be read in another.

A withheld span of up to four words is looked for as whole words, a longer one by its runs of
five words. Both sides are folded, so case, accents, look-alike letters, line ends, page breaks
and hyphens make no difference. Neither do spelled-out letters (``J A N E``) and words written
as one (``janedoe@post``) or, for up to four words, a surname put first and a plural.

The search reads the source with all that is not released blanked out. Those are the release's
words in places that can be named, and with the line ends that a release no longer has. It also
reads what people wrote into markers.

Some things say nothing alone and would hold every release: paragraph numbers, portion marks,
and spans made of single letters, numbers of one or two digits, and small words such as *of
the*. They are not looked for. Small words that are written as a name (*May*) are, where they
are written as one. A false alarm is better than a leak, so all else is looked for too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redactor.cable import Cable
from redactor.release.furniture import no_content
from redactor.release.holes import find_holes
from redactor.release.ids import finding_id
from redactor.release.markers import foreign_words
from redactor.release.pieces import Added, Piece
from redactor.release.wanted import Secrets, Wanted
from redactor.release.words import BARRIER
from redactor.review import Painted
from redactor.text import Span, merge, overwrite

_INVISIBLE = "\u200b"  # folding drops it, so that what stands on both sides is one word
_CONTROLS = dict.fromkeys((*range(9), *range(14, 28), 127), _INVISIBLE)
_NUMBER = re.compile(r"[^\w\n]*\d+")
_PRINTED = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Leak:
    """Words that were withheld in one place and are released in another."""

    withheld: Span
    """Where they, or more words around them, are withheld."""
    released: Span
    """Where they stand in the source and are released, or what the marker stands for."""
    in_marker: bool = False
    """They stand in the words of a marker."""

    @property
    def id(self) -> str:
        """What a person calls it by."""
        return finding_id("marker" if self.in_marker else "leak", self.withheld, self.released)


def find_leaks(
    cable: Cable, painting: Sequence[Painted], pieces: Iterable[Piece]
) -> tuple[Leak, ...]:
    """Look for everything withheld in everything released; give what was found, in order.

    Takes time linear in the length of the cable.
    """
    pieces = tuple(pieces)
    secrets = secrets_of(cable, painting)
    wanted = Wanted(secrets)
    hits: dict[Span, list[Span]] = {}
    for found, withheld in wanted.find(_released_only(_words(cable), pieces), secrets.source):
        hits.setdefault(withheld, []).append(found)
    leaks = [Leak(withheld, found) for withheld, spans in hits.items() for found in merge(spans)]
    for place, words in foreign_words(pieces):
        leaks += {
            Leak(withheld, place, in_marker=True) for _, withheld in wanted.find(words, words)
        }
    return tuple(sorted(leaks, key=lambda leak: (leak.released, leak.withheld)))


def secrets_of(cable: Cable, painting: Sequence[Painted]) -> Secrets:
    """Give what is withheld of a cable, for a search."""
    unlabelled = overwrite(_words(cable), _labels(cable), "\n")
    holes = (hole.span for hole in find_holes(cable, painting) if hole.state == "withheld")
    return Secrets(unlabelled, tuple(holes), tuple(_acts(painting)))


def _words(cable: Cable) -> str:
    """Give the cable's text, with line ends for furniture."""
    return overwrite(cable.text.translate(_CONTROLS), no_content(cable), "\n")


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
