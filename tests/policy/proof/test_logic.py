"""Conditions as logic, held against the conditions themselves on every cable at hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from redactor.cable import read
from redactor.declass import date_cable
from redactor.policy import BASES, find_policy, load_policy
from redactor.policy.cases import Cases
from redactor.policy.facts import Case, over_at_request, over_on_day
from redactor.policy.planning import engine_of
from redactor.policy.proof.logic import Axis, Logic, can_be, logic_of, points
from redactor.policy.when import When

ROOT = Path(__file__).resolve().parents[3]
CABLES = sorted([*(ROOT / "samples").glob("*.txt"), *(ROOT / "tests" / "cables").glob("*.txt")])
DAYS = (date(2010, 1, 1), date(2026, 11, 23), date(2033, 12, 31), date(2040, 6, 1))
POLICY = load_policy(find_policy("state-cables"))
BY_FACTS = [(rule, logic) for rule in POLICY.rules
            if not (logic := logic_of(rule.when)).texts and not rule.worded]  # fmt: skip


def value(axis: Axis, case: Case, named: frozenset[object]) -> object:
    """Give what stands at an axis for a real portion."""
    name, word = axis
    portion, dated = case.portion, case.dated
    cable, instruction = dated.cable, dated.instruction
    if name in {"age", "age at request"}:
        over = over_on_day if name == "age" else over_at_request
        limits = [limit for limit in named if isinstance(limit, int)]
        passed = {limit: over(limit, case) for limit in limits if limit}
        unknown = None in passed.values()
        return None if unknown else max((n for n, is_over in passed.items() if is_over), default=0)
    single: dict[str, object] = {
        "status": portion.status.status,
        "field": portion.field,
        "level": portion.level,
        "source": portion.source,
        "basis": case.basis,
        "kind": instruction.kind,
        "order": instruction.order,
        "cable-level": cable.level,
        "id": cable.id,
        "portions": "unclassified" if case.all_unclassified else "mixed",
    }
    if not word:
        return single[name]
    many: dict[str, tuple[str, ...]] = {
        "tag": tuple(cable.tags),
        "caption": tuple(cable.captions),
        "flag": tuple(portion.flags),
        "clock": (*instruction.flags, *portion.status.flags),
        "warning": tuple(warning.code for warning in cable.warnings),
        "control": portion.controls,
        "code": instruction.codes,
    }
    return any(one.upper() == word or one.upper().startswith((f"{word}-", f"{word} "))
               for one in many[name])  # fmt: skip


def real(path: Path) -> Iterator[Case]:
    cable = read(path.read_bytes())
    for day, basis in zip(DAYS, BASES, strict=True):
        cases = Cases.of(date_cable(cable, day), engine_of(POLICY).lexicon, basis)
        yield from (cases[number] for number in range(len(cases)))


@pytest.mark.parametrize("path", CABLES, ids=lambda path: path.stem)
def test_real_portions_are_thinkable_and_answer_alike(path: Path) -> None:
    for case in real(path):
        for rule, logic in BY_FACTS:
            point = {axis: value(axis, case, named) for axis, named in logic.axes.items()}
            atomic = [axis for axis in point if axis[0] == "control" and axis[1] == "RD"]
            assert can_be(point, atomic), (rule.hit.id, point)
            assert logic.test(point) == rule.condition(case).holds, (rule.hit.id, point)


def asks(**when: object) -> Logic:
    return logic_of(When.model_validate(when))


def test_one_value_more_stands_for_all_others() -> None:
    kinds = {point["kind", ""] for point in points([asks(instruction={"kind": "oadr"})], {})}

    assert len(kinds) == 2
    assert "oadr" in kinds


def test_an_unclassified_portion_is_never_secret() -> None:
    both = asks(status="unclassified", marking={"level": "S"})

    found = {(point["status", ""], point["level", ""]) for point in points([both], {})}

    assert ("unclassified", "U") in found
    assert ("unclassified", "S") not in found
    assert ("verify", None) in found


def test_terms_inside_a_longer_list_follow() -> None:
    few, many = asks(text={"terms": "a"}), asks(text={"terms": ["a", "b"]})

    found = [tuple(point.values()) for point in points([few, many], {})]

    assert sorted(found) == [(False, False), (False, True), (True, True)]
