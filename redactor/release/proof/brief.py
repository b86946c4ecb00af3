"""The brief: what a fresh process is told of a release, and what it answers.

A brief holds what was withheld. It goes through a pipe, and nowhere else: no argument, variable
or file has a word of it. An answer names places and never quotes a word.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from redactor.release.building import Release
from redactor.release.findings import still_open
from redactor.release.furniture import no_content
from redactor.release.head import Signing, Title
from redactor.release.holes import approved
from redactor.release.leaks import Leak, find_leaks, secrets_of
from redactor.release.markers import Amount
from redactor.release.pieces import Added, Kept, Piece
from redactor.release.wanted import Secrets
from redactor.review import CompletedReview
from redactor.text import Span, merge, subtract


@dataclass(frozen=True, slots=True)
class Facts:
    """What a release says that is neither the cable's nor the program's own."""

    title: Title
    signing: Signing
    amount: Amount
    appeal: str | None
    """In the policy's words."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One release to be proved."""

    folder: str
    """Where its public files lie."""
    files: Mapping[str, str]
    """Their names, and the SHA-256 of what was built for each, hex."""
    facts: Facts
    text: str = field(repr=False)
    """The cable's."""
    pieces: tuple[Piece, ...] = field(repr=False)
    """Of which the release is said to be made."""
    approved: tuple[Span, ...]
    """What of the cable may be printed."""
    cleared: tuple[Span, ...]
    """Where words may stand that are withheld elsewhere."""
    named: tuple[Span, ...]
    """Withheld words that a statute's name may tell."""
    secrets: Secrets = field(repr=False)


class Listing(NamedTuple):
    """The folder of a set, to be proved after the releases that it lists."""

    folder: str
    files: Mapping[str, str]
    """Their names, and the SHA-256 of what was built for each, hex."""


class Finding(NamedTuple):
    """Something that must not be. It holds the release."""

    file: str
    """A name that the program gave, never one that it found."""
    fault: str
    """Goes on with the sentence that the file begins."""
    withheld: Span | None = None
    """Where in the cable the words that can be read are withheld."""


def brief_of(
    review: CompletedReview,
    release: Release,
    folder: Path,
    files: Mapping[str, bytes],
    appeal: str | None = None,
) -> Brief:
    """Give the brief of a release whose public ``files`` were built and lie in ``folder``."""
    cable = review.dated.cable
    title = Title(release.number, release.determination)
    cleared = _cleared(review, release.pieces)
    return Brief(
        folder=str(folder),
        files=_digests(files),
        facts=Facts(title, release.signing, release.amount, appeal),
        text=cable.text,
        pieces=release.pieces,
        approved=subtract(approved(review.painting), no_content(cable)),
        cleared=merge((*review.cleared, *(each.released for each in cleared))),
        named=tuple(each.withheld for each in cleared if each.in_marker),
        secrets=secrets_of(cable, review.painting),
    )


def listing_of(folder: Path, files: Mapping[str, bytes]) -> Listing:
    """Give what is told of a set: where its files lie, and as they were built."""
    return Listing(str(folder), _digests(files))


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def _cleared(review: CompletedReview, pieces: Sequence[Piece]) -> tuple[Leak, ...]:
    """Give the findings that a second person cleared."""
    found = find_leaks(review.dated.cable, review.painting, pieces)
    held = still_open(review, found)
    return tuple(each for each in found if each not in held)


def question_line(asked: Brief | Listing) -> bytes:
    """Write as one line what is to be proved."""
    if isinstance(asked, Listing):
        return json.dumps({"listing": asked}).encode("ascii") + b"\n"
    told = asdict(asked)
    told["facts"]["signing"]["day"] = asked.facts.signing.day.isoformat()
    return json.dumps(told).encode("ascii") + b"\n"


def read_question(line: bytes) -> Brief | Listing:
    """Read a line that ``question_line`` wrote.

    Raises:
        ValueError, KeyError, TypeError: when it is another.
    """
    told = json.loads(line)
    if "listing" in told:
        return Listing(*told["listing"])
    source, holes, acts = told["secrets"]
    return Brief(
        folder=told["folder"],
        files=told["files"],
        facts=_facts(told["facts"]),
        text=told["text"],
        pieces=tuple(map(_piece, told["pieces"])),
        approved=_spans(told["approved"]),
        cleared=_spans(told["cleared"]),
        named=_spans(told["named"]),
        secrets=Secrets(source, _spans(holes), _spans(acts)),
    )


def _facts(told: Mapping[str, Any]) -> Facts:
    number, determination = told["title"]
    signing = told["signing"]
    return Facts(
        Title(number, determination),
        Signing(
            tuple(signing["people"]),
            date.fromisoformat(signing["day"]),
            signing["basis"],
            signing["office"],
        ),
        told["amount"],
        told["appeal"],
    )


def _piece(told: Mapping[str, Any]) -> Piece:
    if "span" in told:
        return Kept(Span(*told["span"]))
    at = Span(*told["at"]) if told["at"] else None
    return Added(told["text"], told["why"], at)


def _spans(told: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in told)


def answer_line(findings: Sequence[Finding]) -> bytes:
    """Write what was found as one line."""
    return json.dumps({"findings": findings}).encode("ascii") + b"\n"


def fault_line(fault: str) -> bytes:
    """Write as one line why nothing could be proved."""
    return json.dumps({"fault": fault}).encode("ascii") + b"\n"


def read_answer(line: bytes) -> tuple[Finding, ...] | str:
    """Read an answer: what was found, or why nothing could be proved.

    Raises:
        ValueError, KeyError, TypeError: when it is no answer.
    """
    told = json.loads(line)
    if "fault" in told:
        return str(told["fault"])
    return tuple(
        Finding(file, fault, Span(*withheld) if withheld else None)
        for file, fault, withheld in told["findings"]
    )
