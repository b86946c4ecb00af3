"""``redactor inspect --compare``: what changes from the as-of day to another day."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CABLE, Run

IN_FORCE = CABLE.replace("07/17/2018", "07/17/2030")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a cable that is free and one in force."""
    found = tmp_path / "cables"
    found.mkdir()
    (found / "a.txt").write_text(CABLE)
    (found / "b.txt").write_text(IN_FORCE)
    return found


AHEAD = """\
a.txt: nothing changes from 2026-11-23 to 2030-07-17
b.txt: from 2026-11-23 to 2030-07-17
  the whole cable, paragraphs 1, 3
    classified, frees 2030-07-17 [marked-date] -> declassified since 2030-07-17 [marked-date]
    - Marked date 2030-07-17 has come: as of 2030-07-17. 32 CFR 2001.12(c)(1)

2 cables compared, from 2026-11-23 to 2030-07-17: 1 changes, 1 does not; 2 portions freed
"""


def test_a_day_ahead(redactor: Run, folder: Path) -> None:
    done = redactor("inspect", folder, "--as-of", "2026-11-23", "--compare", "2030-07-17")
    assert (done.returncode, done.stderr, done.stdout) == (0, "", AHEAD)


BACK = """\
08ZENDA641.txt: from 2026-11-23 to 2010-01-01
  the whole cable, paragraphs 1, 3
    declassified since 2018-07-17 [marked-date] -> classified, frees 2018-07-17 [marked-date]
    - Marked date 2018-07-17 has not come: as of 2010-01-01. 32 CFR 2001.12(c)(1)
    ! comes: as-of-before-directive: The as-of day lies before the directive by which the clock
      counts.
"""


def test_a_day_in_the_past_goes_back_and_names_flags_that_come(redactor: Run, cable: Path) -> None:
    done = redactor("inspect", cable.name, "--as-of", "2026-11-23", "--compare", "2010-01-01")
    assert (done.returncode, done.stdout) == (0, BACK)


def test_flags_that_go_are_named_where_the_status_stays(redactor: Run, cable: Path) -> None:
    done = redactor("inspect", cable.name, "--as-of", "2010-01-01", "--compare", "2011-01-01")
    assert "classified, frees 2018-07-17 [marked-date], as before" in done.stdout
    assert "! goes: as-of-before-directive:" in done.stdout


def test_the_same_day_changes_nothing(redactor: Run, cable: Path) -> None:
    done = redactor("inspect", cable.name, "--as-of", "2026-11-23", "--compare", "2026-11-23")
    assert done.stdout == "08ZENDA641.txt: nothing changes from 2026-11-23 to 2026-11-23\n"


def test_portions_not_yet_free_on_the_earlier_day_are_counted(redactor: Run, folder: Path) -> None:
    done = redactor("inspect", folder, "--as-of", "2026-11-23", "--compare", "2018-07-16")
    assert done.stdout.splitlines()[-1].endswith("1 changes, 1 does not; 2 portions not yet free")


def test_json_is_an_object_for_each_cable(redactor: Run, folder: Path) -> None:
    days = ("--as-of", "2026-11-23", "--compare", "2030-07-17")
    done = redactor("inspect", folder, "--json", *days)
    two = redactor("inspect", folder, "--json", *days, "--jobs", "2")
    assert done.stdout == two.stdout
    same, changed = map(json.loads, done.stdout.splitlines())
    assert (same["changed"], same["overall"], same["paragraphs"]) == (False, None, [])
    assert (changed["from"], changed["to"], changed["changed"]) == (
        "2026-11-23", "2030-07-17", True,
    )  # fmt: skip
    assert changed["overall"]["after"]["status"] == "declassified"
    first, third = changed["paragraphs"]
    assert (first["number"], third["number"], third["place"], third["level"]) == (1, 3, 2, "C")
    assert first["before"] == {
        "status": "classified", "frees_on": "2030-07-17", "rule": "marked-date", "flags": [],
    }  # fmt: skip
    assert first["because"].startswith("Marked date 2030-07-17 has come")
    assert IN_FORCE[first["start"] : first["end"]].startswith("1. (C) Summary")


def test_a_bad_file_is_reported_and_the_others_compared(redactor: Run, cable: Path) -> None:
    done = redactor("inspect", "nosuch.txt", cable.name, "--compare", "2010-01-01")
    assert done.returncode == 2
    assert "no such file" in done.stderr
    assert done.stdout.startswith("08ZENDA641.txt: from ")


def test_a_day_that_is_none_is_one_clear_line(redactor: Run, cable: Path) -> None:
    done = redactor("inspect", cable.name, "--compare", "2026-02-30")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'2026-02-30' is no day; write it like 2026-11-23" in done.stderr
