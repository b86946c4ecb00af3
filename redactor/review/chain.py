"""The chain: each event's digest covers the event and the digest before it.

A digest covers the record of an event: what may leave the case file. Cables and free words stand
in it as commitments, keyed with the case's secret, so that nobody without the case file can try
guesses against them.
"""

import hashlib
import hmac
from typing import Any

import rfc8785

from redactor.review.events import Event, print_time

START = hashlib.sha256(b"redactor journal").hexdigest()
"""Stands for the digest before the first event."""

SECRET_BYTES = 32


def commit(secret: bytes, kind: str, content: str) -> str:
    """Commit to words without showing them: 64 hex digits."""
    return hmac.new(secret, f"{kind}\n{content}".encode(), hashlib.sha256).hexdigest()


def record(event: Event, secret: bytes) -> dict[str, Any]:
    """Give what the log says of an event: all of it, but no text and no hash of a text."""
    return {
        "seq": event.seq,
        "act": event.act,
        "at": print_time(event.at),
        "person": event.person,
        "role": event.role,
        "kind": event.kind,
        "cable": commit(secret, "cable", event.cable) if event.cable else None,
        "policy": event.policy,
        "body": dict(event.body),
        "remarks": {
            kind: commit(secret, f"{event.seq} {kind}", words)
            for kind, words in event.remarks.items()
        },
    }


def link(previous: str, event_record: dict[str, Any]) -> str:
    """Give the digest of an event after the one whose digest is ``previous``."""
    return hashlib.sha256(previous.encode() + b"\n" + rfc8785.dumps(event_record)).hexdigest()
