"""Applying a patch as audit.json binds it: to the one source or the one release, and no other.

audit.json names the patch, its base and its result by their hashes. All three are checked, so a
patch that was swapped, a text of another revision and a damaged record are refused alike.
"""

import hashlib
import json
from typing import NamedTuple

from redactor.audit.patch import PatchError, apply_patch, invert_patch


class _Binding(NamedTuple):
    """What audit.json says of its patch."""

    patch: str
    base: str
    result: str
    encoding: str
    """Of the base; the result is UTF-8."""


def apply_bound(data: bytes, patch: str, record: bytes) -> bytes:
    """Turn the source into the release, or the release into the source.

    Args:
        data: one of the two.
        patch: the text of audit.patch.
        record: the bytes of audit.json.

    Raises:
        PatchError: when the patch, the data or what comes out is not what the record names.
    """
    binding = _binding(record)
    if _sha256(patch.encode()) != binding.patch:
        raise PatchError("this is not the patch that audit.json names; take the one beside it")
    given = _sha256(data)
    if given == binding.base:
        made = _applied(data, patch, given, (binding.encoding, "utf-8"))
        wanted = binding.result
    elif given == binding.result:
        made = _applied(data, invert_patch(patch), given, ("utf-8", binding.encoding))
        wanted = binding.base
    else:
        raise PatchError("this is neither the source nor the release that audit.json names")
    if _sha256(made) != wanted:
        raise PatchError("what the patch makes is not what audit.json names; report this fault")
    return made


def _applied(data: bytes, patch: str, sha256: str, encodings: tuple[str, str]) -> bytes:
    before, after = encodings
    text = apply_patch(data.decode(before), patch, expect_sha256=sha256, encoding=before)
    return text.encode(after)


def _binding(record: bytes) -> _Binding:
    try:
        told = json.loads(record)
        cable = told["cable"]
        return _Binding(
            str(told["patch"]["sha256"]),
            str(cable["sha256"]),
            str(told["release"]["sha256"]),
            str(cable["encoding"]),
        )
    except (ValueError, KeyError, TypeError) as fault:
        raise PatchError("audit.json can't be read: it is damaged, or of an older form") from fault


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
