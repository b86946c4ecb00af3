"""The clock's words for one place: the status, the day, the steps with citations, flags. Pure."""

from collections.abc import Iterator

from redactor.declass import DatedCable, Status, flag_meaning, status_within
from redactor.text import visible
from redactor.ui.sayings import Saying
from redactor.ui.words import paragraph_words, status_words


def status_at(dated: DatedCable, offset: int) -> tuple[Status, str]:
    """Give the status that counts at an offset, and whose it is.

    In a paragraph it is that one's; in a subject that bears a mark, the mark's; else the cable's.
    """
    cable = dated.cable
    for paragraph, status in zip(cable.paragraphs, dated.portions, strict=True):
        if offset in paragraph.span:
            return status, paragraph_words(paragraph)
    mark = cable.subject_marking
    if mark and any(part.kind == "subject" and offset in part.span for part in cable.segments):
        return status_within(dated, mark.level, mark.controls), "The subject"
    return dated.overall, "The cable"


def clock_sayings(dated: DatedCable, offset: int) -> Iterator[Saying]:
    """Say what the clock says at an offset, and why."""
    status, whose = status_at(dated, offset)
    yield Saying("Date", "head")
    yield Saying(f"{whose}: {status_words(status)}, as of {dated.as_of}.")
    for why in status.why:
        yield Saying(f"- {visible(why)}", "muted", indent=2)
    for flag in status.flags:
        yield Saying(f"! {flag}: {flag_meaning(flag)}", "quote", indent=2)
