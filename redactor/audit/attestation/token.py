"""The token: an SD-JWT over the segments of a cable (RFC 9901), signed with EdDSA (RFC 8037).

One token serves all releases of a cable, as long as they only open more of it. What is published
with it are the disclosures of what the release prints.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

import rfc8785

from redactor.audit.attestation.digests import (
    ALGORITHM,
    Salter,
    digest,
    disclosure,
    hidden,
    to_base64,
)
from redactor.audit.attestation.place import Opening, open_place
from redactor.audit.attestation.segments import Segment, Shown
from redactor.audit.attestation.unwrap import Unwrapped
from redactor.audit.ledger import PublicKey, SigningKey
from redactor.text import Span

TYPE = "redactor-release+sd-jwt"
SOURCE = "source"
"""The claim that names the source by its hash; only an auditor is shown it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token, and everything that can be shown of it."""

    payload: bytes
    """Canonical JSON; what is signed."""
    source: str
    """The disclosure of the source's hash."""
    openings: tuple[Opening, ...]
    """Of all segments, in order, the outer before the inner."""

    @classmethod
    def over(
        cls, segments: Sequence[Segment], text: Unwrapped, sha256: str, secret: bytes, release: str
    ) -> Self:
        """Make the token over the segments of a cable.

        Args:
            segments: of the first release that the token serves.
            text: of the cable.
            sha256: of the source's bytes, hex.
            secret: of the case.
            release: number of that release.
        """
        salter = Salter(secret, _name(segments, sha256, release))
        openings: list[Opening] = []
        elements: list[Any] = []
        for i, segment in enumerate(segments):
            found = _openings(str(i), segment, text, salter)
            elements.append(hidden(digest(found[0].made)))
            openings += found
        source = disclosure(salter.salt(SOURCE), SOURCE, sha256)
        claims = {
            "_sd": [digest(source)],
            "_sd_alg": ALGORITHM,
            "release": release,
            "segments": elements,
        }
        return cls(rfc8785.dumps(claims), source, tuple(openings))

    def signed(self, key: SigningKey) -> str:
        """Give the signed part."""
        header = {"alg": "EdDSA", "kid": key_id(key.public), "typ": TYPE}
        words = f"{to_base64(rfc8785.dumps(header))}.{to_base64(self.payload)}"
        return f"{words}.{to_base64(key.sign(words.encode()))}"

    def is_of(self, signed: str) -> bool:
        """Tell whether a signed part is this token's."""
        return signed.split(".")[1:2] == [to_base64(self.payload)]

    def shown(self, text: Unwrapped, printed: Sequence[Span]) -> tuple[Opening, ...] | None:
        """Give what to show for a release; ``None`` when the token can't be opened just so far.

        Args:
            text: of the cable.
            printed: what of the source the release prints.
        """
        shown = Shown(printed)
        paths: set[str] = set()
        for opening in self.openings:
            if opening.text is None:
                continue
            words = [unit.span for unit in text.units(opening.span, whole=True)]
            if shown.all_of(words):
                paths.update(_upwards(opening.path))
            elif shown.some_of(words):
                return None
        return tuple(opening for opening in self.openings if opening.path in paths)


def key_id(key: PublicKey) -> str:
    """Give what names a key in a token's header."""
    return f"{key.name}+{key.id.hex()}"


def presented(signed: str, openings: Sequence[Opening]) -> bytes:
    """Give the bytes of a token with what is shown of it."""
    return "~".join((signed, *(opening.made for opening in openings), "")).encode()


def _name(segments: Sequence[Segment], sha256: str, release: str) -> str:
    """Name a token by all that it is made of: salts must never serve for two texts."""
    parts = [[*part.span, part.kind] for part in segments]
    return hashlib.sha256(rfc8785.dumps([release, sha256, parts])).hexdigest()


def _openings(
    path: str, segment: Segment, unwrapped: Unwrapped, salter: Salter
) -> tuple[Opening, ...]:
    if segment.kind == "withheld":
        return open_place(salter, path, tuple(unwrapped.units(segment.span)))
    text = unwrapped.cut(segment.span)
    return (Opening(path, segment.span, disclosure(salter.salt(path), text), text),)


def _upwards(path: str) -> Iterator[str]:
    """Give a path and those of all arrays around it."""
    while path:
        yield path
        path = path.rpartition("/")[0]
