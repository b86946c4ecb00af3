"""The JSON contract of ``inspect``: other programs are built on it.

Keys may be added, never renamed.
"""

from datetime import date, datetime
from typing import Any

from redactor.cable import Cable, Marking, Paragraph
from redactor.cli.inspect_marks import compared, odd_marks, rolled_up
from redactor.declass import DatedCable, Instruction, Status
from redactor.marking import banner_form

Json = dict[str, Any]


def inspection(path: str, dated: DatedCable) -> Json:
    """Give what the reader and the clock see of a cable."""
    cable = dated.cable
    return {
        "path": path,
        "id": cable.id,
        "sha256": cable.sha256,
        "format": cable.format,
        "encoding": cable.encoding,
        "bytes": cable.size,
        "chars": len(cable.text),
        "lines": len(cable.lines),
        "as_of": dated.as_of.isoformat(),
        "level": cable.level,
        "controls": list(cable.controls),
        "captions": list(cable.captions),
        "origin": {
            "post": cable.origin.post,
            "number": cable.origin.number,
            "dtg": _moment(cable.origin.dtg),
        },
        "subject": cable.subject,
        "subject_marking": _marking(cable.subject_marking) if cable.subject_marking else None,
        "tags": list(cable.tags),
        "refs": list(cable.refs),
        "from": cable.sender,
        "to": [office.name for office in cable.addressees if office.role == "to"],
        "info": [office.name for office in cable.addressees if office.role == "info"],
        "addressees": _addressees(cable),
        "signature": cable.signature,
        "classified_by": _classified_by(cable),
        "declassify": _declassify(dated),
        "paragraphs": [
            _paragraph(paragraph, status)
            for paragraph, status in zip(cable.paragraphs, dated.portions, strict=True)
        ],
        "markings": _markings(dated),
        "segments": [
            {"kind": part.kind, "start": part.span.start, "end": part.span.end}
            for part in cable.segments
        ],
        "warnings": [
            {"code": warning.code, "message": warning.message, "line": warning.line}
            for warning in cable.warnings
        ],
    }


def _markings(dated: DatedCable) -> Json | None:
    """Give the banner that the portions make, how the header differs, and odd marks."""
    cable = dated.cable
    if cable.level is None:
        return None
    rolled = rolled_up(cable, cable.level)
    return {
        "banner": banner_form(rolled.marking),
        "decisions": [
            _ruled(each.code, each.what, each.words, each.cite) for each in rolled.decisions
        ],
        "differences": [
            _ruled(each.code, each.what, each.words, each.cite)
            for each in compared(cable, cable.level)
        ],
        "odd_marks": [
            {
                "text": text,
                "code": found.code,
                "start": found.span.start,
                "end": found.span.end,
                "message": found.message,
                "correct": found.correct,
                "cite": found.cite,
            }
            for text, findings in odd_marks(dated).items()
            for found in findings
        ],
    }


def _ruled(code: str, what: str, words: str, cite: str) -> Json:
    return {"code": code, "what": what, "words": words, "cite": cite}


def _addressees(cable: Cable) -> list[Json]:
    return [
        {
            "role": office.role,
            "name": office.name,
            "routing": office.routing,
            "precedence": office.precedence,
        }
        for office in cable.addressees
    ]


def _classified_by(cable: Cable) -> Json | None:
    line = cable.classified_by
    return {"text": line.text, "reasons": list(line.reasons)} if line else None


def _declassify(dated: DatedCable) -> Json:
    instruction, overall = dated.instruction, dated.overall
    return {
        "text": instruction.text or None,
        "kind": instruction.kind,
        "order": instruction.order,
        "date": day(instruction.date),
        "codes": list(instruction.codes),
        "event": instruction.event,
        "review_on": day(instruction.review_on),
        "downgrade": _downgrade(instruction),
        "claimed_on": day(instruction.claimed_on),
        "signed_by": instruction.signed_by,
        "flags": list(dict.fromkeys((*instruction.flags, *overall.flags))),
        "status": overall.status,
        "frees_on": day(overall.frees_on),
        "rule": overall.rule,
        "why": list(overall.why),
    }


def _downgrade(instruction: Instruction) -> Json | None:
    if instruction.downgrade_to is None:
        return None
    return {"to": instruction.downgrade_to, "on": day(instruction.downgrade_on)}


def _marking(marking: Marking) -> Json:
    return {
        "text": marking.text,
        "level": marking.level,
        "controls": list(marking.controls),
        "source": marking.source,
        "flags": list(marking.flags),
    }


def _paragraph(paragraph: Paragraph, status: Status) -> Json:
    return {
        "number": paragraph.number,
        "marking": _marking(paragraph.marking),
        "start": paragraph.span.start,
        "end": paragraph.span.end,
        "marks_inside": [
            {
                **_marking(mark),
                "start": mark.span.start if mark.span else None,
                "end": mark.span.end if mark.span else None,
            }
            for mark in paragraph.marks_inside
        ],
        "effective_level": paragraph.effective_level,
        "status": status.status,
        "frees_on": day(status.frees_on),
        "rule": status.rule,
        "why": list(status.why),
        "flags": list(status.flags),
    }


def day(value: date | None) -> str | None:
    """Write a day as ``2026-11-23``."""
    return value.isoformat() if value else None


def _moment(value: datetime | None) -> str | None:
    return value.strftime("%Y-%m-%dT%H:%M:%SZ") if value else None
