"""The guide for compliance: every file and command that it shows, in their order."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "policies.md"
_FENCE = re.compile(r"^```(\w+)(?: exit=(\d))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"(?:#\| )?# file: (\S+)\n")


def blocks() -> Iterator[tuple[str, int, str]]:
    """Give each fenced block: its kind, the exit code that it promises, and its text."""
    for kind, code, text in _FENCE.findall(GUIDE.read_text()):
        yield kind, int(code or 0), text


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PATH": path},
    )  # fmt: skip


def told(expected: str, printed: str) -> bool:
    """Tell whether output is as shown; ``...`` stands for anything."""
    pattern = re.escape(expected.rstrip("\n")).replace(r"\.\.\.", ".*?")
    return re.fullmatch(pattern, printed.rstrip("\n"), re.DOTALL) is not None


def test_each_example_of_the_guide_works(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    ran = 0
    for kind, code, text in blocks():
        named = _FILE.match(text)
        if kind != "console":
            assert named, text
            file = tmp_path / named.group(1)
            file.parent.mkdir(exist_ok=True)
            file.write_text(text)
            continue
        for step in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, expected = step.partition("\n")
            done = run(command, tmp_path)
            assert done.returncode == code, (command, done.stderr)
            # Narration may be left out of the page, data never.
            assert told(expected, done.stdout + done.stderr) or told(expected, done.stdout), (
                command, done.stdout, done.stderr,
            )  # fmt: skip
            ran += 1
    assert ran > len("examples")
