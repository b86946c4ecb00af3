"""The values of the head: level, captions, origin, addressees, subject and the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from redactor.cable.ending import Ending
from redactor.cable.fields import (
    after_label,
    read_instruction,
    read_reasons,
    read_refs,
    read_tags,
    unwrap,
)
from redactor.cable.head import Head
from redactor.cable.marks import mark_at
from redactor.cable.model import Addressee, Marking, Origin
from redactor.cable.transmission import Cross, post_of, read_addressee, read_dtg
from redactor.cable.vocabulary import CONTROL_CAPTIONS, unique
from redactor.marking import Level, highest
from redactor.text import places_of

_REFERENCE = re.compile(
    r"(?:MRN:\s*)?(?:(?:19|20)(?=\d{2}\s?[A-Z]))?(?P<year>\d{2})\s?"
    r"(?P<post>[A-Z][A-Z .'/-]{0,30}?)\s{0,4}(?P<number>\d{1,7})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Overall:
    """What counts for the whole cable."""

    level: Level | None
    controls: tuple[str, ...]
    captions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """What the head says beside level and authority."""

    origin: Origin
    reference: str | None
    reference_year: int | None
    """The two digits of the message reference, where the head states one itself."""
    sender: str | None
    addressees: tuple[Addressee, ...]
    subject: str | None
    subject_marking: Marking | None
    tags: tuple[str, ...]
    refs: tuple[str, ...]


def read_overall(head: Head, ending: Ending, cross: Cross) -> Overall:
    """Read level, controls and captions from the classification and caption lines.

    The highest line counts, wherever it stands: a page footer can be above the head. Where only
    a lone UNCLASSIFIED is seen, it may be the stamp of a release: then the transmission
    header's higher level counts, and no level at all where an instruction tells that the cable
    is classified. Where no line can be read, a classified transmission header
    does, but never an unclassified one: it would open what nobody could read.
    """
    banners = [*head.banners, *ending.banners]
    level = highest(banner.level for banner in banners)
    unnamed = level == "U" and not any(banner.names_cable for banner in banners)
    if unnamed and cross.level is None and _is_dated(head):
        level = None
    elif unnamed or (level is None and cross.level != "U"):
        level = highest((level, cross.level))
    captions = unique((*(word for part in head.fields for word in part.captions), *ending.captions))
    controls = [word for banner in banners for word in banner.controls]
    controls += [word for word in captions if word in CONTROL_CAPTIONS]
    if level == "U" and "SENSITIVE" in captions:
        controls.append("SBU")
    shown = tuple(word for word in captions if word not in {"NOFORN", "FOUO", "ORCON"})
    return Overall(level, unique(controls), shown)


_DATED = re.compile(
    r"\d[/.-]\d|\d{6}|\d{4}$|\b(?:OADR|MR|X?GDS|ADS|XDS|RDS|X-?[1-8]|\d\dX\d)\b", re.IGNORECASE
)
"""What only the instruction of a classified cable says."""


def _is_dated(head: Head) -> bool:
    """Tell whether the head declares a day, a schedule or a reason of classification."""
    said = (read_instruction(unwrap(part.lines)).text for part in head.all("declassify"))
    reasons = (read_reasons(unwrap(part.lines)) for part in head.all("classified-by"))
    return any(map(_DATED.search, said)) or any(reasons)


def read_header(head: Head, cross: Cross, text: str) -> Header:
    """Read the fields of the head."""
    dtg = _date_time_group(head)
    stated = _stated_reference(head)
    sender = head.sender
    post, number = _post_and_number(head, stated, sender, cross)
    year = stated["year"] if stated else f"{dtg.year % 100:02}" if dtg else None
    subject, subject_marking = _subject(head, text)
    tags = [tag for part in head.all("tags") for tag in read_tags(unwrap(part.lines))]
    refs = [ref for part in head.all("refs") for ref in read_refs("\n".join(part.lines))]
    return Header(
        origin=Origin(post, number, dtg),
        reference=_reference(year, post, number),
        reference_year=int(stated["year"]) if stated else None,
        sender=sender,
        addressees=tuple(_addressees(head)),
        subject=subject,
        subject_marking=subject_marking,
        tags=unique(tags),
        refs=tuple(refs),
    )


_LIKE_DTG = re.compile(
    r"(?:[ZOPRY]{1,2}\s+){0,3}[\dA-Z]{4,8}Z?\s{0,2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"[A-Z]{0,6}\s?[\dA-Z]{2,4}$"
)


def _date_time_group(head: Head) -> datetime | None:
    """Read the first date-time group; a damaged one is never passed over for a later one."""
    for part in head.fields:
        if part.label == "dtg":
            return read_dtg(part.lines[0])
        if part.label == "loose" and _LIKE_DTG.match(part.lines[0]):
            return None
    return None


def _post_and_number(
    head: Head, stated: re.Match[str] | None, sender: str | None, cross: Cross
) -> tuple[str | None, str | None]:
    named = next((banner for banner in head.banners if banner.names_cable), None)
    if named:
        return named.post, named.number
    if stated:
        return stated["post"].strip().upper(), stated["number"]
    return (post_of(sender) if sender else None), cross.number


def _stated_reference(head: Head) -> re.Match[str] | None:
    part = head.first("mrn")
    return _REFERENCE.match(part.lines[0]) if part else None


def _reference(year: str | None, post: str | None, number: str | None) -> str | None:
    if year is None or post is None or number is None:
        return None
    return f"{year}{''.join(filter(str.isalnum, post))}{int(number)}"


def _addressees(head: Head) -> Iterator[Addressee]:
    for part in head.all("to", "info"):
        role: Literal["to", "info"] = "to" if part.label == "to" else "info"
        for row in part.rows:
            if addressee := read_addressee(row, role):
                yield addressee


def _subject(head: Head, text: str) -> tuple[str | None, Marking | None]:
    """Read the subject, unwrapped, and the highest of the marks that it bears."""
    part = head.first("subject")
    if part is None:
        return None, None
    start = part.span.start + len(part.lines[0]) - len(after_label(part.lines[0]))
    end = part.span.end
    subject = after_label(unwrap(part.lines)) or None
    places = [start, *(at for at in _brackets(text, start + 1, end))]
    if part.lines[0].startswith("("):
        places.append(part.span.start)
    found = [
        mark
        for at in places
        if (mark := mark_at(text, at, damaged=at == start)) and "unknown-control" not in mark.flags
    ]
    if not found:
        return subject, None
    level = highest(mark.level for mark in found)
    first = next(mark for mark in found if mark.level == level)
    return subject, first._replace(
        controls=unique(control for mark in found for control in mark.controls)
    )


def _brackets(text: str, start: int, end: int) -> Iterator[int]:
    """Give where marks can open in a subject: ``MINISTER(S)`` bears none."""
    return (at for at in places_of("(", text, start, end) if not text[at - 1].isalnum())


def day_of_year(moment: datetime) -> int:
    """Give the day of the year, from 1, as the DE line counts it."""
    return moment.toordinal() - date(moment.year, 1, 1).toordinal() + 1
