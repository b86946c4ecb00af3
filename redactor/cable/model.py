"""What the reader says of a cable: values only, nothing that acts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from redactor.marking import Level
from redactor.text import LineIndex, Span

Format = Literal["telegram", "archive-1970s", "smart", "plain"]

MarkingSource = Literal["explicit", "entire-text", "assumed-overall", "none"]

SegmentKind = Literal[
    "transmission", "header", "classification", "caption", "declassify", "tags", "subject",
    "refs", "classified-by", "heading", "paragraph", "furniture", "signature", "trailer",
    "blank", "other",
]  # fmt: skip


class Marking(NamedTuple):
    """A portion marking as it counts for one portion."""

    text: str
    """As written, ``(C)``; empty when the portion bears none."""
    level: Level | None
    """``None`` when no level can be told."""
    controls: tuple[str, ...]
    """Banner words: ``NOFORN``, not ``NF``; ``SBU`` and ``FOUO`` too; unknown ones as written."""
    source: MarkingSource
    span: Span | None = None
    """Where it is written, if it is."""
    flags: tuple[str, ...] = ()
    """What is odd about it: ``malformed``, ``legacy-separator``, ``unknown-control``."""


class Paragraph(NamedTuple):
    """One numbered (or continuing unnumbered) paragraph of the body."""

    number: int | None
    """Its true number, whatever transmission did to the digits; ``None`` when it bears none."""
    marking: Marking
    span: Span
    """From its number to its last printed character; may span furniture."""
    marks_inside: tuple[Marking, ...] = ()
    """Further marks in its text (bullets, sentences): the highest counts for the whole."""
    effective_level: Level | None = None
    """The level to protect it at: the highest of its own mark and those inside."""


class Segment(NamedTuple):
    """A stretch of one kind. Segments tile the text."""

    kind: SegmentKind
    span: Span


class Addressee(NamedTuple):
    """One office on a TO or INFO line."""

    role: Literal["to", "info"]
    name: str
    routing: str | None
    precedence: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Who sent the cable, under what number, when."""

    post: str | None = None
    number: str | None = None
    """As written, leading zeros kept: ``000641``."""
    dtg: datetime | None = None
    """The date-time group, UTC."""


@dataclass(frozen=True, slots=True)
class ClassifiedBy:
    """The authority line."""

    text: str
    """Unwrapped, with words that the wrap had broken joined again."""
    reasons: tuple[str, ...]
    """Reason letters of E.O. section 1.4 (1.5 before 2003), lower case, in alphabetical order."""
    span: Span


@dataclass(frozen=True, slots=True)
class InstructionLine:
    """The declassification instruction as written; what it means is the clock's business."""

    text: str
    """After the order: ``DECL: 07/17/2018``; empty when the line names an order only."""
    order: str | None
    """The executive order's number as written: ``12958``."""
    span: Span


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Something a person should know about how the cable was read. Holds no text of the cable."""

    code: str
    """A key of ``redactor.cable.warnings.CODES``."""
    message: str
    line: int
    """Line number from 1."""


@dataclass(frozen=True, slots=True)
class Cable:
    """One cable, read without loss.

    ``"".join(segments)`` is ``text``; ``text.encode(encoding)`` is the file's bytes.
    """

    sha256: str
    """Of the file's bytes, hex: the cable's identity in a case."""
    size: int
    """Bytes."""
    encoding: str
    text: str
    lines: LineIndex
    format: Format
    segments: tuple[Segment, ...]
    id: str | None = None
    """The message reference number: ``08POST641``."""
    level: Level | None = None
    """The overall level; ``None`` when no classification line could be read."""
    controls: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    origin: Origin = Origin()
    subject: str | None = None
    subject_marking: Marking | None = None
    tags: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    sender: str | None = None
    addressees: tuple[Addressee, ...] = ()
    signature: str | None = None
    classified_by: ClassifiedBy | None = None
    instruction: InstructionLine | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()

    @property
    def furniture(self) -> tuple[Span, ...]:
        """Spans of page-break lines and the like: never content, never printed."""
        return tuple(part.span for part in self.segments if part.kind == "furniture")
