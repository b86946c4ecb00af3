"""Reading a token that came from outside: strictly, every part used once and none left over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from redactor.audit.attestation.digests import ALGORITHM, digest, from_base64, read_json
from redactor.audit.attestation.token import TYPE, key_id
from redactor.audit.ledger import PublicKey

_PARTS = 3
_SALT_AND_VALUE = 2
_DEEPEST = 12
"""Arrays within each other; a place of the whole of a library needs 8."""


class TokenError(Exception):
    """A token is malformed. The message says how, and shows nothing of what it holds."""


class Item(NamedTuple):
    """A part of the text, or a place where something may be hidden."""

    path: str
    text: str | None
    """``None`` where nothing is shown."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A token as it was presented."""

    signed: str
    """The signed part."""
    key_id: str
    """What names the signer's key."""
    release: str
    """Number of the first release that it served."""
    claims: Mapping[str, Any]
    """What is shown besides the text."""
    items: tuple[Item, ...]
    """The text in order, with the places where something may be hidden."""

    @classmethod
    def of(cls, data: bytes) -> Self:
        """Read a token with its disclosures.

        Raises:
            TokenError: when something in it is malformed, is there twice, or belongs nowhere.
        """
        try:
            signed, *disclosures, end = data.decode("ascii").split("~")
        except ValueError as fault:
            raise TokenError("it is no token") from fault
        if end:
            raise TokenError("something stands after its end")
        header, payload = _header_and_payload(signed)
        shown = Disclosures(disclosures)
        claims = dict(shown.claims(payload["_sd"]))
        items = tuple(shown.items(payload["segments"], "", 0))
        shown.check_all_used()
        return cls(signed, header["kid"], payload["release"], claims, items)

    def is_signed_by(self, key: PublicKey) -> bool:
        """Tell whether a key signed it."""
        words, _, signature = self.signed.rpartition(".")
        data = from_base64(signature)
        return self.key_id == key_id(key) and data is not None and key.checks(words.encode(), data)


def _header_and_payload(signed: str) -> tuple[dict[str, Any], dict[str, Any]]:
    parts = [from_base64(part) for part in signed.split(".")]
    if len(parts) != _PARTS or None in parts:
        raise TokenError("its signed part is damaged")
    header, payload = (_object(part or b"") for part in parts[:2])
    if header.get("alg") != "EdDSA" or header.get("typ") != TYPE:
        raise TokenError("it is a token of another kind")
    well_formed = (
        isinstance(header.get("kid"), str)
        and isinstance(payload.get("release"), str)
        and isinstance(payload.get("segments"), list)
        and isinstance(payload.get("_sd"), list)
        and payload.get("_sd_alg") == ALGORITHM
    )
    if not well_formed:
        raise TokenError("it does not say what a token of a release says")
    return header, payload


def _object(data: bytes) -> dict[str, Any]:
    try:
        found = read_json(data)
    except ValueError as fault:
        raise TokenError("its signed part is no JSON") from fault
    if isinstance(found, dict):
        return found
    raise TokenError("its signed part is no JSON object")


class Disclosures:
    """The disclosures that came with a token, each to be used once."""

    def __init__(self, disclosures: Sequence[str]) -> None:
        self._by_digest = {digest(made): _read(made) for made in disclosures}
        if len(self._by_digest) != len(disclosures):
            raise TokenError("a disclosure is there twice")
        self._seen: set[str] = set()

    def claims(self, digests: list[Any]) -> Iterator[tuple[str, Any]]:
        """Give the claims that are shown."""
        for made in digests:
            parts = self._find(made)
            if parts is None:
                continue
            if len(parts) == _SALT_AND_VALUE or not isinstance(parts[1], str):
                raise TokenError("a disclosure is of another kind than its place")
            yield parts[1], parts[2]

    def items(self, elements: list[Any], above: str, depth: int) -> Iterator[Item]:
        """Give the items of an array."""
        if depth > _DEEPEST:
            raise TokenError("its parts are nested too deeply")
        for i, element in enumerate(elements):
            path = f"{above}{i}"
            if not isinstance(element, dict) or element.keys() != {"..."}:
                raise TokenError("a part of the text is not hidden by a digest")
            parts = self._find(element["..."])
            if parts is None:
                yield Item(path, None)
            elif len(parts) == _SALT_AND_VALUE and isinstance(parts[1], list):
                yield from self.items(parts[1], f"{path}/", depth + 1)
            elif len(parts) == _SALT_AND_VALUE and isinstance(parts[1], str):
                yield Item(path, parts[1])
            else:
                raise TokenError("a disclosure is of another kind than its place")

    def check_all_used(self) -> None:
        """Check that every disclosure belongs to the token."""
        if not self._by_digest.keys() <= self._seen:
            raise TokenError("a disclosure belongs to no place of it")

    def _find(self, made: object) -> list[Any] | None:
        if not isinstance(made, str) or made in self._seen:
            raise TokenError("a digest is there twice, or is none")
        self._seen.add(made)
        return self._by_digest.get(made)


def _read(made: str) -> list[Any]:
    """Read a disclosure: a salt, for a claim its name, and a value."""
    data = from_base64(made)
    try:
        parts = read_json(data) if data else None
    except ValueError:
        parts = None
    is_one = isinstance(parts, list) and len(parts) in (_SALT_AND_VALUE, _SALT_AND_VALUE + 1)
    if parts is None or not is_one or not isinstance(parts[0], str):
        raise TokenError("a disclosure is damaged")
    return list(parts)
