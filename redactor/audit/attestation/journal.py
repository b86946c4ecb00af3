"""What the journal gives to an attestation: the case's secret, its log, keys and earlier seals.

A seal is what an attestation leaves in the journal, in the event of its release: the signed
token, how it is divided, and the signatures. So the same release can be made again with the same
bytes, also after the key has changed, and a later one can open the same token.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import rfc8785

from redactor.audit.attestation.records import KeyLine, LogLine
from redactor.audit.attestation.segments import Segment
from redactor.audit.ledger import Ledger
from redactor.review import CaseFile, Event, event_record
from redactor.text import Span


class Seal(NamedTuple):
    """What one attestation left in the journal. It holds no text and no hash of a text."""

    release: str
    size: int
    """Number of events before the act that released it."""
    token: str
    """The signed part of the token."""
    first: str
    """Number of the release for which the token was made."""
    segments: tuple[Segment, ...]
    signatures: Mapping[str, str]
    """Of the manifest, the opening and the checkpoint: as lines of a note."""

    @property
    def body(self) -> dict[str, Any]:
        """What the event holds of it."""
        return {
            "size": self.size,
            "token": self.token,
            "first": self.first,
            "segments": [[*part.span, part.kind] for part in self.segments],
            "signatures": dict(self.signatures),
        }

    @classmethod
    def of(cls, event: Event) -> Self | None:
        """Read the seal of a release; ``None`` for one from before there were seals."""
        body = event.body.get("seal")
        if body is None:
            return None
        return cls(
            event.body["number"],
            body.get("size", event.seq - 1),  # older seals tell none: each was an act of its own
            body["token"],
            body["first"],
            tuple(Segment(Span(start, end), kind) for start, end, kind in body["segments"]),
            body["signatures"],
        )


@dataclass(frozen=True, slots=True)
class Journal:
    """A case's journal as it was before the release of one cable was recorded."""

    secret: bytes
    ledger: Ledger
    cable: str
    """What stands for the cable in the log."""
    size: int
    """Number of events before the release's own."""
    events: tuple[Event, ...]
    """Those on the cable, and those that concern the whole case, in order."""
    keys: tuple[KeyLine, ...]
    """All that the case has by now, oldest first."""
    again: Seal | None = None
    """Of this very release, when it is made again."""
    unsealed: bool = False
    """It was made before there were seals: nothing proves it."""

    @property
    def earlier(self) -> Seal | None:
        """The seal of the last release before this one."""
        seals = (Seal.of(event) for event in reversed(self.events) if event.kind == "release")
        return next(filter(None, seals), None)

    @property
    def keys_then(self) -> tuple[KeyLine, ...]:
        """The keys that the case had before the release was recorded, oldest first."""
        return _keys(self.events)

    def lines(self) -> Iterator[bytes]:
        """Give the lines of decisions.jsonl."""
        for event in self.events:
            proof = self.ledger.tree.inclusion(event.seq - 1, self.size)
            line = LogLine(
                digest=self.ledger.digest(event.seq),
                previous=self.ledger.digest(event.seq - 1),
                proof=tuple(step.hex() for step in proof),
                record=event_record(event, self.secret),
            )
            yield rfc8785.dumps(line.model_dump(mode="json"))


def journal_of(case: CaseFile, ledger: Ledger, cable: str, number: str) -> Journal:
    """Give the journal for a release that is to be recorded, or that is made again.

    Args:
        case: the case file.
        ledger: over its journal as it is now.
        cable: SHA-256 of the cable, hex.
        number: of the release.

    Raises:
        CaseError: when the case file can't be used.
    """
    whole, _ = case.events_of_case()
    events = {event.seq: event for event in (*whole, *case.events_on(cable, len(ledger)))}
    here = [events[seq] for seq in sorted(events) if events[seq].cable in (None, cable)]
    own = next((event for event in reversed(here) if _is_release(event, number)), None)
    again = Seal.of(own) if own else None
    size = again.size if again else own.seq - 1 if own else len(ledger)
    before = tuple(event for event in here if event.seq <= size)
    keys = _keys(here)
    return Journal(
        case.secret,
        ledger,
        case.commitment(cable),
        size,
        before,
        keys,
        again,
        own is not None and not again,
    )


def keys_of(case: CaseFile) -> tuple[KeyLine, ...]:
    """Give the keys with which a case has signed, oldest first.

    Raises:
        CaseError: when the case file can't be used.
    """
    events, _ = case.events_of_case()
    return _keys(events)


def _keys(events: Iterable[Event]) -> tuple[KeyLine, ...]:
    return tuple(
        KeyLine(key=event.body["key"], note=event.body["note"])
        for event in events
        if event.kind == "key"
    )


def _is_release(event: Event, number: str) -> bool:
    return event.kind == "release" and event.body["number"] == number
