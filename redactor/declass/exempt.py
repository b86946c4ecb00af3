"""Exemptions from automatic declassification, 32 CFR 2001.26: 25X, 50X and 75X.

An exemption can only lengthen: a day before that of the 25-year rule is an error. 25X reaches no
further than 31 December of the origin's year plus 50, 50X than plus 75.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from redactor.declass.automatic import base_day, fall_back
from redactor.declass.case import Case, Due, written_out
from redactor.declass.days import year_end
from redactor.declass.law import cite, law
from redactor.declass.model import Flag, InstructionKind

_CITES: Mapping[InstructionKind, str] = {
    "exemption-25x": "exemption-25x",
    "exemption-50x": "exemption-50x",
    "exemption-75x": "exemption-75x",
}


def exempt(case: Case) -> Due:
    """Work out how long an exemption holds."""
    kind, years = case.instruction.kind, law().years
    if kind == "exemption-50x" and any("-" in code for code in case.instruction.codes):
        return _whole_span(case)
    day, happened = case.instruction.date or _attested(case), case.instruction.event
    if day is None:
        return _without_day(case)
    if day < base_day(case):
        step = f"The exemption's day {day} lies before the {years.automatic}-year day: an error,"
        step = f"{step} for an exemption only lengthens. {cite('longer-only')}"
        return fall_back(case, step, "exemption-before-25-years")
    cap = _cap(case)
    if cap is not None and day > cap:
        step = f"The exemption's day {day} lies beyond the cap {written_out(cap)}."
        return _holds(case, cap, step, "date-over-cap")
    step = f"The exemption's event is attested for {day}." if happened else ""
    return _holds(case, day, step or f"The exemption holds until {day}.")


def _attested(case: Case) -> date | None:
    happened = case.facts.event_on
    if case.instruction.event is None or happened is None:
        return None
    return happened if case.origin <= happened <= case.as_of else None


def _cap(case: Case) -> date | None:
    """Give the last day that the law allows; 75X has none."""
    years = law().years
    spans = {"exemption-25x": years.exemption_25x, "exemption-50x": years.exemption_50x}
    span = spans.get(case.instruction.kind)
    return year_end(case.origin, span) if span else None


def _whole_span(case: Case) -> Due:
    """Hold 50X1-HUM and 50X2-WMD to the end of their 75 years, whatever is written beside."""
    years = law().years.exemption_50x
    day = year_end(case.origin, years)
    step = f"The exemption ends with {years} years, {written_out(day)}."
    flags: tuple[Flag, ...] = ("exemption-date-unused",) if case.instruction.date else ()
    return _holds(case, day, step, *flags)


def _without_day(case: Case) -> Due:
    pending = _pending(case)
    if case.instruction.kind != "exemption-25x":
        step = "The exemption names no day, so none can be set; a person must verify it."
        step = f"{step} {cite(_CITES[case.instruction.kind])}"
        flags: tuple[Flag, ...] = pending or ("exemption-without-date",)
        return Due(None, "exemption", (step,), flags, asks_a_person=True)
    years = law().years.exemption_25x
    day = year_end(case.origin, years)
    step = f"The exemption names no day that has come: {years} years, {written_out(day)}."
    return _holds(case, day, f"{step} {cite('incomplete-25x')};", *(pending or ("incomplete-25x",)))


def _pending(case: Case) -> tuple[Flag, ...]:
    if case.instruction.event is None:
        return ()
    if case.facts.event_on is None:
        return ("event-unattested",)
    return ("event-unattested", "event-outside-record")


def _holds(case: Case, day: date, step: str, *flags: Flag) -> Due:
    """Let an exemption hold, but never for less than the 25-year rule."""
    why = f"{step} {cite(_CITES[case.instruction.kind])}"
    guide = f"An exemption holds only where an approved guide says so. {cite('guide')}"
    return Due(max(day, base_day(case)), "exemption", (*_remarks(case), why, guide), flags)


def _remarks(case: Case) -> Iterator[str]:
    """Say how the codes as written were understood."""
    if "obsolete-marking" in case.instruction.flags:
        yield f"25X1-human is obsolete and counts as 50X1-HUM. {cite('obsolete')}"
    if "mixed-exemptions" in case.instruction.flags:
        yield f"Of exemptions of several classes the longest class counts. {cite('hierarchy')}"
