"""Who signs a bundle: a key, or what the key signed when the same release was made before."""

from dataclasses import dataclass
from typing import Protocol

from redactor.audit.attestation.journal import Seal
from redactor.audit.attestation.records import KeyLine
from redactor.audit.attestation.token import Token
from redactor.audit.ledger import (
    KeyFaultError,
    Note,
    NoteError,
    PublicKey,
    SigningKey,
    read_note,
    sign_note,
)


class AttestationError(Exception):
    """A release can't be attested. The message says why and what to do."""


class NothingSignedError(AttestationError):
    """What was signed before is another text."""


class Signer(Protocol):
    """Signs the records of one bundle."""

    @property
    def keys(self) -> tuple[KeyLine, ...]:
        """The keys of the case that the manifest lists; the last one signs."""

    def sign(self, name: str, text: str) -> Note:
        """Give a text signed.

        Args:
            name: what the text is of the bundle.
            text: the text.

        Raises:
            NothingSignedError: when it can't be.
        """

    def sign_token(self, token: Token) -> str:
        """Give the signed part of a token.

        Raises:
            NothingSignedError: when it can't be.
        """


@dataclass(frozen=True, slots=True)
class WithKey:
    """Signs with a key."""

    key: SigningKey
    keys: tuple[KeyLine, ...]

    def sign(self, name: str, text: str) -> Note:  # noqa: ARG002 - a signer's form
        """Sign a text."""
        return sign_note(text, self.key)

    def sign_token(self, token: Token) -> str:
        """Sign a token."""
        return token.signed(self.key)


@dataclass(frozen=True, slots=True)
class FromSeal:
    """Gives the signatures that the journal kept of the same release."""

    seal: Seal
    keys: tuple[KeyLine, ...]

    def sign(self, name: str, text: str) -> Note:
        """Give the note that was signed before."""
        note = resigned(text, self.seal.signatures[name], self.keys)
        if note is None:
            raise NothingSignedError("this is not what was signed when the release was made")
        return note

    def sign_token(self, token: Token) -> str:  # noqa: ARG002 - a signer's form
        """Refuse: the token that was signed before is another."""
        raise NothingSignedError("this is not the token that was signed when the release was made")


def resigned(text: str, line: str, keys: tuple[KeyLine, ...]) -> Note | None:
    """Give a note from its text and the signature that was kept; ``None`` if it does not hold."""
    try:
        note = read_note(f"{text}\n{line}\n".encode())
        return note if note.signers(PublicKey.parse(each.key) for each in keys) else None
    except (NoteError, KeyFaultError):
        return None
