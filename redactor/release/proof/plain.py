"""Reading plain text, tables and signed records."""

import base64
import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from redactor.release.proof.views import Fault, Found, View

_NAMES_OF_FIELDS = """
format release determination files added left_out first keys key note bytes sha256 signature
alg kid typ _sd _sd_alg segments set releases ...
"""
_FIELDS = frozenset(_NAMES_OF_FIELDS.split())
_FILES = re.compile(
    r"release\.(?:txt|html|pdf|sdjwt)|index\.(?:csv|html)|determination\.txt|manifest\.json"
    r"|R-\d{4,}",
    re.ASCII,
)
"""Names of files, and of the releases of a set."""
_CLOSED = re.compile(
    r"redactor-(?:manifest|set)/\d+|R-\d{4,}|S-[0-9a-f]{8}|[0-9a-f]{64}|"
    r"RELEASE IN (?:FULL|PART)|DENIED IN FULL|head|marker|struck|"
    r"EdDSA|sha-256|redactor-release\+sd-jwt"
)
"""Values of which all letters are the program's own."""
_OPAQUE = re.compile(
    r"\Aredactor: the next key$|redactor\.case(?=/[0-9a-f]{16}\b)|(?<=redactor\.case/)[0-9a-f]{16}"
    r"|(?<=[0-9a-f]{16}\+)[0-9a-f]{8}\b|(?<=\+[0-9a-f]{8}\+)[A-Za-z0-9+/]{44}(?![\w+/])"
    r"|(?<=[0-9a-f]{16} )[A-Za-z0-9+/]{91}=(?![\w+/=])",
    re.MULTILINE,
)
"""Names of keys, keys and signatures: letters without any meaning."""
_DIGEST, _SALT, _SIGNATURE = (re.compile(rf"[\w-]{{{n}}}", re.ASCII) for n in (43, 22, 86))


def read_text(data: bytes, _printed: object) -> Iterator[Found]:
    """Read a text as one passage."""
    yield View("its text", data.decode("utf-8"))


def read_table(data: bytes, _printed: object) -> Iterator[Found]:
    """Read a CSV file: each field, and each row over all its fields."""
    for row in csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True):
        yield from (View("a field", field) for field in row)
        yield View("a field", " ".join(row))


def read_manifest(data: bytes, _printed: object) -> Iterator[Found]:
    """Read manifest.json."""
    yield from _values(json.loads(data, object_pairs_hook=_members))


def read_token(data: bytes, _printed: object) -> Iterator[Found]:
    """Read release.sdjwt: its head, its claims, and each disclosure (RFC 9901)."""
    signed, *disclosures = data.decode("ascii").split("~")
    header, claims, signature = signed.split(".")
    if not _SIGNATURE.fullmatch(signature) or disclosures[-1:] != [""]:
        yield Fault("is no token")
    for part in (header, claims):
        yield from _values(json.loads(_decoded(part), object_pairs_hook=_members))
    for part in disclosures[:-1]:
        salt, *rest = json.loads(_decoded(part), object_pairs_hook=_members)
        if not _SALT.fullmatch(str(salt)):
            yield View("a disclosure", str(salt))
        yield from _values(rest)


class _Members(list[tuple[str, Any]]):
    """The members of a JSON object, also where a name stands twice."""


def _members(pairs: list[tuple[str, Any]]) -> _Members:
    return _Members(pairs)


def _values(value: Any, name: str = "") -> Iterator[Found]:  # noqa: ANN401 - any JSON
    """Give all that JSON says but digests, keys and signatures."""
    if isinstance(value, _Members):
        for key, member in value:
            if key not in _FIELDS and not _FILES.fullmatch(key):
                yield Fault("has a field that it should not have")
                yield View("the name of a field", key)
            yield from _values(member, key)
    elif isinstance(value, list):
        for member in value:
            yield from _values(member, name)
    elif isinstance(value, str) and not _means_nothing(value, name):
        yield View("a field", _OPAQUE.sub("\0", value))


def _means_nothing(value: str, name: str) -> bool:
    return bool(_CLOSED.fullmatch(value) or (name in ("...", "_sd") and _DIGEST.fullmatch(value)))


def _decoded(part: str) -> bytes:
    return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
