"""Proofs in an export: who has the lines and the checkpoint can check each event by itself."""

import json
from collections.abc import Iterable, Iterator

import rfc8785

from redactor.audit.ledger.log import Ledger
from redactor.audit.ledger.note import Note


def with_proofs(lines: Iterable[bytes], ledger: Ledger, size: int) -> Iterator[bytes]:
    """Add to each line of a journal the proof that its event is among the first ``size``.

    Args:
        lines: canonical JSON, each with the ``seq`` of its event.
        ledger: of the journal.
        size: number of events to prove; no line has a later one.
    """
    for line in lines:
        event = json.loads(line)
        proof = ledger.tree.inclusion(event["seq"] - 1, size)
        yield rfc8785.dumps({**event, "proof": [step.hex() for step in proof]})


def checkpoint_line(note: Note) -> bytes:
    """Give the last line of an export: the checkpoint that its proofs lead to."""
    return rfc8785.dumps({"checkpoint": str(note)})
