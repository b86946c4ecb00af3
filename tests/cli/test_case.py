"""``redactor case``: import, copies, the roster, another policy."""

import json
from pathlib import Path

import pytest

from redactor.cli import grammar
from redactor.review import ROLES
from tests.cli.conftest import CABLE, Run
from tests.cli.here import running_in


@pytest.fixture
def case(tmp_path: Path, cable: Path) -> Run:
    redactor = running_in(tmp_path)
    done = redactor(
        "case", "import", cable, "--case", "a.case", "--policy", "sample-cables",
        "--as-of", "2010-01-01", "--reviewer", "ann",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return redactor


def test_likeness_is_told_at_import(case: Run, tmp_path: Path) -> None:
    (tmp_path / "crlf.txt").write_bytes(CABLE.replace("\n", "\r\n").encode())
    (tmp_path / "again.txt").write_text(CABLE.replace("SIPDIS", "SIPDIS\n\nCORRECTED COPY"))
    done = case("case", "import", "crlf.txt", "again.txt", "--case", "a.case", "--reviewer", "ann")
    assert "the same text as" in done.stderr
    assert "a corrected copy of" in done.stderr
    lines = case("case", "status", "--case", "a.case", "--json").stdout.splitlines()
    first, same, corrected = (json.loads(line) for line in lines)
    assert same["same_text"] == [first["sha256"]]
    assert corrected["copy_of"] == [first["sha256"], same["sha256"]]


def test_the_same_file_under_another_name_is_told_at_import(case: Run, tmp_path: Path) -> None:
    (tmp_path / "double.txt").write_bytes(CABLE.encode())
    done = case("case", "import", "double.txt", "--case", "a.case", "--reviewer", "ann")
    assert "double.txt: the same file as" in done.stderr
    assert "(in the case already)" in done.stdout
    assert len(case("case", "status", "--case", "a.case").stdout.splitlines()) == 1


def test_a_copy_of_the_case_is_a_case(case: Run) -> None:
    done = case("case", "export", "--case", "a.case", "--to", "b.case", "--reviewer", "ann")
    assert done.returncode == 0, done.stderr
    assert case("audit", "verify", "--case", "b.case").returncode == 0
    again = case("case", "export", "--case", "a.case", "--to", "b.case", "--reviewer", "ann")
    assert again.returncode == 2
    assert "it exists" in again.stderr


def test_the_roster_is_kept_and_shown(case: Run) -> None:
    roster = ("case", "roster", "--case", "a.case", "--reviewer", "ann")
    entered = case(*roster, "eve", "--role", "senior", "--from", "2026-01-01")
    assert entered.stdout == f"{'eve':<20}  senior      2026-01-01  open        by ann\n"
    assert case(*roster).stdout == entered.stdout
    refused = case(*roster, "bob", "--role", "senior")
    assert refused.returncode == 1
    assert "kept by its senior officials" in refused.stderr
    assert case(*roster, "bob").returncode == 2


def test_a_policy_is_changed_with_a_reason(case: Run) -> None:
    change = ("case", "policy", "--case", "a.case", "--policy", "state-cables", "--reviewer", "ann")
    assert case(*change).returncode == 1
    done = case(*change, "--reason", "two people review now")
    assert done.returncode == 0, done.stderr
    lines = case("case", "status", "--case", "a.case", "--json").stdout.splitlines()
    assert json.loads(lines[0])["reviews"] == 2


def test_the_grammar_knows_the_roles_of_the_roster() -> None:
    assert grammar.ROLES == ROLES
