"""What is written is read again by a fresh process before anyone can have it."""

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from redactor.cli import press, publishing
from redactor.release import Format, Prover, Release, public_files
from tests.cli.conftest import CABLE, Run
from tests.cli.here import running_in

ANN = ("--case", "a.case", "--reviewer", "ann")
WITHHELD = ("--code", "b6", "--harm", "a name", "--segregable", "none of it")
NAMED = "Colonel Sapt"


@pytest.fixture
def here(tmp_path: Path) -> Run:
    """Give the program in a folder with a case whose one cable can be released."""
    run = running_in(tmp_path)
    (tmp_path / "cable.txt").write_text(CABLE)
    clock = ("--policy", "sample-cables", "--as-of", "2010-01-01")
    assert run("case", "import", "cable.txt", *ANN, *clock).returncode == 0
    assert run("decide", "cable.txt", *ANN, "--release", "all", "--reason", "old").returncode == 0
    for act in (("--redact", f'text "{NAMED}"', *WITHHELD), ("--sign",)):
        done = run("decide", "cable.txt", *ANN, *act)
        assert done.returncode == 0, done.stderr
    return run


def _leaking(name: str, put: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program have a fault that puts something into a file."""

    def faulty(
        release: Release, formats: tuple[Format, ...], appeal: str | None
    ) -> Mapping[str, bytes]:
        files = dict(public_files(release, formats, appeal))
        files[name] += put
        return files

    monkeypatch.setattr(press, "public_files", faulty)


@pytest.mark.parametrize(
    ("name", "put"),
    [
        ("release.html", f"<!-- {NAMED} -->".encode()),
        ("release.pdf", f"\n% {NAMED}\n".encode()),
        ("index.csv", f"{NAMED}\r\n".encode()),
        ("determination.txt", NAMED.upper().encode()),
        ("index.html", b"<p title='Sapt, Colonel'>"),
    ],
)
def test_a_leak_in_a_file_holds_the_release(
    here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, put: bytes
) -> None:
    with monkeypatch.context() as faulty:
        _leaking(name, put, faulty)
        done = here("release", *ANN)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("redactor: 08ZENDA641 is not released: the written files do not prove")
    assert name in line
    assert "Sapt" not in line
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == []
    assert "R-0001" not in here("audit", "log", *ANN).stdout
    assert here("release", *ANN).returncode == 0


def test_a_process_that_can_not_be_asked_holds_the_release(
    here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "Prover", partial(Prover, (sys.executable, "-c", "")))
    done = here("release", *ANN)
    assert done.returncode == 1
    assert "it is not proved that they tell nothing" in done.stderr
    assert not list((tmp_path / "out").rglob("release.txt"))


def test_a_process_that_can_not_be_started_holds_the_release(
    here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "Prover", partial(Prover, (str(tmp_path / "nowhere"),)))
    done = here("release", *ANN)
    assert done.returncode == 1
    assert done.stderr.startswith("redactor: nothing is released: no process can be started")
    assert not (tmp_path / "out").exists()


def test_what_a_second_person_cleared_passes_the_proof_too(tmp_path: Path) -> None:
    run = running_in(tmp_path)
    (tmp_path / "cable.txt").write_text(CABLE)
    clock = ("--policy", "sample-cables", "--as-of", "2010-01-01")
    assert run("case", "import", "cable.txt", *ANN, *clock).returncode == 0
    start = CABLE.index("Strelsau")
    for act in (
        ("--release", "all", "--reason", "it is old"),
        ("--redact", f"span {start}:{start + len('Strelsau')}", *WITHHELD),
        ("--sign",),
    ):
        assert run("decide", "cable.txt", *ANN, *act).returncode == 0
    held = run("release", *ANN)
    assert held.returncode == 1
    assert "withheld words can be read elsewhere" in held.stderr
    reason = ("--clear", "all", "--reason", "a post on the line of addresses")
    cleared = run("decide", "cable.txt", "--case", "a.case", "--reviewer", "bob", *reason)
    assert cleared.returncode == 0, cleared.stderr
    done = run("release", *ANN)
    assert done.returncode == 0, done.stderr
    assert "STRELSAU" in (tmp_path / "out" / "public" / "R-0001" / "release.txt").read_text()
