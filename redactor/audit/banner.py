"""The banner of the source: what every page for people that holds withheld text must bear.

A portion can stand above its cable's banner (14 of 1,295 real cables do), and its control may
be missing there, so the banner is rolled up from the cable and its portions (CAPCO 2016, D.2).
"""

from collections.abc import Iterable, Iterator

from redactor.cable import Cable, Level
from redactor.declass import DatedCable, Status
from redactor.marking import (
    SecurityMarking,
    banner_form,
    from_words,
    highest,
    residual_banner,
    roll_up,
)
from redactor.text import Span

UNREAD = "CLASSIFICATION NOT READ: PROTECT AS TOP SECRET"
"""Stands where no level could be told."""


def level_of(cable: Cable) -> Level | None:
    """Give the highest level of the cable and its portions; ``None`` when it could not be read."""
    if cable.level is None:
        return None
    portions = (part.effective_level or part.marking.level for part in cable.paragraphs)
    return highest((cable.level, *portions))


def banner(cable: Cable) -> str:
    """Give the banner words: ``SECRET//NOFORN``."""
    level = level_of(cable)
    if level is None:
        return UNREAD
    marks = (mark for part in cable.paragraphs for mark in (part.marking, *part.marks_inside))
    portions = [from_words(mark.level or level, mark.controls) for mark in marks]
    return banner_form(roll_up((from_words(level, cable.controls), *portions)).marking)


_FREE = frozenset({"declassified", "unclassified"})


def residual(dated: DatedCable, withheld: Iterable[Span]) -> str:
    """Give the banner of the copy that is kept: that of the portions still withheld.

    What has been declassified and is withheld for another reason raises it no more
    (22 CFR 9.9(b)). A place outside the paragraphs stands at the cable's own level.
    """
    cable = dated.cable
    if cable.level is None:
        return UNREAD
    held = tuple(withheld)
    return banner_form(residual_banner(_withheld(dated, held, cable.level)).marking)


def _withheld(dated: DatedCable, held: tuple[Span, ...], level: Level) -> Iterator[SecurityMarking]:
    paragraphs = dated.cable.paragraphs
    for part, status in zip(paragraphs, dated.portions, strict=True):
        if any(part.span.meets(span) for span in held):
            for mark in (part.marking, *part.marks_inside):
                yield _in_force(status, mark.level or level, mark.controls)
    if any(not any(part.span.meets(span) for part in paragraphs) for span in held):
        yield _in_force(dated.overall, level, dated.cable.controls)


def _in_force(status: Status, level: Level, controls: tuple[str, ...]) -> SecurityMarking:
    return from_words("U", ()) if status.status in _FREE else from_words(level, controls)
