"""Conditions with one part left out or loosened: what a rule would be without it.

A rule is proved when each of these makes one of its examples fail. The same tells which single
part kept a rule from matching. Words inside a list are no parts, except where they only take
away: under ``unless`` and under ``none``.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from redactor.policy.when import AgeIs, Controls, Near, TextIs, When, Words

_FAR_APART = 999
S = TypeVar("S", When, Words, TextIs, Near, Controls)


WHOLE = "when"
"""Stands for all parts."""


class Weaker(NamedTuple):
    """Conditions with one part less."""

    part: str
    """Its name in the policy: ``marking.level``, ``any.2.text.near``; places count from 1."""
    how: str
    """What was done with it: ``left out``."""
    when: When


def weaker(when: When) -> Iterator[Weaker]:
    """Give the conditions once for each part, without it or with it loosened."""
    for key in ("status", "order", "field", "tags", "captions", "basis"):
        if getattr(when, key):
            yield Weaker(key, "left out", _with(when, key, None))
    yield from _inside(when)
    if when.age:
        yield from _age(when, when.age)
    if when.text:
        for part, how, text in _text(when.text):
            yield Weaker(part, how, _with(when, "text", text))
    yield from _branches(when)


def is_within(part: str, name: str) -> bool:
    """Tell whether a part is the named one or inside it: ``text.near.words`` is in ``text``."""
    return name in {WHOLE, part} or part.startswith(f"{name}.")


def _with(shape: S, key: str, value: object) -> S:
    """Give a shape with another value; it is not checked again, since it may ask for nothing."""
    return shape.model_copy(update={key: value})


def _inside(when: When) -> Iterator[Weaker]:
    """Leave out the keys of marking, instruction and cable, one by one."""
    for name in ("marking", "instruction", "cable"):
        shape = getattr(when, name)
        if shape is None:
            continue
        for key in type(shape).model_fields:
            if getattr(shape, key) and key != "controls":
                yield Weaker(f"{name}.{key}", "left out", _with(when, name, _less(shape, key)))
    if when.marking and when.marking.controls:
        for part, controls in _controls(when.marking.controls):
            marking = when.marking.model_copy(update={"controls": controls})
            yield Weaker(part, "left out", _with(when, "marking", marking))


def _less(shape: Any, key: str) -> Any:  # noqa: ANN401 - any of three shapes, the same comes back
    return shape.model_copy(update={key: None})


def _controls(controls: Controls) -> Iterator[tuple[str, Controls]]:
    for key in ("any_", "all_"):
        if getattr(controls, key):
            yield f"marking.controls.{key[:-1]}", _with(controls, key, None)
    for word, others in _one_less(controls.none_):
        yield f"marking.controls.none.{word}", _with(controls, "none_", others)


def _one_less(names: tuple[str, ...] | None) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    for name in names or ():
        yield name, tuple(other for other in names or () if other != name) or None


def _age(when: When, age: AgeIs) -> Iterator[Weaker]:
    for key, step in (("under", 1), ("over", -1)):
        years = getattr(age, key)
        if years is None:
            continue
        without = _with(when, "age", age.model_copy(update={key: None}))
        yield Weaker(f"age.{key}", "left out", without)
        moved = _with(when, "age", age.model_copy(update={key: max(0, years + step)}))
        yield Weaker(f"age.{key}.year", "moved by a year", moved)
    if age.at_request:
        counted = _with(when, "age", age.model_copy(update={"at_request": False}))
        yield Weaker("age.at_request", "left out", counted)


def _text(text: TextIs) -> Iterator[tuple[str, str, TextIs | None]]:
    yield "text", "left out", None
    for name, others in _one_less(text.unless):
        yield f"text.unless.{name}", "left out", _with(text, "unless", others)
    for key in ("near", "far"):
        near: Near | None = getattr(text, key)
        if near is None:
            continue
        yield f"text.{key}", "left out", _with(text, key, None)
        for part, how, other in _near(near, loose=key == "near"):
            yield f"text.{key}.{part}", how, _with(text, key, other)


def _near(near: Near, *, loose: bool) -> Iterator[tuple[str, str, Near]]:
    """Loosen nearness: cues that must be near may be anywhere, others count only beside."""
    if loose:
        yield "words", "at any distance", _with(near, "words", _FAR_APART)
    elif near.words:
        yield "words", "right beside only", _with(near, "words", 0)
    if near.side != "either":
        yield "side", "on either side", _with(near, "side", "either")
    for name, others in _one_less(near.unless):
        yield f"unless.{name}", "left out", _with(near, "unless", others)


def _branches(when: When) -> Iterator[Weaker]:
    for key, parts in (("all_", when.all_), ("any_", when.any_)):
        for number, part in enumerate(parts or ()):
            for inner in weaker(part):
                branches = _replaced(parts or (), number, inner.when)
                name = f"{key[:-1]}.{number + 1}.{inner.part}"
                yield Weaker(name, inner.how, _with(when, key, branches))
    if when.any_ and len(when.any_) > 1:
        for number in range(len(when.any_)):
            fewer = when.any_[:number] + when.any_[number + 1 :]
            yield Weaker(f"any.{number + 1}", "left out", _with(when, "any_", fewer))
    if when.not_:
        yield Weaker("not", "left out", _with(when, "not_", None))
        inside = list(weaker(when.not_))
        for inner in inside if len(inside) > 1 else ():
            name = f"not.{inner.part}"
            yield Weaker(name, inner.how, _with(when, "not_", inner.when))


def _replaced(parts: tuple[When, ...], number: int, part: When) -> tuple[When, ...]:
    return (*parts[:number], part, *parts[number + 1 :])
