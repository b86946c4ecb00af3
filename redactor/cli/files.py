"""Paths on the command line become cables."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from redactor.cli.output import InputFault


def expand(paths: Iterable[str]) -> Iterator[Path]:
    """Give the files that paths stand for: a directory stands for the ``*.txt`` below it.

    A directory that cannot be read comes as itself, so that ``load`` tells of it.
    """
    for name in paths:
        path = Path(name)
        yield from sorted(_below(path)) or [path] if _is_folder(path) else [path]


def _below(folder: Path) -> Iterator[Path]:
    refused: list[OSError] = []
    for root, _, names in os.walk(folder, onerror=refused.append):
        found = (Path(root, name) for name in names if name.endswith(".txt"))
        yield from (path for path in found if path.is_file())
    yield from (Path(fault.filename) for fault in refused)


def _is_folder(path: Path) -> bool:
    with suppress(PermissionError):
        return path.is_dir()
    return False


def load(path: Path) -> bytes:
    """Read a cable's bytes.

    Raises:
        InputFault: when there is no such file, it can't be read, or it is empty.
    """
    if _is_folder(path):
        raise InputFault(f"{path}: {_no_cable_in(path)}")
    try:
        if path.exists() and not path.is_file():
            raise InputFault(f"{path}: not a regular file; name a cable's text file")
        content = path.read_bytes()
    except OSError as fault:
        raise InputFault(f"{path}: {_explain(fault)}") from fault
    if not content:
        raise InputFault(f"{path}:1: the file is empty; name a file that holds a cable")
    return content


def _no_cable_in(folder: Path) -> str:
    try:
        os.scandir(folder).close()
    except OSError:
        return "you may not read this folder; ask its owner for access"
    return "the folder holds no *.txt file; name a folder that does"


def _explain(fault: OSError) -> str:
    if isinstance(fault, FileNotFoundError):
        return "there is no such file; check the name"
    if isinstance(fault, PermissionError):
        return "you may not read this file; ask its owner for access"
    return f"the file can't be read ({(fault.strerror or 'unknown error').lower()})"
