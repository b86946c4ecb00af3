"""The files of a policy: itself and those it uses, as bytes; and all of them as one value.

A policy kept with a case must be whole: a list that changes is another policy. So a policy of
several files is kept as one bundle, whose hash covers them all; a policy of one file is kept as
that file. A bundle is JSON in a fixed order, so that the same files give the same bytes.
"""

import json
import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from redactor.policy.errors import Fault, PolicyError
from redactor.policy.plaintext import MAX_BYTES

_BUNDLE = "redactor-policy-bundle"
_START = f'{{"{_BUNDLE}":'.encode()
_VERSION = 1
_NOT_ALLOWED = "you may not read this file; ask its owner for access"
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
        data = _bytes_of(path)
    except NoFileError as error:
        raise PolicyError([Fault(str(path), 0, 0, str(error), code="no-file")]) from None
    folder = path.parent
    return Sources(str(path), data, lambda name: _read(folder, name), str(folder / "x")[:-1])


def _read(folder: Path, name: str) -> bytes:
    """Read a file inside the folder; links that lead out of it are not followed."""
    if not _PATH.fullmatch(name) or PurePosixPath(name).is_absolute():
        raise NoFileError("a path from the policy's folder is wanted here, such as lists/names.txt")
    try:
        real = (folder / name).resolve(strict=True)
        inside = real.is_relative_to(folder.resolve())
    except PermissionError:
        raise NoFileError(_NOT_ALLOWED) from None
    except (OSError, RuntimeError):
        raise NoFileError("there is no such file beside the policy") from None
    if not inside:
        raise NoFileError("this file lies outside the policy's folder; copy it there")
    return _bytes_of(real)


def _bytes_of(path: Path) -> bytes:
    """Read a regular file of bounded size: a pipe would never end, a huge file fill the memory."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise NoFileError("this is no file; name a file")
        if found.st_size > MAX_BYTES:
            said = f"the file has {found.st_size:,} bytes; at most {MAX_BYTES:,} are read: split it"
            raise NoFileError(said)
        return path.read_bytes()
    except PermissionError:
        raise NoFileError(_NOT_ALLOWED) from None
    except OSError as error:
        reason = (error.strerror or "nobody knows why").lower()
        raise NoFileError(f"this file cannot be read: {reason}") from None


def in_memory(data: bytes, name: str) -> Sources:
    """Give a policy from bytes that were kept: a bundle, or a policy file that uses no other.

    Raises:
        PolicyError: when a bundle is damaged.
    """
    if not data.startswith(_START):
        return Sources(name, data, _alone, f"{name}/")
    main, kept = _unbundled(data, name)
    return Sources(name, main, _from(kept), f"{name}/")


def kept_files(data: bytes, name: str) -> dict[str, bytes]:
    """Give the files of a policy that was kept, by their paths: its own is ``NAME.yaml``.

    Raises:
        PolicyError: when a bundle is damaged.
    """
    main, others = _unbundled(data, name) if data.startswith(_START) else (data, {})
    return {f"{name}.yaml": main, **others}


def _unbundled(data: bytes, name: str) -> tuple[bytes, dict[str, bytes]]:
    """Give the policy file of a bundle and those that it uses; none lies outside its folder."""
    try:
        content = json.loads(data)
        main, files = content["policy"].encode(), content["files"]
        kept = {path: text.encode() for path, text in files.items()}
        if content[_BUNDLE] == _VERSION and all(map(_PATH.fullmatch, kept)):
            return main, kept
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    said = "this bundle of policy files is damaged; make it again from the files"
    raise PolicyError([Fault(name, 0, 0, said, code="bad-bundle")])


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
