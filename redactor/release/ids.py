"""Ids: what a finding is called by."""

import hashlib

from redactor.text import Span

_DIGITS = 8


def finding_id(kind: str, *parts: Span | str) -> str:
    """Give a finding's id: the same as long as it is the same finding.

    It is made of places and of hashes of public texts, never of words.
    """
    said = (f"{part.start}:{part.end}" if isinstance(part, Span) else part for part in parts)
    digest = hashlib.sha256("\n".join((kind, *said)).encode()).hexdigest()
    return f"F-{digest[:_DIGITS]}"
