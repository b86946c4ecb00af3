"""Checking the log behind a release: every event is in it, and it goes on from earlier ones."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from redactor.audit.attestation.records import (
    DECISIONS,
    KeyLine,
    LogLine,
    Opening,
    RecordError,
    read_line,
)
from redactor.audit.attestation.statements import Statement, fails, holds, read_keys
from redactor.audit.ledger import (
    Checkpoint,
    KeyFaultError,
    NoteError,
    extends,
    includes,
    leaf_hash,
    read_note,
)
from redactor.review import Event, event_digest
from redactor.text import plural


class LogError(Exception):
    """The log does not hold. The message says where."""


class Log(NamedTuple):
    """The events behind a release, proved."""

    events: tuple[Event, ...]
    """On the cable and on the whole case; a commitment stands for the cable."""
    head: Checkpoint


def read_log(opening: Opening, keys: tuple[KeyLine, ...], data: bytes) -> Log:
    """Read decisions.jsonl and prove each event.

    Raises:
        LogError: when the checkpoint is not signed, or an event is not in the log.
    """
    head = _checkpoint(opening.checkpoint, keys)
    events: list[Event] = []
    for number, line in enumerate(data.splitlines(keepends=True), 1):
        try:
            event = _proved(read_line(line.removesuffix(b"\n")), head)
        except (RecordError, LogError) as fault:
            raise LogError(f"{DECISIONS}:{number}: {fault}") from fault
        if events and event.seq <= events[-1].seq:
            raise LogError(f"{DECISIONS}:{number}: the events are not in order")
        events.append(event)
    return Log(tuple(events), head)


def log_statements(opening: Opening, keys: tuple[KeyLine, ...], log: Log) -> Iterator[Statement]:
    """Say what holds of the log."""
    yield holds(
        f"the {plural(len(log.events), 'event')} of {DECISIONS} are in the log of "
        f"{log.head.size:,} events that was signed"
    )
    if opening.earlier is None:
        return
    try:
        before = _checkpoint(opening.earlier.checkpoint, keys)
    except LogError as fault:
        yield fails(f"the log of {opening.earlier.release}: {fault}")
        return
    proof = [bytes.fromhex(step) for step in opening.earlier.proof]
    if before.origin == log.head.origin and extends(
        before.size, log.head.size, proof, before.root, log.head.root
    ):
        yield holds(f"the log goes on from the one behind {opening.earlier.release}")
    else:
        yield fails(f"the log is another than the one behind {opening.earlier.release}")


def _checkpoint(words: str, keys: tuple[KeyLine, ...]) -> Checkpoint:
    try:
        note = read_note(words.encode())
        if note.signers(read_keys(keys)):
            return Checkpoint.parse(note.text)
    except (NoteError, KeyFaultError) as fault:
        raise LogError("its checkpoint is damaged") from fault
    raise LogError("its checkpoint is not signed with a key of the case")


def _proved(line: LogLine, head: Checkpoint) -> Event:
    """Give an event that is in the log.

    Raises:
        LogError: when it is not.
    """
    try:
        event = _event(line.record)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise LogError("it is no event") from fault
    if event_digest(line.previous, line.record) != line.digest:
        raise LogError(f"event {event.seq} is not the one that its digest is of")
    leaf = leaf_hash(bytes.fromhex(line.digest))
    proof = [bytes.fromhex(step) for step in line.proof]
    if not includes(leaf, event.seq - 1, head.size, proof, head.root):
        raise LogError(f"event {event.seq} is not in the log that was signed")
    return event


def _event(record: Mapping[str, Any]) -> Event:
    return Event(
        int(record["seq"]),
        int(record["act"]),
        datetime.fromisoformat(record["at"]),
        str(record["person"]),
        record["cable"],
        record["kind"],
        dict(record["body"]),
        dict.fromkeys(record["remarks"], ""),
        str(record["role"]),
        record["policy"],
    )
