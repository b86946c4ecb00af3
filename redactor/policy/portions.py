"""Portions: the paragraphs and fields of a cable, each with the facts that rules ask about.

Every code point that is not white space or furniture belongs to exactly one portion. A field
that bears no mark of its own is protected at the cable's level, 22 CFR 9.7(c).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
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


def portions_of(dated: DatedCable) -> tuple[Portion, ...]:
    """Divide a cable into portions, in the order of its text."""
    paragraphs = list(_paragraphs(dated))
    fields = _fields(dated, [portion.span for portion in paragraphs])
    return tuple(sorted((*paragraphs, *fields), key=lambda portion: portion.span))


def restricted_spans(dated: DatedCable) -> tuple[Span, ...]:
    """Give the portions under the Atomic Energy Act, in order: paragraphs and fields."""
    return tuple(part.span for part in portions_of(dated) if part.status.status == "refer")


def _paragraphs(dated: DatedCable) -> Iterator[Portion]:
    for paragraph, status in zip(dated.cable.paragraphs, dated.portions, strict=True):
        span = trimmed(paragraph.span, dated.cable.text)
        if span:
            marks = (paragraph.marking, *paragraph.marks_inside)
            yield _portion(dated.cable, "body", span, marks, paragraph.effective_level, status)


def _fields(dated: DatedCable, taken: list[Span]) -> Iterator[Portion]:
    cable = dated.cable
    source: MarkSource = "none" if cable.level == "U" else "assumed-overall"
    nowhere = Span(0, 0)
    assumed = (Marking("", cable.level, cable.controls, source),)
    unmarked = _portion(cable, "other", nowhere, assumed, cable.level, dated.overall)
    shared = unmarked[2:]
    for kind, stretch in _stretches(cable):
        for part in _free(stretch, taken):
            span = trimmed(part, cable.text)
            if span.start == span.end:
                continue
            if kind == "subject" and cable.subject_marking:
                yield _marked_subject(dated, span, cable.subject_marking)
            else:
                # All that fields share stands in ``unmarked``; made directly, for they are many.
                yield Portion(_FIELDS.get(kind, "other"), span, *shared)


def _stretches(cable: Cable) -> Iterator[tuple[SegmentKind, Span]]:
    """Give segments with content; one that furniture breaks in two is one stretch.

    A heading and the rule or the further line right below it are one stretch too.
    """
    kind: SegmentKind | None = None
    start = end = 0
    joined = False
    for segment in cable.segments:
        if segment.kind == "furniture":
            joined = True
        elif segment.kind == "blank":
            if kind == "heading" and not joined:
                joined = segment.span.cut(cable.text).count("\n") == 1
        elif segment.kind == kind and joined:
            end, joined = segment.span.end, False
        else:
            if kind:
                yield kind, Span(start, end)
            kind, joined = segment.kind, False
            start, end = segment.span.start, segment.span.end
    if kind:
        yield kind, Span(start, end)


def _free(stretch: Span, taken: list[Span]) -> Iterable[Span]:
    """Give the parts of a stretch that no paragraph covers; ``taken`` is sorted and disjoint."""
    at = bisect_left(taken, stretch)
    first = max(0, at - 1)
    if (at == len(taken) or taken[at].start >= stretch.end) and (
        at == 0 or taken[first].end <= stretch.start
    ):
        return (stretch,)
    beside = [span for span in takewhile(lambda one: one.start < stretch.end, taken[first:])
              if span.end > stretch.start]  # fmt: skip
    return gaps(beside, stretch) if beside else (stretch,)


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
    flags = tuple(flag for mark in marks for flag in mark.flags)
    return Portion(
        field=field,
        span=span,
        level=level,
        controls=tuple(dict.fromkeys(word for mark in marks for word in mark.controls)),
        source=marks[0].source,
        flags=(*flags, "above-banner") if _is_above(level, cable.level) else flags,
        status=status,
        marks=tuple(mark.span for mark in marks if mark.span),
    )


def _is_above(level: Level | None, banner: Level | None) -> bool:
    """Tell whether a classified level is above the cable's, or the cable has none."""
    if level is None or level == "U":
        return False
    return banner is None or LEVELS.index(level) > LEVELS.index(banner)
