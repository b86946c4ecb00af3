"""The whole of reading, from bytes to ``Cable``."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from redactor.cable import checks
from redactor.cable.authority import read_classified_by, read_declassify
from redactor.cable.decode import Decoded, decode
from redactor.cable.ending import Ending, split_ending
from redactor.cable.furniture import blank_out, find_furniture
from redactor.cable.head import Head, split_head
from redactor.cable.header import Header, Overall, read_header, read_overall
from redactor.cable.labels import KINDS
from redactor.cable.model import (
    Cable,
    ClassifiedBy,
    Format,
    InstructionLine,
    Paragraph,
    Segment,
)
from redactor.cable.paragraphs import Body, split_body
from redactor.cable.portions import weigh
from redactor.cable.rows import Row, find_rows
from redactor.cable.segments import Piece, tile
from redactor.cable.signature import name_of
from redactor.cable.transmission import Cross, read_cross
from redactor.cable.warnings import Finding, report
from redactor.text import LineIndex, Span, merge


def read(data: bytes) -> Cable:
    """Read one cable. Any bytes can be read; what is odd about them becomes warnings.

    Takes time linear in the size of ``data``, and raises nothing.
    """
    decoded = decode(data)
    return _compose(data, decoded, _understand(decoded.text))


class _Reading(NamedTuple):
    """What was understood of a text."""

    pages: tuple[Span, ...]
    """Page-break lines and stamps."""
    head: Head
    ending: Ending
    cross: Cross
    overall: Overall
    header: Header
    body: Body
    paragraphs: tuple[Paragraph, ...]
    authority: ClassifiedBy | None
    instruction: InstructionLine | None


_BLANKS = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202f\u3000"
"""Blanks of other kinds read as blanks; one code point each, so offsets stay."""


def _understand(text: str) -> _Reading:
    """Take furniture out, part head, body and ending, and read each."""
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    pages = find_furniture(text)
    clean = blank_out(text, pages)
    head = split_head(find_rows(clean), clean)
    ending = split_ending(head, clean)
    cross = read_cross(row for part in head.all("transmission") for row in part.rows)
    overall = read_overall(head, ending, cross)
    body = split_body(ending.content, clean, first_section=head.is_first_section)
    authority = read_classified_by(head, body.parts)
    return _Reading(
        pages=pages,
        head=head,
        ending=ending,
        cross=cross,
        overall=overall,
        header=read_header(head, cross, clean),
        body=body,
        paragraphs=weigh(body.parts, clean, overall.level, overall.controls),
        authority=authority,
        instruction=read_declassify(head, authority, clean),
    )


def _compose(data: bytes, decoded: Decoded, reading: _Reading) -> Cable:
    header, overall, lines = reading.header, reading.overall, LineIndex(decoded.text)
    return Cable(
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=decoded.encoding,
        text=decoded.text,
        lines=lines,
        format=_format(reading),
        segments=_segments(decoded.text, reading),
        id=header.reference,
        level=overall.level,
        controls=overall.controls,
        captions=overall.captions,
        origin=header.origin,
        subject=header.subject,
        subject_marking=header.subject_marking,
        tags=header.tags,
        refs=header.refs,
        sender=header.sender,
        addressees=header.addressees,
        signature=_signature(reading),
        classified_by=reading.authority,
        instruction=reading.instruction,
        paragraphs=reading.paragraphs,
        warnings=report((*decoded.findings, *_findings(reading)), lines),
    )


def _findings(reading: _Reading) -> Iterator[Finding]:
    head, header, overall = reading.head, reading.header, reading.overall
    yield from (*head.findings, *reading.ending.findings)
    yield from checks.check_class(head, reading.ending, reading.cross, overall)
    yield from checks.check_dates(head, header, reading.cross)
    yield from checks.check_instruction(head, reading.authority, reading.instruction, overall)
    yield from checks.check_numbers(reading.body)
    yield from checks.check_portions(reading.paragraphs, header.subject_marking, overall)
    yield from checks.check_controls(reading.paragraphs, overall)


def _format(reading: _Reading) -> Format:
    if reading.head.is_smart:
        return "smart"
    if reading.ending.is_archive:
        return "archive-1970s"
    is_telegram = reading.head.all("dtg", "classification", "declassify")
    return "telegram" if is_telegram else "plain"


def _segments(text: str, reading: _Reading) -> tuple[Segment, ...]:
    footers = (*(part.span for part in reading.head.footers), *map(_span, reading.ending.footers))
    return tile(text, _pieces(reading), merge((*reading.pages, *footers)))


def _pieces(reading: _Reading) -> Iterator[Piece]:
    for part in reading.head.fields:
        yield part.rows[0].start, part.rows[-1].stop, KINDS[part.label]
    for row in reading.body.headings:
        yield row.start, row.stop, "heading"
    for paragraph in reading.paragraphs:
        yield paragraph.span.start, paragraph.span.end, "paragraph"
    if signature := reading.ending.signature:
        yield signature.start, signature.stop, "signature"
    if trailer := reading.ending.trailer:
        yield trailer.starts[0], trailer.stop, "trailer"


def _signature(reading: _Reading) -> str | None:
    row = reading.ending.signature
    return name_of(row) if row else None


def _span(row: Row) -> Span:
    return Span(row.start, row.stop)
