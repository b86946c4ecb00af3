"""Verifying what the public has: from the files alone, without the case and without a network."""

from collections.abc import Iterator, Mapping

from redactor.audit.attestation.matching import count_markers, mismatch
from redactor.audit.attestation.reading import Reading, TokenError
from redactor.audit.attestation.records import MANIFEST, TOKEN, Manifest
from redactor.audit.attestation.statements import (
    Statement,
    Trust,
    check_files,
    fails,
    holds,
    read_keys,
    read_manifest,
    unknown,
)
from redactor.audit.ledger import KeyFaultError
from redactor.text import plural

Files = Mapping[str, bytes]
_TEXT = "release.txt"


def verify_public(files: Files, trust: Trust, others: Mapping[str, Files]) -> Iterator[Statement]:
    """Say what holds of a public folder.

    Args:
        files: of the folder, by name.
        trust: whose signatures count.
        others: the public folders of other releases, by number; an earlier one shows what a
            later one newly opens.
    """
    manifest = read_manifest(files)
    if isinstance(manifest, Statement):
        yield manifest
        return
    yield trust.statement(manifest.keys)
    compared = tuple(check_files(manifest.files, files, MANIFEST))
    yield from compared
    wrong = [statement.words for statement in compared if statement.verdict == "fails"]
    if not any(words.startswith((TOKEN, _TEXT)) for words in wrong):
        yield from _token(manifest, files, others)


def read_token(manifest: Manifest, data: bytes) -> Reading:
    """Read the token of a release, signed with a key that its manifest lists.

    Raises:
        TokenError: when it is malformed, or not so signed.
    """
    reading = Reading.of(data)
    try:
        keys = read_keys(manifest.keys)
    except KeyFaultError as fault:
        raise TokenError("it is signed with a key that can't be read") from fault
    if not any(reading.is_signed_by(key) for key in keys):
        raise TokenError("its signature is false")
    if reading.release != manifest.first:
        raise TokenError("it is the token of another release")
    return reading


def _token(manifest: Manifest, files: Files, others: Mapping[str, Files]) -> Iterator[Statement]:
    try:
        reading = read_token(manifest, files.get(TOKEN, b""))
    except TokenError as fault:
        yield fails(f"{TOKEN}: {fault}")
        return
    yield _text(manifest, files, reading)
    if manifest.first != manifest.release:
        yield _opened(manifest, reading, others.get(manifest.first))


def _text(manifest: Manifest, files: Files, reading: Reading) -> Statement:
    try:
        text = files[_TEXT].decode()
    except (KeyError, UnicodeDecodeError):
        return fails(f"{_TEXT} is missing or no text")
    fault = mismatch(text, manifest.added, reading.items, manifest.left_out)
    if fault:
        return fails(f"{_TEXT}:{fault.line}: {fault.words}")
    markers = plural(count_markers(text, manifest.added), "withheld place")
    return holds(f"{_TEXT} holds the words that the token shows and no others; {markers} marked")


def _opened(manifest: Manifest, reading: Reading, earlier: Files | None) -> Statement:
    """Say whether a later release opens the very token of an earlier one."""
    first = manifest.first
    if earlier is None:
        return unknown(
            f"it says that it opens more of {first}; put the public folder of {first} beside this "
            "one to see whether that is so"
        )
    if earlier.get(TOKEN, b"").partition(b"~")[0] != reading.signed.encode():
        return fails(f"it opens another token than that of {first}")
    return holds(f"it opens the token of {first}: what it newly shows was withheld there")
