"""Cables built by hand, so that these stages are tested apart from the reader.

A part is a segment's kind and its text. Inside a paragraph, ``<<...>>`` stands for a page-break
line: it becomes a furniture segment in the middle of the paragraph.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from redactor.cable import (
    LEVELS,
    Cable,
    ClassifiedBy,
    InstructionLine,
    Level,
    Marking,
    Origin,
    Paragraph,
    Segment,
    SegmentKind,
)
from redactor.text import LineIndex, Span

_FURNITURE = re.compile(r"<<(.*?)>>", re.DOTALL)


@dataclass(frozen=True)
class Part:
    """One field or paragraph to be built."""

    kind: SegmentKind
    text: str
    mark: Marking | None = None
    inside: tuple[Marking, ...] = ()


Source = Literal["explicit", "entire-text", "assumed-overall", "none"]


def mark(
    level: Level | None,
    *controls: str,
    source: Source = "explicit",
    flags: tuple[str, ...] = (),
) -> Marking:
    """Make a marking; its words do not matter here."""
    return Marking(f"({level})", level, controls, source, None, flags)


def para(text: str, level: Level | None = "C", *controls: str, source: Source = "explicit") -> Part:
    """Make a paragraph of the body."""
    return Part("paragraph", text, mark(level, *controls, source=source))


@dataclass
class _Builder:
    text: str = ""
    segments: list[Segment] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    subject: Marking | None = None

    def segment(self, kind: SegmentKind, text: str) -> Span:
        span = Span(len(self.text), len(self.text) + len(text))
        self.text += text
        self.segments.append(Segment(kind, span))
        return span

    def add(self, part: Part) -> None:
        start = len(self.text)
        for number, piece in enumerate(_FURNITURE.split(part.text)):
            if piece:
                self.segment("furniture" if number % 2 else part.kind, piece)
        if part.kind == "paragraph" and part.mark:
            marks = (part.mark, *part.inside)
            known = [m.level for m in marks if m.level]
            level = max(known, key=LEVELS.index) if len(known) == len(marks) else None
            span = Span(start, start + len(self.text[start:].rstrip()))
            number = len(self.paragraphs) + 1
            self.paragraphs.append(Paragraph(number, part.mark, span, part.inside, level))
        if part.kind == "subject":
            self.subject = part.mark


def build(
    *parts: Part,
    level: Level | None = "C",
    origin: str | None = "2008-07-18",
    decl: str | None = "DECL: 07/17/2018",
    order: str | None = "12958",
    reasons: tuple[str, ...] | None = ("b", "d"),
) -> Cable:
    """Join the parts into a cable whose segments tile its text.

    For its other facts use ``dataclasses.replace``.
    """
    made = _Builder()
    for part in parts:
        made.add(part)
    nowhere = Span(0, 0)
    return replace(
        _plain(made),
        level=level,
        origin=Origin(dtg=datetime.fromisoformat(origin).replace(tzinfo=UTC) if origin else None),
        classified_by=None if reasons is None else ClassifiedBy("", reasons, nowhere),
        instruction=None if decl is None else InstructionLine(decl, order, nowhere),
    )


def _plain(made: _Builder) -> Cable:
    return Cable(
        sha256="0" * 64,
        size=len(made.text.encode()),
        encoding="utf-8",
        text=made.text,
        lines=LineIndex(made.text),
        format="telegram",
        segments=tuple(made.segments),
        subject_marking=made.subject,
        paragraphs=tuple(made.paragraphs),
    )
