"""Kills, cuts and races: what was acknowledged is there, whole and once.

REDACTOR_ROUNDS=1000 kills that often, and cuts the log at every byte; the usual run is short.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from redactor.review import CaseFile, Session, faults_of
from tests.review.world import CABLE, World

ROUNDS = int(os.environ.get("REDACTOR_ROUNDS", "3"))
THOROUGH = ROUNDS > 3

WRITER = """
import json, sys
from pathlib import Path
from redactor.review import CaseFile, Refused, Ruling, Session
from redactor.text import Span
path, person, cable, first, last = sys.argv[1:]
session = Session(CaseFile(Path(path)), person)
letters = session.docket(cable).cable.text
print("ready", flush=True)
sys.stdin.readline()
for n in range(int(first), int(last)):
    spans = [Span(150 + 2 * n + i, 151 + 2 * n + i) for i in range(2)]
    rulings = [Ruling((s,), "release") for s in spans if s.cut(letters).strip()]
    try:
        if n % 5 == 3:
            done = ["undo", []]
            session.undo(cable)
        elif n % 10 == 4:
            done = ["redo", []]
            session.redo(cable)
        elif rulings:
            done = ["decide", [list(r.spans[0]) for r in rulings]]
            session.decide(cable, *rulings)
        else:
            continue
    except Refused:  # the same person has decided elsewhere: there is nothing to bring back
        continue
    print(json.dumps(done), flush=True)
"""


class Done(NamedTuple):
    """One act: its kind, and the spans that it decides."""

    kind: str
    spans: list[list[int]]


def writer(path: Path, person: str, cable: str, first: int, last: int) -> subprocess.Popen[str]:
    """Start a process that decides, undoes and redoes, and says so after each act."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), person, cable, str(first), str(last)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def start(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("go\n")
    process.stdin.flush()


def said(process: subprocess.Popen[str]) -> list[Done]:
    """Give what a process acknowledged: whole lines only."""
    assert process.stdout
    lines = [line for line in process.stdout if line.endswith("\n")]
    process.wait()
    process.stdout.close()
    if process.stdin:
        process.stdin.close()
    return [Done(*json.loads(line)) for line in lines]


def acts_of(case: CaseFile, person: str) -> list[Done]:
    """Give a person's acts as the journal has them, in order."""
    acts: dict[int, Done] = {}
    for event in case.events():
        if event.person == person and event.kind in ("decide", "undo", "redo"):
            spans = event.body["spans"] if event.kind == "decide" else []
            acts.setdefault(event.act, Done(event.kind, [])).spans.extend(spans)
    return list(acts.values())


def standing(acts: list[Done]) -> list[list[int]]:
    """Give what stands after some acts: the model, of plain lists."""
    done: list[list[list[int]]] = []
    undone: list[list[list[int]]] = []
    for kind, spans in acts:
        if kind == "undo":
            undone.append(done.pop())
        elif kind == "redo":
            done.append(undone.pop())
        else:
            done.append(spans)
            undone.clear()
    return [span for spans in done for span in spans]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_kill_9_at_any_moment_loses_nothing_that_was_acknowledged(
    tmp_path: Path, seed: int
) -> None:
    world = World(tmp_path, CABLE, CABLE.replace("000042", "000043"))
    world.case.close()
    desks = dict(zip(("ann", "bob"), world.cables, strict=True))
    both = [writer(world.case.path, person, cable, 0, 150) for person, cable in desks.items()]
    for process in both:
        start(process)
    time.sleep(random.Random(seed).uniform(0, 0.3))  # noqa: S311 - a moment, not a secret
    for process in both:
        os.kill(process.pid, signal.SIGKILL)
    heard = [said(process) for process in both]
    with CaseFile(world.case.path) as case:
        assert faults_of(case.raw()) == ()
        for (person, cable), acknowledged in zip(desks.items(), heard, strict=True):
            done = acts_of(case, person)
            assert done[: len(acknowledged)] == acknowledged
            assert len(done) <= len(acknowledged) + 1
            decisions = Session(case, person).state(cable).desk(person).decisions
            assert [[*d.spans[0]] for d in decisions] == standing(done)


@pytest.mark.parametrize("people", [("ann", "bob"), ("ann", "ann")])
def test_two_processes_on_one_case_lose_and_double_nothing(
    tmp_path: Path, people: tuple[str, str]
) -> None:
    world = World(tmp_path, CABLE, CABLE.replace("000042", "000043"))
    world.case.close()
    cables = world.cables if people[0] != people[1] else [world.cable, world.cable]
    both = [
        writer(world.case.path, person, cable, 60 * n, 60 * n + 60)
        for n, (person, cable) in enumerate(zip(people, cables, strict=True))
    ]
    for process in both:
        start(process)
    heard = [act for process in both for act in said(process)]
    with CaseFile(world.case.path) as case:
        done = [act for person in dict.fromkeys(people) for act in acts_of(case, person)]
        assert sorted(done) == sorted(heard)
        assert len(heard) > 60
        assert faults_of(case.raw()) == ()


def test_a_cut_anywhere_in_the_last_transaction_loses_at_most_that(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.decide("ann", "release", "paragraph 1")
    log = world.case.path.with_name(world.case.path.name + "-wal")
    before, events = log.stat().st_size, len(world.case.events())
    world.decide("ann", "release", "paragraph 2")
    after = log.stat().st_size
    assert after > before, "the last transaction lies in the log"
    copy = tmp_path / "cut" / "small.case"
    copy.parent.mkdir()
    found = set()
    for length in range(before, after + 1, 1 if THOROUGH else 211):
        shutil.copy(world.case.path, copy)
        (copy.parent / log.name).write_bytes(log.read_bytes()[:length])
        with CaseFile(copy) as case:
            found.add(len(case.events()))
            assert faults_of(case.raw()) == ()
    assert found <= {events, events + 1}
    assert events in found
