"""Stage 1, read: from a file's bytes to a ``Cable``.

In: bytes. Out: fields, paragraphs with their true numbers, marks, warnings, and segments that
tile the text without loss. Knows nothing of what dates mean, and nothing of policy.

Start at ``reader.py``, the whole algorithm; each room beside it knows one topic.
"""

from redactor.cable.model import (
    Addressee,
    Cable,
    ClassifiedBy,
    Format,
    InstructionLine,
    Marking,
    Origin,
    Paragraph,
    ReadWarning,
    Segment,
    SegmentKind,
)
from redactor.cable.reader import read
from redactor.cable.warnings import CODES
from redactor.marking import LEVELS, Level

__all__ = [
    "CODES",
    "LEVELS",
    "Addressee",
    "Cable",
    "ClassifiedBy",
    "Format",
    "InstructionLine",
    "Level",
    "Marking",
    "Origin",
    "Paragraph",
    "ReadWarning",
    "Segment",
    "SegmentKind",
    "read",
]
