"""``redactor inspect`` of one cable: its fields, clock, paragraphs and warnings, aligned."""

from collections.abc import Iterator, Sequence

from redactor.cable import CODES, Cable, ReadWarning
from redactor.cli.columns import Column, Row, fitting, row_line, sized, title_line, wrapped
from redactor.cli.inspect_clock import clock_of_portions
from redactor.cli.inspect_contract import day
from redactor.cli.inspect_marks import marks_block
from redactor.cli.inspect_page import LABEL, MARGIN, reasons, status_words
from redactor.declass import DatedCable

_MOST_PLACES = 40
"""Places listed of one warning; a damaged file can have thousands."""
_PARAGRAPHS = (
    Column("no.", 5, right=True),
    Column("marking", 12),
    Column("source", 15),
    Column("lines", 11),
    Column("level", 5),
    Column("status", 12),
    Column("frees on", 10),
    Column("marks inside", 12, right=True),
)
_GIVEN_UP = ("marks inside", "source", "level")
"""What a narrow terminal goes without, in this order."""


def summary(path: str, dated: DatedCable, width: int) -> Iterator[str]:
    """Write a cable's summary, at most ``width`` cells wide where values allow."""
    yield path
    yield ""
    for label, words in (*_fields(dated.cable), *_clock(dated)):
        yield from _labelled(label, words, width)
    yield ""
    yield from _paragraphs(dated, width)
    yield from clock_of_portions(dated, width)
    yield from marks_block(dated, width)
    if dated.cable.warnings:
        yield ""
        yield from _warnings(dated.cable.warnings, width)


def _labelled(label: str, words: str, width: int) -> Iterator[str]:
    """Write a label and its words, the further lines of long ones indented, those of a step more.

    A step of the clock begins with a sign and has no label.
    """
    hang = "" if label else MARGIN
    for line in wrapped(words, width - len(MARGIN) - LABEL - len(hang)):
        yield f"{MARGIN}{label:<{LABEL}}{line}"
        label = hang and f"{'':<{LABEL}}{hang}"


def _fields(cable: Cable) -> Iterator[tuple[str, str]]:
    sent = cable.origin.dtg
    yield "cable", cable.id or "no reference number found"
    size = f"{cable.size:,} bytes, {len(cable.lines):,} lines"
    yield "format", f"{cable.format}, {cable.encoding}, {size}"
    yield "level", " ".join((cable.level or "unreadable", *cable.controls))
    yield "captions", ", ".join(cable.captions)
    yield "sent", sent.strftime("%Y-%m-%d %H:%M UTC") if sent else "unknown"
    yield "from", cable.sender or ""
    yield "to", "; ".join(office.name for office in cable.addressees if office.role == "to")
    yield "info", "; ".join(office.name for office in cable.addressees if office.role == "info")
    yield "TAGS", ", ".join(cable.tags)
    yield "subject", cable.subject or ""
    yield "refs", "; ".join(cable.refs)
    if cable.classified_by:
        reasons = ", ".join(f"1.4({letter})" for letter in cable.classified_by.reasons)
        yield "classified by", f"{cable.classified_by.text} [{reasons or 'no reason'}]"
    yield "signature", cable.signature or ""


def _clock(dated: DatedCable) -> Iterator[tuple[str, str]]:
    yield "instruction", f"{dated.instruction.text or 'none'} [{dated.instruction.kind}]"
    yield f"on {day(dated.as_of)}", status_words(dated.overall)
    for line in reasons(dated.overall):
        yield "", line


def _paragraphs(dated: DatedCable, width: int) -> Iterator[str]:
    rows = list(_paragraph_rows(dated))
    yield f"{MARGIN}{'paragraphs':<{LABEL}}{len(rows):,}"
    if rows:
        columns = fitting(sized(_PARAGRAPHS, rows), width - 2 * len(MARGIN), _GIVEN_UP)
        for line in (title_line(columns), *(row_line(columns, row) for row in rows)):
            yield f"{MARGIN * 2}{line}"


def _paragraph_rows(dated: DatedCable) -> Iterator[Row]:
    for paragraph, status in zip(dated.cable.paragraphs, dated.portions, strict=True):
        yield {
            "no.": "-" if paragraph.number is None else str(paragraph.number),
            "marking": paragraph.marking.text or "-",
            "source": paragraph.marking.source,
            "lines": str(dated.cable.lines.under(paragraph.span)),
            "level": paragraph.effective_level or "?",
            "status": status.status,
            "frees on": day(status.frees_on) or "-",
            "marks inside": str(len(paragraph.marks_inside) or "-"),
        }


def _warnings(warnings: Sequence[ReadWarning], width: int) -> Iterator[str]:
    """Write the warnings, those of one kind together."""
    yield f"{MARGIN}{'warnings':<{LABEL}}{len(warnings):,}"
    for code in dict.fromkeys(warning.code for warning in warnings):
        alike = [warning for warning in warnings if warning.code == code]
        yield f"{MARGIN * 2}{code}"
        for words in (CODES[code], _places(alike)):
            for line in wrapped(words, width - 3 * len(MARGIN)):
                yield f"{MARGIN * 3}{line}"


def _places(alike: Sequence[ReadWarning]) -> str:
    """Name the lines of one kind's warnings, each with its detail."""
    places = [
        f"{warning.line}{warning.message.removeprefix(CODES[warning.code])}"
        for warning in alike[:_MOST_PLACES]
    ]
    more = len(alike) - len(places)
    rest = f", and {more:,} more (--json lists all)" if more else ""
    return f"{'lines' if len(alike) > 1 else 'line'} {', '.join(places)}{rest}"
