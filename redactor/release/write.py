"""Write: files to disk so that they are there whole or not at all. The one effect here.

Two steps, so that a release can be recorded in between. Staged files lie in a hidden folder
beside their own, synced and read back: the disk has taken them. Publishing moves them into
place by one rename.
"""

import errno
import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

_FOLDER_MODE = 0o700
_FILE_MODE = 0o600

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


class WriteFaultError(Exception):
    """The disk refused, or holds something else. The message names the path and what to do."""


class Staged:
    """A folder that is on disk under a hidden name, or was in place already.

    As a context manager it discards what was not published. As long as it waits it is locked;
    the lock of a run that was killed is gone, so a later run knows what it may remove.
    """

    __slots__ = ("_files", "_hidden", "_lock", "folder")

    def __init__(self, folder: Path, files: Mapping[str, bytes], hidden: Path | None) -> None:
        self.folder = folder
        """Where it belongs."""
        self._files, self._hidden = files, hidden
        self._lock = _lock(hidden) if hidden else None

    def publish(self) -> None:
        """Move the folder into place; harmless when repeated, or when it is there already.

        Raises:
            WriteFaultError: when the disk refuses, or another folder has come to be there.
        """
        if self._hidden is None:
            return
        with _plainly(self.folder):
            if not _holds(self.folder, self._files):
                self._hidden.replace(self.folder)
                _sync(self.folder.parent)
        self.discard()

    def discard(self) -> None:
        """Remove what still waits. What is published stays."""
        if self._hidden is not None:
            shutil.rmtree(self._hidden, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
        self._hidden = self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.discard()


def stage_files(folder: Path, files: Mapping[str, bytes]) -> Staged:
    """Write a folder's files under a hidden name beside it, synced, and read them back.

    Folders are 0700 and files 0600. What killed runs have left there for this folder goes. If
    the folder is in place already with the same bytes, nothing is written.

    Args:
        folder: the folder to make; parents are made as needed.
        files: names without folders, and bytes.

    Raises:
        WriteFaultError: when the folder holds other bytes, the disk refuses, or what is read
            back is not what was written. Nothing is left behind.
    """
    with _plainly(folder), ExitStack() as undo:
        _make_parents(folder.parent)
        _sweep(folder)
        if _is_in_place(folder, files):
            return Staged(folder, files, None)
        hidden = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        staged = undo.enter_context(Staged(folder, files, hidden))
        for name, data in files.items():
            _write_file(hidden / name, data)
        _sync(hidden)
        if not _holds(hidden, files):
            raise WriteFaultError(f"{folder} reads back otherwise than written; {_ELSEWHERE}")
        undo.pop_all()
    return staged


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder with these files: ``stage_files``, then ``publish``.

    Raises:
        WriteFaultError: as both.
    """
    with stage_files(folder, files) as staged:
        staged.publish()


@contextmanager
def _plainly(folder: Path) -> Iterator[None]:
    """Turn a disk's error into one clear sentence; for what is inside ``folder`` it names that."""
    try:
        yield
    except OSError as error:
        name = error.filename if isinstance(error.filename, str) else ""
        is_inside = name.startswith(str(folder.with_name(f".{folder.name}.")))
        path = name if name and not is_inside else folder
        reason = (error.strerror or "the disk refuses").lower()
        remedy = f"{reason}; {_ELSEWHERE}, or run the same command again"
        raise WriteFaultError(f"{path}: {_REMEDIES.get(error.errno or 0, remedy)}") from error


def _is_in_place(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Tell whether the folder is there with these files; raise if anything else is there."""
    if not os.path.lexists(folder):
        return False
    if not folder.is_dir():
        raise OSError(errno.ENOTDIR, "", str(folder))
    if not _holds(folder, files):
        raise OSError(errno.EEXIST, "", str(folder))
    return True


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Tell whether the folder is there and holds exactly these files."""
    if not folder.is_dir() or {path.name for path in folder.iterdir()} != files.keys():
        return False
    paths = ((folder / name, data) for name, data in files.items())
    return all(path.is_file() and path.read_bytes() == data for path, data in paths)


def _make_parents(parent: Path) -> None:
    missing = [path for path in (parent, *parent.parents) if not os.path.lexists(path)]
    nearest = missing[-1].parent if missing else parent
    if not nearest.is_dir():
        raise OSError(errno.ENOTDIR, "", str(nearest))
    for path in reversed(missing):
        path.mkdir(mode=_FOLDER_MODE, exist_ok=True)
        _sync(path.parent)


def _sweep(folder: Path) -> None:
    """Remove what killed runs have left waiting for this folder."""
    hidden = re.compile(re.escape(f".{folder.name}.") + r"\w{8}")
    for path in folder.parent.iterdir():
        if hidden.fullmatch(path.name) and path.is_dir():
            lock = _lock(path)
            if lock is not None:
                shutil.rmtree(path, ignore_errors=True)
                os.close(lock)


def _lock(folder: Path) -> int | None:
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
