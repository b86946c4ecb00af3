"""Paths on the command line become cables."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from redactor.cli.output import InputFault


def expand(paths: Iterable[str]) -> Iterator[Path]:
    """Give the files that paths stand for: a directory stands for the ``*.txt`` below it."""
    for name in paths:
        path = Path(name)
        if path.is_dir():
            found = sorted(below for below in path.rglob("*.txt") if below.is_file())
            yield from found or [path]
        else:
            yield path


def load(path: Path) -> bytes:
    """Read a cable's bytes.

    Raises:
        InputFault: when there is no such file, it can't be read, or it is empty.
    """
    if path.is_dir():
        raise InputFault(f"{path}: the folder holds no *.txt file; name a folder that does")
    try:
        if path.exists() and not path.is_file():
            raise InputFault(f"{path}: not a regular file; name a cable's text file")
        content = path.read_bytes()
    except OSError as fault:
        raise InputFault(f"{path}: {_explain(fault)}") from fault
    if not content:
        raise InputFault(f"{path}:1: the file is empty; name a file that holds a cable")
    return content


def _explain(fault: OSError) -> str:
    if isinstance(fault, FileNotFoundError):
        return "there is no such file; check the name"
    if isinstance(fault, PermissionError):
        return "you may not read this file; ask its owner for access"
    return f"the file can't be read ({(fault.strerror or 'unknown error').lower()})"
