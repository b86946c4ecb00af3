"""Strikes: the classification marks that a release lines through, and never deletes.

On a declassified document the marks are lined through (32 CFR 2001.25), and the mark before a
portion stays readable (32 CFR 806.30(a)). In plain text two tildes on each side say so:
``~~(C)~~``. Marks such as (U) and (SBU) are no classification, and stay as they are.
"""

import re
from collections.abc import Iterator

from redactor.cable import Cable, Marking
from redactor.marking import ADMINISTRATIVE, is_classified, read_controls
from redactor.text import Span, merge

STRUCK = "~~"
"""Stands before and after a mark that is struck."""

_MISREAD = {"O": "[O0]", "I": "[I1L]"}
"""Letters that copies turn into figures."""


def _spaced(word: str) -> str:
    return r"[\s.*_-]{0,3}".join(_MISREAD.get(letter, letter) for letter in word)


_LEVEL = re.compile(
    f"(?:{'|'.join(map(_spaced, ('TOPSECRET', 'SECRET', 'CONFIDENTIAL')))})(?![A-Z])",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"REL(?: TO)? [A-Z]{3,4}(?:,? [A-Z]{3,4}\b)*"
    r"|\b[A-Z](?: [A-Z])+\b"  # a word with its letters spaced
    r"|[A-Z]+(?:-[A-Z]+)*",
    re.IGNORECASE,
)


def classification_marks(cable: Cable) -> tuple[Span, ...]:
    """Give where the cable's classification marks stand, sorted and disjoint.

    They are the level and the controls on the class line and on caption lines, and the marks of
    portions and of the subject. What is marked as unreadable counts as classified.
    """
    return merge((*_portions(cable), *_banner(cable)))


def _portions(cable: Cable) -> Iterator[Span]:
    marks = [mark for part in cable.paragraphs for mark in (part.marking, *part.marks_inside)]
    marks += [cable.subject_marking] if cable.subject_marking else []
    for mark in marks:
        if mark.span and _is_classification(mark):
            yield mark.span


def _is_classification(mark: Marking) -> bool:
    return mark.level is None or is_classified(mark.level)


def _banner(cable: Cable) -> Iterator[Span]:
    if not is_classified(cable.level):
        return
    for part in cable.segments:
        at, end = part.span
        if part.kind == "classification":
            level = _LEVEL.search(cable.text, at, end)
            if level is None:
                continue
            yield Span(*level.span())
            at = level.end()
        if part.kind in ("classification", "caption"):
            for word in _WORD.finditer(cable.text, at, end):
                if _is_control(word[0].upper()):
                    yield Span(*word.span())


def _is_control(words: str) -> bool:
    """Tell whether words restrict a classified cable: ``NOFORN``, also with its letters spaced."""
    is_spaced = all(len(word) == 1 for word in words.split())
    read = read_controls(words.replace(" ", "") if is_spaced else words)
    return read.known and not ADMINISTRATIVE.issuperset(read.words)
