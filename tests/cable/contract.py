"""A cable as the tests expect it: the shape of ``inspect --json``, and a few keys beside it."""

from datetime import UTC
from typing import Any

from redactor.cable import Cable, Marking, Paragraph


def contract(cable: Cable) -> dict[str, Any]:
    """Give what the reader says of a cable as plain values.

    Beyond the contract: ``pieces`` (kind to the texts of its segments), ``addressees``, and of
    a paragraph ``flags``, and its text for ``opens`` and ``closes``.
    """
    origin, authority, instruction = cable.origin, cable.classified_by, cable.instruction
    return {
        "id": cable.id,
        "format": cable.format,
        "encoding": cable.encoding,
        "level": cable.level,
        "controls": list(cable.controls),
        "captions": list(cable.captions),
        "origin": {
            "post": origin.post,
            "number": origin.number,
            "dtg": origin.dtg and origin.dtg.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        },
        "subject": cable.subject,
        "subject_marking": cable.subject_marking and _marking(cable.subject_marking),
        "tags": list(cable.tags),
        "refs": list(cable.refs),
        "from": cable.sender,
        "to": [each.name for each in cable.addressees if each.role == "to"],
        "info": [each.name for each in cable.addressees if each.role == "info"],
        "addressees": [
            {"role": each.role, "routing": each.routing, "precedence": each.precedence}
            for each in cable.addressees
        ],
        "signature": cable.signature,
        "classified_by": authority and {"text": authority.text, "reasons": list(authority.reasons)},
        "declassify": instruction and {"text": instruction.text, "order": instruction.order},
        "paragraphs": [_paragraph(each, cable.text) for each in cable.paragraphs],
        "pieces": _pieces(cable),
        "warnings": [{"code": warning.code} for warning in cable.warnings],
    }


def _paragraph(paragraph: Paragraph, text: str) -> dict[str, Any]:
    written = paragraph.span.cut(text)
    return {
        "number": paragraph.number,
        "marking": _marking(paragraph.marking),
        "flags": list(paragraph.marking.flags),
        "marks_inside": [_marking(mark) for mark in paragraph.marks_inside],
        "effective_level": paragraph.effective_level,
        "opens": written,
        "closes": written,
    }


def _marking(marking: Marking) -> dict[str, Any]:
    return {
        "text": marking.text,
        "level": marking.level,
        "controls": list(marking.controls),
        "source": marking.source,
    }


def _pieces(cable: Cable) -> dict[str, list[str]]:
    pieces: dict[str, list[str]] = {"furniture": []}
    for segment in cable.segments:
        pieces.setdefault(segment.kind, []).append(segment.span.cut(cable.text))
    return pieces


def differences(expected: object, found: object, path: str = "") -> list[str]:
    """Name every expected value that was not found; keys that are not expected do not count."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [
            line
            for key, value in expected.items()
            for line in differences(value, found.get(key), f"{path}.{key}")
        ]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [
            line
            for i, (one, other) in enumerate(zip(expected, found, strict=True))
            for line in differences(one, other, f"{path}[{i}]")
        ]
    if _agrees(expected, found, path):
        return []
    return [f"{path}: expected {expected!r}, found {found!r}"]


def _agrees(expected: object, found: object, path: str) -> bool:
    if isinstance(expected, str) and isinstance(found, str):
        if path.endswith(".opens"):
            return found.startswith(expected)
        if path.endswith(".closes"):
            return found.endswith(expected)
    return expected == found
