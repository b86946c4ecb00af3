"""What must hold of every cable that was read, whatever its bytes: each broken promise, named.

``read_faults`` looks at the reader alone. ``proposal_faults`` looks at the clock and the policy
on top of it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from redactor.cable import CODES, LEVELS, Cable, Marking, ReadWarning, read
from redactor.declass import date_cable
from redactor.policy import Policy, propose
from redactor.text import Span

_VALUE = r"(?:\d{1,5}|TS|S|C|U)"
_DETAIL = re.compile(rf"{_VALUE}(?:(?:, | after | read as ){_VALUE})?")
"""What a warning may tell beside its sentence: a number or a level, or two of them."""
_BROKEN_RULE = "This rule could not be applied."
_AS_OF = date(2026, 11, 23)


def read_faults(data: bytes) -> list[str]:
    """Read ``data``, and name every promise of the reader that it breaks."""
    try:
        cable = read(data)
    except Exception as error:  # noqa: BLE001 - that nothing is raised is what is tested
        return [f"read raised {_named(error)}"]
    return list(cable_faults(data, cable))


def proposal_faults(data: bytes, policy: Policy) -> list[str]:
    """Read, date and propose, and name every promise that is broken on the way."""
    try:
        cable = read(data)
        proposals = propose(date_cable(cable, _AS_OF), policy, "foia")
    except Exception as error:  # noqa: BLE001 - as above
        return [f"dating or proposing raised {_named(error)}"]
    faults = list(_tiling("proposals", (item.span for item in proposals.items), len(cable.text)))
    if proposals.hold and _BROKEN_RULE in proposals.hold:
        faults.append("a rule could not be applied")
    return faults


def cable_faults(data: bytes, cable: Cable) -> Iterator[str]:
    """Name every promise that a cable read from ``data`` breaks."""
    yield from _tiling("segments", (part.span for part in cable.segments), len(cable.text))
    if cable.text.encode(cable.encoding) != data or cable.size != len(data):
        yield "the text does not give the bytes back"
    yield from _order_faults(cable)
    yield from _level_faults(cable)
    for warning in cable.warnings:
        yield from _warning_faults(warning, cable)


def _named(error: Exception) -> str:
    """Name an error and where it was raised, so that two faults can be told apart."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = trace.tb_frame.f_code if trace else None
    return f"{type(error).__name__} in {where.co_qualname if where else 'unknown'}: {error}"


def _tiling(name: str, spans: Iterable[Span], size: int) -> Iterator[str]:
    at = 0
    for span in spans:
        if span.start != at or span.end <= span.start:
            yield f"{name} leave a gap, overlap or are empty"
            return
        at = span.end
    if at != size:
        yield f"{name} do not reach the end of the text"


def _order_faults(cable: Cable) -> Iterator[str]:
    """Name spans outside the text, out of order or overlapping."""
    inside = [mark for part in cable.paragraphs for mark in part.marks_inside]
    groups = {
        "paragraphs": [part.span for part in cable.paragraphs],
        "addressees": [each.span for each in cable.addressees],
        "marks inside": [mark.span for mark in inside if mark.span],
    }
    for name, spans in groups.items():
        at = 0
        for span in spans:
            if span.start < at or span.end <= span.start or span.end > len(cable.text):
                yield f"{name} overlap, are out of order, empty or outside the text"
                break
            at = span.end
    lone = (cable.classified_by, cable.instruction, cable.subject_marking)
    for value in lone:
        if value is not None and value.span is not None and value.span.end > len(cable.text):
            yield "a field's span lies outside the text"


def _level_faults(cable: Cable) -> Iterator[str]:
    for paragraph in cable.paragraphs:
        levels = [mark.level for mark in (paragraph.marking, *paragraph.marks_inside)]
        known = [LEVELS.index(level) for level in levels if level]
        effective = paragraph.effective_level
        if known and (effective is None or LEVELS.index(effective) < max(known)):
            yield "a paragraph's level is below that of one of its marks"
        for mark in paragraph.marks_inside:
            if mark.span is None or not paragraph.span.holds(mark.span):
                yield "a mark inside a paragraph lies outside it"


def _warning_faults(warning: ReadWarning, cable: Cable) -> Iterator[str]:
    if warning.code not in CODES:
        yield "a warning has an unknown code"
        return
    if not 1 <= warning.line <= max(1, len(cable.lines)):
        yield f"{warning.code} names a line that does not exist"
    detail = warning.message.removeprefix(CODES[warning.code])
    if not warning.message.startswith(CODES[warning.code]) or not _may_tell(detail, cable):
        yield f"{warning.code} tells text of the cable"


def _may_tell(detail: str, cable: Cable) -> bool:
    """Tell whether what follows the sentence is a number, a level, an encoding or a marking."""
    if not detail:
        return True
    if not (detail.startswith(" (") and detail.endswith(")")):
        return False
    told = detail[2:-1]
    if _DETAIL.fullmatch(told) or told == cable.encoding:
        return True
    return told in {" ".join(mark.text.split()) for mark in _markings(cable)}


def _markings(cable: Cable) -> Iterator[Marking]:
    yield from chain.from_iterable((p.marking, *p.marks_inside) for p in cable.paragraphs)
    if cable.subject_marking:
        yield cable.subject_marking
