"""Keys that sign: Ed25519, in the forms of C2SP signed notes (https://c2sp.org/signed-note).

A public key is written ``name+id+base64``; the id is the first four bytes of a hash over name and
key, in hex. It tells keys apart and is no fingerprint: compare the whole line.
"""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

_ED25519 = b"\x01"
_KEY_BYTES = 32
_LINE = re.compile(r"(?P<name>[^+]+)\+(?P<id>[0-9a-f]{8})\+(?P<key>[A-Za-z0-9+/=]+)", re.ASCII)


class KeyFaultError(Exception):
    """A key can't be read or used. The message says what to do."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What checks signatures."""

    name: str
    """Without white space and plus signs; for a log its origin."""
    public: bytes
    """32 bytes."""

    @classmethod
    def parse(cls, line: str) -> Self:
        """Read a key from its line.

        Raises:
            KeyFaultError: when it is none.
        """
        match = _LINE.fullmatch(line)
        data = decode(match["key"]) if match and is_name(match["name"]) else None
        if match is None or data is None or len(data) != 1 + _KEY_BYTES or data[:1] != _ED25519:
            raise KeyFaultError("no public key is written there: a line like name+0a1b2c3d+AX...=")
        key = cls(match["name"], data[1:])
        if key.id.hex() != match["id"]:
            raise KeyFaultError("the public key written there is damaged: its id is another's")
        return key

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{encode(_ED25519 + self.public)}"

    @property
    def id(self) -> bytes:
        """The key's id, 4 bytes."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    def checks(self, message: bytes, signature: bytes) -> bool:
        """Tell whether a signature over a message is this key's."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True, repr=False)
class SigningKey:
    """What signs. Ed25519 gives the same signature for the same message, always."""

    name: str
    private: Ed25519PrivateKey

    @property
    def public(self) -> PublicKey:
        """The key that checks what this one signs."""
        return PublicKey(self.name, self.private.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """Sign a message; 64 bytes."""
        return self.private.sign(message)


def new_key(name: str) -> SigningKey:
    """Make a key.

    Raises:
        KeyFaultError: when the name is none for a key.
    """
    if not is_name(name):
        raise KeyFaultError("a key's name has no spaces and no plus sign")
    return SigningKey(name, Ed25519PrivateKey.generate())


def is_name(name: str) -> bool:
    """Tell whether a key may have this name."""
    return bool(name) and "+" not in name and name.isprintable() and not re.search(r"\s", name)


def encode(data: bytes) -> str:
    """Write bytes in base64 (RFC 4648, 4)."""
    return base64.b64encode(data).decode()


def decode(text: str) -> bytes | None:
    """Read base64 written in the one right way; ``None`` for anything else."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if encode(data) == text else None
