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
    is_classified,
    residual_banner,
    roll_up,
)
from redactor.release import Release
from redactor.text import Span, intersect, merge

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


def residual_of(dated: DatedCable, release: Release) -> str:
    """Give the banner of the copy that is kept of a release."""
    secret = (place.span for place in release.places if place.is_security)
    return residual(dated, [place.span for place in release.places], secret)


def residual(dated: DatedCable, withheld: Iterable[Span], for_security: Iterable[Span] = ()) -> str:
    """Give the banner of the copy that is kept: that of the portions still withheld.

    What has been declassified and is withheld for another reason raises it no more
    (22 CFR 9.9(b)). A place outside the paragraphs stands at the cable's own level.

    Args:
        dated: the cable and what the clock says of it.
        withheld: all places withheld.
        for_security: those of them that are withheld for national security. They are classified
            still, whatever day the clock has found.
    """
    cable = dated.cable
    if cable.level is None:
        return UNREAD
    held, secret = tuple(withheld), merge(for_security)
    return banner_form(residual_banner(_withheld(dated, held, secret, cable.level)).marking)


def _withheld(
    dated: DatedCable, held: tuple[Span, ...], secret: tuple[Span, ...], level: Level
) -> Iterator[SecurityMarking]:
    paragraphs = dated.cable.paragraphs
    for part, status in zip(paragraphs, dated.portions, strict=True):
        if any(part.span.meets(span) for span in held):
            is_secret = any(part.span.meets(span) for span in secret)
            for mark in (part.marking, *part.marks_inside):
                marked = mark.level or level
                yield _standing(status, marked, mark.controls, level if is_secret else None)
    outside = [span for span in held if not any(part.span.meets(span) for part in paragraphs)]
    if outside:
        is_secret = bool(intersect(outside, secret))
        yield _standing(dated.overall, level, dated.cable.controls, level if is_secret else None)


def _standing(
    status: Status, level: Level, controls: tuple[str, ...], at_least: Level | None
) -> SecurityMarking:
    """Give what a withheld portion is marked with now.

    ``at_least`` is the cable's level where the reason is national security; a portion marked
    unclassified that is withheld for it stands at that level, and at CONFIDENTIAL in a cable
    that has none.
    """
    if at_least is None:
        return from_words("U", ()) if status.status in _FREE else from_words(level, controls)
    if not is_classified(level):
        level = at_least if is_classified(at_least) else "C"
    return from_words(level, controls)
