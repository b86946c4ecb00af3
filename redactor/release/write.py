"""Write: files to disk so that they are there whole or not at all. The one effect here."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

_FOLDER_MODE = 0o700
_FILE_MODE = 0o600


class WriteFaultError(Exception):
    """The disk refused, or holds something else. The message names the path."""


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder with these files, and read it back.

    The files are written to a hidden folder beside the target, synced, and moved into place
    by one rename; folders are 0700 and files 0600. If the folder is there already with the
    same bytes, nothing happens, so a second run is harmless.

    Args:
        folder: the folder to make; parents are made as needed.
        files: names without folders, and bytes.

    Raises:
        WriteFaultError: when the folder holds other bytes, the disk refuses, or what is read
            back is not what was written.
    """
    try:
        if folder.exists():
            if _read(folder) != dict(files):
                raise WriteFaultError(
                    f"{folder} is there already and holds something else; "
                    "move it away or choose another place, then run again"
                )
            return
        _make_parents(folder.parent)
        _write_new(folder, files)
        if _read(folder) != dict(files):
            raise WriteFaultError(f"{folder} reads back otherwise than written; do not use it")
    except OSError as error:
        place = error.filename if isinstance(error.filename, str) else folder
        raise WriteFaultError(f"{place}: {error.strerror or 'cannot be written'}") from error


def _make_parents(parent: Path) -> None:
    missing = [path for path in (parent, *parent.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=_FOLDER_MODE, exist_ok=True)
        _sync(path.parent)


def _write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        for name, data in files.items():
            _write_file(temporary / name, data)
        _sync(temporary)
        temporary.replace(folder)
        _sync(folder.parent)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _write_file(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
