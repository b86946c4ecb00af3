"""Dealing with the disk: small things that are done in full, and are on it when they are done."""

import errno
import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with these files, synced. Folders are 0700 and files 0600."""
    folder.mkdir(FOLDER_MODE)
    for name, data in files.items():
        _write_file(folder / name, data)
    sync(folder)


def digests(folder: Path) -> dict[str, bytes]:
    """Give the SHA-256 of each file of a folder; of what is no plain file, nothing."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).digest() if _is_plain(path) else b""
        for path in folder.iterdir()
    }


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def make_parents(parent: Path) -> None:
    """Make a folder and those above it, as far as they are missing.

    Raises:
        NotADirectoryError: when something else is in the place of one of them.
    """
    missing = [path for path in (parent, *parent.parents) if not os.path.lexists(path)]
    nearest = missing[-1].parent if missing else parent
    if not nearest.is_dir():
        raise OSError(errno.ENOTDIR, "", str(nearest))
    for path in reversed(missing):
        path.mkdir(mode=FOLDER_MODE, exist_ok=True)
        sync(path.parent)


def sweep(parent: Path) -> None:
    """Remove what killed runs have left waiting for this folder."""
    hidden = re.compile(re.escape(f".{parent.name}.") + r"\w{8}")
    for path in parent.parent.iterdir():
        if hidden.fullmatch(path.name) and path.is_dir():
            descriptor = lock(path)
            if descriptor is not None:
                shutil.rmtree(path, ignore_errors=True)
                os.close(descriptor)


def lock(folder: Path) -> int | None:
    """Lock a folder and give its descriptor; ``None`` when another run has locked it."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError:
        pass  # a disk that knows no locks: two runs at once may then have to be repeated
    return descriptor


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let other runs wait that would move folders there too."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # as in lock
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _write_file(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
