"""The banner of the source: what every page for people that holds withheld text must bear.

A portion can stand above its cable's banner (14 of 1,295 real cables do), and its control may
be missing there, so the banner is rolled up from the cable and its portions (CAPCO 2016, D.2).
"""

from redactor.cable import Cable, Level
from redactor.marking import banner_form, from_words, highest, roll_up

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
