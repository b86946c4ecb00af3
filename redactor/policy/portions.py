"""Portions: the paragraphs and fields of a cable, each with the facts that rules ask about.

Every code point that is not white space or furniture belongs to exactly one portion. A field
that bears no mark of its own is protected at the cable's level, 22 CFR 9.7(c).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from redactor.cable import LEVELS, Cable, Level, Marking, SegmentKind
from redactor.declass import DatedCable, Status, status_within
from redactor.policy.when import FieldName, MarkSource
from redactor.text import Span, gaps, trimmed

_FIELDS: Mapping[SegmentKind, FieldName] = {
    "transmission": "transmission",
    "header": "header",
    "classification": "classification",
    "caption": "caption",
    "declassify": "declassify",
    "tags": "tags",
    "subject": "subject",
    "refs": "ref",
    "classified-by": "classified-by",
    "heading": "heading",
    "paragraph": "body",
    "signature": "signature",
    "trailer": "trailer",
}
"""Names of segment kinds in a policy; every other kind is ``other``."""


_Shared = tuple[Level | None, tuple[str, ...], MarkSource, tuple[str, ...], Status]
"""What portions of one kind have in common, in the order of ``Portion``."""


class Portion(NamedTuple):
    """One paragraph, or one field of the cable."""

    field: FieldName
    span: Span
    """From its first printed character to its last; may span furniture."""
    level: Level | None
    controls: tuple[str, ...]
    source: MarkSource
    flags: tuple[str, ...]
    """Of its marks, and ``above-banner`` when it is marked above the cable's level."""
    status: Status
    marks: tuple[Span, ...] = ()
    """Where its marks are written: they are no words of its text."""


_SPAN = attrgetter("span")


def portions_of(dated: DatedCable) -> tuple[Portion, ...]:
    """Divide a cable into portions, in the order of its text."""
    paragraphs = list(_paragraphs(dated))
    fields = _fields(dated, [portion.span for portion in paragraphs])
    return tuple(sorted((*paragraphs, *fields), key=_SPAN))


def restricted_spans(dated: DatedCable) -> tuple[Span, ...]:
    """Give the portions under the Atomic Energy Act, in order: paragraphs and fields."""
    return tuple(part.span for part in portions_of(dated) if part.status.status == "refer")


def _paragraphs(dated: DatedCable) -> Iterator[Portion]:
    cable = dated.cable
    alike: dict[object, _Shared] = {}
    for paragraph, status in zip(cable.paragraphs, dated.portions, strict=True):
        span = _trimmed(paragraph.span, cable.text)
        if span.start == span.end:
            continue
        mark, level = paragraph.marking, paragraph.effective_level
        if paragraph.marks_inside:
            marks = (mark, *paragraph.marks_inside)
            yield _portion(cable, "body", span, marks, level, status)
            continue
        # Most bear one of a few marks; what follows from it is worked out once.
        key = (level, mark.controls, mark.source, mark.flags, id(status))
        shared = alike.get(key)
        if shared is None:
            shared = alike[key] = _portion(cable, "body", span, (mark,), level, status)[2:7]
        yield Portion("body", span, *shared, (mark.span,) if mark.span else ())


def _fields(dated: DatedCable, taken: Sequence[Span]) -> Iterator[Portion]:
    """Give what is printed outside paragraphs; ``taken`` has those, sorted and disjoint."""
    cable = dated.cable
    source: MarkSource = "none" if cable.level == "U" else "assumed-overall"
    assumed = (Marking("", cable.level, cable.controls, source),)
    shared = _portion(cable, "other", Span(0, 0), assumed, cable.level, dated.overall)[2:7]
    for kind, span in _outside(taken, cable):
        if kind == "subject" and cable.subject_marking:
            yield _marked_subject(dated, span, cable.subject_marking)
        else:
            yield Portion(_FIELDS.get(kind, "other"), span, *shared)


def _outside(taken: Sequence[Span], cable: Cable) -> Iterator[tuple[SegmentKind, Span]]:
    """Give what is printed of each stretch outside paragraphs."""
    at = 0
    for kind, start, end in _stretches(cable):
        while at < len(taken) and taken[at].end <= start:
            at += 1
        parts: Iterable[tuple[int, int]] = ((start, end),)
        if at < len(taken) and taken[at].start < end:
            if taken[at].start <= start and not cable.text[taken[at].end : end].strip():
                continue  # the paragraph's own stretch
            parts = gaps(taken[at : bisect_left(taken, (end,))], Span(start, end))
        for first, last in parts:
            span = _printed(first, last, cable.text)
            if span.start < span.end:
                yield kind, span


def _trimmed(span: Span, text: str) -> Span:
    """Give a paragraph without white space at its ends; most have none."""
    start, end = span
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return span
    return trimmed(span, text)


def _printed(start: int, end: int, text: str) -> Span:
    """Give a stretch without the white space at its ends."""
    part = text[start:end].rstrip()
    if part[:1].isspace():
        return trimmed(Span(start, end), text)
    return Span(start, start + len(part))


def _stretches(cable: Cable) -> Iterator[tuple[SegmentKind, int, int]]:
    """Give segments with content; one that furniture breaks in two is one stretch.

    A heading and the rule or the further line right below it are one stretch too.
    """
    kind: SegmentKind | None = None
    start = end = 0
    joined = False
    for this, (first, last) in cable.segments:
        if this == "furniture":
            joined = True
        elif this == "blank":
            if kind == "heading" and not joined:
                joined = cable.text.count("\n", first, last) == 1
        elif this == kind and joined:
            end, joined = last, False
        else:
            if kind:
                yield kind, start, end
            kind, start, end, joined = this, first, last, False
    if kind:
        yield kind, start, end


def _marked_subject(dated: DatedCable, span: Span, mark: Marking) -> Portion:
    """Make the portion of a subject that bears a mark: it follows that, all else the cable."""
    status = status_within(dated, mark.level, mark.controls)
    return _portion(dated.cable, "subject", span, (mark,), mark.level, status)


def _portion(
    cable: Cable,
    field: FieldName,
    span: Span,
    marks: tuple[Marking, ...],
    level: Level | None,
    status: Status,
) -> Portion:
    controls = [word for mark in marks for word in mark.controls]
    flags = [flag for mark in marks for flag in mark.flags]
    if _is_above(level, cable.level):
        flags.append("above-banner")
    return Portion(
        field=field,
        span=span,
        level=level,
        controls=tuple(dict.fromkeys(controls)),
        source=marks[0].source,
        flags=tuple(flags),
        status=status,
        marks=tuple([mark.span for mark in marks if mark.span]),
    )


def _is_above(level: Level | None, banner: Level | None) -> bool:
    """Tell whether a classified level is above the cable's, or the cable has none."""
    if level is None or level == "U":
        return False
    return banner is None or LEVELS.index(level) > LEVELS.index(banner)
