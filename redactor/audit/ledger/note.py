"""Signed notes: text with signatures below it (https://c2sp.org/signed-note)."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from redactor.audit.ledger.keys import PublicKey, SigningKey, decode, encode, is_name

_MOST_SIGNATURES = 100
_ID_BYTES = 4
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


class NoteError(Exception):
    """A note is malformed, or its signatures do not hold."""


class Signature(NamedTuple):
    """One line below a note."""

    name: str
    key_id: bytes
    """4 bytes."""
    signature: bytes

    def __str__(self) -> str:
        return f"\N{EM DASH} {self.name} {encode(self.key_id + self.signature)}\n"


class Note(NamedTuple):
    """A text, and who signed it."""

    text: str
    """Ends in a line end."""
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(map(str, self.signatures))}"

    def signers(self, known: Iterable[PublicKey]) -> tuple[PublicKey, ...]:
        """Give those of the known keys that signed. Signatures of unknown keys count for nothing.

        Raises:
            NoteError: when a known key's signature is false.
        """
        keys = {(key.name, key.id): key for key in known}
        found: dict[PublicKey, None] = {}
        for line in self.signatures:
            key = keys.get((line.name, line.key_id))
            if key and not key.checks(self.text.encode(), line.signature):
                raise NoteError(f"the signature of {key.name} is false")
            if key:
                found[key] = None
        return tuple(found)


def sign_note(text: str, *keys: SigningKey) -> Note:
    """Sign a text.

    Raises:
        NoteError: when the text is none for a note.
    """
    _check_text(text)
    return Note(
        text,
        tuple(Signature(key.name, key.public.id, key.sign(text.encode())) for key in keys),
    )


def read_note(data: bytes) -> Note:
    """Read a note; who signed it is a second question.

    Raises:
        NoteError: when it is malformed.
    """
    try:
        whole = data.decode()
    except UnicodeDecodeError as fault:
        raise NoteError("the note is not UTF-8") from fault
    text, blank, below = whole.rpartition("\n\n")
    lines = below.split("\n")
    if not blank or lines.pop() or not 1 <= len(lines) <= _MOST_SIGNATURES:
        raise NoteError("the note has no signature lines at its end")
    _check_text(text + "\n")
    return Note(text + "\n", tuple(_signature(line) for line in lines))


def _signature(line: str) -> Signature:
    parts = line.split(" ")
    if len(parts) == len(("dash", "name", "base64")) and parts[0] == "\N{EM DASH}":
        data = decode(parts[2])
        if is_name(parts[1]) and data and len(data) > _ID_BYTES:
            return Signature(parts[1], data[:_ID_BYTES], data[_ID_BYTES:])
    raise NoteError("a line below the note is no signature")


def _check_text(text: str) -> None:
    if not text.endswith("\n") or _CONTROL.search(text):
        raise NoteError("the text of the note is malformed")
