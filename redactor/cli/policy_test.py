"""``redactor policy test``: try a policy on its examples and on annotated cables beside it."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from redactor.cli.files import load
from redactor.cli.output import DONE, FINDINGS, InputFault, data, narrate, record
from redactor.policy import (
    AnnotatedCable,
    Policy,
    PolicyError,
    Trials,
    Tried,
    Unproved,
    failures,
    find_policy,
    load_policy,
    read_annotated,
    run_trials,
    unproved,
)


def run(options: Namespace) -> int:
    """Run the command."""
    codes = [_tested(name, json=options.json) for name in options.paths]
    return max(codes, default=DONE)


def _tested(name: str, *, json: bool) -> int:
    try:
        path = find_policy(name)
        policy = load_policy(path)
        trials = Trials.of(policy, _cables(path, policy))
    except PolicyError as error:
        raise InputFault(str(error)) from error
    tried = run_trials(trials)
    open_ = tuple(unproved(trials))
    (_records if json else _lines)(name, tried, open_)
    return FINDINGS if failures(tried) or open_ else DONE


def _cables(path: Path, policy: Policy) -> Iterator[AnnotatedCable]:
    """Read the annotated cables beside a policy: ``NAME.txt``, and all in ``NAME.cables/``."""
    alone = path.with_suffix(".txt")
    beside = [alone] if alone.exists() else []
    rules = [rule.hit.id for rule in policy.rules]
    for file in (*beside, *_in_folder(path.with_suffix(".cables"))):
        yield read_annotated(load(file), str(file), rules)


def _in_folder(folder: Path) -> Iterator[Path]:
    """Give the cables of a folder; what is there and is not tried is told of, never left out."""
    if not folder.exists():
        return
    try:
        found = sorted(folder.iterdir())
    except OSError as fault:
        reason = (fault.strerror or "nobody knows why").lower()
        raise InputFault(
            f"{folder}: the cables beside the policy cannot be read: {reason}"
        ) from None
    for file in found:
        if file.suffix == ".txt":
            yield file
        else:
            narrate(f"{file}: not tried: only *.txt is")


def _lines(name: str, tried: Sequence[Tried], open_: Sequence[Unproved]) -> None:
    for one in failures(tried):
        data(f"{one.where}: {one.came}: {one.name}: {one.said}.")
    for part in open_:
        data(f"{part.where}: under-tested: {part.name}: {part.said}.")
    counts = Counter(one.came for one in tried)
    told = ", ".join(f"{counts[came]} {came}" for came in ("ok", "noisy", "missing", "ready"))
    narrate(f"{name}: {len(tried)} tried: {told}; {len(open_)} under-tested")


def _records(_name: str, tried: Sequence[Tried], open_: Sequence[Unproved]) -> None:
    for one in tried:
        record({"kind": "tried", **_place(one.where), "id": one.name, "result": one.came,
                "message": one.said})  # fmt: skip
    for part in open_:
        record({"kind": "under-tested", **_place(part.where), "id": part.name, "part": part.part,
                "message": part.said})  # fmt: skip


def _place(where: str) -> dict[str, str | int]:
    file, _, line = where.rpartition(":")
    return {"file": file, "line": int(line)}
