"""Bad input gets one clear line and exit code 2; strange input is read, flagged, shown safely."""

import json
import unicodedata
from pathlib import Path

import pytest

from tests.cli.conftest import CABLE, Run

POLICY = """\
policy: mine
version: "1"
title: Mine
rules:
  - id: one
    title: One
    when: {field: [header]}
    propose: release
    because: It is routing.
    cite: none
"""
ADDRESS = "\x1b]52;c;aGVsbG8=\x07\x1b[31m"


def only_line(text: str) -> str:
    (line,) = text.splitlines()
    return line


@pytest.mark.parametrize("command", ["inspect", "propose"])
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("empty.txt", b"", "empty.txt:1: the file is empty"), ("gone.txt", None, "no such file")],
)
def test_a_file_that_is_empty_or_not_there(
    redactor: Run, tmp_path: Path, command: str, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = redactor(command, name)
    assert done.returncode == 2
    assert words in only_line(done.stderr)
    assert done.stdout == ""


def test_a_folder_without_cables_says_so(redactor: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = redactor("inspect", "empty")
    assert done.returncode == 2
    assert "no *.txt" in only_line(done.stderr)


@pytest.mark.parametrize(
    "day", ["2010-13-01", "yesterday", "20100101", "2010-1-1", "", "2010-02-30"]
)
def test_a_bad_day(redactor: Run, cable: Path, day: str) -> None:
    done = redactor("inspect", cable, "--as-of", day)
    assert done.returncode == 2
    assert "write it like 2026-11-23" in only_line(done.stderr)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("duplicate-key", POLICY + "version: '2'\n", ":11:1: "),
        ("anchor", POLICY.replace("Mine", "&a Mine"), ":3:8: "),
        ("unknown-key", POLICY.replace("because", "becuase"), "because"),
        ("brackets", "policy: " + "[" * 100_000, ":1:"),
        ("empty", "", ":1:"),
        ("binary", "\x00\x01", ":1:"),
    ],
)
def test_a_broken_policy_is_named_with_its_place(
    redactor: Run, cable: Path, tmp_path: Path, name: str, content: str, words: str
) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(content)
    for done in (redactor("propose", cable, "--policy", path), redactor("policy", "check", path)):
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.splitlines()
        assert all(str(path) in line for line in done.stderr.splitlines())
        assert words in done.stderr
        assert "Traceback" not in done.stderr


def test_a_policy_that_is_not_there(redactor: Run, cable: Path) -> None:
    done = redactor("propose", cable, "--policy", "nosuch.yaml")
    assert done.returncode == 2
    assert "nosuch.yaml" in only_line(done.stderr)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rubbish", bytes(range(256)) * 40),
        ("lone-cr", CABLE.replace("\n", "\r").encode()),
        ("nul", CABLE.replace("Duke", "Du\x00ke").encode()),
        ("escape", CABLE.replace("Duke", ADDRESS).encode()),
        ("bidi", CABLE.replace("Duke", "\u202eekuD\u202c").encode()),
        ("latin-1", CABLE.replace("Charge", "Chargé").encode("latin-1")),
        ("utf-16", CABLE.encode("utf-16")),
        ("no-line-end", b"x"),
    ],
)
def test_strange_bytes_are_read_and_shown_safely(
    redactor: Run, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_bytes(content)
    for command in ("inspect", "propose"):
        shown = redactor(command, path)
        assert shown.returncode == 0, shown.stderr
        printed = set(shown.stdout + shown.stderr) - {"\n"}
        assert not {char for char in printed if unicodedata.category(char) in {"Cc", "Cf"}}
    value = json.loads(redactor("inspect", path, "--json").stdout)
    text = content.decode(value["encoding"])
    assert len(text) == value["chars"]
    assert text.encode(value["encoding"]) == content
    assert value["segments"][-1]["end"] == value["chars"]


@pytest.mark.parametrize("name", ["nul", "escape", "bidi"])
def test_hidden_characters_are_flagged(redactor: Run, tmp_path: Path, name: str) -> None:
    hidden = {"nul": "\x00", "escape": "\x1b", "bidi": "\u202e"}[name]
    path = tmp_path / "a.txt"
    path.write_bytes(CABLE.replace("Duke", f"Du{hidden}ke").encode())
    value = json.loads(redactor("inspect", path, "--json").stdout)
    assert value["warnings"]
    line = CABLE[: CABLE.index("Duke")].count("\n") + 1
    assert line in {warning["line"] for warning in value["warnings"]}


def test_five_megabytes_are_read(redactor: Run, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text(CABLE + "5. (C) A further line of the same kind, and one more.\n\n" * 100_000)
    done = redactor("inspect", path, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["chars"] == path.stat().st_size


def test_no_command_shows_usage_and_a_traceback_never_comes(redactor: Run) -> None:
    for arguments in ([], ["nosuch"], ["inspect"], ["decide"], ["review", "--case"]):
        done = redactor(*arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_review_without_a_terminal_says_what_to_use(redactor: Run, cable: Path) -> None:
    done = redactor("review", cable)
    assert done.returncode == 2
    assert "needs a terminal" in only_line(done.stderr)
