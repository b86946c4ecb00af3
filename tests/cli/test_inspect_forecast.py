"""``redactor inspect --forecast``: what frees in which year, and an agenda."""

import json
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.cli.conftest import CABLE, Run
from tests.cli.many import PROGRAM

DAY = ("--as-of", "2026-11-23")
SOON = CABLE.replace("07/17/2018", "12/31/2026")
LATER = CABLE.replace("07/17/2018", "01/01/2027").replace("3. (C) Colonel", "3. (S) Colonel")
RESTRICTED = CABLE.replace("3. (C) Colonel", "3. (S//RD) Colonel")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder: two cables that free on one day, one a day later, two that are free."""
    deep = tmp_path / "cables" / "deep"
    deep.mkdir(parents=True)
    for name, text in {
        "a.txt": SOON, "b.txt": LATER, "c.txt": CABLE, "deep/d.txt": SOON, "deep/e.txt": RESTRICTED,
    }.items():  # fmt: skip
        (deep.parent / name).write_text(text)
    return deep.parent


FORECAST = """\
20 portions of 5 cables, as of 2026-11-23

  frees in      cables  portions  TS  S  C
  already free       2         3   -  -  3
  2026               2         4   -  -  4
  2027               1         2   -  1  1
  no day             1         1   -  1  -
  unclassified       5        10   -  -  -
  all                5        20   -  2  8

  cables  portions  why no day frees them
       1         1  RD, FRD or TFNI: no date ever applies. 10 CFR 1045.155(a)

4 portions of 2 cables free on 31 December 2026, in 38 days
  a.txt       08ZENDA641  2 C       paragraphs 1, 3
  deep/d.txt  08ZENDA641  2 C       paragraphs 1, 3

2 portions of 1 cable free on 1 January 2027, in 39 days
  b.txt       08ZENDA641  1 S, 1 C  paragraphs 1, 3
"""


def test_the_whole_forecast(redactor: Run, folder: Path) -> None:
    done = redactor("inspect", folder, "--forecast", *DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == FORECAST


@pytest.mark.parametrize("more", [(), ("--json",), ("--within", "38")])
def test_two_processes_print_the_same(redactor: Run, folder: Path, more: tuple[str, ...]) -> None:
    one, two = (
        redactor("inspect", folder, "--forecast", *DAY, *more, "--jobs", jobs) for jobs in "12"
    )
    assert one.stdout == two.stdout != ""


WITHIN = """\
4 portions of 2 cables free within 38 days of 23 November 2026, until 31 December 2026

4 portions of 2 cables free on 31 December 2026, in 38 days
  a.txt       08ZENDA641  2 C  paragraphs 1, 3
  deep/d.txt  08ZENDA641  2 C  paragraphs 1, 3
"""


def test_the_last_day_of_the_window_counts(redactor: Run, folder: Path) -> None:
    done = redactor("inspect", folder, "--forecast", "--within", "38", *DAY)
    assert (done.returncode, done.stdout) == (0, WITHIN)
    done = redactor("inspect", folder, "--forecast", "--within", "37", *DAY)
    assert done.stdout == (
        "Nothing frees within 37 days of 23 November 2026, until 30 December 2026.\n"
    )


def test_one_portion_is_said_as_one(redactor: Run, cable: Path) -> None:
    cable.write_text(SOON.replace("3. (C) Colonel", "3. (U) Colonel"))
    done = redactor("inspect", cable.name, "--forecast", "--within", "40", *DAY)
    assert done.stdout.startswith("1 portion of 1 cable frees within 40 days")
    assert done.stdout.endswith("  08ZENDA641.txt  08ZENDA641  1 C  paragraph 1\n")


def test_nothing_ahead_is_said(redactor: Run, cable: Path) -> None:
    done = redactor("inspect", cable.name, "--forecast", *DAY)
    assert done.stdout.endswith("\n\nNothing frees after 23 November 2026.\n")


def test_many_days_go_by_months(redactor: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for day in range(1, 29):
        (folder / f"may-{day:02d}.txt").write_text(
            CABLE.replace("07/17/2018", f"05/{day:02d}/2030")
        )
        (folder / f"june-{day:02d}.txt").write_text(
            CABLE.replace("07/17/2018", f"06/{day:02d}/2030")
        )
    done = redactor("inspect", folder, "--forecast", *DAY)
    agenda = [line for line in done.stdout.splitlines() if " free in " in line]
    assert agenda == [
        "56 portions of 28 cables free in May 2030",
        "56 portions of 28 cables free in June 2030",
    ]
    assert "  2030-05-01  may-01.txt   08ZENDA641  2 C  paragraphs 1, 3" in done.stdout
    within = redactor("inspect", folder, "--forecast", "--within", "3650", *DAY)
    assert within.stdout.count(" free on ") == 56


def test_a_cable_without_paragraphs_is_a_portion_of_its_own(redactor: Run, tmp_path: Path) -> None:
    (tmp_path / "head.txt").write_text(SOON.split("\n1. (C)")[0])
    done = redactor("inspect", "head.txt", "--forecast", *DAY)
    assert done.stdout.startswith("1 portion of 1 cable, as of")
    assert done.stdout.endswith("  head.txt  08ZENDA641  1 C  the whole cable\n")
    (value,) = objects(redactor, "head.txt")
    (portion,) = value["freeing"][0]["portions"]
    assert (portion["place"], portion["start"], portion["level"]) == (None, 0, "C")


def objects(redactor: Run, *arguments: str | Path) -> list[dict[str, Any]]:
    done = redactor("inspect", "--forecast", "--json", *DAY, *arguments)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_json_is_an_object_for_each_cable_in_input_order(redactor: Run, folder: Path) -> None:
    soon, later, dull, _, restricted = objects(redactor, folder)
    assert soon["id"] == "08ZENDA641"
    assert soon["as_of"] == "2026-11-23"
    (freeing,) = soon["freeing"]
    assert (freeing["day"], freeing["in_days"]) == ("2026-12-31", 38)
    assert [part["number"] for part in freeing["portions"]] == [1, 3]
    first = freeing["portions"][0]
    assert SOON[first["start"] : first["end"]].startswith("1. (C) Summary")
    assert (first["level"], first["status"], first["rule"], first["flags"]) == (
        "C", "classified", "marked-date", [],
    )  # fmt: skip
    assert [part["level"] for part in later["freeing"][0]["portions"]] == ["C", "S"]
    assert (dull["freeing"], len(dull["already_free"]), len(dull["unclassified"])) == ([], 2, 2)
    assert restricted["no_day"][0]["because"].startswith("RD, FRD or TFNI")


def test_json_within_some_days(redactor: Run, folder: Path) -> None:
    values = objects(redactor, folder, "--within", "38")
    assert [len(value["freeing"]) for value in values] == [1, 0, 0, 1, 0]
    assert {value["within"] for value in values} == {38}


def test_a_file_that_cannot_be_read_is_named_and_the_others_counted(
    redactor: Run, folder: Path
) -> None:
    done = redactor("inspect", folder, "nosuch.txt", "--forecast", *DAY)
    assert done.returncode == 2
    assert "nosuch.txt: there is no such file" in done.stderr
    assert done.stdout.startswith("20 portions of 5 cables")
    alone = redactor("inspect", "nosuch.txt", "--forecast")
    assert (alone.returncode, alone.stdout) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--within", "9"), "--within: it narrows a forecast; give --forecast too"),
        (("--forecast", "--within", "-1"), "no number of days; give 0 to 36,525"),
        (("--forecast", "--within", "99999"), "no number of days; give 0 to 36,525"),
        (("--forecast", "--compare", "2030-01-01"), "not allowed with argument"),
    ],
)
def test_wrong_options_are_one_clear_line(
    redactor: Run, cable: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = redactor("inspect", cable.name, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_last_day_of_the_calendar_does_no_harm(redactor: Run, cable: Path) -> None:
    done = redactor(
        "inspect", cable.name, "--forecast", "--within", "36525", "--as-of", "9999-12-30"
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("width", [60, 80])
def test_lines_fit_a_terminal(folder: Path, width: int) -> None:
    (folder / f"{'very-' * 12}long.txt").write_text(LATER)
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], "inspect", "cables", "--forecast", *DAY],
        cwd=str(folder.parent),
        dimensions=(50, width),
        encoding="utf-8",
    )
    lines = child.read().splitlines()
    child.close()
    assert child.exitstatus == 0
    assert [line for line in lines if len(line) > width] == []
