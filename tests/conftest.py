"""Fixtures for all tests, and the rule that nothing is skipped where everything is promised."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT.parent / "shared" / "cables"
NEEDS_ALL = "REDACTOR_NEEDS_ALL"
"""Set by CI: a missing tool then fails a test instead of skipping it."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine can't run, unless it promised to."""
    if item.get_closest_marker("pty") and shutil.which("tmux") is None:
        if os.environ.get(NEEDS_ALL):
            pytest.fail("tmux is missing: install it (Debian: apt-get install tmux)")
        pytest.skip("tmux is not installed")
    if item.get_closest_marker("reference") and not any(REFERENCE.glob("*.txt")):
        pytest.skip("the reference cable is not on this machine")


@pytest.fixture
def reference_cable() -> Path:
    """Give the real cable beside the project, on machines that have it."""
    return min(REFERENCE.glob("*.txt"))
