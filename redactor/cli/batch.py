"""Many cables through one function, in input order, on one or more processes."""

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.cli.files import load
from redactor.cli.output import DONE, WRONG_INPUT, InputFault, data, narrate, record

_CHUNK = 16
_PROGRESS_FROM = 50
"""Fewer files than this are done before a person could read a progress line."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one cable came to: lines for people or an object for programs, or what was wrong."""

    path: str
    lines: tuple[str, ...] = ()
    value: dict[str, Any] | None = None
    fault: str | None = None


Work = Callable[[Path, bytes], Answer]


@dataclass(frozen=True, slots=True)
class Guarded:
    """Loads a file and does the work; a bad file is an answer, so the others still get theirs."""

    work: Work

    def __call__(self, path: Path) -> Answer:
        """Give the answer for one file."""
        try:
            return self.work(path, load(path))
        except InputFault as fault:
            return Answer(str(path), fault=str(fault))


def run(work: Work, paths: Sequence[Path], jobs: int, *, json: bool) -> int:
    """Answer for each path, in order; give the exit code."""
    code = DONE
    for done, answer in enumerate(_answers(Guarded(work), paths, jobs), start=1):
        if answer.fault:
            code = WRONG_INPUT
            narrate(f"redactor: {answer.fault}")
            if json:
                record({"path": answer.path, "error": answer.fault})
        elif json and answer.value is not None:
            record(answer.value)
        else:
            for line in answer.lines:
                data(line)
        _progress(done, len(paths))
    return code


def _answers(work: Guarded, paths: Sequence[Path], jobs: int) -> Iterator[Answer]:
    if jobs == 1 or len(paths) == 1:
        yield from map(work, paths)
        return
    with ProcessPoolExecutor(min(jobs, len(paths))) as pool:
        yield from pool.map(work, paths, chunksize=_CHUNK)


def _progress(done: int, total: int) -> None:
    """Say how far a long run is, on one line that renews itself, if a person is looking."""
    if total >= _PROGRESS_FROM and sys.stderr.isatty():
        sys.stderr.write(f"\r{done:,} of {total:,} cables" + ("\n" if done == total else ""))
        sys.stderr.flush()
