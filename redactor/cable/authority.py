"""The authority line and the declassification instruction, wherever they stand."""

import re
from collections.abc import Sequence

from redactor.cable.fields import read_instruction, read_reasons, unwrap, unwrap_authority
from redactor.cable.head import Head
from redactor.cable.model import ClassifiedBy, InstructionLine
from redactor.cable.paragraphs import Part
from redactor.text import Span

_CLASSIFIED_BY = re.compile(
    r"(?:C(?:LA|AL|A)SS?[IF][A-Z]{1,8}\s+BY|DERIVED\s+FROM)\b", re.IGNORECASE
)
_DECLASSIFY_ON = re.compile(
    r"DECL(?:ASSIFY|AS)?\s+ON\b\s{0,3}:?\s{0,8}[^;]{2,80}?"
    r"(?=\.?\s{0,8}\Z|[.;]\s|[ \t]{0,8}\r?\n[ \t]{0,8}\r?\n"
    r"|[.,]?\s(?:REASONS?|CLASSIFIED|DERIVED)\b)",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d{1,4}")
_ROWS = 4
_OPENING = 24
"""Number and mark stand before it; what stands further on is a sentence about classification."""
_FIRST_PARTS = 2
"""The authority line can be the first paragraph, or stand in it."""


def read_classified_by(head: Head, parts: Sequence[Part]) -> ClassifiedBy | None:
    """Read the authority line of the head, or of the first paragraphs, with its reasons."""
    found = head.all("classified-by")
    if found:
        text = unwrap_authority([line for field in found for line in field.lines])
        return ClassifiedBy(text, read_reasons(text), Span(found[0].span.start, found[-1].span.end))
    inside = (_inside(part) for part in parts[:_FIRST_PARTS])
    return next((authority for authority in inside if authority is not None), None)


def _inside(part: Part) -> ClassifiedBy | None:
    """Read an authority line that is the paragraph, or opens or closes in its first rows."""
    for i, row in enumerate(part.rows[:_ROWS]):
        match = _CLASSIFIED_BY.search(row.text)
        if match is None:
            continue
        rows = part.rows[i : i + _ROWS]
        text = unwrap_authority([row.text[match.start() :], *(later.text for later in rows[1:])])
        reasons = read_reasons(text)
        opens = i == 0 and match.start() < _OPENING
        if reasons or opens:
            return ClassifiedBy(text, reasons, Span(row.start + match.start(), rows[-1].stop))
    return None


def read_declassify(
    head: Head, authority: ClassifiedBy | None, text: str
) -> InstructionLine | None:
    """Read the instruction: of the E.O. line, of a line of its own, or in the authority line.

    An order that stands alone is completed by the instruction found elsewhere.
    """
    order: str | None = None
    bare: InstructionLine | None = None
    for field in head.all("declassify"):
        line = read_instruction(unwrap(field.lines))
        if line.text:
            return InstructionLine(line.text, order or line.order, field.span)
        order = order or line.order
        bare = bare or InstructionLine("", order, field.span)
    if authority is None:
        return bare
    match = _DECLASSIFY_ON.search(text, authority.span.start, authority.span.end)
    if match is None:
        return bare
    return InstructionLine(unwrap([match[0]]), order, Span(*match.span()))


def instructions_differ(head: Head, authority: ClassifiedBy | None) -> bool:
    """Tell whether the cable states two instructions that do not give the same day."""
    fields = head.all("declassify")
    second = _DECLASSIFY_ON.search(authority.text) if authority is not None else None
    if len(fields) + (second is not None) <= 1:
        return False
    texts = [read_instruction(unwrap(field.lines)).text for field in fields]
    if second is not None:
        texts.append(second[0])
    return len({_figures(text) for text in texts if text}) > 1


def _figures(text: str) -> tuple[int, ...]:
    """Give the numbers of a day in rising order, years by their last two digits."""
    return tuple(sorted(int(figure[-2:]) for figure in _FIGURES.findall(text)))
