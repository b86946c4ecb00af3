"""Likeness: the same sentence in two cables of a case, when one of them is released already.

Who can lay two releases side by side reads what only one of them withholds. So a release leaves
behind, in its event, a commitment to each sentence that it shows or withholds; a sentence of
another cable with the same commitment has a release to reckon with. Pure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from redactor.cable import Cable, Paragraph
from redactor.review.chain import commit
from redactor.text import Span, fold, overwrite, sentences, subtract

_FEWEST_WORDS = 5
"""Shorter sentences stand in many cables by chance."""
_PRINT_DIGITS = 32
_OPENING = re.compile(r"[\W\d_]*(?:(?<=\()[a-z/, -]{1,24}\)\W*)?")
"""A number, a mark: another one does not make it another sentence."""


class Sentence(NamedTuple):
    """A sentence of a cable."""

    span: Span
    print: str
    """Commitment to its letters, folded; no guess can be tried without the case file."""


class Known(NamedTuple):
    """What a release made known of a sentence."""

    shown: bool
    """It shows the whole of it. Else it withholds it, or a part of it."""
    number: str
    """Of the release."""
    seq: int
    """Number of its event."""


class Elsewhere(NamedTuple):
    """A sentence of this cable of which a release of another cable made something known."""

    span: Span
    known: Known


Prints = Mapping[str, Mapping[str, Known]]
"""What is known of each sentence, by its print and by the cable that was released."""


def sentences_in(cable: Cable, secret: bytes) -> tuple[Sentence, ...]:
    """Give the sentences of the body, and the subject, each with its print."""
    text = overwrite(cable.text, cable.furniture, " ")
    spans = [part.span for part in cable.segments if part.kind == "subject"]
    spans += [span for part in cable.paragraphs for span in sentences(text, _after_mark(part))]
    return tuple(_printed(text, spans, secret))


def _after_mark(part: Paragraph) -> Span:
    mark = part.marking.span
    return Span(mark.end, part.span.end) if mark and part.span.holds(mark) else part.span


def _printed(text: str, spans: Iterable[Span], secret: bytes) -> Iterator[Sentence]:
    for span in spans:
        words = _OPENING.sub("", fold(span.cut(text)).text, count=1)
        if len(words.split()) >= _FEWEST_WORDS:
            letters = "".join(char for char in words if char.isalnum())
            yield Sentence(span, commit(secret, "sentence", letters)[:_PRINT_DIGITS])


def prints_of(
    cable: Cable, said: Iterable[Sentence], shown: Iterable[Span]
) -> dict[str, list[str]]:
    """Give the prints of what a release shows, and of what it withholds wholly or in part."""
    spans = (*shown, *cable.furniture)
    found: dict[str, set[str]] = {"shown": set(), "withheld": set()}
    for sentence in said:
        rest = subtract((sentence.span,), spans)
        whole = not any(part.cut(cable.text).strip() for part in rest)
        found["shown" if whole else "withheld"].add(sentence.print)
    return {kind: sorted(prints) for kind, prints in found.items()}


def learn(
    known: dict[str, dict[str, Known]], cable: str, prints: Mapping[str, Iterable[str]], by: Known
) -> None:
    """Take in what a release made known. What was shown once stays known for ever."""
    for each in prints["withheld"]:
        before = known.setdefault(each, {}).get(cable)
        if before is None or not before.shown:
            known[each][cable] = by._replace(shown=False)
    for each in prints["shown"]:
        known.setdefault(each, {})[cable] = by._replace(shown=True)


def elsewhere(said: Iterable[Sentence], known: Prints, cable: str) -> tuple[Elsewhere, ...]:
    """Give the sentences of a cable of which the releases of other cables made something known."""
    return tuple(
        Elsewhere(sentence.span, by)
        for sentence in said
        for other, by in known.get(sentence.print, {}).items()
        if other != cable
    )
