"""The what-if through a real pseudo-terminal: it shows another day and leaves no trace."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import CABLE
from tests.terminal import Terminal

pytestmark = pytest.mark.pty

IN_FORCE = CABLE.replace("07/17/2018", "07/17/2030")
ARGUMENTS = (
    "review", "08ZENDA641.txt", "--case", "a.case", "--policy", "sample-cables",
    "--as-of", "2026-11-23", "--reviewer", "ann",
)  # fmt: skip


def journal(case: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(case) as db:
        found = db.execute("SELECT * FROM events ORDER BY seq").fetchall()
    db.close()
    return found


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
def test_it_shows_another_day_and_leaves_no_trace(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "08ZENDA641.txt").write_text(IN_FORCE)
    with Terminal(tmp_path, *ARGUMENTS, columns=size[0], rows=size[1]) as terminal:
        terminal.until("08ZENDA641")
        terminal.press("Enter")
        terminal.until("item 1 of")
        before = journal(tmp_path / "a.case")
        terminal.press("t")
        assert "2030-07-17  the day on which this portion frees" in terminal.until("this year")
        terminal.type("2030-07-17")
        terminal.press("Enter")
        panel = terminal.until("Only a look")
        assert "classified, frees 2030-07-17 → declassified since 2030-07-17" in panel
        assert "back to the case" in panel
        terminal.press("Escape")
        assert "item 1 of" in terminal.until(lambda screen: "Only a look" not in screen)
        terminal.press("Q")
        terminal.until("exit=0")
    assert journal(tmp_path / "a.case") == before
