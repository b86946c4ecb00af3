"""Write: folders to disk so that they are all there or none of them is. The one effect here.

Two steps, so that releases can be recorded in between. Staged folders lie in a hidden one beside
their parent, synced and read back: the disk has taken them. Publishing moves all of them into
place at once: if the parent is there already, it is exchanged for one that has them too.
"""

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from redactor.release.disk import (
    alone,
    digests,
    lock,
    make_parents,
    sweep,
    sync,
    write_folder,
)
from redactor.release.exchange import exchange, linked

_ELSEWHERE = "choose another folder with --out"
_NO_SPACE = "there is no space left on the disk; free some space and run the same command again"
_NOT_ALLOWED = f"you may not write there; {_ELSEWHERE}"
_TAKEN = f"it is there already and holds something else; move it away, or {_ELSEWHERE}"
_REMEDIES = {
    errno.ENOENT: f"there is no such folder; {_ELSEWHERE}",
    errno.ENOTDIR: f"this is not a folder; {_ELSEWHERE}",
    errno.EEXIST: _TAKEN,
    errno.ENOTEMPTY: _TAKEN,
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: _NO_SPACE,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: f"the disk is read-only; {_ELSEWHERE}",
    errno.ENAMETOOLONG: f"the name is too long; {_ELSEWHERE}",
}

Digests = Mapping[str, bytes]
"""SHA-256 of each file of a folder, by its name."""


class WriteFaultError(Exception):
    """The disk refused, or holds something else. The message names the path and what to do."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A folder that is staged."""

    digests: Digests
    renewed: frozenset[str]
    """Files that may be other ones in a folder that is there already."""


class Staged:
    """Folders that wait, on disk under a hidden name, to be moved under their parent together.

    As a context manager it discards what was not published. As long as it waits it is locked;
    the lock of a run that was killed is gone, so a later run knows what it may remove.
    """

    def __init__(self, parent: Path) -> None:
        """Stage nothing yet.

        Args:
            parent: the folder under which all of them belong; made as needed.
        """
        self._parent = parent.resolve() if parent.is_symlink() else parent
        self._waiting: dict[str, _Waiting] = {}
        self._hidden: Path | None = None
        self._lock: int | None = None
        self._is_swept = False

    def add(self, name: str, files: Mapping[str, bytes], renewed: Collection[str] = ()) -> Path:
        """Write a folder, unless it is in place, and read it back; give where it lies now.

        Args:
            name: of the folder.
            files: names without folders, and bytes.
            renewed: files that may differ in a folder that is there and lacks others too; it is
                replaced when published.

        Raises:
            WriteFaultError: when something else is there, the disk refuses, or lies.
        """
        place = self._parent / name
        wanted = {each: hashlib.sha256(data).digest() for each, data in files.items()}
        waiting = _Waiting(wanted, frozenset(renewed))
        with self._plainly(name):
            self._sweep()
            if _is_in_place(place, waiting):
                return place
            folder = self._hide() / name
            write_folder(folder, files)
            if digests(folder) != waiting.digests:
                raise WriteFaultError(f"{place} reads back otherwise than written; {_ELSEWHERE}")
        self._waiting[name] = waiting
        return folder

    @property
    def waits(self) -> bool:
        """Whether anything is staged that was not in place."""
        return bool(self._waiting)

    def publish(self) -> None:
        """Move all folders into place; harmless when repeated, or when they are there already.

        Raises:
            WriteFaultError: when the disk refuses, or another folder has come to be there. Then
                none of them is moved.
        """
        if self._hidden is None:
            return
        with self._plainly(*list(self._waiting)[:1]), alone(self._hidden.parent):
            moving = list(self._still_missing(self._hidden))
            if moving:
                sync(self._hidden)
                self._move(self._hidden, moving)
        self.discard()

    def _still_missing(self, hidden: Path) -> Iterator[str]:
        """Give what no other run has published meanwhile; what one has, waits no longer."""
        for name, waiting in self._waiting.items():
            if _is_in_place(self._parent / name, waiting):
                shutil.rmtree(hidden / name)
            else:
                yield name

    def _move(self, hidden: Path, moving: Collection[str]) -> None:
        first, *others = moving
        if not os.path.lexists(self._parent):
            hidden.replace(self._parent)
        elif others or os.path.lexists(self._parent / first):
            self._exchange(hidden, moving)
        else:
            (hidden / first).replace(self._parent / first)
            sync(self._parent)
        sync(self._parent.parent)

    def _exchange(self, hidden: Path, moving: Collection[str]) -> None:
        """Move more than one folder, or replace one, in one step where the disk can do that."""
        stay = [path for path in self._parent.iterdir() if path.name not in moving]
        if linked(stay, hidden) and exchange(hidden, self._parent):
            for path in hidden.iterdir():  # what somebody has put there in the very last moment
                if not os.path.lexists(self._parent / path.name):
                    path.replace(self._parent / path.name)
            return
        for name in moving:
            if os.path.lexists(self._parent / name):
                (self._parent / name).replace(hidden / f"{name}.old")
            (hidden / name).replace(self._parent / name)
        sync(self._parent)

    def discard(self) -> None:
        """Remove what still waits. What is published stays."""
        if self._hidden is not None:
            shutil.rmtree(self._hidden, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
        self._hidden = self._lock = None
        self._waiting.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    def _sweep(self) -> None:
        """Remove what killed runs have left."""
        if not self._is_swept and self._parent.parent.is_dir():
            sweep(self._parent)
        self._is_swept = True

    def _hide(self) -> Path:
        """Give the hidden folder."""
        if self._hidden is None:
            above = self._parent.parent
            make_parents(above)
            if os.path.lexists(self._parent) and not self._parent.is_dir():
                raise OSError(errno.ENOTDIR, "", str(self._parent))
            self._hidden = Path(tempfile.mkdtemp(prefix=f".{self._parent.name}.", dir=above))
            self._lock = lock(self._hidden)
        return self._hidden

    @contextmanager
    def _plainly(self, *names: str) -> Iterator[None]:
        """Turn a disk's error into one clear sentence; what is hidden goes by its later name."""
        place = self._parent.joinpath(*names)
        try:
            yield
        except OSError as error:
            raise WriteFaultError(_sentence(error, place, str(self._hidden))) from error


def _sentence(error: OSError, place: Path, hidden: str) -> str:
    name = error.filename if isinstance(error.filename, str) else ""
    path = name if name and not name.startswith(hidden) else place
    reason = (error.strerror or "the disk refuses").lower()
    remedy = f"{reason}; {_ELSEWHERE}, or run the same command again"
    return f"{path}: {_REMEDIES.get(error.errno or 0, remedy)}"


def _is_in_place(place: Path, waiting: _Waiting) -> bool:
    """Tell whether a folder is there with these files; raise if anything else is there.

    One in which only renewed files differ, or files are missing, is not in place.
    """
    if not os.path.lexists(place):
        return False
    if not place.is_dir():
        raise OSError(errno.ENOTDIR, "", str(place))
    there, wanted = digests(place), waiting.digests
    if there == wanted:
        return True
    differ = {name for name, digest in there.items() if wanted.get(name) != digest}
    if not waiting.renewed or not differ <= waiting.renewed & wanted.keys():
        raise OSError(errno.EEXIST, "", str(place))
    return False
