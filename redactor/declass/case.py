"""What a rule looks at, and what it gives."""

from datetime import date
from typing import NamedTuple

from redactor.cable import Level
from redactor.declass.facts import Facts
from redactor.declass.model import Flag, Instruction, RuleName


class Case(NamedTuple):
    """A classified portion of known origin, and what is attested about its record."""

    instruction: Instruction
    origin: date
    overall: Level
    """The record's overall level, or the portion's own where that is higher."""
    as_of: date
    facts: Facts


class Due(NamedTuple):
    """The day on which the portion frees, the rule that set it, and the steps that led there."""

    day: date | None
    """``None`` when none can be set: the last step and the flags say why."""
    rule: RuleName
    why: tuple[str, ...]
    flags: tuple[Flag, ...] = ()
    is_automatic: bool = False
    """The 25-year rule sets the day, so its conditions and delays act upon it."""
    asks_a_person: bool = False
    """No day may be computed: a person must verify."""

    def then(self, step: str, *flags: Flag) -> "Due":
        """Add a step, and flags."""
        return self._replace(why=(*self.why, step), flags=(*self.flags, *flags))


def written_out(day: date) -> str:
    """Write the end of a year as people say it: ``31 December 2026``."""
    return f"31 December {day.year}" if (day.month, day.day) == (12, 31) else day.isoformat()
