"""Many cables through one function, in input order, on one or more processes.

Answers stream: at any moment only a few are held, however many cables there are.
"""

import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from redactor.cli.files import load
from redactor.cli.output import DONE, WRONG_INPUT, InputFault, data, narrate, record
from redactor.cli.progress import progress_on_stderr

_LARGEST_PART = 16
"""Files that go to a process at once: more would let the first row wait."""
_PARTS_AHEAD = 4
"""Parts for each process that may be under way or wait to be shown: this bounds the memory."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one cable came to: lines for people or an object for programs, or what was wrong."""

    path: str
    lines: tuple[str, ...] = ()
    value: dict[str, Any] | None = None
    fault: str | None = None
    warned: bool = False
    """Whether the reader warned of something; for the line of progress."""
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """What the cable adds to a table's totals."""


Work = Callable[[Path, bytes], Answer]
Show = Callable[[Answer], Iterable[str]]
Answers = Generator[Answer, None, None]


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


def _own_lines(answer: Answer) -> Iterable[str]:
    return answer.lines


def run(
    work: Work, paths: Sequence[Path], jobs: int, *, json: bool, show: Show = _own_lines
) -> int:
    """Answer for each path, in order; give the exit code.

    ``show`` sees every answer, in order, and gives the lines to print for it.

    Raises:
        InputFault: when a process ended before it had answered.
    """
    code = DONE
    answers = _answers(Guarded(work), paths, jobs)
    one_screen = sys.stdout is not None and sys.stdout.isatty()
    with closing(answers), progress_on_stderr(len(paths)) as progress:
        for answer in answers:
            if answer.fault or one_screen:
                progress.clear()
            if answer.fault:
                code = WRONG_INPUT
                narrate(f"redactor: {answer.fault}")
            if json:
                _record(answer)
            else:
                _show(show(answer))
            progress.step(warned=answer.warned)
    return code


def _record(answer: Answer) -> None:
    if answer.fault:
        record({"path": answer.path, "error": answer.fault})
    elif answer.value is not None:
        record(answer.value)


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        data(line)


def _answers(work: Guarded, paths: Sequence[Path], jobs: int) -> Answers:
    if jobs == 1 or len(paths) == 1:
        return (work(path) for path in paths)
    return _on_processes(work, paths, jobs)


def _on_processes(work: Guarded, paths: Sequence[Path], jobs: int) -> Answers:
    """Answer on so many processes, only a few parts ahead of the one that is shown."""
    parts = _parts(paths, jobs)
    pool = ProcessPoolExecutor(min(jobs, len(paths)), initializer=stop_at_once)
    answered = 0
    try:
        ahead = islice(parts, _PARTS_AHEAD * jobs)
        waiting = deque(_submitted(pool, work, part) for part in ahead)
        while waiting:
            answers = waiting.popleft().result()
            yield from answers
            answered += len(answers)
            waiting.extend(_submitted(pool, work, part) for part in islice(parts, 1))
    except BrokenProcessPool as fault:
        raise InputFault(
            f"{paths[answered]}: a process that reads cables was ended, perhaps for lack of "
            "memory; from this file on nothing is answered; try again with fewer --jobs"
        ) from fault
    finally:
        pool.shutdown(cancel_futures=True)


def _parts(paths: Sequence[Path], jobs: int) -> Iterator[Sequence[Path]]:
    """Cut the paths into parts, small enough that every process gets several."""
    size = max(1, min(_LARGEST_PART, len(paths) // (_PARTS_AHEAD * jobs)))
    return (paths[start : start + size] for start in range(0, len(paths), size))


def _each(work: Guarded, part: Sequence[Path]) -> list[Answer]:
    return [work(path) for path in part]


def _submitted(
    pool: ProcessPoolExecutor, work: Guarded, part: Sequence[Path]
) -> Future[list[Answer]]:
    """Hand a part over.

    A process that starts meanwhile is born deaf to Ctrl+C: hit before ``stop_at_once``, it would
    print a traceback.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_each, work, part)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def stop_at_once() -> None:
    """Let Ctrl+C end a process without a word: the one that started it says what happened.

    Started in the background, both ignore Ctrl+C, and go on doing so.
    """
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
