"""The journal's events: the only source of truth, and free of document text.

Free words of a reviewer (reason, note, harm, segregability) may quote the document, so they are
kept beside the journal as remarks, marked classified, and never in an event's body.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

import rfc8785

from redactor.text import Span, merge

EventKind = Literal[
    "open", "policy", "import", "roster", "propose",
    "decide", "undo", "redo", "sign", "disagree", "approve", "release", "reopen",
    "note", "flag", "unflag", "split", "merge", "attest", "hold", "lift", "notify", "answer",
    "claim", "unclaim", "check", "export", "key", "clear", "unclear", "suggest", "past",
]  # fmt: skip

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before the journal has given it a number."""

    kind: EventKind
    cable: str | None
    """SHA-256 of the cable it is about, hex."""
    body: Body
    remarks: Mapping[str, str] = field(default_factory=dict)
    role: str = ""
    """The role without which it could not be done; empty when it needs none."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal."""

    seq: int
    """From 1, without gaps."""
    act: int
    """``seq`` of the first event of the same act: what one undo takes back."""
    at: datetime
    """UTC."""
    person: str
    cable: str | None
    kind: EventKind
    body: Body
    remarks: Mapping[str, str] = field(default_factory=dict)
    role: str = ""
    """In which role of the roster the person acted; empty before there were roles."""
    policy: str | None = None
    """SHA-256 of the policy in force, hex."""


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Give places as a body keeps them: start and end in code points, joined where they meet."""
    return [[span.start, span.end] for span in merge(spans)]


def spans_in(body: Body) -> tuple[Span, ...]:
    """Give the places that a body names."""
    return tuple(Span(start, end) for start, end in body.get("spans", ()))


def encode(body: Body) -> str:
    """Give the canonical JSON of a body (RFC 8785)."""
    return rfc8785.dumps(dict(body)).decode()


def decode(text: str) -> Body:
    """Read a body back.

    Raises:
        ValueError: when the text is no JSON object.
    """
    body, end = _JSON.raw_decode(text)
    if isinstance(body, dict) and end == len(text):
        return body
    raise ValueError("an event's body is a JSON object")


_JSON = json.JSONDecoder()
"""Made once: a large case has very many bodies."""


def print_time(at: datetime) -> str:
    """Give a moment as the journal writes it: UTC, to the microsecond."""
    return at.isoformat(timespec="microseconds").replace("+00:00", "Z")


def read_time(text: str) -> datetime:
    """Read a moment that the journal wrote.

    Raises:
        ValueError: when it is no time.
    """
    return datetime.fromisoformat(text)
