"""The fresh process: what it is told, what it answers, and what holds a release."""

import os
import sys
from pathlib import Path

import pytest

from redactor.release import Prover, UnprovedError
from redactor.text import LineIndex
from tests.release.planting import NAMES
from tests.release.proof.written import Written, written

SECRET = NAMES[2]
LEAKING = b"<!DOCTYPE html><title>Tobias Anders Brenholt</title>"


@pytest.fixture(scope="module")
def clean() -> Written:
    return written(SECRET)


def _put(folder: Path, written: Written, **others: bytes) -> dict[str, bytes]:
    files = {**written.files, **others}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return files


def _lines(written: Written) -> LineIndex:
    return written.review.dated.cable.lines


def test_safe_files_are_proved_one_release_after_the_other(tmp_path: Path, clean: Written) -> None:
    brief = clean.brief(tmp_path, _put(tmp_path, clean))
    with Prover() as prover:
        prover.prove(brief, _lines(clean))
        prover.prove(brief, _lines(clean))


def test_a_leak_is_told_by_its_lines_and_never_by_its_words(tmp_path: Path, clean: Written) -> None:
    brief = clean.brief(tmp_path, _put(tmp_path, clean, **{"release.html": LEAKING}))
    with Prover() as prover, pytest.raises(UnprovedError) as raised:
        prover.prove(brief, _lines(clean))
    said = str(raised.value)
    assert "release.html shows other words than release.txt" in said
    assert "release.html shows withheld words in its title (withheld at line " in said
    assert said.endswith("report this fault")
    assert "Brenholt" not in said


def test_files_that_are_gone_hold_the_release(tmp_path: Path, clean: Written) -> None:
    brief = clean.brief(tmp_path / "nowhere", clean.files)
    with Prover() as prover, pytest.raises(UnprovedError, match="FileNotFoundError at ") as raised:
        prover.prove(brief, _lines(clean))
    assert "could not be read again" in str(raised.value)


_ENDS = "import os, sys; sys.stdin.buffer.readline(); os._exit(1)"
_WRONG = "import sys; sys.stdin.buffer.readline(); print('all is well')"
_STRANGE = "import sys; sys.stdin.buffer.readline(); print('[]')"
_HANGS = "import sys; sys.stdin.buffer.readline(); sys.stdin.buffer.read()"
_NEVER_READS = "import time; time.sleep(600)"


@pytest.mark.parametrize("program", [_ENDS, _WRONG, _STRANGE, _HANGS, _NEVER_READS, "raise"])
def test_a_process_that_gives_no_answer_holds_the_release(
    tmp_path: Path, clean: Written, program: str
) -> None:
    brief = clean.brief(tmp_path, _put(tmp_path, clean))
    with (
        Prover((sys.executable, "-c", program), seconds=2) as prover,
        pytest.raises(UnprovedError, match="ended or took too long"),
    ):
        prover.prove(brief, _lines(clean))


def test_a_process_that_can_not_be_started_holds_the_release(tmp_path: Path) -> None:
    with pytest.raises(UnprovedError, match="no process can be started that reads"):
        Prover((str(tmp_path / "nowhere"),))


def test_the_process_has_ended_when_its_prover_is_left() -> None:
    started: list[int] = []
    with Prover() as prover:
        started.append(prover.pid)
    with pytest.raises(ProcessLookupError):
        os.kill(started[0], 0)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="only Linux tells of processes")
def test_no_secret_is_an_argument_or_in_the_environment(
    tmp_path: Path, clean: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", "open sesame")
    brief = clean.brief(tmp_path, _put(tmp_path, clean))
    with Prover() as prover:
        prover.prove(brief, _lines(clean))
        process = Path("/proc") / str(prover.pid)
        told = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
    assert b"redactor.release.proof" in told
    for secret in (b"Brenholt", b"open sesame", b"VZCZ"):
        assert secret not in told


def test_a_module_in_the_folder_of_the_user_is_not_imported(
    tmp_path: Path, clean: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    brief = clean.brief(folder, _put(folder, clean))
    for name in ("json.py", "hashlib.py", "redactor.py"):
        (tmp_path / name).write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    with Prover() as prover:
        prover.prove(brief, _lines(clean))
