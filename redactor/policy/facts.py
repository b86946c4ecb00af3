"""Facts of a portion and its cable, compiled once: what a rule asks that is not about words.

A fact is true, false, or missing (``None``): no age without a date of origin, no level where
none can be read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from redactor.declass import DatedCable, year_end
from redactor.policy import schema
from redactor.policy.model import Basis
from redactor.policy.portions import Portion
from redactor.policy.search import Searcher


@dataclass(frozen=True, slots=True)
class Case:
    """One portion, with what else a condition may look at."""

    portion: Portion
    dated: DatedCable
    basis: Basis
    words: Searcher


Fact = Callable[[Case], bool | None]


def compile_facts(when: schema.When) -> tuple[Fact, ...]:
    """Compile the facts alone: if one is false for a portion, the conditions cannot hold."""
    return tuple(_facts(when))


def _facts(when: schema.When) -> Iterable[Fact]:
    if when.field:
        yield partial(_field, frozenset(when.field))
    if when.status:
        yield partial(_status, frozenset(when.status))
    if when.basis:
        yield partial(_basis, frozenset(when.basis))
    if when.marking:
        yield from _marking(when.marking)
    if when.instruction and when.instruction.kind:
        yield partial(_kind, frozenset(when.instruction.kind))
    if when.age:
        yield from _age(when.age)
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


def _kind(wanted: frozenset[str], case: Case) -> bool:
    return case.dated.instruction.kind in wanted


def _order(wanted: frozenset[str], case: Case) -> bool:
    return case.dated.instruction.order in wanted


def _tags(wanted: frozenset[str], case: Case) -> bool:
    return any(tag.upper() in wanted for tag in case.dated.cable.tags)


def _captions(wanted: frozenset[str], case: Case) -> bool:
    return any(caption.upper() in wanted for caption in case.dated.cable.captions)


def _marking(marking: schema.MarkingIs) -> Iterable[Fact]:
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


def _is_of(control: str, word: str) -> bool:
    """Tell whether a control is the word or a subset of it: ``HCS-O`` is of ``HCS``."""
    control, word = control.upper(), word.upper()
    return control == word or control.startswith((f"{word}-", f"{word} "))


def _age(age: schema.AgeIs) -> Iterable[Fact]:
    if age.over is not None:
        yield partial(_over, age.over)
    if age.under is not None:
        yield partial(_under, age.under)


def _over(years: int, case: Case) -> bool | None:
    """Years end on 31 December of the origin's year plus so many, as in 32 CFR 2001.30(l)."""
    origin = case.dated.origin
    return None if origin is None else case.dated.as_of >= year_end(origin, years)


def _under(years: int, case: Case) -> bool | None:
    over = _over(years, case)
    return None if over is None else not over
