"""Damaged cables by the thousand: whatever the bytes, no promise of the reader is broken.

``python -m benchmarks.fuzz`` reads many more, and makes a failing one small.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from redactor.cable import Cable, ReadWarning, read
from redactor.policy import DEFAULT_POLICY, find_policy, load_policy
from tests.cable.mutations import mutant
from tests.cable.soundness import cable_faults, proposal_faults, read_faults

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "tests" / "cables", ROOT / "samples")
CABLES = [path.read_bytes() for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]
SEED = 20261123
SHARE = 200

SOUND = """C O N F I D E N T I A L ZENDA 000641

E.O. 12958: DECL: 07/18/2018

1. (C) The minister smiled. (U) It rained.

2. (C//XX) He left.
"""
"""One warning (the control), two paragraphs, a mark inside."""


@pytest.mark.parametrize("first", range(0, 8 * SHARE, SHARE))
def test_damaged_cables_are_read_as_promised(first: int) -> None:
    numbers = range(first, first + SHARE)
    faults = {number: read_faults(mutant(CABLES, SEED, number)) for number in numbers}
    assert {number: found for number, found in faults.items() if found} == {}


def test_damaged_cables_are_proposed_without_a_gap() -> None:
    policy = load_policy(find_policy(DEFAULT_POLICY))
    faults = {n: proposal_faults(mutant(CABLES, SEED, n), policy) for n in range(SHARE)}
    assert {number: found for number, found in faults.items() if found} == {}


def test_the_same_seed_gives_the_same_damage() -> None:
    one, other = ([mutant(CABLES, seed, n) for n in range(20)] for seed in (SEED, SEED))
    assert one == other
    assert one != [mutant(CABLES, SEED + 1, n) for n in range(20)]


def _warning(**changes: object) -> Callable[[Cable], Cable]:
    told = ReadWarning("number-gap", "Paragraph numbers are missing. (3 after 1)", 5)
    return lambda cable: replace(cable, warnings=(replace(told, **changes),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fault", "broken"),
    [
        ("segments leave a gap", lambda cable: replace(cable, segments=cable.segments[1:])),
        ("segments do not reach", lambda cable: replace(cable, segments=cable.segments[:-1])),
        ("bytes back", lambda cable: replace(cable, encoding="utf-16-le")),
        ("paragraphs overlap", lambda cable: replace(cable, paragraphs=cable.paragraphs[::-1])),
        ("below that of one of its marks", lambda cable: replace(cable, paragraphs=(
            cable.paragraphs[0]._replace(effective_level="U"),))),
        ("unknown code", _warning(code="number-gaps")),
        ("does not exist", _warning(line=99)),
        ("tells text", _warning(message="Paragraph numbers are missing. (smiled)")),
        ("tells text", _warning(message="The minister smiled.")),
    ],
)  # fmt: skip
def test_a_broken_promise_is_named(fault: str, broken: Callable[[Cable], Cable]) -> None:
    data = SOUND.encode()
    cable = read(data)
    assert list(cable_faults(data, cable)) == []
    assert any(fault in found for found in cable_faults(data, broken(cable)))
