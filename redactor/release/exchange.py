"""Exchanging two folders in one step, where the system can do that."""

import ctypes
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

_HERE = -100
"""``AT_FDCWD``: paths are taken from where the program is."""
_EXCHANGE = 2
"""``RENAME_EXCHANGE``, of Linux."""


def linked(paths: Iterable[Path], folder: Path) -> bool:
    """Let a folder hold these files and folders too, as further names of the same files.

    ``False`` where the disk can't; then it holds some of them, or none.
    """
    try:
        for path in paths:
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, folder / path.name, symlinks=True, copy_function=_link)
            else:
                _link(str(path), str(folder / path.name))
    except (OSError, shutil.Error):
        return False
    os.sync()
    return True


def _link(source: str, target: str) -> str:
    os.link(source, target, follow_symlinks=False)
    return target


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; ``False`` where the system or disk can't.

    The first takes on the other's mode. At no moment is there nothing in either place.
    """
    shutil.copystat(other, one)
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
