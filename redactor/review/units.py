"""Units of decision: line, sentence, paragraph. A decision is always stored as spans."""

from typing import Literal

from redactor.review.docket import Docket
from redactor.text import Span, sentences

Unit = Literal["item", "line", "sentence", "paragraph"]

UNITS: tuple[Unit, ...] = ("item", "line", "sentence", "paragraph")


def unit_at(docket: Docket, offset: int, unit: Unit) -> Span | None:
    """Give the unit round the code point at ``offset``, or nothing where no content is."""
    if unit == "line":
        index = docket.cable.lines
        return _within_content(docket, index[index.number_at(offset)].span) if len(index) else None
    if unit == "paragraph":
        return next((p.span for p in docket.cable.paragraphs if offset in p.span), None) or _item(
            docket, offset
        )
    if unit == "sentence":
        home = unit_at(docket, offset, "paragraph")
        if home is None:
            return None
        # Between two sentences stands white space: take the one that follows.
        parts = sentences(docket.cable.text, home)
        return next((part for part in parts if offset < part.end), parts[-1])
    return _item(docket, offset)


def _item(docket: Docket, offset: int) -> Span | None:
    return next((span for span in docket.content if offset in span), None)


def _within_content(docket: Docket, span: Span) -> Span | None:
    return span if any(span.meets(content) for content in docket.content) else None
