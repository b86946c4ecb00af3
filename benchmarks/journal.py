"""How quick and how safe the journal is: two processes at work on one case at once.

Run by hand, from the project's folder: ``python -m benchmarks.journal``. Each process is one
person at work on cables of their own. A decision counts as made when ``Session.decide`` returns:
it is on disk then, so nothing is faster than the disk; its own figure is printed for comparison.
At the end the journal must hold each decision, once, in its order.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.cables import cable
from redactor.policy import Support, find_policy, load_policy
from redactor.review import CaseFile, Ruling, Session, Terms, Verdict, faults_of
from redactor.text import Span

PEOPLE = ("ann", "bob")
_SIZE = 6_000
"""Code points of a cable."""
_ENDS = 1_000
"""So many decisions at the beginning and at the end are compared: cost must not grow."""


class Made(NamedTuple):
    """One acknowledged decision."""

    cable: str
    span: Span
    verdict: Verdict


class Work(NamedTuple):
    """What one process did."""

    made: list[Made]
    took: list[float]
    """Seconds, one for each decision."""


def main() -> int:
    """Print the figures; give the exit code."""
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = Path(folder) / "journal.case"
        cables = _opened(path, options.cables)
        began = time.perf_counter()
        works = _at_once(path, cables, options.decisions)
        seconds = time.perf_counter() - began
        print(
            f"the disk alone: median {_ms(_disk(Path(folder)))} for a write of 32 kB and its sync"
        )
        for person, work in zip(PEOPLE, works, strict=True):
            _tell(person, work.took)
        total = sum(len(work.made) for work in works)
        print(f"{total} decisions in {seconds:.1f} s: {total / seconds:.0f} a second")
        return _compare(path, works)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--decisions", type=int, default=20_000, help="of each process; 20,000")
    parser.add_argument("--cables", type=int, default=40, help="of each process; 40")
    parser.add_argument("--folder", help="where the case lies; a new temporary folder")
    return parser.parse_args()


def _disk(folder: Path) -> float:
    """Give the seconds that the disk needs for about as much as one decision writes."""
    with (folder / "disk").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(bytes(32_000))
            os.fsync(file.fileno())

        return median(_seconds(write) for _ in range(200))


def _opened(path: Path, number: int) -> list[list[str]]:
    """Make a case; give each person's cables."""
    with CaseFile(path, create=True) as case:
        session = Session(case, "clerk")
        day = datetime.now(UTC).date()
        session.open_case(Terms(day, "foia", day), load_policy(find_policy("sample-cables")))
        kept = [
            session.import_cable(Path(f"{n}.txt"), cable(_SIZE, n).encode()).sha256
            for n in range(len(PEOPLE) * number)
        ]
    return [kept[n :: len(PEOPLE)] for n in range(len(PEOPLE))]


def _at_once(path: Path, cables: Sequence[Sequence[str]], decisions: int) -> list[Work]:
    """Let all people work at the same time, each in a process of its own."""
    context = multiprocessing.get_context("spawn")
    pipes = [context.Pipe() for _ in PEOPLE]
    processes = [
        context.Process(target=_work, args=(pipe[1], path, person, mine, decisions))
        for person, mine, pipe in zip(PEOPLE, cables, pipes, strict=True)
    ]
    for process in processes:
        process.start()
    works: list[Work] = [pipe[0].recv() for pipe in pipes]
    for process in processes:
        process.join()
    return works


def _work(
    answer: Connection, path: Path, person: str, cables: Sequence[str], decisions: int
) -> None:
    """Decide, place by place and cable by cable, now one way and now the other."""
    with closing(answer), CaseFile(path) as case:
        session = Session(case, person)
        places = {sha256: _places(session, sha256) for sha256 in cables}
        work = Work([], [])
        for n in range(decisions):
            sha256 = cables[n // 10 % len(cables)]
            span = places[sha256][n * 7 % len(places[sha256])]
            verdict: Verdict = "redact" if n % 3 == 0 else "release"
            work.took.append(_seconds(partial(session.decide, sha256, _ruling(span, verdict))))
            work.made.append(Made(sha256, span, verdict))
        answer.send(work)


def _places(session: Session, sha256: str) -> list[Span]:
    return [
        Span(at, at + 20)
        for span in session.docket(sha256).content
        for at in range(span.start, span.end - 20, 20)
    ]


def _ruling(span: Span, verdict: Verdict) -> Ruling:
    if verdict == "release":
        return Ruling((span,), "release")
    return Ruling((span,), "redact", ("b6",), Support(harm="shows where she lives"))


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _tell(person: str, took: Sequence[float]) -> None:
    percent = quantiles(took, n=100)
    print(
        f"{person}: {len(took)} decisions; median {_ms(median(took))}, p99 {_ms(percent[98])}, "
        f"longest {_ms(max(took))}; median of the first {_ENDS} {_ms(median(took[:_ENDS]))}, "
        f"of the last {_ms(median(took[-_ENDS:]))}"
    )


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"


def _compare(path: Path, works: Sequence[Work]) -> int:
    """Compare the journal with what was acknowledged; give the exit code."""
    began = time.perf_counter()
    with CaseFile(path) as case:
        session = Session(case, "clerk")
        first = works[0].made[0].cable
        session.board(first)
        print(f"opened again and one cable's board made in {time.perf_counter() - began:.2f} s")
        faults = faults_of(case.raw())
        kept = {person: _kept(case, person) for person in PEOPLE}
    wrong = [p for p, work in zip(PEOPLE, works, strict=True) if kept[p] != work.made]
    print("the journal holds" if not faults else f"the journal does not hold: {faults[:3]}")
    print("none lost, none doubled, none out of order" if not wrong else f"not so: {wrong}")
    return 1 if wrong or faults else 0


def _kept(case: CaseFile, person: str) -> list[Made]:
    """Give a person's decisions as the journal has them."""
    return [
        Made(event.cable or "", Span(*event.body["spans"][0]), event.body["verdict"])
        for event in case.events()
        if event.kind == "decide" and event.person == person
    ]


if __name__ == "__main__":
    sys.exit(main())
