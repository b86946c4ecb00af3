"""The real program in a real pseudo-terminal, timed by the byte."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from typing import Self

_PATIENCE = 120.0
_QUIET = 0.08
"""Seconds without a byte after which a repaint counts as done."""
_CHUNK = 1 << 16


class Program:
    """``redactor`` with arguments, in a window of a fixed size."""

    def __init__(self, *arguments: str, columns: int = 120, rows: int = 40) -> None:
        self.began = time.perf_counter()
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8")
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
            os.execv(sys.executable, [sys.executable, "-m", "redactor", *arguments])  # noqa: S606
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._end)

    def _read(self, seconds: float) -> bytes:
        """Give what comes within some seconds; nothing when nothing does."""
        ready, _, _ = select.select([self._end], [], [], seconds)
        try:
            return os.read(self._end, _CHUNK) if ready else b""
        except OSError:
            return b""  # the program has ended

    def until(self, wanted: bytes) -> float:
        """Wait for words; give the seconds since the program was started."""
        seen = b""
        while wanted not in seen:
            part = self._read(_PATIENCE)
            if not part:
                raise SystemExit(
                    f"the screen never showed {wanted!r}; it ended with {seen[-300:]!r}"
                )
            seen = seen[-_CHUNK:] + part
        return time.perf_counter() - self.began

    def settle(self, quiet: float = _QUIET) -> bytes:
        """Read on until nothing more comes; give it."""
        parts: list[bytes] = []
        while part := self._read(quiet):
            parts.append(part)
        return b"".join(parts)

    def press(self, key: bytes) -> float:
        """Press a key; give the seconds to the first byte of the repaint."""
        self.settle()
        began = time.perf_counter()
        os.write(self._end, key)
        if not self._read(_PATIENCE):
            raise SystemExit(f"nothing was painted after {key!r}")
        return time.perf_counter() - began

    def press_until(self, key: bytes, wanted: bytes) -> float:
        """Press a key; give the seconds until words are on the screen."""
        self.settle()
        began = time.perf_counter()
        os.write(self._end, key)
        seen = b""
        while wanted not in seen:
            part = self._read(_PATIENCE)
            if not part:
                raise SystemExit(f"the screen never showed {wanted!r} after {key!r}")
            seen += part
        return time.perf_counter() - began

    @property
    def memory(self) -> float:
        """Megabytes of memory in use."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
