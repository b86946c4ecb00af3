"""Files on disk: whole, private, or refused."""

import os
from pathlib import Path

import pytest

from redactor.release import WriteFaultError, write_files
from redactor.release import write as module

FILES = {"release.txt": b"one\n", "BANNER.txt": b"two\n"}


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_files_are_written_private_and_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "public" / "R-0001"
    write_files(folder, FILES)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES
    assert {_mode(path) for path in folder.iterdir()} == {0o600}
    assert [_mode(folder), _mode(folder.parent)] == [0o700, 0o700]
    assert list(folder.parent.iterdir()) == [folder]


def test_the_same_files_again_change_nothing(tmp_path: Path) -> None:
    write_files(tmp_path / "R-1", FILES)
    before = (tmp_path / "R-1").stat()
    write_files(tmp_path / "R-1", FILES)
    assert (tmp_path / "R-1").stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize(
    "other",
    [{"release.txt": b"ONE\n", "BANNER.txt": b"two\n"}, {"release.txt": b"one\n"}, {}],
)
def test_other_content_is_refused_and_left_alone(tmp_path: Path, other: dict[str, bytes]) -> None:
    write_files(tmp_path / "R-1", other)
    with pytest.raises(WriteFaultError, match="R-1 is there already"):
        write_files(tmp_path / "R-1", FILES)
    assert {path.name: path.read_bytes() for path in (tmp_path / "R-1").iterdir()} == other


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "R-1").write_text("x")
    with pytest.raises(WriteFaultError, match="R-1"):
        write_files(tmp_path / "R-1", FILES)


def test_a_parent_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(WriteFaultError, match="out"):
        write_files(tmp_path / "out" / "public" / "R-1", FILES)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteFaultError, match="No space left on device"):
        write_files(tmp_path / "R-1", FILES)
    assert list(tmp_path.iterdir()) == []


def test_what_reads_back_otherwise_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_read", lambda _: {})
    with pytest.raises(WriteFaultError, match="reads back otherwise"):
        write_files(tmp_path / "R-1", FILES)
