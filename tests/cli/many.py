"""A folder of many cables, and the program's own words to start it."""

import sys
from pathlib import Path

from tests.cli.conftest import CABLE

PROGRAM = (sys.executable, "-m", "redactor")


def many(folder: Path, count: int) -> list[Path]:
    """Fill a folder with the invented cable under the names ``0000.txt`` and on."""
    folder.mkdir()
    first = folder / "0000.txt"
    first.write_text(CABLE)
    paths = [folder / f"{number:04d}.txt" for number in range(count)]
    for path in paths[1:]:
        path.symlink_to(first)
    return paths
