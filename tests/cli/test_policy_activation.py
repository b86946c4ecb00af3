"""A case's policies: listed, changed with open eyes, and readable for ever."""

import io
import shutil
import sys
from pathlib import Path

import pytest

from redactor.policy import load_policy
from tests.cli.conftest import Run
from tests.cli.here import running_in

POLICIES = Path(__file__).resolve().parents[2] / "policies"
BY_ANN = ("--reviewer", "ann")
CHANGE = ("case", "policy", "--case", "a.case", "--policy", "mine/state-cables.yaml",
          "--reason", "the list grew", *BY_ANN)  # fmt: skip


@pytest.fixture
def case(tmp_path: Path, cable: Path) -> Run:
    """Give a case under the shipped policy, and beside it another version of that."""
    redactor = running_in(tmp_path)
    shutil.copytree(POLICIES, tmp_path / "mine")
    with (tmp_path / "mine/lists/visa-words.txt").open("a") as words:
        words.write("the duke\n")
    done = redactor(
        "case", "import", cable, "--case", "a.case", "--policy", "state-cables",
        "--as-of", "2026-11-23", *BY_ANN,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return redactor


def decide(case: Run, cable: Path) -> None:
    done = case("decide", "--case", "a.case", cable, "--accept-proposals", *BY_ANN)
    assert done.returncode == 0, done.stderr


def test_before_anyone_has_decided_nothing_is_asked(case: Run) -> None:
    assert case(*CHANGE).returncode == 0


def test_after_decisions_what_differs_is_told_and_asked(case: Run, cable: Path) -> None:
    decide(case, cable)

    done = case(*CHANGE)

    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == "rule visa-record changed: list visa-words"
    assert lines[1] == "newly released: 0"
    assert any(line.endswith("paragraph 1: release -> redact b3") for line in lines)
    assert lines[-1] == "decisions stand as they are, each under the policy that it names"
    assert "look at what differs, then add --yes" in done.stderr
    assert "Duke" not in done.stdout
    assert "in force" in case("case", "policy", "--case", "a.case").stdout.splitlines()[-1]
    assert case(*CHANGE, "--yes").returncode == 0


@pytest.mark.parametrize(("answer", "code"), [("yes\n", 0), (" YES \n", 0), ("y\n", 1), ("", 1)])
def test_the_person_at_the_terminal_is_asked(
    case: Run, cable: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    decide(case, cable)
    terminal = io.StringIO(answer)
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)

    done = case(*CHANGE)

    assert done.returncode == code
    assert ("nothing was changed" in done.stderr) is bool(code)


def test_every_policy_of_a_case_is_listed_and_written_out_whole(case: Run, tmp_path: Path) -> None:
    assert case(*CHANGE).returncode == 0

    first, second = case("case", "policy", "--case", "a.case").stdout.splitlines()
    shipped, mine = (
        load_policy(path / "state-cables.yaml") for path in (POLICIES, tmp_path / "mine")
    )
    assert shipped.sha256 in first
    assert mine.sha256 in second
    assert ("in force" in first, "in force" in second) == (False, True)
    done = case("case", "policy", "--case", "a.case", "--write", shipped.sha256[:12], "--to", "old")
    assert done.returncode == 0, done.stderr
    assert load_policy(tmp_path / "old" / "state-cables.yaml").ref == shipped.ref


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--write", "ffff", "--to", "old"), "ffff: no policy of this case, or more than one"),
        (("--write", "", "--to", "old"), "or more than one"),
        (("--write", "HASH"), "--to is missing"),
        (("--write", "HASH", "--to", "mine"), "mine: file exists; name a new folder"),
    ],
)
def test_what_cannot_be_written_out(case: Run, options: tuple[str, ...], said: str) -> None:
    digest = load_policy(POLICIES / "state-cables.yaml").sha256
    assert case(*CHANGE).returncode == 0

    done = case(
        "case", "policy", "--case", "a.case", *(one.replace("HASH", digest) for one in options)
    )

    assert done.returncode == 2
    assert said in done.stderr


def test_the_same_policy_again_changes_nothing(case: Run) -> None:
    done = case("case", "policy", "--case", "a.case", "--policy", "state-cables", *BY_ANN)

    assert done.returncode == 0
    assert "already" in done.stderr
