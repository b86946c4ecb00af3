"""Facts of a portion and its cable, compiled once: what a rule asks that is not about words.

A fact is true, false, or missing (``None``): no age without a date of origin, no level where
none can be read. A new fact must also stand in ``situations.py``, which tells portions apart.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from redactor.declass import DatedCable, year_end
from redactor.policy import when as shape
from redactor.policy.legality import years_between
from redactor.policy.model import Basis
from redactor.policy.portions import Portion
from redactor.policy.search import Searcher
from redactor.policy.when import When


@dataclass(frozen=True, slots=True)
class Case:
    """One portion, with what else a condition may look at."""

    portion: Portion
    dated: DatedCable
    basis: Basis
    words: Searcher
    requested: date | None = None
    """The day of the request, where it is known."""
    all_unclassified: bool = False
    """Whether each paragraph of the cable is marked U."""


Fact = Callable[[Case], bool | None]


def compile_facts(when: When) -> tuple[Fact, ...]:
    """Compile the facts alone: if one is false for a portion, the conditions cannot hold."""
    return tuple(_facts(when))


def _facts(when: When) -> Iterable[Fact]:
    """Give the facts, those first that cost least and tell most."""
    yield from _plain(when)
    if when.marking:
        yield from _marking(when.marking)
    if when.instruction:
        yield from _instruction(when.instruction)
    if when.age:
        yield from _age(when.age)
    if when.cable:
        yield from _cable(when.cable)


def _plain(when: When) -> Iterable[Fact]:
    if when.field:
        yield partial(_field, frozenset(when.field))
    if when.status:
        yield partial(_status, frozenset(when.status))
    if when.basis:
        yield partial(_basis, frozenset(when.basis))
    if when.order:
        yield partial(_order, frozenset(when.order))
    if when.tags:
        yield partial(_tags, frozenset(map(str.upper, when.tags)))
    if when.captions:
        yield partial(_captions, frozenset(map(str.upper, when.captions)))


def _field(wanted: frozenset[str], case: Case) -> bool:
    return case.portion.field in wanted


def _status(wanted: frozenset[str], case: Case) -> bool:
    return case.portion.status.status in wanted


def _basis(wanted: frozenset[str], case: Case) -> bool:
    return case.basis in wanted


def _order(wanted: frozenset[str], case: Case) -> bool:
    return case.dated.instruction.order in wanted


def _tags(wanted: frozenset[str], case: Case) -> bool:
    return any(tag.upper() in wanted for tag in case.dated.cable.tags)


def _captions(wanted: frozenset[str], case: Case) -> bool:
    return any(caption.upper() in wanted for caption in case.dated.cable.captions)


def _marking(marking: shape.MarkingIs) -> Iterable[Fact]:
    if marking.level:
        yield partial(_level, frozenset(marking.level))
    if marking.source:
        yield partial(_source, frozenset(marking.source))
    if marking.flags:
        yield partial(_flags, frozenset(marking.flags))
    controls = marking.controls
    if controls and controls.any_:
        yield partial(_controls, any, controls.any_)
    if controls and controls.all_:
        yield partial(_controls, all, controls.all_)
    if controls and controls.none_:
        yield partial(_no_controls, controls.none_)


def _level(wanted: frozenset[str], case: Case) -> bool | None:
    return None if case.portion.level is None else case.portion.level in wanted


def _source(wanted: frozenset[str], case: Case) -> bool:
    return case.portion.source in wanted


def _flags(wanted: frozenset[str], case: Case) -> bool:
    return not wanted.isdisjoint(case.portion.flags)


def _controls(how: Callable[[Iterable[bool]], bool], wanted: tuple[str, ...], case: Case) -> bool:
    controls = case.portion.controls
    if not controls:
        return False
    return how(any(_is_of(control, word) for control in controls) for word in wanted)


def _no_controls(unwanted: tuple[str, ...], case: Case) -> bool:
    return not _controls(any, unwanted, case)


def _is_of(name: str, word: str) -> bool:
    """Tell whether a control or code is the word or a subset of it: ``HCS-O`` is of ``HCS``."""
    name, word = name.upper(), word.upper()
    return name == word or name.startswith((f"{word}-", f"{word} "))


def _instruction(instruction: shape.InstructionIs) -> Iterable[Fact]:
    if instruction.kind:
        yield partial(_kind, frozenset(instruction.kind))
    if instruction.codes:
        yield partial(_codes, instruction.codes)
    if instruction.flags:
        yield partial(_clock_flags, frozenset(instruction.flags))


def _kind(wanted: frozenset[str], case: Case) -> bool:
    return case.dated.instruction.kind in wanted


def _codes(wanted: tuple[str, ...], case: Case) -> bool:
    return any(_is_of(code, word) for code in case.dated.instruction.codes for word in wanted)


def _clock_flags(wanted: frozenset[str], case: Case) -> bool:
    status, instruction = case.portion.status, case.dated.instruction
    return not wanted.isdisjoint((*instruction.flags, *status.flags))


def _cable(cable: shape.CableIs) -> Iterable[Fact]:
    if cable.id:
        yield partial(_id, frozenset(map(str.upper, cable.id)))
    if cable.level:
        yield partial(_cable_level, frozenset(cable.level))
    if cable.portions:
        yield _all_unclassified
    if cable.warnings:
        yield partial(_warnings, frozenset(cable.warnings))


def _id(wanted: frozenset[str], case: Case) -> bool | None:
    name = case.dated.cable.id
    return None if name is None else name.upper() in wanted


def _cable_level(wanted: frozenset[str], case: Case) -> bool | None:
    level = case.dated.cable.level
    return None if level is None else level in wanted


def _all_unclassified(case: Case) -> bool:
    return case.all_unclassified


def _warnings(wanted: frozenset[str], case: Case) -> bool:
    return any(warning.code in wanted for warning in case.dated.cable.warnings)


def _age(age: shape.AgeIs) -> Iterable[Fact]:
    over = over_at_request if age.at_request else over_on_day
    if age.over is not None:
        yield partial(over, age.over)
    if age.under is not None:
        yield partial(_under, over, age.under)


def over_on_day(years: int, case: Case) -> bool | None:
    """Years end on 31 December of the origin's year plus so many, as in 32 CFR 2001.30(l)."""
    origin = case.dated.origin
    return None if origin is None else case.dated.as_of >= year_end(origin, years)


def over_at_request(years: int, case: Case) -> bool | None:
    """Count full years to the request. Where its day is unknown, it was not after the as-of day."""
    origin = case.dated.origin
    if origin is None:
        return None
    if case.requested is not None:
        return years_between(origin, case.requested) >= years
    return None if years_between(origin, case.dated.as_of) >= years else False


def _under(over: Callable[[int, Case], bool | None], years: int, case: Case) -> bool | None:
    found = over(years, case)
    return None if found is None else not found
