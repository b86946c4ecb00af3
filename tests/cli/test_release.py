"""``redactor release``: what is written, and that it is written again just so."""

import csv
import hashlib
import io
import shutil
from pathlib import Path

import pypdfium2
import pytest

from redactor.cli import grammar
from redactor.release import FORMATS
from tests.cli.conftest import Run
from tests.cli.here import running_in
from tests.review.test_older import OLDER

HARM = "would show where staff can be reached at home"
POLICY = """\
policy: mine
version: "1"
title: A policy with words of its own
workflow: {reviews: 1}
release:
  amount: bucket
  office: Office of Releases
  appeal: {foia: Write to the panel within 30 days.}
rules:
  - id: all
    title: All
    when: {field: [body]}
    propose: review
    because: A person looks.
    cite: House rule
"""
ALWAYS = {"release.txt", "index.csv", "determination.txt"}
MORE = {"txt": set(), "html": {"release.html", "index.html"}, "pdf": {"release.pdf"}}


@pytest.fixture
def here(tmp_path: Path, cable: Path) -> Run:
    """Give the program in a folder with a case whose one cable can be released."""
    run = running_in(tmp_path)
    (tmp_path / "mine.yaml").write_text(POLICY)
    case = ("--case", "a.case", "--reviewer", "ann")
    clock = ("--policy", "mine.yaml", "--as-of", "2010-01-01")
    assert run("case", "import", cable, *case, *clock).returncode == 0
    for act in (
        ("--release", "all"),
        ("--redact", 'text "phone list"', "--code", "b6", "--harm", HARM),
        ("--sign",),
    ):
        done = run("decide", "08ZENDA641", *case, *act)
        assert done.returncode == 0, done.stderr
    return run


def _release(run: Run, *more: str) -> int:
    return run("release", "--case", "a.case", "--reviewer", "ann", *more).returncode


def _public(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "public" / "R-0001").iterdir()}


def test_all_formats_are_written_unless_some_are_named(here: Run, tmp_path: Path) -> None:
    assert _release(here) == 0
    assert ALWAYS | MORE["html"] | MORE["pdf"] <= set(_public(tmp_path / "out"))


@pytest.mark.parametrize("format_", ["txt", "html", "pdf", "txt,html", "pdf,txt"])
def test_only_the_named_formats_are_written(here: Run, tmp_path: Path, format_: str) -> None:
    assert _release(here, "--format", format_) == 0
    wanted = ALWAYS.union(*(MORE[name] for name in format_.split(",")))
    others = set().union(*MORE.values()) - wanted
    written = set(_public(tmp_path / "out"))
    assert wanted <= written
    assert not others & written


@pytest.mark.parametrize("format_", ["xml", "txt,", "", "TXT", "txt html"])
def test_an_unknown_format_is_wrong_input(here: Run, tmp_path: Path, format_: str) -> None:
    done = here("release", "--case", "a.case", "--format", format_)
    assert done.returncode == 2
    assert "is no format; write it like txt,html,pdf" in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_formats_named_in_the_grammar_are_those_of_the_stage() -> None:
    assert grammar.FORMATS == FORMATS


def test_every_rendering_says_the_same(here: Run, tmp_path: Path) -> None:
    assert _release(here) == 0
    files = _public(tmp_path / "out")
    words = files["release.txt"].decode().split()
    with pypdfium2.PdfDocument(files["release.pdf"]) as document:
        said = [page.get_textpage().get_text_range() for page in document]
    lines = [line for text in said for line in text.splitlines()[1:-1]]
    assert " ".join(lines).split() == words
    (row,) = csv.DictReader(io.StringIO(files["index.csv"].decode(), newline=""))
    assert (row["code"], row["amount"]) == ("(b)(6)", "less than 1 line")
    assert "phone list" not in " ".join(words)


def test_office_and_appeal_are_those_of_the_policy(here: Run, tmp_path: Path) -> None:
    assert _release(here) == 0
    files = _public(tmp_path / "out")
    assert b"Declassified by ann, Office of Releases, on " in files["release.txt"]
    assert files["determination.txt"].endswith(
        b"How to appeal\n  Write to the panel within 30 days.\n"
    )


def test_a_second_run_writes_the_same_bytes(here: Run, tmp_path: Path) -> None:
    assert _release(here) == 0
    first = _public(tmp_path / "out")
    assert _release(here, "--out", "again") == 0
    assert _public(tmp_path / "again") == first


def test_a_release_of_the_first_edition_is_made_again_in_that_edition(tmp_path: Path) -> None:
    shutil.copy(OLDER / "version-1.sqlite", tmp_path / "old.case")
    done = running_in(tmp_path)("release", "--case", "old.case", "--reviewer", "ann")
    assert "R-0001" in done.stderr
    wanted = (OLDER / "version-1.release.txt").read_bytes()
    assert _public(tmp_path / "out")["release.txt"] == wanted
    assert (
        hashlib.sha256(wanted).hexdigest()
        in (tmp_path / "out" / "classified" / "R-0001" / "audit.json").read_text()
    )
