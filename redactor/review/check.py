"""Checking a journal against its chain: what was changed, cut or swapped, event by event."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from redactor.review.casefile import Raw
from redactor.review.chain import START, link, record
from redactor.review.rows import EventRow, RemarkRow, event_row, read_events


class JournalFault(NamedTuple):
    """One thing that does not hold."""

    seq: int | None
    """Number of the event; ``None`` for a cable, a policy, or the whole journal."""
    words: str


def faults_of(raw: Raw, head: tuple[int, str] | None = None) -> tuple[JournalFault, ...]:
    """Name everything that does not hold in a journal; nothing when all holds.

    Args:
        raw: the journal as it lies in the file.
        head: number and digest of an event, noted earlier and kept elsewhere. Who can write the
            file can make a new chain; only a head that lies elsewhere tells.
    """
    return (*_events(raw), *_tail(raw), *_kept(raw), *_file(raw), *_head(raw, head))


def _events(raw: Raw) -> Iterator[JournalFault]:
    """Check each event against the digest before it, so that a fault names its own event only."""
    chain, remarks = dict(raw.chain), _by_event(raw.remarks)
    last, previous = 0, START
    for row in raw.events:
        seq = row[0]
        if seq != last + 1:
            yield JournalFault(seq, "events before it are missing")
        if seq not in chain:
            yield JournalFault(seq, "it was written past the chain")
        elif _digest(row, remarks.get(seq, []), previous, raw.secret) != chain[seq]:
            yield JournalFault(seq, "it, or its place in the order, was changed")
        last, previous = seq, chain.get(seq, previous)


def _by_event(remarks: Iterable[RemarkRow]) -> dict[int, list[RemarkRow]]:
    found: dict[int, list[RemarkRow]] = {}
    for remark in remarks:
        found.setdefault(remark[0], []).append(remark)
    return found


def _digest(row: EventRow, remarks: list[RemarkRow], previous: str, secret: bytes) -> str | None:
    try:
        (event,) = read_events([row], remarks)
        if event_row(event) != row:
            return None
        return link(previous, record(event, secret))
    except (ValueError, TypeError, AttributeError):
        return None


def _tail(raw: Raw) -> Iterator[JournalFault]:
    """Find events that the chain knows and the journal does not, and words without an event."""
    there = {row[0] for row in raw.events}
    gone = [seq for seq, _ in raw.chain if seq not in there]
    if gone:
        yield JournalFault(gone[0], f"it was cut from the journal, with {len(gone) - 1} others")
    for seq in sorted({seq for seq, _, _ in raw.remarks} - there):
        yield JournalFault(seq, "words are kept for an event that is not there")


def _kept(raw: Raw) -> Iterator[JournalFault]:
    for kind, name, data in raw.kept:
        content = data if isinstance(data, bytes) else b""
        if hashlib.sha256(content).hexdigest() != name:
            yield JournalFault(None, f"the {kind} kept under {name[:12]} was changed")


def _file(raw: Raw) -> Iterator[JournalFault]:
    if not raw.sound:
        yield JournalFault(None, "an index misses events of the journal; restore a copy")


def _head(raw: Raw, head: tuple[int, str] | None) -> Iterator[JournalFault]:
    if head is None:
        return
    seq, digest = head
    known = dict(raw.chain).get(seq)
    if known is None:
        yield JournalFault(seq, "the journal ends before the head that was noted")
    elif known != digest:
        yield JournalFault(seq, "the journal up to here is another than the one that was noted")
