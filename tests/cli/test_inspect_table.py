"""``redactor inspect`` of a folder or several cables: a table, and totals under it."""

import json
from pathlib import Path

import pexpect
import pytest

from redactor.cable import CODES
from redactor.cli.columns import cells
from tests.cli.conftest import CABLE, Run
from tests.cli.many import PROGRAM

DAY = ("--as-of", "2026-11-23")
IN_FORCE = CABLE.replace("07/17/2018", "07/17/2033").replace(
    "C O N F I D E N T I A L SECTION", "C O N F I D E N T I A L NOFORN SECTION"
)
UNMARKED = CABLE.replace("2. (U) The", "2. The").replace("4. (SBU) The", "4. The")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with three cables: dull, in force, and with unmarked paragraphs."""
    deep = tmp_path / "cables" / "deep"
    deep.mkdir(parents=True)
    (deep.parent / "a.txt").write_text(CABLE)
    (deep / "b.txt").write_text(IN_FORCE)
    (deep / "c.txt").write_text(UNMARKED)
    return deep.parent


TABLE = """\
file        id                sent        level           \
paras  instruction     status            warnings
a.txt       08ZENDA641        2008-07-18  C               \
    4  date            declassified             -
deep/b.txt  08ZENDA641        2008-07-18  C NOFORN        \
    4  date            until 2033-07-17         -
deep/c.txt  08ZENDA641        2008-07-18  C               \
    4  date            declassified             2

3 cables read, 2 without a warning

  format    telegram 3
  encoding  utf-8 3
  level     C 3
  status    declassified 2, classified 1
  as of     2026-11-23

  warnings  cables  code
         2       1  unmarked-paragraph  A numbered paragraph bears no mark; the cable's level is
                                        assumed.
"""


def test_the_whole_table(redactor: Run, folder: Path) -> None:
    done = redactor("inspect", folder, *DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == TABLE


def test_two_processes_print_the_same(redactor: Run, folder: Path) -> None:
    one, two = (redactor("inspect", folder, *DAY, "--jobs", jobs) for jobs in "12")
    assert one.stdout == two.stdout


def test_several_paths_keep_the_names_they_were_given(redactor: Run, folder: Path) -> None:
    done = redactor("inspect", "cables/deep/c.txt", "cables/a.txt", *DAY)
    names = [line.split()[0] for line in done.stdout.splitlines()[:3]]
    assert names == ["file", "cables/deep/c.txt", "cables/a.txt"]
    assert folder.is_dir()


def test_a_long_or_wide_name_loses_its_middle_and_moves_nothing(
    redactor: Run, folder: Path
) -> None:
    (folder / f"{'very-' * 12}long.txt").write_text(CABLE)
    (folder / f"{'漢字' * 20}.txt").write_text(CABLE)
    lines = redactor("inspect", folder, *DAY).stdout.splitlines()
    head, rows = lines[0], lines[1:6]
    assert sum("…" in row for row in rows) == 2
    for row in rows:
        name = row.split()[0]
        assert name.endswith(".txt")
        start = cells(row[: row.index("  08ZENDA641")])
        assert start + 2 == head.index("id")
        assert cells(row) == cells(head)


def test_files_that_can_t_be_read_are_named_and_counted(redactor: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    done = redactor("inspect", folder, "nosuch.txt", *DAY)
    assert done.returncode == 2
    assert [line.split(": ")[-1] for line in done.stderr.splitlines()] == [
        "the file is empty; name a file that holds a cable",
        "there is no such file; check the name",
    ]
    assert "3 cables read, 2 without a warning, 2 files could not be read" in done.stdout


def test_a_folder_of_nothing_is_one_line_and_no_table(redactor: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = redactor("inspect", "empty")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_only_cables_with_a_warning_asked_for_are_listed(redactor: Run, folder: Path) -> None:
    options = ("--warnings", "number-gap, unmarked-paragraph")
    done = redactor("inspect", folder, *DAY, *options)
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()[:3] if line] == [
        "file", "deep/c.txt",
    ]  # fmt: skip
    assert "3 cables read, 1 listed" in done.stdout
    objects = redactor("inspect", folder, *options, "--json").stdout.splitlines()
    assert [Path(json.loads(line)["path"]).name for line in objects] == ["c.txt"]


def test_a_warning_that_no_cable_has_leaves_the_count_alone(redactor: Run, folder: Path) -> None:
    done = redactor("inspect", folder, "--warnings", "lost-characters")
    assert (done.returncode, done.stdout) == (0, "\n3 cables read, 0 listed\n")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("number-gaps", "'number-gaps'; did you mean number-gap?"),
        ("number-gap,xyz", f"'xyz'; the codes are {', '.join(CODES)}"),
        ("number-gap,", "''; the codes are"),
        ("\x1b[31m", "can't be read"),
    ],
)
def test_a_warning_that_is_none(redactor: Run, folder: Path, code: str, words: str) -> None:
    done = redactor("inspect", folder, "--warnings", code)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(("width", "columns"), [(60, 4), (80, 6), (100, 7), (140, 8)])
def test_a_narrow_terminal_gets_fewer_columns_and_no_broken_row(
    folder: Path, width: int, columns: int
) -> None:
    (folder / f"{'very-' * 12}long.txt").write_text(CABLE)
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], "inspect", "cables"],
        cwd=str(folder.parent),
        dimensions=(50, width),
        encoding="utf-8",
    )
    lines = child.read().splitlines()
    child.close()
    assert child.exitstatus == 0
    assert len(lines[0].split()) == columns
    assert all(len(line) <= width for line in lines)
