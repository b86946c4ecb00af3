"""The whole of reading, from bytes to ``Cable``."""

import hashlib
from collections.abc import Iterator

from redactor.cable import checks
from redactor.cable.authority import read_classified_by, read_declassify
from redactor.cable.decode import decode
from redactor.cable.ending import Ending, split_ending
from redactor.cable.furniture import blank_out, find_furniture
from redactor.cable.head import Head, split_head
from redactor.cable.header import read_header, read_overall
from redactor.cable.labels import KINDS
from redactor.cable.model import Cable, Format, SegmentKind
from redactor.cable.paragraphs import Body, split_body
from redactor.cable.portions import weigh
from redactor.cable.rows import Row, find_rows
from redactor.cable.segments import tile
from redactor.cable.transmission import read_cross
from redactor.cable.warnings import report
from redactor.text import LineIndex, Span, merge


def read(data: bytes) -> Cable:
    """Read one cable. Any bytes can be read; what is odd about them becomes warnings.

    Takes time linear in the size of ``data``, and raises nothing.
    """
    text, encoding, oddities = decode(data)
    pages = find_furniture(text)
    clean = blank_out(text, pages)
    head = split_head(find_rows(clean), clean)
    ending = split_ending(head.body, head.banners, is_smart=_is_smart(head))
    cross = read_cross(row for part in head.all("transmission") for row in part.rows)
    overall = read_overall(head, ending, cross)
    header = read_header(head, cross, clean)
    body = split_body(ending.content, clean, first_section=head.is_first_section)
    paragraphs = weigh(body.parts, clean, overall.level, overall.controls)
    authority = read_classified_by(head, body.parts)
    instruction = read_declassify(head, authority, clean)
    lines = LineIndex(text)
    findings = (
        *oddities,
        *checks.check_class(head, ending, cross, overall),
        *checks.check_dates(head, header, cross),
        *checks.check_instruction(head.all("declassify"), instruction, overall),
        *checks.check_numbers(body),
        *checks.check_portions(paragraphs, header.subject_marking, overall),
    )
    return Cable(
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=encoding,
        text=text,
        lines=lines,
        format=_format(head, ending),
        segments=tile(
            text, _pieces(head, body, ending), merge((*pages, *map(_span, ending.footers)))
        ),
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
        signature=_signature(body, ending),
        classified_by=authority,
        instruction=instruction,
        paragraphs=paragraphs,
        warnings=report(findings, lines),
    )


def _is_smart(head: Head) -> bool:
    return any(part.lines[0].upper().startswith("MRN:") for part in head.all("mrn"))


def _format(head: Head, ending: Ending) -> Format:
    if _is_smart(head):
        return "smart"
    if ending.is_archive:
        return "archive-1970s"
    return "telegram" if head.all("dtg", "classification", "declassify") else "plain"


def _pieces(head: Head, body: Body, ending: Ending) -> Iterator[tuple[SegmentKind, Span]]:
    yield from ((KINDS[part.label], part.span) for part in head.fields)
    yield from (("heading", _span(row)) for row in body.headings)
    yield from (("paragraph", part.span) for part in body.parts)
    if signature := body.signature or ending.signature:
        yield "signature", _span(signature)
    if ending.trailer:
        yield "trailer", Span(ending.trailer[0].start, ending.trailer[-1].stop)


def _signature(body: Body, ending: Ending) -> str | None:
    if body.signature:
        return body.signature.text.rstrip("#")
    return ending.signature.text.partition(":")[2].strip() or None if ending.signature else None


def _span(row: Row) -> Span:
    return Span(row.start, row.stop)
