"""Past releases on disk: which files they are, and their text."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from redactor.cli.files import load
from redactor.cli.output import InputFault

_CLASSIFIED = {"retained.txt", "audit.json", "BANNER.txt"}
"""A folder with one of these is the classified side of a release: nothing in it is public."""
_MOST_BYTES = 16 << 20


def past_files(folders: Iterable[Path]) -> list[Path]:
    """Give the public texts below some folders, in order.

    A bundle's text is its release.txt; elsewhere each ``*.txt`` is a release. Hidden folders and
    the classified sides of releases are left out.

    Raises:
        InputFault: naming each folder that can't be read or holds no release.
    """
    faults: list[str] = []
    found: dict[Path, None] = {}
    for folder in folders:
        if not folder.is_dir():
            faults.append(f"{folder}: there is no such folder of past releases; check the name")
            continue
        before = len(found)
        refused: list[OSError] = []
        found.update(dict.fromkeys(_below(folder, refused)))
        faults += (f"{each.filename}: you may not read this folder" for each in refused)
        if len(found) == before and not refused:
            faults.append(f"{folder}: the folder holds no past release (*.txt); check the name")
    if faults:
        raise InputFault("\n".join(faults))
    return list(found)


def _below(folder: Path, refused: list[OSError]) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if _CLASSIFIED.isdisjoint(names):
            texts = [name for name in sorted(names) if name.endswith(".txt")]
            wanted = ["release.txt"] if "release.txt" in texts else texts
            yield from (Path(root, name) for name in wanted)


def text_of(path: Path, data: bytes) -> str:
    """Read the text of a past release.

    Raises:
        InputFault: when it is no text.
    """
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputFault(f"{path}: this is no text, so it can't be compared; move it out of the folder")


def past_bytes(path: Path) -> bytes:
    """Read a past release.

    Raises:
        InputFault: when it can't be read, is empty, or is far too long for a release.
    """
    data = load(path)
    if len(data) > _MOST_BYTES:
        raise InputFault(f"{path}: far too long for a release; move it out of the folder")
    return data
