"""The prover: has written files read by a process that knows nothing of how they were built."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Timer
from typing import Self

import redactor
from redactor.release.errors import NotReleasableError
from redactor.release.proof.brief import Brief, Finding, Listing, question_line, read_answer
from redactor.text import LineIndex

_SECONDS = 120.0
"""For one release: many times what the longest cable takes."""
_PROCESS = (sys.executable, "-P", "-m", "redactor.release.proof")
_NOT_HANDED_ON = "REDACTOR_PASSPHRASE"
_MOST_NAMED = 5


class UnprovedError(NotReleasableError):
    """The written files of a release do not prove safe. The message quotes nothing of them."""


class Prover:
    """A fresh process, for as many releases as are written together.

    As a context manager it ends the process. The process starts at once, so that it is ready
    when the first files are.
    """

    def __init__(self, process: Sequence[str] = _PROCESS, seconds: float = _SECONDS) -> None:
        """Start the process.

        Args:
            process: what to run, and with which arguments.
            seconds: how long it may take for one release.

        Raises:
            UnprovedError: when it can't be started.
        """
        self._seconds = seconds
        self._process = _started(process)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def prove(self, brief: Brief, lines: LineIndex) -> None:
        """Have the files of a release read, and say nothing if they are safe.

        Args:
            brief: what must hold of them.
            lines: of the cable, to name places.

        Raises:
            UnprovedError: when they are not, or when nothing can be proved.
        """
        self._prove(brief, lines)

    def prove_listing(self, listing: Listing) -> None:
        """Have the files of a set read, after those of its releases.

        Raises:
            UnprovedError: as ``prove``.
        """
        self._prove(listing, None)

    def _prove(self, asked: Brief | Listing, lines: LineIndex | None) -> None:
        answer = self._ask(question_line(asked))
        if isinstance(answer, str):
            raise UnprovedError(
                f"the written files could not be read again ({answer}), so it is not proved that "
                "they tell nothing; run the same command again, and report this if it stays so"
            )
        if answer:
            raise UnprovedError(
                f"the written files do not prove safe: {_named(answer, lines)}; report this fault"
            )

    def _ask(self, line: bytes) -> tuple[Finding, ...] | str:
        """Give what was found, or why there is no answer."""
        late = Timer(self._seconds, self._process.kill)
        late.start()
        try:
            return read_answer(self._exchange(line))
        except (OSError, ValueError, LookupError, TypeError):
            return "the process that reads them ended or took too long"
        finally:
            late.cancel()

    def _exchange(self, line: bytes) -> bytes:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise ValueError("the process has no pipes")
        stdin.write(line)
        stdin.flush()
        return stdout.readline()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()


def _started(process: Sequence[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - our own module, and no words from outside
            process,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback could quote what was withheld
            env=_environment(),
        )
    except OSError as fault:
        raise UnprovedError(
            "no process can be started that reads the written files again "
            f"({(fault.strerror or 'the system refuses').lower()}); try again later"
        ) from fault


def _environment() -> dict[str, str]:
    """Give the environment: this program is found where it is now, and no passphrase is passed."""
    kept = {name: value for name, value in os.environ.items() if name != _NOT_HANDED_ON}
    root = str(Path(redactor.__file__).parents[1])
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, (root, kept.get("PYTHONPATH"))))}


def _named(findings: Sequence[Finding], lines: LineIndex | None) -> str:
    named = [_sentence(finding, lines) for finding in findings[:_MOST_NAMED]]
    more = len(findings) - len(named)
    return "; ".join(named) + (f"; and {more} more" if more else "")


def _sentence(finding: Finding, lines: LineIndex | None) -> str:
    place = lines.named((finding.withheld,)) if lines and finding.withheld else ""
    where = f" (withheld at {place})" if place else ""
    return f"{finding.file} {finding.fault}{where}"
