"""The files of a policy: itself and those it uses, as bytes; and all of them as one value.

A policy kept with a case must be whole: a list that changes is another policy. So a policy of
several files is kept as one bundle, whose hash covers them all; a policy of one file is kept as
that file. A bundle is JSON in a fixed order, so that the same files give the same bytes.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from redactor.policy.errors import Fault, PolicyError
from redactor.policy.plaintext import MAX_BYTES

_BUNDLE = "redactor-policy-bundle"
_START = f'{{"{_BUNDLE}":'.encode()
_VERSION = 1
_PATH = re.compile(r"[\w-][\w. -]*(?:/[\w-][\w. -]*)*")


class NoFileError(Exception):
    """A file that the policy uses cannot be had: why, and what to do."""


Fetch = Callable[[str], bytes]
"""Gives the bytes of a file by its path as the policy writes it; raises ``NoFileError``."""


class Sources(NamedTuple):
    """Where a policy's bytes come from."""

    name: str
    """What messages call the policy file."""
    main: bytes
    fetch: Fetch
    beside: str
    """What messages put before the path of a file that it uses."""


def on_disk(path: Path) -> Sources:
    """Give a policy file and the folder beside it.

    Raises:
        PolicyError: when the file cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        said = f"cannot read this policy: {reason}"
        raise PolicyError([Fault(str(path), 0, 0, said, code="no-file")]) from None
    folder = path.parent
    return Sources(str(path), data, lambda name: _read(folder, name), str(folder / "x")[:-1])


def _read(folder: Path, name: str) -> bytes:
    """Read a file inside the folder; links that lead out of it are not followed."""
    if not _PATH.fullmatch(name) or PurePosixPath(name).is_absolute():
        raise NoFileError("a path from the policy's folder is wanted here, such as lists/names.txt")
    try:
        real = (folder / name).resolve(strict=True)
    except (OSError, RuntimeError):
        raise NoFileError("there is no such file beside the policy") from None
    if not real.is_relative_to(folder.resolve()):
        raise NoFileError("this file lies outside the policy's folder; copy it there")
    try:
        if real.stat().st_size > MAX_BYTES:
            raise NoFileError(f"this file has more than {MAX_BYTES:,} bytes; split it")
        return real.read_bytes()
    except OSError:
        raise NoFileError("this file cannot be read") from None


def in_memory(data: bytes, name: str) -> Sources:
    """Give a policy from bytes that were kept: a bundle, or a policy file that uses no other.

    Raises:
        PolicyError: when a bundle is damaged.
    """
    if not data.startswith(_START):
        return Sources(name, data, _alone, f"{name}/")
    try:
        content = json.loads(data)
        main, files = content["policy"].encode(), content["files"]
        kept = {path: text.encode() for path, text in files.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        content = {}
    if content.get(_BUNDLE) != _VERSION:
        said = "this bundle of policy files is damaged; make it again from the files"
        raise PolicyError([Fault(name, 0, 0, said, code="bad-bundle")])
    return Sources(name, main, _from(kept), f"{name}/")


def _alone(_name: str) -> bytes:
    raise NoFileError("this policy uses other files; load it by its path")


def _from(files: Mapping[str, bytes]) -> Fetch:
    def fetch(name: str) -> bytes:
        if name not in files:
            raise NoFileError("this file is not in the bundle; make the bundle again")
        return files[name]

    return fetch


def bundle(main: bytes, files: Mapping[str, bytes]) -> bytes:
    """Join a policy file and those it uses, all UTF-8; without any the file stays as it is."""
    if not files:
        return main
    texts = {path: files[path].decode() for path in sorted(files)}
    content = {_BUNDLE: _VERSION, "policy": main.decode(), "files": texts}
    return json.dumps(content, ensure_ascii=False).encode()
