"""Many cables released by one command: all or none, listed, and the same bytes again."""

import csv
import io
import json
import os
import pty
import shutil
import signal
import sqlite3
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from redactor.audit import set_name
from tests.cli.conftest import CABLE, Run
from tests.cli.here import running_in

ANN = ("--case", "a.case", "--reviewer", "ann")
CLOCK = ("--policy", "sample-cables", "--as-of", "2010-01-01")
CODED = ("--code", "b6", "--harm", "a name", "--segregable", "none of it")


def _cable(number: int) -> str:
    """Give one of many cables that are like each other and say different things."""
    text = CABLE.replace("000641", f"{number:06d}").replace("#0641", f"#{number:04d}")
    return text.replace("castle", f"castle by way {number} of {number + 2}")


def _id(number: int) -> str:
    return f"08ZENDA{number}"


def _case(folder: Path, cables: int, *, complete: int | None = None) -> Run:
    """Make a case of so many cables, of which all or the first ones are complete."""
    run = running_in(folder)
    (folder / "in").mkdir()
    for number in range(1, cables + 1):
        (folder / "in" / f"{number:03d}.txt").write_text(_cable(number))
    assert run("case", "import", "in", *ANN, *CLOCK).returncode == 0
    for number in range(1, (cables if complete is None else complete) + 1):
        _decide(run, number)
    return run


def _decide(run: Run, number: int, withheld: str = "paragraph 4") -> None:
    for act in (
        ("--release", "all", "--reason", "it is old"),
        ("--redact", withheld, *CODED),
        ("--sign",),
    ):
        done = run("decide", _id(number), *ANN, *act)
        assert done.returncode == 0, done.stderr


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _folders(out: Path) -> set[str]:
    public = out / "public"
    return {path.name for path in public.iterdir()} if public.exists() else set()


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a case of three complete cables, of which none is released."""
    folder = tmp_path_factory.mktemp("three")
    _case(folder, 3)
    return folder


@pytest.fixture
def folder(three: Path, tmp_path: Path) -> Path:
    """Give a copy of that folder."""
    return shutil.copytree(three, tmp_path / "copy")


NUMBERS = ("R-0001", "R-0002", "R-0003")
SET = set_name(NUMBERS)


def test_one_cable_is_no_set(folder: Path) -> None:
    done = running_in(folder)("release", _id(2), *ANN)
    assert done.returncode == 0, done.stderr
    assert _folders(folder / "out") == {"R-0001"}


def test_a_set_is_listed_with_every_file(folder: Path) -> None:
    done = running_in(folder)("release", *ANN)
    assert done.returncode == 0, done.stderr
    public = folder / "out" / "public"
    assert _folders(folder / "out") == {*NUMBERS, SET}
    manifest = json.loads((public / SET / "manifest.json").read_text())
    assert manifest["set"] == SET
    for number in NUMBERS:
        there = {path.name: path.stat().st_size for path in (public / number).iterdir()}
        told = {name: file["bytes"] for name, file in manifest["releases"][number].items()}
        assert told == there
    rows = list(csv.DictReader(io.StringIO((public / SET / "index.csv").read_text())))
    assert [row["release"] for row in rows] == list(NUMBERS)
    assert {(row["determination"], row["places-withheld"], row["codes"]) for row in rows} == {
        ("RELEASE IN PART", "1", "(b)(6)")
    }
    page = (public / SET / "index.html").read_text()
    for number in NUMBERS:
        assert f'href="../{number}/release.html"' in page
        assert (public / SET / f"../{number}/release.html").is_file()


def test_what_is_listed_tells_nothing_of_a_cable(folder: Path) -> None:
    running_in(folder)("release", *ANN)
    told = b"".join(_bytes(folder / "out" / "public" / SET).values())
    for words in (b"ZENDA", b"phone", b"castle", b"SIPDIS", b"ann"):
        assert words not in told


def test_two_runs_into_two_folders_give_the_same_bytes(folder: Path) -> None:
    run = running_in(folder)
    assert run("release", *ANN, "--out", "one").returncode == 0
    assert (
        run("release", *reversed([_id(n) for n in (1, 2, 3)]), *ANN, "--out", "two").returncode == 0
    )
    assert _bytes(folder / "one") == _bytes(folder / "two")


def test_a_second_run_into_the_same_folder_writes_nothing_and_says_so(folder: Path) -> None:
    run = running_in(folder)
    first = run("release", *ANN)
    assert "already" not in first.stderr
    before = {path: path.stat().st_mtime_ns for path in (folder / "out").rglob("*")}
    again = run("release", *ANN)
    assert again.returncode == 0
    assert again.stderr.rstrip().endswith("all of it was there already")
    assert {path: path.stat().st_mtime_ns for path in (folder / "out").rglob("*")} == before


def test_a_set_is_signed_anew_by_no_key_but_the_one_that_signed_it(folder: Path) -> None:
    run = running_in(folder)
    assert run("release", *ANN).returncode == 0
    before = _bytes(folder / "out")
    assert run("audit", "checkpoint", *ANN, "--rotate").returncode == 0
    again = run("release", *ANN)
    assert again.stderr.rstrip().endswith("all of it was there already")
    assert _bytes(folder / "out") == before


def test_further_formats_are_added_and_none_is_taken_away(folder: Path) -> None:
    run = running_in(folder)
    assert run("release", *ANN, "--out", "whole").returncode == 0
    for formats in ("txt", "pdf", "html"):
        assert run("release", *ANN, "--out", "grown", "--format", formats).returncode == 0
        assert run("verify", "grown").returncode == 0
    assert _bytes(folder / "grown") == _bytes(folder / "whole")
    assert run("release", *ANN, "--out", "grown", "--format", "txt").returncode == 0
    assert _bytes(folder / "grown") == _bytes(folder / "whole")


def test_formats_are_not_added_to_files_that_were_changed(folder: Path) -> None:
    run = running_in(folder)
    assert run("release", *ANN, "--format", "txt").returncode == 0
    (folder / "out" / "public" / "R-0002" / "release.txt").write_text("changed")
    before = _bytes(folder / "out")
    done = run("release", *ANN)
    assert done.returncode == 2
    assert "public/R-0002: it is there already and holds something else" in done.stderr
    assert _bytes(folder / "out") == before


def test_a_later_set_leaves_the_earlier_one_as_it_is(folder: Path) -> None:
    run = running_in(folder)
    assert run("release", _id(1), _id(2), *ANN).returncode == 0
    before = _bytes(folder / "out")
    assert run("release", _id(2), _id(3), *ANN).returncode == 0
    after = _bytes(folder / "out")
    assert before.items() < after.items()
    assert {set_name(NUMBERS[:2]), set_name(NUMBERS[1:])} < _folders(folder / "out")
    assert run("verify", "out").returncode == 0


def _leaking(number: int) -> str:
    """Give the place of a name that stands in another place too."""
    start = _cable(number).index("Strelsau")
    return f"span {start}:{start + len('Strelsau')}"


def test_all_that_are_blocked_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    run = _case(tmp_path, 4, complete=1)
    _decide(run, 2, _leaking(2))
    _decide(run, 3, _leaking(3))
    for named in (("1", "2", "3", "4"), ("1", "2", "3")):
        done = run("release", *(f"08ZENDA{number}" for number in named), *ANN)
        assert done.returncode == 1
        *blocked, last = done.stderr.splitlines()
        assert sorted(line.split(": ")[1] for line in blocked) == [
            f"08ZENDA{number} is not released" for number in named[1:]
        ]
        assert last.startswith("nothing was written")
        assert _folders(tmp_path / "out") == set()
    assert "R-0001" not in run("audit", "log", *ANN).stdout


def test_one_that_is_held_keeps_the_others_of_a_case_back(tmp_path: Path) -> None:
    run = _case(tmp_path, 3, complete=1)
    _decide(run, 2, _leaking(2))
    assert run("release", *ANN).returncode == 1
    assert _folders(tmp_path / "out") == set()
    done = run("release", _id(1), *ANN)
    assert done.returncode == 0, done.stderr


def test_cables_of_one_set_that_decide_otherwise_hold_each_other(tmp_path: Path) -> None:
    run = _case(tmp_path, 3, complete=2)
    _decide(run, 3, "paragraph 3")
    done = run("release", *ANN)
    assert done.returncode == 1
    assert f"{_id(3)} is not released: an earlier release decided otherwise" in done.stderr
    assert not list(tmp_path.glob("out/public/*"))


def test_a_cable_named_twice_is_released_once(folder: Path) -> None:
    done = running_in(folder)("release", _id(1), _id(1), "in/001.txt", *ANN)
    assert done.returncode == 0, done.stderr
    assert _folders(folder / "out") == {"R-0001"}


def test_a_full_disk_leaves_nothing_and_records_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, real = count(1), os.fsync

    def full(descriptor: int) -> None:
        if next(written) > 40:
            raise OSError(28, "No space left on device")
        real(descriptor)

    run = running_in(folder)
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        done = run("release", *ANN)
    assert done.returncode == 2
    assert "there is no space left on the disk; free some space" in done.stderr
    assert _bytes(folder / "out") == {}
    assert "R-0001" not in run("audit", "log", *ANN).stdout
    assert run("release", *ANN).returncode == 0


def _events(folder: Path) -> int:
    with sqlite3.connect(folder / "a.case") as case:
        (found,) = case.execute("SELECT count(*) FROM events WHERE kind = 'release'").fetchone()
    return int(found)


@pytest.mark.parametrize("milliseconds", range(400, 4000, 450))
def test_a_run_that_is_killed_leaves_all_or_none(folder: Path, milliseconds: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "redactor", "release", *ANN], cwd=folder, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(milliseconds / 1000)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert _folders(folder / "out") in (set(), {*NUMBERS, SET})
    assert _events(folder) in (0, 3)
    done = running_in(folder)("release", *ANN)
    assert done.returncode == 0, done.stderr
    assert _folders(folder / "out") == {*NUMBERS, SET}
    assert {path.name for path in (folder / "out").iterdir()} == {"public", "classified"}
    assert running_in(folder)("verify", "out").returncode == 0


def test_fifty_cables_are_released_together_with_a_line_of_progress(tmp_path: Path) -> None:
    _case(tmp_path, 50)
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "redactor", "release", *ANN, "--format", "txt"],
        cwd=tmp_path, stderr=slave,
    ) as process:  # fmt: skip
        os.close(slave)
        said = b""
        while part := _read(master):
            said += part
    assert process.returncode == 0
    assert b" of 50 made" in said
    assert b"50 releases; their index: out/public/S-" in said
    assert len(_folders(tmp_path / "out")) == 51
    done = running_in(tmp_path)("verify", "out")
    assert done.returncode == 0
    assert "the 50 releases that manifest.json lists are here" in done.stdout


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other end is closed
        return b""


def _verify(folder: Path, bundle: str) -> tuple[int, str]:
    done = running_in(folder)("verify", bundle)
    return done.returncode, done.stdout


def test_any_change_of_a_set_is_named(folder: Path) -> None:
    running_in(folder)("release", *ANN, "--format", "txt,html")
    own = f"out/public/{SET}"
    assert _verify(folder, own)[0] == 0
    public = folder / "out" / "public"
    for path in sorted(path for path in public.rglob("*") if path.is_file()):
        number = path.parent.name
        named = path.name if number == SET else f"{number}/{path.name}"
        data = path.read_bytes()
        for at in (0, len(data) // 2, len(data) - 1):
            path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
            code, said = _verify(folder, own)
            assert (code, f"DOES NOT HOLD {named} was changed" in said) == (1, True), named
        path.unlink()
        assert f"DOES NOT HOLD {named} is missing" in _verify(folder, own)[1]
        path.write_bytes(data)
    (public / "R-0002" / "more.txt").write_text("x")
    assert "DOES NOT HOLD R-0002/more.txt was added" in _verify(folder, own)[1]
    shutil.rmtree(public / "R-0002")
    assert "DOES NOT HOLD R-0002 is missing" in _verify(folder, own)[1]


def test_a_set_under_another_name_is_no_set_of_that_name(folder: Path) -> None:
    running_in(folder)("release", *ANN, "--format", "txt")
    public = folder / "out" / "public"
    (public / SET).rename(public / "S-00000000")
    code, said = _verify(folder, "out/public/S-00000000")
    assert code == 1
    assert "manifest.json is that of another set" in said


def test_the_public_folder_is_verified_as_it_is_handed_out(folder: Path, tmp_path: Path) -> None:
    running_in(folder)("release", *ANN, "--format", "txt")
    shutil.copytree(folder / "out" / "public", tmp_path / "handed-out")
    code, said = _verify(tmp_path, "handed-out")
    assert code == 0
    assert [line.split()[0] for line in said.splitlines() if not line.startswith(" ")] == [
        *NUMBERS, SET,
    ]  # fmt: skip


def test_names_of_sets_tell_their_releases_apart() -> None:
    sets = (NUMBERS, NUMBERS[:2], NUMBERS[1:], NUMBERS[::2])
    assert len(set(map(set_name, sets))) == len(sets)
    assert set_name(NUMBERS) == set_name(NUMBERS[::-1])
