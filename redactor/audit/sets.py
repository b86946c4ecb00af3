"""Sets: many releases that were made together, listed and signed as one.

A set has a folder of its own beside those of its releases: an index for people as CSV and HTML,
and a signed manifest with the size and hash of every file of every release. Its name is made of
the numbers of its releases, so the same set made again has the same name and the same bytes.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from redactor.audit.attestation.issue import files_of
from redactor.audit.attestation.records import (
    MANIFEST,
    File,
    KeyLine,
    RecordError,
    SetManifest,
    read_signed,
    text_to_sign,
    with_signature,
)
from redactor.audit.attestation.statements import (
    Statement,
    Trust,
    check_files,
    check_signed,
    fails,
    holds,
)
from redactor.audit.ledger import SigningKey, sign_note
from redactor.release import Row, listing_csv, listing_html
from redactor.text import plural

Files = Mapping[str, bytes]

_DIGITS = 8


class Member(NamedTuple):
    """One release of a set."""

    row: Row
    """What the index says of it."""
    files: Mapping[str, File]
    """Its public files."""


def member(row: Row, files: Files) -> Member:
    """Give a member of a set, from its public files."""
    return Member(row, files_of(files))


def set_name(numbers: Collection[str]) -> str:
    """Give the name of the set of these releases."""
    digest = hashlib.sha256("\n".join(sorted(numbers)).encode()).hexdigest()
    return f"S-{digest[:_DIGITS]}"


def set_files(
    members: Sequence[Member], key: SigningKey, keys: tuple[KeyLine, ...]
) -> Mapping[str, bytes]:
    """Give the files of a set's folder.

    Args:
        members: in the order of their numbers.
        key: the last of the case's keys.
        keys: all of them, oldest first.
    """
    manifest = _manifest(members, keys)
    note = sign_note(text_to_sign(manifest), key)
    return {**_index(members), MANIFEST: with_signature(manifest, note.signatures[0])}


def set_again(
    members: Sequence[Member], signed: bytes, keys: tuple[KeyLine, ...]
) -> Mapping[str, bytes] | None:
    """Give the files of a set that was signed, without any key; ``None`` if it is another.

    Args:
        members: in the order of their numbers.
        signed: the manifest that lies in the set's folder.
        keys: of the case, oldest first; it may have been signed before the last of them was made.
    """
    try:
        manifest, note = read_signed(signed, SetManifest)
        check_signed(note, manifest.keys)
    except RecordError:
        return None
    then = keys[: len(manifest.keys)]
    return {**_index(members), MANIFEST: signed} if manifest == _manifest(members, then) else None


def _manifest(members: Sequence[Member], keys: tuple[KeyLine, ...]) -> SetManifest:
    return SetManifest(
        format="redactor-set/1",
        set=set_name([each.row.number for each in members]),
        releases={each.row.number: dict(each.files) for each in members},
        files=files_of(_index(members)),
        keys=keys,
    )


def _index(members: Sequence[Member]) -> Files:
    rows = [each.row for each in members]
    page = listing_html(set_name([row.number for row in rows]), rows)
    return {"index.csv": listing_csv(rows).encode(), "index.html": page.encode()}


def verify_set(
    name: str, files: Files, releases: Mapping[str, Files], trust: Trust
) -> Iterator[Statement]:
    """Say what holds of a set, from its folder and the public ones beside it, by number."""
    try:
        manifest = _read(name, files)
    except RecordError as fault:
        yield fails(f"{MANIFEST} {fault}")
        return
    yield trust.statement(manifest.keys)
    yield from check_files(manifest.files, files, MANIFEST)
    wrong = [
        statement
        for number, wanted in manifest.releases.items()
        for statement in _member(number, wanted, releases.get(number))
    ]
    told = plural(len(manifest.releases), "release")
    yield from wrong or (
        holds(f"the {told} that {MANIFEST} lists are here, with the files that were signed"),
    )


def _read(name: str, files: Files) -> SetManifest:
    """Read the manifest of a set.

    Raises:
        RecordError: when it is missing, malformed, changed, or of another set.
    """
    if MANIFEST not in files:
        raise RecordError("is missing: without it nothing of its set can be checked")
    manifest, note = read_signed(files[MANIFEST], SetManifest)
    check_signed(note, manifest.keys)
    if name != manifest.set or name != set_name(manifest.releases):
        raise RecordError("is that of another set")
    return manifest


def _member(number: str, wanted: Mapping[str, File], files: Files | None) -> Iterator[Statement]:
    """Say what is wrong with one release."""
    if files is None:
        yield fails(f"{number} is missing")
        return
    for statement in check_files(wanted, files, ""):
        if statement.verdict == "fails":
            yield fails(f"{number}/{statement.words}")
