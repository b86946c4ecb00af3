"""On what day an instruction frees a portion: one small function for each kind that has its own.

Every other kind falls to the 25-year rule. An instruction can only say *when*; whether that day
has come, and whether any day applies at all, is the clock's business.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from redactor.declass.days import anniversary, automatic_day
from redactor.declass.model import Instruction, InstructionKind, RuleName
from redactor.declass.tables import AUTOMATIC, INDEFINITE_CITE, LONGEST_DATE, MARKED_DATE_CITE


@dataclass(frozen=True, slots=True)
class Due:
    """The day, the rule that set it, and the steps that led there."""

    day: date
    rule: RuleName
    why: tuple[str, ...]
    flags: tuple[str, ...] = ()


def due(instruction: Instruction, origin: date) -> Due:
    """Work out when a classified portion of this origin frees."""
    return _DUE.get(instruction.kind, _by_default)(instruction, origin)


def _marked_date(instruction: Instruction, origin: date) -> Due:
    marked = instruction.date
    if marked is None:
        return _default(origin, f"The marked date cannot be read. {INDEFINITE_CITE}")
    if marked < origin:
        step = f"Marked date {marked} lies before the origin, so it does not count. "
        return _default(origin, step + INDEFINITE_CITE, "date-before-origin")
    limit = anniversary(origin, LONGEST_DATE.years)
    if marked > limit:
        return _section_3_3(marked, origin)
    step = f"Marked date {marked} lies within {LONGEST_DATE.years} years of the origin. "
    return Due(marked, "marked-date", (step + MARKED_DATE_CITE,))


def _section_3_3(marked: date, origin: date) -> Due:
    years = LONGEST_DATE.years
    step = f"Marked date {marked} lies more than {years} years after the origin: section 3.3. "
    why = (step + LONGEST_DATE.cite, _year_end_step(origin))
    return Due(automatic_day(origin), "section-3.3", why, ("date-over-25-years",))


def _not_applicable(_instruction: Instruction, origin: date) -> Due:
    step = f"N/A on a classified portion counts as no instruction. {INDEFINITE_CITE}"
    return _default(origin, step, "not-applicable-on-classified")


_REASONS: Mapping[InstructionKind, str] = {
    "missing": "No instruction is written.",
    "oadr": "OADR names no date.",
}


def _by_default(instruction: Instruction, origin: date) -> Due:
    reason = _REASONS.get(instruction.kind, "The instruction cannot be read.")
    return _default(origin, f"{reason} {INDEFINITE_CITE}")


def _default(origin: date, step: str, *flags: str) -> Due:
    return Due(automatic_day(origin), "default-25", (step, _year_end_step(origin)), flags)


def _year_end_step(origin: date) -> str:
    day, years = automatic_day(origin), AUTOMATIC.years
    return f"{years} years from {origin} end on 31 December: {day}. {AUTOMATIC.cite}"


_DUE: Mapping[InstructionKind, Callable[[Instruction, date], Due]] = {
    "date": _marked_date,
    "not-applicable": _not_applicable,
}
