"""Fixtures for all tests, and the rule that nothing is skipped where everything is promised."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT.parent / "shared" / "cables"
NEEDS_ALL = "REDACTOR_NEEDS_ALL"
"""Set by CI: a missing tool then fails a test instead of skipping it."""

TOOLS = {
    "pty": ("tmux", "tmux"),
    "browser": ("chromium", "chromium"),
    "poppler": ("pdftotext", "poppler-utils"),
}
"""By marker: the program that a test needs, and its package."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine can't run, unless it promised to."""
    for marker, (tool, package) in TOOLS.items():
        if item.get_closest_marker(marker) and shutil.which(tool) is None:
            if os.environ.get(NEEDS_ALL):
                pytest.fail(f"{tool} is missing: install it (Debian: apt-get install {package})")
            pytest.skip(f"{tool} is not installed")
    if item.get_closest_marker("reference") and not any(REFERENCE.glob("*.txt")):
        pytest.skip("the reference cable is not on this machine")


@pytest.fixture
def reference_cable() -> Path:
    """Give the real cable beside the project, on machines that have it."""
    return min(REFERENCE.glob("*.txt"))
