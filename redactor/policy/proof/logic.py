"""Conditions as logic: which of all thinkable portions they hold for, by going through them.

A portion is thought of by what conditions can name: its level, its status, one value each; and
whether it bears a control, a tag, a word, each true or false by itself. Portions that cannot be
(an unclassified one that is Secret) are left out. The rest may hold some that no cable ever
shows, so what is said of all of them is true, and what is said of one is only possible.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple, get_args

from redactor.cable import LEVELS
from redactor.declass import InstructionKind, StatusName, is_atomic
from redactor.policy.conditions import folded_terms
from redactor.policy.model import BASES
from redactor.policy.when import AgeIs, Controls, FieldName, Lists, MarkSource, TextIs, When

MOST_POINTS = 200_000
"""More thinkable portions than these are not gone through."""

Axis = tuple[str, str]
"""What is asked, and of which word; the word is empty where one value answers for all."""
Point = Mapping[Axis, object]
"""One thinkable portion."""
Test = Callable[[Point], bool | None]

_ONE_OF: Mapping[str, tuple[object, ...]] = {
    "level": (*LEVELS, None),
    "cable-level": (*LEVELS, None),
    "status": get_args(StatusName),
    "source": get_args(MarkSource),
    "field": get_args(FieldName),
    "basis": BASES,
    "kind": get_args(InstructionKind),
}
_OTHER = "another"
_MARKED_FIELDS = {"body", "subject"}


class TooManyError(Exception):
    """There are too many thinkable portions to go through."""


class Logic(NamedTuple):
    """Conditions, ready to be asked of a thinkable portion."""

    test: Test
    axes: Mapping[Axis, frozenset[object]]
    texts: Mapping[Axis, TextIs]


def logic_of(when: When) -> Logic:
    """Compile conditions; ``None`` comes of a missing fact, as in ``conditions.py``."""
    building = _Building({}, {})
    test = building.all_of(when)
    axes = {axis: frozenset(values) for axis, values in building.axes.items()}
    return Logic(test, axes, building.texts)


class _Building(NamedTuple):
    axes: dict[Axis, set[object]]
    texts: dict[Axis, TextIs]

    def all_of(self, when: When) -> Test:
        tests = [*self._facts(when), *self._parts(when)]
        return lambda point: _all(test(point) for test in tests)

    def _facts(self, when: When) -> Iterator[Test]:
        marking, instruction, cable = when.marking, when.instruction, when.cable
        singles = (
            ("status", when.status), ("field", when.field), ("basis", when.basis),
            ("order", when.order), ("level", marking and marking.level),
            ("source", marking and marking.source), ("kind", instruction and instruction.kind),
            ("cable-level", cable and cable.level),
            ("id", _upper(cable.id) if cable and cable.id else None),
            ("portions", (cable.portions,) if cable and cable.portions else None),
        )  # fmt: skip
        yield from (self._one_of(name, wanted) for name, wanted in singles if wanted)
        sets = (
            ("tag", when.tags), ("caption", when.captions), ("flag", marking and marking.flags),
            ("code", instruction and instruction.codes),
            ("clock", instruction and instruction.flags), ("warning", cable and cable.warnings),
        )  # fmt: skip
        yield from (self._some(name, words) for name, words in sets if words)
        if marking and marking.controls:
            yield from self._controls(marking.controls)
        if when.age:
            yield from self._age(when.age)

    def _controls(self, controls: Controls) -> Iterator[Test]:
        if controls.any_:
            yield self._some("control", controls.any_)
        yield from (self._some("control", (word,)) for word in controls.all_ or ())
        if controls.none_:
            yield _negated(self._some("control", controls.none_))

    def _parts(self, when: When) -> Iterator[Test]:
        yield from map(self.all_of, when.all_ or ())
        if when.any_:
            tests = [self.all_of(part) for part in when.any_]
            yield lambda point: _any(test(point) for test in tests)
        if when.not_:
            yield _negated(self.all_of(when.not_))
        if when.text:
            axis = ("text", when.text.model_dump_json())
            self.texts[axis] = when.text
            yield self._flag(axis)

    def _one_of(self, name: str, wanted: Iterable[object]) -> Test:
        axis, values = (name, ""), frozenset(wanted)
        self.axes.setdefault(axis, set()).update(values)
        return lambda point: None if point[axis] is None else point[axis] in values

    def _some(self, name: str, words: Iterable[str]) -> Test:
        tests = [self._flag((name, word.upper())) for word in words]
        return lambda point: _any(test(point) for test in tests)

    def _flag(self, axis: Axis) -> Test:
        self.axes.setdefault(axis, set()).update((True, False))
        return lambda point: point[axis] is True

    def _age(self, age: AgeIs) -> Iterator[Test]:
        axis = ("age at request" if age.at_request else "age", "")
        known = self.axes.setdefault(axis, {0})
        if age.over is not None:
            known.add(age.over)
            yield _over(axis, age.over)
        if age.under is not None:
            known.add(age.under)
            yield _negated(_over(axis, age.under))


def _over(axis: Axis, years: int) -> Test:
    def test(point: Point) -> bool | None:
        age = point[axis]
        return age >= years if isinstance(age, int) else None

    return test


def _negated(test: Test) -> Test:
    def negated(point: Point) -> bool | None:
        found = test(point)
        return None if found is None else not found

    return negated


def _all(answers: Iterable[bool | None]) -> bool | None:
    holds: bool | None = True
    for answer in answers:
        if answer is False:
            return False
        if answer is None:
            holds = None
    return holds


def _any(answers: Iterable[bool | None]) -> bool | None:
    found = set(answers)
    return True if True in found else None if None in found else False


def _upper(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.upper() for word in words)


def points(several: Iterable[Logic], lists: Lists) -> Iterator[Point]:
    """Give every thinkable portion that these conditions can tell apart.

    Raises:
        TooManyError: when they are more than ``MOST_POINTS``.
    """
    several = tuple(several)
    axes: dict[Axis, set[object]] = {}
    for logic in several:
        for axis, values in logic.axes.items():
            axes.setdefault(axis, set()).update(values)
    domains = [_domain(axis, values) for axis, values in axes.items()]
    size = 1
    for domain in domains:
        size *= len(domain)
    if size > MOST_POINTS:
        raise TooManyError
    follows = _follows(axes, several, lists)
    atomic = [axis for axis in axes if axis[0] == "control" and is_atomic((axis[1],))]
    for chosen in product(*domains):
        point = dict(zip(axes, chosen, strict=True))
        if can_be(point, atomic) and all(point[then] or not point[one] for one, then in follows):
            yield point


def _domain(axis: Axis, named: Iterable[object]) -> tuple[object, ...]:
    """Give the values to try: those that are named, and one more that stands for all others."""
    kind = axis[0]
    if kind in {"age", "age at request"}:
        return (*sorted(named, key=str), None)
    if axis[1]:
        return (False, True)
    known = tuple(sorted(named, key=str))
    if kind in {"status", "level", "cable-level"}:  # what can be depends on each of them
        return _ONE_OF[kind]
    if kind not in _ONE_OF:
        return (*known, _OTHER)
    others = [value for value in _ONE_OF[kind] if value not in known]
    if kind in {"field", "source"}:
        return (*known, *others)
    return (*known, *others[:1])


def can_be(point: Point, atomic: Iterable[Axis]) -> bool:
    """Tell whether a portion can have this level with this status, and this mark in this field."""
    level, status = point.get(("level", ""), _OTHER), point.get(("status", ""), _OTHER)
    if _OTHER not in (level, status):
        if status in {"classified", "declassified"} and level not in {"C", "S", "TS"}:
            return False
        if status == "unclassified" and level != "U":
            return False
    field, source = point.get(("field", ""), "body"), point.get(("source", ""), "none")
    if source in {"explicit", "entire-text"} and field not in _MARKED_FIELDS:
        return False
    return status in {"refer", _OTHER} or not any(point[axis] for axis in atomic)


def _follows(
    axes: Iterable[Axis], several: Iterable[Logic], lists: Lists
) -> list[tuple[Axis, Axis]]:
    """Give pairs of which the first can be true only with the second: HCS-O is of HCS."""
    axes = tuple(axes)
    found = [
        (one, other)
        for one in axes
        for other in axes
        if one[0] == other[0] in {"control", "code"}
        and one[1].startswith((f"{other[1]}-", f"{other[1]} "))
    ]
    texts = {axis: text for logic in several for axis, text in logic.texts.items()}
    terms = {axis: folded_terms(text, lists) for axis, text in texts.items()}
    for one in texts:
        for other, plain in texts.items():
            bare = not (plain.near or plain.far or plain.unless)
            if one != other and bare and terms[one] and terms[one] <= terms[other]:
                found.append((one, other))
    return found


def told(point: Point) -> str:
    """Say in words which portion is meant, as far as conditions name it."""
    words = []
    for (name, word), value in point.items():
        if name == "text" or value is False or value == _OTHER:
            continue
        if word:
            words.append(f"{name} {word}")
        elif value is None:
            words.append(f"{name} unknown")
        else:
            words.append(f"{name} {value}")
    return ", ".join(words) or "any portion"
