"""Situations: all that a policy's conditions can tell of a cable and a portion, words apart.

Two portions in one situation get the same plan. A fact that ``facts.py`` asks for must stand
here, as far as conditions name it: tags that no rule names tell nothing apart.
"""

from collections.abc import Iterable
from typing import NamedTuple

from redactor.policy.facts import Case, over_at_request, over_on_day
from redactor.policy.portions import Portion
from redactor.policy.rulecodes import YEARS
from redactor.policy.when import When

Situation = tuple[object, ...]


class Asked(NamedTuple):
    """The words and numbers of facts that a policy's conditions name."""

    tags: frozenset[str]
    captions: frozenset[str]
    flags: frozenset[str]
    warnings: frozenset[str]
    ids: frozenset[str]
    orders: frozenset[str]
    years: tuple[int, ...]

    @classmethod
    def by(cls, whens: Iterable[When]) -> "Asked":
        """Collect them from the conditions of all rules."""
        parts = [part for when in whens for part in when.parts()]
        cables = [part.cable for part in parts if part.cable]
        instructions = [part.instruction for part in parts if part.instruction]
        years = {year for part in parts if part.age for year in (part.age.under, part.age.over)}
        return cls(
            tags=_upper(tag for part in parts for tag in part.tags or ()),
            captions=_upper(word for part in parts for word in part.captions or ()),
            flags=frozenset(flag for one in instructions for flag in one.flags or ()),
            warnings=frozenset(code for cable in cables for code in cable.warnings or ()),
            ids=_upper(name for cable in cables for name in cable.id or ()),
            orders=frozenset(order for part in parts for order in part.order or ()),
            years=tuple(sorted({YEARS, *(year for year in years if year is not None)})),
        )

    def of_cable(self, case: Case) -> Situation:
        """Tell what the policy can tell of a cable."""
        dated = case.dated
        cable, instruction, authority = dated.cable, dated.instruction, dated.cable.classified_by
        return (
            dated.as_of,  # rules expire on it
            case.basis,
            cable.level,
            case.all_unclassified,
            authority.reasons if authority else None,
            instruction.kind,
            instruction.codes,
            instruction.order if instruction.order in self.orders else None,
            self.flags.intersection(instruction.flags),
            self.tags.intersection(map(str.upper, cable.tags)),
            self.captions.intersection(map(str.upper, cable.captions)),
            self.warnings.intersection(warning.code for warning in cable.warnings),
            self._name(cable.id),
            tuple(over_on_day(years, case) for years in self.years),
            tuple(over_at_request(years, case) for years in self.years),
        )

    def of_portion(self, portion: Portion) -> Situation:
        """Tell what the policy can tell of a portion."""
        status = portion.status
        return (
            portion.field,
            portion.level,
            portion.controls,
            portion.source,
            portion.flags,
            status.status,
            self.flags.intersection(status.flags) if status.flags else None,
        )

    def _name(self, name: str | None) -> str | None:
        return name if name is None or name.upper() in self.ids else "another"


def _upper(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(str.upper, words))
