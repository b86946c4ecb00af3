"""The parts of an SD-JWT (RFC 9901): disclosures, their digests, and decoys.

Salts and decoys come from the case's secret, so that the same release made twice has the same
bytes. Without the secret they are as good as random.
"""

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import Any

_SALT_BYTES = 16
ALGORITHM = "sha-256"


@dataclass(frozen=True, slots=True, repr=False)
class Salter:
    """Makes what looks random, always the same for the same path of the same token."""

    secret: bytes
    """Of the case."""
    token: str
    """Which token of the case: no two may have the same salts."""

    def salt(self, path: str) -> str:
        """Give the salt of a disclosure: 22 characters."""
        return to_base64(self._bytes("salt", path)[:_SALT_BYTES])

    def decoy(self, path: str) -> str:
        """Give a digest of nothing: 43 characters."""
        return to_base64(self._bytes("decoy", path))

    def number(self, path: str, below: int) -> int:
        """Give a number from 0 to ``below``, that one excluded."""
        return int.from_bytes(self._bytes("number", path), "big") % below

    def _bytes(self, purpose: str, path: str) -> bytes:
        words = f"attestation\n{self.token}\n{purpose}\n{path}"
        return hmac.digest(self.secret, words.encode(), "sha256")


def disclosure(*parts: Any) -> str:  # noqa: ANN401 - any JSON
    """Give a disclosure: salt and value, or salt, name and value (RFC 9901, 4.2)."""
    return to_base64(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode())


def digest(made: str) -> str:
    """Give the digest of a disclosure (RFC 9901, 4.2.3)."""
    return to_base64(hashlib.sha256(made.encode("ascii")).digest())


def hidden(made: str) -> dict[str, str]:
    """Give what stands for an element of an array that is not shown (RFC 9901, 4.2.4.2)."""
    return {"...": made}


def to_base64(data: bytes) -> str:
    """Write bytes in base64url, without padding (RFC 7515, 2)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64(text: str) -> bytes | None:
    """Read base64url written in the one right way; ``None`` for anything else."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if to_base64(data) == text else None


def read_json(data: bytes) -> Any:  # noqa: ANN401 - any JSON
    """Read JSON that came from outside.

    Raises:
        ValueError: when it is none, names a member twice, or is nested too deeply.
    """
    try:
        return json.loads(data, object_pairs_hook=_each_once, parse_constant=_no_number)
    except RecursionError as fault:
        raise ValueError("nested too deeply") from fault


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a member is named twice")
    return found


def _no_number(name: str) -> Any:  # noqa: ANN401 - it never returns
    raise ValueError(f"{name} is no number")
