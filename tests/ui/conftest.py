"""Fixtures of the screen tests."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.review import Session
from tests.ui.world import CABLE, open_session


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Times on the screen are local; here that is UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A case of two cables, the second one short."""
    opened = open_session(tmp_path, CABLE, CABLE.replace(b"000042", b"000043"))
    yield opened
    opened.case.close()
