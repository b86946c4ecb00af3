"""Texts made to be slow are read in step with their size.

No clock decides. Calls of Python functions are counted. What happens inside one search can't be
counted, so a process of its own reads each text, and the system ends it when one takes many
times the CPU time that it should.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cable.adversarial import KINDS, Attack, crowds, repeats
from tests.cable.test_properties import calls_to_read

ROOT = Path(__file__).parents[2]
SIZE = 20_000
CPU_SECONDS = 1
"""The slowest takes a tenth; one that goes back over what it has seen takes several times more."""
SMALL = 800
SLACK = 500


def slow(kind: str) -> list[str]:
    """Name the attacks of a kind that were ended; the rest are read by a new process each time."""
    names: list[str] = []
    read = 0
    while True:
        command = (sys.executable, "-m", "tests.cable.adversarial", kind, str(read), str(SIZE))
        done = subprocess.run(
            (*command, str(CPU_SECONDS)), cwd=ROOT, capture_output=True, check=False
        )
        assert done.returncode <= 0, done.stderr.decode()
        started = done.stdout.decode().splitlines()
        if done.returncode == 0:
            return names
        names.append(started[-1])
        read += len(started)


@pytest.mark.parametrize("kind", KINDS)
def test_no_search_goes_back_over_what_it_has_seen(kind: str) -> None:
    assert slow(kind) == []


@pytest.mark.parametrize("attacks", [repeats, crowds])
def test_calls_grow_in_step_with_size(attacks: Callable[[], Iterator[Attack]]) -> None:
    def grows(attack: Attack) -> bool:
        small, large = (attack.text(size).encode() for size in (SMALL, 4 * SMALL))
        return calls_to_read(large) > 6 * calls_to_read(small) + SLACK

    assert [attack.name for attack in attacks() if grows(attack)] == []
