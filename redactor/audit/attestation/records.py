"""The records of a bundle: what manifest.json, opening.json and decisions.jsonl say.

The first two are signed as notes are: over their canonical JSON (RFC 8785) without the signature,
and a line end. Nothing may stand in them in any other form, so that no byte can change unseen.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

import rfc8785
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from redactor.audit.attestation.digests import read_json
from redactor.audit.attestation.segments import Kind
from redactor.audit.ledger import Note, NoteError, Signature, read_note

MANIFEST, TOKEN = "manifest.json", "release.sdjwt"
"""Of the public folder."""
OPENING, DECISIONS = "opening.json", "decisions.jsonl"
"""Of the classified one."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Place = Annotated[int, Field(ge=0)]
Stretch = tuple[Place, Place]
"""Start and end, code points."""


class RecordError(Exception):
    """A record is malformed. The message says how, and shows nothing of what it holds."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class File(_Record):
    """One file of a folder."""

    bytes: Place
    sha256: Sha256


class KeyLine(_Record):
    """A key of the case, and what it stands on."""

    key: str
    """The public key."""
    note: str | None
    """In which the key before it names it."""


class Manifest(_Record):
    """manifest.json: what a release consists of, for everyone."""

    format: Literal["redactor-manifest/1"]
    release: str
    determination: str
    files: dict[str, File]
    added: tuple[tuple[Place, Place, str], ...]
    """Where release.txt holds words of the program, and why."""
    left_out: tuple[Place, ...]
    """Numbers of the token's segments, from 0, that are hidden without a marker."""
    first: str
    """Number of the first release that the token served."""
    keys: Annotated[tuple[KeyLine, ...], Field(min_length=1)]
    """Of the case, oldest first. The last one signs."""


class SetManifest(_Record):
    """manifest.json of a set: which releases belong together, and all of their files."""

    format: Literal["redactor-set/1"]
    set: str
    """Its name."""
    releases: dict[str, dict[str, File]]
    """The public files of each release, by its number."""
    files: dict[str, File]
    """The other files of the set's own folder."""
    keys: Annotated[tuple[KeyLine, ...], Field(min_length=1)]
    """Of the case, oldest first. The last one signs."""


class Source(_Record):
    """The cable, as it was imported."""

    sha256: Sha256
    bytes: Place
    chars: Place
    disclosure: str
    """Of the token's claim about it."""


class Disclosed(_Record):
    """One disclosure of the token, and of what."""

    path: str
    start: Place
    end: Place
    made: str


class Part(_Record):
    """One segment of the token."""

    start: Place
    end: Place
    kind: Kind


class Earlier(_Record):
    """The checkpoint of an earlier release, and the proof that the log goes on from it."""

    release: str
    checkpoint: str
    proof: tuple[Sha256, ...]


class Opening(_Record):
    """opening.json: everything that the token hides, for those who may see it."""

    format: Literal["redactor-opening/1"]
    release: str
    manifest: Sha256
    """Of manifest.json."""
    files: dict[str, File]
    """Of the classified folder, without this one."""
    cable: Sha256
    """What stands for the cable in the log."""
    source: Source
    furniture: tuple[Stretch, ...]
    """What of the source is no content."""
    segments: tuple[Part, ...]
    places: tuple[Stretch, ...]
    """Where this release withholds."""
    disclosures: tuple[Disclosed, ...]
    checkpoint: str
    """Of the log as it was before the release was recorded: a signed note."""
    earlier: Earlier | None


class LogLine(_Record):
    """One line of decisions.jsonl: an event, and the proof that it is in the log."""

    digest: Sha256
    previous: Sha256
    """The digest of the event before it."""
    proof: tuple[Sha256, ...]
    record: dict[str, Any]


R = TypeVar("R", bound=_Record)
Signed = Manifest | Opening | SetManifest


def text_to_sign(record: Signed) -> str:
    """Give the text of the note that a record is."""
    return rfc8785.dumps(record.model_dump(mode="json")).decode() + "\n"


def with_signature(record: Signed, signature: Signature) -> bytes:
    """Give the bytes of a signed record."""
    line = str(signature).rstrip("\n")
    return rfc8785.dumps({**record.model_dump(mode="json"), "signature": line})


def read_signed(data: bytes, kind: type[R]) -> tuple[R, Note]:
    """Read a signed record; who signed it is a second question.

    Raises:
        RecordError: when it is malformed.
    """
    record = _canonical(data)
    line = record.pop("signature", None)
    text = rfc8785.dumps(record).decode() + "\n"
    try:
        note = read_note(f"{text}\n{line}\n".encode())
    except NoteError as fault:
        raise RecordError("was changed: it bears no signature") from fault
    return _checked(record, kind), note


def read_line(data: bytes) -> LogLine:
    """Read a line of decisions.jsonl.

    Raises:
        RecordError: when it is malformed.
    """
    return _checked(_canonical(data), LogLine)


def _canonical(data: bytes) -> dict[str, Any]:
    try:
        record = read_json(data)
        if isinstance(record, dict) and rfc8785.dumps(record) == data:
            return record
    except (ValueError, rfc8785.CanonicalizationError, RecursionError):
        pass
    raise RecordError("was changed: it is no JSON in canonical form")


def _checked(record: Mapping[str, Any], kind: type[R]) -> R:
    try:
        return kind.model_validate_json(rfc8785.dumps(dict(record)), strict=True)
    except ValidationError as fault:
        field = ".".join(map(str, fault.errors()[0]["loc"][:2]))
        raise RecordError(f"is malformed at {field}") from fault
