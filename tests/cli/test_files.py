"""Paths on the command line: what cannot be read is told of, and never left out in silence."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.cli.files import expand, load
from redactor.cli.output import InputFault


@pytest.fixture
def cables(tmp_path: Path) -> Path:
    for name in ("b/two.txt", "a.txt", "b/three.TXT", "shut/four.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def test_a_folder_stands_for_the_texts_below_it(cables: Path) -> None:
    assert list(expand([str(cables)])) == [
        cables / "a.txt", cables / "b/two.txt", cables / "shut/four.txt",
    ]  # fmt: skip


def test_a_folder_that_may_not_be_read_is_a_fault_of_its_own(
    cables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plainly = os.scandir

    def scandir(folder: str | Path) -> Iterator[os.DirEntry[str]]:
        if Path(folder).name == "shut":
            raise PermissionError(13, "denied", str(folder))
        return plainly(folder)

    monkeypatch.setattr(os, "scandir", scandir)

    assert list(expand([str(cables)]))[-1] == cables / "shut"
    with pytest.raises(InputFault, match="shut: you may not read this folder"):
        load(cables / "shut")


def test_a_folder_without_texts_is_a_fault(tmp_path: Path) -> None:
    assert list(expand([str(tmp_path)])) == [tmp_path]
    with pytest.raises(InputFault, match="the folder holds no"):
        load(tmp_path)


def test_a_file_in_a_folder_that_may_not_be_entered_is_a_fault(
    cables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, **_options: bool) -> os.stat_result:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "stat", refuse)

    assert list(expand([str(cables / "a.txt")])) == [cables / "a.txt"]
    with pytest.raises(InputFault, match="you may not read this file; ask its owner for access"):
        load(cables / "a.txt")
