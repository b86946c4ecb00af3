"""Thrift: memory that work on a long cable takes for a while goes back to the system."""

import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

_LARGE = 1_000_000
"""Characters of a cable from which on it is worth asking."""

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


def thrifty(size: int, work: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
    """Give work that gives back, when it is done, what it took for a while.

    Args:
        size: characters of the cable on which it works.
        work: what takes long; it runs on another thread.
    """
    if size < _LARGE:
        return work

    def done(*args: _Given.args, **more: _Given.kwargs) -> _Found:
        found = work(*args, **more)
        give_back()
        return found

    return done


def give_back() -> None:
    """Give back what is free; takes some milliseconds, and may run on any thread.

    To read a cable takes several times its size for a moment, and the C library would keep that.
    Only GNU's can be asked for it; elsewhere nothing happens.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only who reads a long cable pays for it

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim:
            trim(0)
