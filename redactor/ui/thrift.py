"""Thrift: memory that a long cable took while it was read goes back to the system."""

import sys


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
