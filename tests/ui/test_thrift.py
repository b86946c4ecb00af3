"""Memory that work on a long cable takes for a while goes back to the system."""

import ctypes
import sys

import pytest

from redactor.ui.thrift import give_back, thrifty


class _Library:
    """A C library that can be asked for what is free."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def malloc_trim(self, pad: int) -> None:
        self.asked.append(pad)


def test_the_c_library_is_asked_for_all_that_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    library = _Library()
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    monkeypatch.setattr(sys, "platform", "linux")
    give_back()
    assert library.asked == [0]


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_a_library_that_knows_no_such_call_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    asked: list[object] = []

    def library(name: object) -> object:
        asked.append(name)
        return object()

    monkeypatch.setattr(ctypes, "CDLL", library)
    monkeypatch.setattr(sys, "platform", platform)
    give_back()
    assert len(asked) == (platform == "linux")


@pytest.mark.parametrize(("size", "asked"), [(999_999, False), (1_000_000, True)])
def test_work_on_a_long_cable_gives_back_and_other_work_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch, size: int, *, asked: bool
) -> None:
    given: list[str] = []
    monkeypatch.setattr("redactor.ui.thrift.give_back", lambda: given.append("back"))
    assert thrifty(size, "{}-{}".format)(1, 2) == "1-2"
    assert bool(given) is asked
