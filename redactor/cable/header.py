"""The values of the head: level, captions, origin, addressees, subject and the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from redactor.cable.ending import Ending
from redactor.cable.fields import after_label, read_refs, read_tags, unwrap
from redactor.cable.head import Head
from redactor.cable.marks import mark_at
from redactor.cable.model import Addressee, Marking, Origin
from redactor.cable.transmission import Cross, post_of, read_addressee, read_dtg
from redactor.cable.vocabulary import CONTROL_CAPTIONS, unique
from redactor.marking import Level, highest

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
    header's higher level counts. Where no line can be read, a classified transmission header
    does, but never an unclassified one: it would open what nobody could read.
    """
    banners = [*head.banners, *ending.banners]
    level = highest(banner.level for banner in banners)
    unnamed = level == "U" and not any(banner.names_cable for banner in banners)
    if unnamed or (level is None and cross.level != "U"):
        level = highest((level, cross.level))
    captions = unique((*(word for part in head.fields for word in part.captions), *ending.captions))
    controls = [word for banner in banners for word in banner.controls]
    controls += [word for word in captions if word in CONTROL_CAPTIONS]
    if level == "U" and "SENSITIVE" in captions:
        controls.append("SBU")
    shown = tuple(word for word in captions if word not in {"NOFORN", "FOUO", "ORCON"})
    return Overall(level, unique(controls), shown)


def read_header(head: Head, cross: Cross, text: str) -> Header:
    """Read the fields of the head."""
    dtg = next((d for part in head.all("dtg") if (d := read_dtg(part.lines[0]))), None)
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
    """Read the subject, unwrapped, and its own mark if it bears one: at either end, or first."""
    part = head.first("subject")
    if part is None:
        return None, None
    start = part.span.start + len(part.lines[0]) - len(after_label(part.lines[0]))
    end = part.span.end
    subject = after_label(unwrap(part.lines)) or None
    marking = mark_at(text, start)
    if marking is None and (opening := text.rfind("(", start, end)) >= 0:
        last = mark_at(text, opening)
        marking = last if last and last.span and last.span.end == end else None
    if marking is None and part.lines[0].startswith("("):
        marking = mark_at(text, part.span.start)
    known = marking is not None and "unknown-control" not in marking.flags
    return subject, marking if known else None


def day_of_year(moment: datetime) -> int:
    """Give the day of the year, from 1, as the DE line counts it."""
    return moment.timetuple().tm_yday
