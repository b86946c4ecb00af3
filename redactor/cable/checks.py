"""What does not agree inside a cable, as findings for people.

The kinds were counted over real cables: portions above their header, NOFORN portions under a
header without it, unmarked paragraphs, and numbers that transmission damaged.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from redactor.cable.authority import instructions_differ
from redactor.cable.ending import Ending
from redactor.cable.fields import KNOWN_ORDERS
from redactor.cable.head import Head
from redactor.cable.header import Header, Overall, day_of_year
from redactor.cable.model import (
    ClassifiedBy,
    InstructionLine,
    Marking,
    MarkingSource,
    Paragraph,
)
from redactor.cable.numbering import Numbered
from redactor.cable.paragraphs import Body
from redactor.cable.transmission import Cross
from redactor.cable.warnings import Finding
from redactor.marking import (
    ADMINISTRATIVE,
    Level,
    differences,
    from_words,
    highest,
    is_above,
    is_classified,
)

_FIRST_YEAR = 1966
"""No telegram of these forms is older; an earlier year is a slip of the century or a digit."""
_SHOWN = frozenset({"explicit", "entire-text"})
"""Sources of a marking that the text itself shows."""


def check_class(head: Head, ending: Ending, cross: Cross, overall: Overall) -> Iterator[Finding]:
    """Compare the classification lines with each other and with the transmission header."""
    lines = head.all("classification")
    at = lines[0].span.start if lines else 0
    shown = highest(banner.level for banner in (*head.banners, *ending.banners))
    if shown is None or overall.level is None:
        yield Finding("no-classification", 0)
        return
    named = {banner.level for banner in head.banners if banner.names_cable}
    if len(named) > 1 or (named and is_above(shown, highest(named))):
        yield Finding("banner-conflict", at, overall.level)
    if cross.level is not None and cross.level != shown:
        yield Finding("class-mismatch", at, f"{cross.level}, {shown}")


def check_dates(head: Head, header: Header, cross: Cross) -> Iterator[Finding]:
    """Look at the date-time group, and at the years and days that should agree with it."""
    group, dtg = head.first("dtg"), header.origin.dtg
    if dtg is None:
        if group is not None:
            yield Finding("dtg-unreadable", group.span.start)
        elif head.fields:
            yield Finding("dtg-missing", 0)
        return
    at = group.span.start if group else 0
    if dtg.year < _FIRST_YEAR:
        yield Finding("dtg-year-doubtful", at, str(dtg.year))
    if header.reference_year not in {None, dtg.year % 100}:
        yield Finding("year-mismatch", at, f"{header.reference_year:02}, {dtg.year % 100:02}")
    if cross.day_of_year not in {None, day_of_year(dtg)}:
        yield Finding("dtg-day-mismatch", at, f"{cross.day_of_year}, {day_of_year(dtg)}")


def check_instruction(
    head: Head,
    authority: ClassifiedBy | None,
    instruction: InstructionLine | None,
    overall: Overall,
) -> Iterator[Finding]:
    """Look for the instruction of a classified cable, a second one, and the order it names."""
    if instruction is None:
        if is_classified(overall.level):
            yield Finding("instruction-missing", 0)
        return
    if instructions_differ(head, authority):
        yield Finding("instruction-twice", instruction.span.start)
    if instruction.order is not None and instruction.order not in KNOWN_ORDERS:
        lines = head.all("declassify")
        at = lines[0].span.start if lines else instruction.span.start
        yield Finding("order-unknown", at, instruction.order)


def check_numbers(body: Body) -> Iterator[Finding]:
    """Look for repaired, missing, doubled and doubtful paragraph numbers."""
    if not body.parts:
        yield Finding("no-paragraphs", 0)
    previous: int | None = None
    for numbered in [part.number for part in body.parts if part.number]:
        if not _follows(numbered, previous):
            yield from _check_number(numbered, previous)
        previous = numbered.number
    yield from (Finding("number-refused", at) for at in body.refused)
    yield from (Finding("number-parted", at) for at in body.parted)


def _follows(numbered: Numbered, previous: int | None) -> bool:
    """Tell whether a number as written, and certain, is the next one: most are."""
    candidate, number = numbered
    in_order = number - 1 == previous or previous is None
    return in_order and candidate.written == number and numbered.is_certain


def _check_number(numbered: Numbered, previous: int | None) -> Iterator[Finding]:
    candidate, number = numbered
    if candidate.written != number:
        yield Finding("number-repaired", candidate.at, f"{candidate.written} read as {number}")
    if not numbered.is_certain:
        yield Finding("number-uncertain", candidate.at, str(number))
    if previous == number:
        yield Finding("number-duplicate", candidate.at, str(number))
    elif previous is not None and number < previous:
        yield Finding("number-out-of-order", candidate.at, f"{number} after {previous}")
    elif previous is not None and number > previous + 1:
        yield Finding("number-gap", candidate.at, f"{number} after {previous}")


def check_portions(
    paragraphs: Sequence[Paragraph], subject: Marking | None, overall: Overall
) -> Iterator[Finding]:
    """Compare portions with the cable's level, and look for missing and odd marks."""
    marked = any(p.marking.source in _SHOWN for p in paragraphs)
    if is_classified(overall.level) and paragraphs:
        if not marked:
            yield Finding("no-portion-marks", paragraphs[0].span.start)
        elif all(is_above(overall.level, p.effective_level) for p in paragraphs):
            yield Finding("banner-above-portions", paragraphs[0].span.start, str(overall.level))
    if subject is not None and is_above(subject.level, overall.level):
        at = subject.span.start if subject.span else 0
        yield Finding("subject-above-banner", at, _written(subject))
    for paragraph in paragraphs:
        if marked and paragraph.number is not None and paragraph.marking.source not in _SHOWN:
            yield Finding("unmarked-paragraph", paragraph.span.start, str(paragraph.number))
        yield from _check_portion(paragraph, overall)


def _check_portion(paragraph: Paragraph, overall: Overall) -> list[Finding]:
    """Compare the marks of one portion with the cable's level and controls."""
    found: list[Finding] = []
    own = paragraph.marking
    for mark in (own, *paragraph.marks_inside):
        _, level, controls, source, _, flags = mark
        if codes := _codes(level, controls, source, flags, overall.level, overall.controls):
            at = mark.span.start if mark.span else paragraph.span.start
            found += (Finding(code, at, _written(mark)) for code in codes)
    effective = paragraph.effective_level
    if (
        effective != own.level
        and own.source == "explicit"
        and is_above(effective, _shown(paragraph))
    ):
        found.append(Finding("entire-text-conflict", paragraph.span.start, _written(own)))
    return found


def _shown(paragraph: Paragraph) -> Level | None:
    """Give the highest level that a paragraph's own marks show."""
    if not paragraph.marks_inside:
        return paragraph.marking.level
    return highest((paragraph.marking.level, *(mark.level for mark in paragraph.marks_inside)))


def check_controls(paragraphs: Sequence[Paragraph], overall: Overall) -> Iterator[Finding]:
    """Compare the header with the banner that the portions make together."""
    known = {*overall.controls, "NOFORN"}
    if is_classified(overall.level):
        known |= ADMINISTRATIVE
    marks = [(p.span.start, mark) for p in paragraphs for mark in (p.marking, *p.marks_inside)]
    opens = any(control.startswith(_OPENS) for control in overall.controls)
    if overall.level is None or not (
        opens or any(control not in known for _, mark in marks for control in mark.controls)
    ):
        return
    printed = _marking(overall.level, overall.controls)
    distinct = list(
        dict.fromkeys((mark.level or overall.level, mark.controls) for _, mark in marks)
    )
    portions = [_marking(*each) for each in distinct[:_MOST_DISTINCT]]
    told = {
        (code, distinct[i])
        for difference in differences(printed, portions)
        if (code := _BANNER_CODES.get(difference.code))
        for i in difference.portions
    }
    codes: dict[tuple[Level, tuple[str, ...]], list[str]] = {}
    for code, borne in sorted(told):
        codes.setdefault(borne, []).append(code)
    for at, mark in marks:
        for code in codes.get((mark.level or overall.level, mark.controls), ()):
            yield Finding(code, mark.span.start if mark.span else at, _written(mark))


_MOST_DISTINCT = 64
"""So many kinds of marks are compared with the header: a real cable has a handful."""
_OPENS = ("REL", "DISPLAY ONLY")
"""How controls begin that allow release abroad."""
_BANNER_CODES = {
    **dict.fromkeys(
        (
            "sci-not-in-banner", "sap-not-in-banner", "aea-not-in-banner", "nato-not-in-banner",
            "fgi-not-in-banner", "fgi-source-named", "exdis-not-in-banner", "nodis-not-in-banner",
            "cui-not-in-banner", "control-not-in-banner",
        ),
        "control-not-in-banner",
    ),
    **dict.fromkeys(("rel-too-wide", "display-too-wide"), "release-too-wide"),
}  # fmt: skip
"""Differences that could let too much out; a header that is too strict does no harm."""
_marking = lru_cache(maxsize=256)(from_words)


@lru_cache(maxsize=512)
def _codes(
    level: Level | None,
    controls: tuple[str, ...],
    source: MarkingSource,
    flags: tuple[str, ...],
    shown: Level | None,
    header: tuple[str, ...],
) -> tuple[str, ...]:
    """Compare one mark with the cable's level and controls; a cable bears the same few."""
    codes = []
    if source == "explicit" and is_above(level, shown or level):
        codes.append("portion-above-banner")
    if "NOFORN" in controls and "NOFORN" not in header:
        codes.append("noforn-not-in-banner")
    if "malformed" in flags:
        codes.append("malformed-mark")
    if "unknown-control" in flags:
        codes.append("unknown-control")
    return tuple(codes)


def _written(mark: Marking) -> str:
    """Give a mark as a message can hold it: on one line."""
    return " ".join(mark.text.split())
