"""The real program in a real terminal: tmux holds the pseudo-terminal, the test types and looks."""

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

_PATIENCE = 60.0
"""Seconds until a test gives up on the program: only a hang comes near it."""
_GLANCE = 0.05
_NUMBERS = count()
"""A socket for each: the server of an earlier one may still be on its way out."""


class Terminal:
    """A tmux session of a fixed size that runs ``redactor``."""

    def __init__(self, folder: Path, *arguments: str, columns: int = 120, rows: int = 40) -> None:
        self._tmux = ["tmux", "-L", f"redactor-{os.getpid()}-{next(_NUMBERS)}", "-f", os.devnull]
        program = [sys.executable, "-m", "redactor", *arguments]
        # The shell stays behind the program, so what it prints at its end can be read.
        line = f"{shlex.join(program)}; echo exit=$?; exec sleep 600"
        self._run(
            "new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(folder), "sh", "-c",
            line,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if fault is not None:
            sys.stderr.write(self.screen())
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)

    def _run(self, *arguments: str) -> str:
        environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [*self._tmux, *arguments], check=True, capture_output=True, text=True, env=environment
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names: ``y``, ``Enter``, ``C-r``, ``Escape``."""
        for key in keys:
            self._run("send-keys", key)

    def type(self, words: str) -> None:
        """Type words as they are."""
        self._run("send-keys", "-l", words)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._run("resize-window", "-x", str(columns), "-y", str(rows))

    def screen(self) -> str:
        """Give what stands on the screen now."""
        return self._run("capture-pane", "-p")

    def pid(self) -> int:
        """Give the process id of the program."""
        shell = self._run("display-message", "-p", "#{pane_pid}").strip()
        children = Path(f"/proc/{shell}/task/{shell}/children").read_text(encoding="ascii")
        return int(children.split()[0])

    def until(self, wanted: str | Callable[[str], bool]) -> str:
        """Wait until the screen shows something; give the screen."""
        shows = wanted if callable(wanted) else lambda screen: wanted in screen
        deadline = time.monotonic() + _PATIENCE
        while not shows(screen := self.screen()):
            if time.monotonic() > deadline:
                raise AssertionError(f"the screen never showed {wanted!r}:\n{screen}")
            time.sleep(_GLANCE)
        return screen
