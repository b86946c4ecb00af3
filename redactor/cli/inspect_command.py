"""``redactor inspect``: what the reader and the clock see of a cable."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from textwrap import wrap

from redactor.cable import Marking, read
from redactor.cli.batch import Answer
from redactor.cli.batch import run as run_batch
from redactor.cli.days import as_of_from
from redactor.cli.files import expand
from redactor.cli.inspect_contract import day, inspection
from redactor.declass import DatedCable, date_cable
from redactor.text import visible

_LABEL = 15
"""Width of the column of labels."""
_WIDTH = 100
"""Columns of the summary."""
_INDENT = " " * _LABEL


def run(options: Namespace) -> int:
    """Run the command."""
    as_of = as_of_from(options)
    paths = tuple(expand(options.paths))
    return run_batch(partial(_inspect, as_of), paths, options.jobs, json=options.json)


def _inspect(as_of: date, path: Path, data: bytes) -> Answer:
    dated = date_cable(read(data), as_of)
    return Answer(str(path), tuple(_summary(str(path), dated)), inspection(str(path), dated))


def _summary(path: str, dated: DatedCable) -> Iterator[str]:
    """Write a cable's summary for people."""
    cable = dated.cable
    yield path
    for label, words in _facts(dated):
        yield from _wrapped(label, words)
    for step in dated.overall.why:
        yield from _wrapped("", step)
    yield f"  {'paragraphs':<{_LABEL}}{len(cable.paragraphs)}"
    for paragraph, status in zip(cable.paragraphs, dated.portions, strict=True):
        number = "-" if paragraph.number is None else str(paragraph.number)
        index = cable.lines
        first = index.number_at(paragraph.span.start)
        last = index.number_at(paragraph.span.end - 1)
        lines = f"{first}-{last}" if last > first else str(first)
        frees = f", frees {day(status.frees_on)}" if status.frees_on else ""
        inside = f" ({len(paragraph.marks_inside)} marks inside)" if paragraph.marks_inside else ""
        yield (
            f"  {_INDENT}{number:>3}  {_mark_words(paragraph.marking):<24}"
            f" lines {lines:<9} {status.status}{frees}{inside}"
        )
    for warning in cable.warnings:
        yield from _wrapped("warning", f"line {warning.line}: {warning.message} [{warning.code}]")
    yield ""


def _wrapped(label: str, words: str) -> Iterator[str]:
    """Write a label and its words, the further lines of long ones indented."""
    for line in wrap(visible(words), _WIDTH - _LABEL, break_on_hyphens=False):
        yield f"  {label:<{_LABEL}}{line}"
        label = ""


def _facts(dated: DatedCable) -> Iterator[tuple[str, str]]:
    cable = dated.cable
    origin = cable.origin
    yield "cable", cable.id or "no reference number found"
    yield (
        "format",
        f"{cable.format}, {cable.encoding}, {cable.size:,} bytes, {len(cable.lines)} lines",
    )
    yield "banner", " ".join((cable.level or "unreadable", *cable.controls))
    yield "captions", ", ".join(cable.captions)
    yield "sent", origin.dtg.strftime("%Y-%m-%d %H:%M UTC") if origin.dtg else "unknown"
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
    yield "instruction", f"{dated.instruction.text or 'none'} [{dated.instruction.kind}]"
    frees = f", frees {day(dated.overall.frees_on)}" if dated.overall.frees_on else ""
    yield f"on {day(dated.as_of)}", f"{dated.overall.status}{frees} [{dated.overall.rule}]"


def _mark_words(marking: Marking) -> str:
    words = " ".join((marking.level or "?", *marking.controls))
    return words if marking.source == "explicit" else f"{words} [{marking.source}]"
