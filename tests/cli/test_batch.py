"""Many cables on several processes: in order, a few at a time, and ended without noise."""

import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import overload

import pytest

from redactor.cli.batch import Answer, run
from redactor.cli.output import InputFault
from tests.cli.conftest import Run
from tests.cli.many import PROGRAM, many

BOTH = pytest.mark.parametrize("jobs", ["1", "2"])
MORE_THAN_A_PIPE_HOLDS = 1500
"""Rows: the program can't end before somebody reads them."""


class Watched(Sequence[Path]):
    """Paths that remember how far they were looked at."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths, self.furthest = paths, 0

    def __len__(self) -> int:
        return len(self._paths)

    @overload
    def __getitem__(self, place: int) -> Path: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Path]: ...
    def __getitem__(self, place: int | slice) -> Path | Sequence[Path]:
        self.furthest = place.stop if isinstance(place, slice) else place
        return self._paths[place]


def echo(path: Path, content: bytes) -> Answer:
    return Answer(str(path), lines=(f"{path.name} {len(content)}",))


def die_at_the_last(path: Path, content: bytes) -> Answer:
    if path.name == "0039.txt":
        os._exit(9)
    return echo(path, content)


def test_only_a_few_cables_are_under_way_however_many_there_are(tmp_path: Path) -> None:
    paths = Watched(many(tmp_path / "cables", 400))
    asked: list[int] = []

    def show(answer: Answer) -> Iterator[str]:
        asked.append(paths.furthest)
        yield from answer.lines

    assert run(echo, paths, 2, json=False, show=show) == 0
    assert len(asked) == 400
    assert all(ahead - shown <= 8 * 16 for shown, ahead in enumerate(asked))
    assert asked[0] < 400 <= asked[-1]


def test_answers_come_in_the_order_of_the_paths(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = many(tmp_path / "cables", 100)[::-1]
    (tmp_path / "cables" / "0042.txt").unlink()
    assert run(echo, paths, 3, json=False) == 2
    out, err = capsys.readouterr()
    names = [line.split()[0] for line in out.splitlines()]
    assert names == [path.name for path in paths if path.name != "0042.txt"]
    assert "0042.txt: there is no such file" in err


def test_a_process_that_dies_is_named_with_the_file_to_go_on_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = many(tmp_path / "cables", 40)
    with pytest.raises(InputFault, match="was ended, perhaps for lack of memory") as caught:
        run(die_at_the_last, paths, 2, json=False)
    shown = capsys.readouterr().out.splitlines()
    assert str(caught.value).startswith(f"{paths[len(shown)]}: ")


@contextmanager
def running(folder: Path, jobs: str) -> Iterator[subprocess.Popen[str]]:
    """Run the program in a process group of its own, until it has printed its first line."""
    many(folder / "cables", MORE_THAN_A_PIPE_HOLDS)
    with subprocess.Popen(
        [*PROGRAM, "inspect", "cables", "--jobs", jobs],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("file ")
        yield process


@BOTH
def test_ctrl_c_ends_all_processes_with_one_line(tmp_path: Path, jobs: str) -> None:
    with running(tmp_path, jobs) as process:
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate()
    assert process.returncode == 130
    assert len(err.splitlines()) == 1
    assert err.startswith("redactor: stopped")


def test_a_run_in_the_background_is_not_hit_by_ctrl_c(tmp_path: Path) -> None:
    many(tmp_path / "cables", MORE_THAN_A_PIPE_HOLDS)
    line = f"trap '' INT; exec {' '.join(PROGRAM)} inspect cables --jobs 2"
    with subprocess.Popen(
        ["sh", "-c", line], cwd=tmp_path, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        rows = process.stdout.read().splitlines()
    assert process.returncode == 0
    assert len(rows) > MORE_THAN_A_PIPE_HOLDS


@BOTH
def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path, jobs: str) -> None:
    with running(tmp_path, jobs) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "257", "1" * 5000, "٢"])
def test_a_number_of_processes_that_is_none(redactor: Run, cable: Path, jobs: str) -> None:
    done = redactor("inspect", cable, "--jobs", jobs)
    assert done.returncode == 2
    assert "give 1 to 256" in done.stderr
    assert len(done.stderr.splitlines()) == 1
