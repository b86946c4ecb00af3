"""What verifying says: one sentence for each thing that was looked at."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from redactor.audit.attestation.records import (
    MANIFEST,
    OPENING,
    File,
    KeyLine,
    Manifest,
    Opening,
    RecordError,
    read_signed,
)
from redactor.audit.ledger import KeyFaultError, Note, NoteError, PublicKey, followed


class Statement(NamedTuple):
    """One thing that was looked at."""

    verdict: Literal["holds", "fails", "unknown"]
    """``unknown`` when it can't be told from what is here."""
    words: str


def holds(words: str) -> Statement:
    """Say what holds."""
    return Statement("holds", words)


def fails(words: str) -> Statement:
    """Say what does not hold."""
    return Statement("fails", words)


def unknown(words: str) -> Statement:
    """Say what can't be told."""
    return Statement("unknown", words)


class Trust(NamedTuple):
    """Whose signatures count."""

    keys: tuple[PublicKey, ...] | None
    """That the reader knows from elsewhere; ``None`` when they know none."""

    def statement(self, lines: Sequence[KeyLine]) -> Statement:
        """Say whether the last key of a case is known, by itself or through those before it."""
        signer = lines[-1].key
        if self.keys is None:
            return unknown(
                "the signer is unknown: anyone can sign. Ask the office for its key and give it "
                f"with --key; the release is signed with {signer}"
            )
        known = followed(self.keys, [line.note for line in lines if line.note])
        if signer not in map(str, known):
            return fails(f"it is signed with another key than the one you gave: {signer}")
        named = "" if signer in map(str, self.keys) else ", named by the key that you gave"
        return holds(f"it is signed with the key {signer}{named}")


def read_manifest(files: Mapping[str, bytes]) -> Manifest | Statement:
    """Read the manifest of a public folder, or say what is wrong with it."""
    try:
        manifest, note = read_signed(_file(MANIFEST, files), Manifest)
        check_signed(note, manifest.keys)
    except RecordError as fault:
        return fails(f"{MANIFEST} {fault}")
    return manifest


def read_opening(files: Mapping[str, bytes], keys: Sequence[KeyLine]) -> Opening | Statement:
    """Read the opening of a classified folder, or say what is wrong with it.

    Args:
        files: of the folder.
        keys: of the case, as the manifest lists them.
    """
    try:
        opening, note = read_signed(_file(OPENING, files), Opening)
        check_signed(note, keys)
    except RecordError as fault:
        return fails(f"{OPENING} {fault}")
    return opening


def _file(name: str, files: Mapping[str, bytes]) -> bytes:
    try:
        return files[name]
    except KeyError as fault:
        raise RecordError("is missing: without it nothing of its folder can be checked") from fault


def check_signed(note: Note, keys: Sequence[KeyLine]) -> None:
    """Check that the last key of a case signed.

    Raises:
        RecordError: when it did not.
    """
    try:
        signers = note.signers(read_keys(keys)[-1:])
    except (NoteError, KeyFaultError):
        signers = ()
    if not signers:
        raise RecordError("was changed: its signature is false")


def read_keys(lines: Sequence[KeyLine]) -> tuple[PublicKey, ...]:
    """Read the keys of a case.

    Raises:
        KeyFaultError: when one is damaged.
    """
    return tuple(PublicKey.parse(line.key) for line in lines)


def check_files(
    wanted: Mapping[str, File], files: Mapping[str, bytes], record: str
) -> Iterator[Statement]:
    """Compare a folder with its record, and name each file that is not as it was signed."""
    wrong = 0
    for name in sorted({*wanted, *files} - {record}):
        fault = _fault(wanted.get(name), files.get(name))
        if fault:
            wrong += 1
            yield fails(f"{name} {fault}")
    if not wrong:
        yield holds(f"the {len(wanted)} files that {record} lists are as they were signed")


def _fault(wanted: File | None, data: bytes | None) -> str | None:
    if data is None:
        return "is missing"
    if wanted is None:
        return "was added: it is not part of the release"
    if hashlib.sha256(data).hexdigest() != wanted.sha256 or len(data) != wanted.bytes:
        return "was changed"
    return None
