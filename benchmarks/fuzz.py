"""Read damaged cables by the ten thousand, and look for a broken promise.

Run by hand, from the project's folder: ``python -m benchmarks.fuzz --inputs 200000 --jobs 2``.
Prints how many were read, how fast, and which promises broke; saves the first input that broke
each, made as small as can be. Exit code 1 when one did.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from benchmarks.cables import cable
from redactor.policy import DEFAULT_POLICY, Policy, find_policy, load_policy
from tests.cable.mutations import mutant
from tests.cable.soundness import proposal_faults, read_faults

_ROOT = Path(__file__).resolve().parent.parent
_FOLDERS = ("tests/cables", "samples")
_INVENTED = 12
_CHUNK = 250
_PROPOSED = 10
"""Every tenth input goes on to the clock and the policy."""


@cache
def _cables() -> tuple[bytes, ...]:
    """Give what is damaged: the fixtures, the samples and invented telegrams."""
    files = (path for folder in _FOLDERS for path in sorted((_ROOT / folder).glob("*.txt")))
    invented = (cable(1000 + 400 * seed, seed).encode() for seed in range(_INVENTED))
    return (*(path.read_bytes() for path in files), *invented)


@cache
def _policy() -> Policy:
    return load_policy(find_policy(DEFAULT_POLICY))


def faults_of(data: bytes, *, proposing: bool) -> list[str]:
    """Name the promises that one input breaks."""
    return read_faults(data) + (proposal_faults(data, _policy()) if proposing else [])


def _run(seed: int, first: int) -> tuple[list[tuple[int, str]], float, int]:
    """Read one chunk; give the faults by number of input, the CPU seconds, and the bytes read."""
    found: list[tuple[int, str]] = []
    size = 0
    start = time.process_time()
    for number in range(first, first + _CHUNK):
        data = mutant(_cables(), seed, number)
        size += len(data)
        faults = faults_of(data, proposing=number % _PROPOSED == 0)
        found.extend((number, fault) for fault in faults)
    return found, time.process_time() - start, size


def shrunk(data: bytes, breaks: Callable[[bytes], bool]) -> bytes:
    """Give a smaller input that still breaks: ever smaller parts are left out while it does."""
    step = max(1, len(data) // 2)
    while step:
        at = 0
        while at < len(data):
            shorter = data[:at] + data[at + step :]
            if breaks(shorter):
                data = shorter
            else:
                at += step
        step //= 2
    return data


def _save(folder: Path, seed: int, number: int, fault: str) -> Path:
    proposing = fault in proposal_faults(mutant(_cables(), seed, number), _policy())
    data = shrunk(
        mutant(_cables(), seed, number), lambda each: fault in faults_of(each, proposing=proposing)
    )
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{sha256(data).hexdigest()[:12]}.txt"
    path.write_bytes(data)
    return path


def _chunks(
    inputs: int, jobs: int, seed: int
) -> Iterator[tuple[list[tuple[int, str]], float, int]]:
    firsts = range(0, inputs, _CHUNK)
    if jobs == 1:
        yield from map(partial(_run, seed), firsts)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(partial(_run, seed), firsts)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000, help="rounded up to whole chunks")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", type=Path, default=_ROOT / "build" / "fuzz", help="a folder")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Run, report and save; give the exit code."""
    options = _options(arguments)
    first_of: dict[str, int] = {}
    count = 0
    seconds = 0.0
    size = 0
    for found, used, read in _chunks(options.inputs, options.jobs, options.seed):
        for number, fault in found:
            first_of.setdefault(fault, number)
        count, seconds, size = count + _CHUNK, seconds + used, size + read
        print(f"\r{count:,} read, {len(first_of)} kinds of fault", end="", file=sys.stderr)
    print(file=sys.stderr)
    print(
        f"seed {options.seed}: {count:,} inputs, {size / 1e6:.1f} MB, {len(first_of)} kinds of "
        f"fault; {seconds / count * 1e3:.2f} ms of CPU each, {count / seconds:.0f} a core-second"
    )
    for fault, number in first_of.items():
        path = _save(options.save, options.seed, number, fault)
        print(f"input {number}: {fault}\n  made small in {path}")
    return 1 if first_of else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
