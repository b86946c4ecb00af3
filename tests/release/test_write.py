"""Files on disk: whole, private, or refused."""

import errno
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from redactor.release import Staged, WriteFaultError

FILES = {"release.txt": b"one\n", "BANNER.txt": b"two\n"}


def stage_files(folder: Path, files: Mapping[str, bytes]) -> Staged:
    with ExitStack() as undo:
        staged = undo.enter_context(Staged(folder.parent))
        staged.add(folder.name, files)
        undo.pop_all()
    return staged


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    with stage_files(folder, files) as staged:
        staged.publish()


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """Give a folder in which nothing lies yet, alone in one that may be written."""
    folder = tmp_path / "out" / "public"
    folder.mkdir(0o700, parents=True)
    return folder


def _hidden(public: Path) -> list[Path]:
    return [path for path in public.parent.iterdir() if path != public]


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_files_are_written_private_and_as_they_are(public: Path) -> None:
    folder = public / "R-0001"
    write_files(folder, FILES)
    assert _content(folder) == FILES
    assert {_mode(path) for path in folder.iterdir()} == {0o600}
    assert [_mode(folder), _mode(folder.parent)] == [0o700, 0o700]
    assert list(folder.parent.iterdir()) == [folder]


def test_staged_files_lie_whole_and_hidden_beside_their_folder(public: Path) -> None:
    with stage_files(public / "R-1", FILES):
        (waiting,) = _hidden(public)
        assert waiting.name.startswith(".public.")
        assert _content(waiting / "R-1") == FILES
        assert [_mode(waiting), _mode(waiting / "R-1")] == [0o700, 0o700]
        assert list(public.iterdir()) == []


def test_what_is_not_published_is_discarded(public: Path) -> None:
    with stage_files(public / "R-1", FILES):
        pass
    assert [*public.iterdir(), *_hidden(public)] == []


def test_what_is_published_stays(public: Path) -> None:
    with stage_files(public / "R-1", FILES) as staged:
        staged.publish()
        staged.publish()
    assert list(public.iterdir()) == [public / "R-1"]
    assert _content(public / "R-1") == FILES


def test_the_same_files_again_change_nothing(public: Path) -> None:
    write_files(public / "R-1", FILES)
    before = (public / "R-1").stat()
    write_files(public / "R-1", FILES)
    assert (public / "R-1").stat().st_mtime_ns == before.st_mtime_ns


def test_files_that_another_run_has_published_meanwhile_are_left_alone(public: Path) -> None:
    with stage_files(public / "R-1", FILES) as staged:
        write_files(public / "R-1", FILES)
        staged.publish()
    assert list(public.iterdir()) == [public / "R-1"]


def test_other_files_published_meanwhile_are_left_alone(public: Path) -> None:
    with stage_files(public / "R-1", FILES) as staged:
        write_files(public / "R-1", {"other": b""})
        with pytest.raises(WriteFaultError, match="R-1: it is there already and holds something"):
            staged.publish()
    assert _content(public / "R-1") == {"other": b""}
    assert list(public.iterdir()) == [public / "R-1"]


@pytest.mark.parametrize(
    "other",
    [{"release.txt": b"ONE\n", "BANNER.txt": b"two\n"}, {"release.txt": b"one\n"}, {}],
)
def test_other_content_is_refused_when_staging_and_left_alone(
    public: Path, other: dict[str, bytes]
) -> None:
    write_files(public / "R-1", other)
    with pytest.raises(WriteFaultError, match=r"R-1: it is there already.*--out$"):
        stage_files(public / "R-1", FILES)
    assert _content(public / "R-1") == other


def test_what_a_killed_run_left_goes_with_the_next_one(public: Path) -> None:
    program = (
        "import os, pathlib; from redactor.release import Staged; "
        f"Staged(pathlib.Path({str(public)!r})).add('R-1', {{'a.txt': b'half'}}); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 9
    assert [path.name[:8] for path in _hidden(public)] == [".public."]
    write_files(public / "R-1", FILES)
    assert list(public.iterdir()) == [public / "R-1"]
    assert _hidden(public) == []


def test_what_waits_for_other_folders_is_left_alone(public: Path) -> None:
    names = (".publics.abcdefgh", ".public.d", "public.abcdefgh", ".classified.abcdefgh")
    others = [public.parent / name for name in names]
    for folder in others:
        folder.mkdir()
    write_files(public / "R-1", FILES)
    assert sorted(_hidden(public)) == sorted(others)


def test_what_another_run_has_staged_is_not_swept_away(public: Path) -> None:
    with stage_files(public / "R-1", FILES) as first, stage_files(public / "R-1", FILES):
        first.publish()
    assert _content(public / "R-1") == FILES


def test_a_file_in_the_folders_place_is_refused(public: Path) -> None:
    (public / "R-1").write_text("x")
    with pytest.raises(WriteFaultError, match="R-1: this is not a folder; choose another"):
        write_files(public / "R-1", FILES)


def test_a_parent_that_is_a_file_is_named(public: Path) -> None:
    (public / "out").write_text("x")
    for parent in (public / "out", public / "out" / "public"):
        with pytest.raises(WriteFaultError, match="out: this is not a folder; choose another"):
            write_files(parent / "R-1", FILES)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, r"R-1: there is no space left.*free some space and run the same command"),
        (errno.EDQUOT, "R-1: there is no space left"),
        (errno.EACCES, r"R-1: you may not write there; choose another folder with --out"),
        (errno.EROFS, r"R-1: the disk is read-only; choose another folder with --out"),
        (errno.ENOENT, r"R-1: there is no such folder; choose another folder with --out"),
        (errno.EIO, r"R-1: input/output error; choose another .* or run the same command again"),
    ],
)
def test_a_disk_that_refuses_is_explained_and_leaves_nothing_behind(
    public: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(WriteFaultError, match=words):
        stage_files(public / "R-1", FILES)
    assert [*public.iterdir(), *_hidden(public)] == []


def test_a_refusal_at_the_last_step_is_explained_too(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _: Path) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    with stage_files(public / "R-1", FILES) as staged:
        monkeypatch.setattr(Path, "replace", refuse)
        with pytest.raises(WriteFaultError, match="/R-1: the disk is read-only"):
            staged.publish()
    assert [*public.iterdir(), *_hidden(public)] == []


def test_what_reads_back_otherwise_is_refused(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"")
    with pytest.raises(WriteFaultError, match="R-1 reads back otherwise than written; choose"):
        stage_files(public / "R-1", FILES)
    assert [*public.iterdir(), *_hidden(public)] == []
