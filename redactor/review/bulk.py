"""Bulk: the same words wherever they stand, in one cable or in the whole case.

One act for all, so one undo; one event for each place, so that each has its own record.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.review.docket import Docket, proposing_rule
from redactor.review.legal import Ruling
from redactor.text import Span, fold

_CONTEXT = 30
"""Code points shown before and after a place."""


@dataclass(frozen=True, slots=True)
class Alike:
    """One place where the words stand."""

    cable: str
    """SHA-256 of the cable, hex."""
    span: Span
    line: int
    before: str
    words: str
    after: str


def find_words(docket: Docket, words: str) -> tuple[Span, ...]:
    """Give every place where words stand, by the folded search, as whole words."""
    wanted = fold(words).text.strip()
    if not wanted:
        return ()
    folded = fold(docket.cable.text, skip=docket.cable.furniture)
    before = r"(?<!\w)" if wanted[0].isalnum() else ""
    after = r"(?!\w)" if wanted[-1].isalnum() else ""
    whole_words = re.compile(f"{before}{re.escape(wanted)}{after}")
    return tuple(folded.source(*match.span()) for match in whole_words.finditer(folded.text))


def alike(docket: Docket, samples: Iterable[str]) -> Iterator[Alike]:
    """Give every place of a cable where one of the samples stands, in order, with its context."""
    found = {span for words in samples for span in find_words(docket, words)}
    for span in sorted(found):
        yield Alike(
            docket.cable.sha256,
            span,
            docket.cable.lines.number_at(span.start),
            docket.cable.text[max(0, span.start - _CONTEXT) : span.start],
            span.cut(docket.cable.text),
            docket.cable.text[span.end : span.end + _CONTEXT],
        )


def samples_of(docket: Docket, spans: Sequence[Span]) -> tuple[str, ...]:
    """Give the different words that stand at some spans."""
    return tuple(dict.fromkeys(span.cut(docket.cable.text).strip() for span in spans))


def one_by_one(docket: Docket, ruling: Ruling, spans: Iterable[Span]) -> tuple[Ruling, ...]:
    """Give a ruling once for each place, each with the rule that proposed it there."""
    return tuple(
        replace(ruling, spans=(span,), rule=proposing_rule(docket, (span,), ruling.verdict))
        for span in spans
    )
