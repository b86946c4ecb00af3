"""On what day an instruction frees a portion: one small rule for each kind that has its own.

Every other kind falls to the 25-year rule. An instruction can only say *when*; whether that day
has come, and whether any day applies at all, is the clock's business.
"""

from collections.abc import Callable, Mapping
from datetime import date

from redactor.declass.automatic import base_day, fall_back, put_off
from redactor.declass.case import Case, Due, written_out
from redactor.declass.days import anniversary, year_end
from redactor.declass.exempt import exempt
from redactor.declass.extension import extend
from redactor.declass.law import cite, law
from redactor.declass.model import Flag, InstructionKind


def due(case: Case) -> Due:
    """Work out when a classified portion frees: the rule, then extensions, then delays."""
    found = _RULES.get(case.instruction.kind, _by_default)(case)
    found = put_off(extend(found, case), case)
    form = law().forms.get(case.instruction.kind)
    if form is None or form.first <= case.origin <= form.last:
        return found
    step = f"This form stands on origins of {form.first} to {form.last} only. {form.cite}"
    return found._replace(why=(step, *found.why), flags=(*found.flags, "form-out-of-range"))


def _marked_date(case: Case) -> Due:
    """Obey a marked day between the origin and 25 years from it, 32 CFR 2001.12(c)(1)."""
    marked, origin, years = case.instruction.date, case.origin, law().years.longest_date
    if marked is None:
        return _event(case) if case.instruction.event else _incomplete(case)
    if marked < origin:
        step = f"Marked date {marked} lies before the origin, so it does not count."
        return fall_back(case, f"{step} {cite('indefinite')}", "date-before-origin")
    if marked > anniversary(origin, years):
        return _section_3_3(case, marked)
    step = f"Marked date {marked} lies within {years} years of the origin."
    return Due(marked, "marked-date", (f"{step} {cite('marked-date')}",))


def _section_3_3(case: Case, marked: date) -> Due:
    step = (
        f"Printed date {marked:%m/%d/%Y} lies more than {law().years.longest_date} years after"
        f" {case.origin}, so the {law().years.automatic}-year rule counts:"
        f" {written_out(base_day(case))}. {cite('marked-date')}"
    )
    return fall_back(case, step, "date-over-25-years", rule="section-3.3")


def _incomplete(case: Case) -> Due:
    step = f"The instruction names no readable day, so it is not complete. {cite('indefinite')}"
    return fall_back(case, step, "incomplete-instruction")


def _gds(case: Case) -> Due:
    """Count the schedule of E.O. 11652 by the overall level, unless a day is written."""
    schedule, origin = law().schedule, case.origin
    if case.instruction.date:
        return _marked_date(case)
    if not schedule.first <= origin <= schedule.last:
        step = f"GDS without a date holds for origins of {schedule.first} to {schedule.last} only."
        return fall_back(case, f"{step} {cite('schedule')}", "form-out-of-range")
    years = schedule.years[case.overall]
    day = year_end(origin, years)
    step = (
        f"GDS, overall level {case.overall}: {years} full calendar years after {origin.year}"
        f" end on {written_out(day)}. {cite('schedule')}"
    )
    return Due(day, "gds", (step,))


def _review_date(case: Case) -> Due:
    day = case.instruction.review_on
    named = f"{day} is a date for review only" if day else "RDS names a date for review only"
    step = f"{named}; it declassifies nothing. {cite('review-date')}"
    flags: tuple[Flag, ...] = ("review-date-only",)
    if day is None:
        flags = (*flags, "incomplete-instruction")
    return fall_back(case, step, *flags, rule="review-date")


_XGDS_FLAGS: Mapping[str, Flag] = {
    "XGDS-1": "foreign-information",
    "XGDS-2": "intelligence-equity",
}


def _xgds(case: Case) -> Due:
    step = f"XGDS exempts from the schedule; its own ceiling is overtaken. {cite('xgds')}"
    codes = case.instruction.codes
    return fall_back(case, step, *(_XGDS_FLAGS[code] for code in codes if code in _XGDS_FLAGS))


def _event(case: Case) -> Due:
    """Count an attested event between the origin and the as-of day, or wait 25 years."""
    happened, base = case.facts.event_on, base_day(case)
    if happened is None or not case.origin <= happened <= case.as_of:
        return _event_pending(case, happened)
    over: tuple[Flag, ...] = ()
    if happened > anniversary(case.origin, law().years.longest_date):
        over = ("event-over-25-years",)
    if happened > base:
        step = f"The event of {happened} came after the {law().years.automatic}-year day."
        return fall_back(case, f"{step} {cite('marked-date')}", *over, rule="section-3.3")
    step = f"The event is attested for {happened}. {cite('marked-date')}"
    return Due(happened, "event", (step,), over)


def _event_pending(case: Case, happened: date | None) -> Due:
    step = f"No one has attested that the event has happened. {cite('marked-date')}"
    flags: tuple[Flag, ...] = ("event-unattested",)
    if happened:
        step = (
            f"The event's attested day {happened} does not lie between the origin {case.origin}"
            f" and the as-of day {case.as_of}, so it does not count. {cite('marked-date')}"
        )
        flags = (*flags, "event-outside-record")
    return fall_back(case, step, *flags, rule="event-pending")


def _downgrade(case: Case) -> Due:
    level, day = case.instruction.downgrade_to, case.instruction.downgrade_on
    when = f"on {day}" if day else "on no day that is named"
    step = f"The level falls to {level} {when}; that declassifies nothing. {cite('downgrade')}"
    return fall_back(case, step, "downgrade-only")


def _not_applicable(case: Case) -> Due:
    step = f"N/A on a classified portion counts as no instruction. {cite('indefinite')}"
    return fall_back(case, step, "not-applicable-on-classified")


def _treaty(case: Case) -> Due:
    step = f"Subject to treaty or international agreement is no valid marking. {cite('treaty')}"
    return fall_back(case, step, "treaty-marking-not-valid", "refer-state")


_REASONS: Mapping[InstructionKind, str] = {
    "missing": "No instruction is written.",
    "oadr": "OADR names no date.",
    "manual-review": "MR names no date.",
    "indefinite": "DCI Only or DNI Only names no date.",
    "x-code": "An X-code names no date, and did not end after ten years.",
    "group": "A group of E.O. 10501 is of indefinite duration.",
}


def _malformed(case: Case) -> Due:
    if "stamp-in-instruction" in case.instruction.flags:
        step = f"A stamp overrides the printed date, to an unread day. {cite('extension')}"
        return fall_back(case, step)
    return fall_back(case, f"The instruction cannot be read. {cite('indefinite')}")


def _by_default(case: Case) -> Due:
    return fall_back(case, f"{_REASONS[case.instruction.kind]} {cite('indefinite')}")


_RULES: Mapping[InstructionKind, Callable[[Case], Due]] = {
    "date": _marked_date,
    "ads": _marked_date,
    "xds": _marked_date,
    "gds": _gds,
    "rds": _review_date,
    "xgds": _xgds,
    "event": _event,
    "exemption-25x": exempt,
    "exemption-50x": exempt,
    "exemption-75x": exempt,
    "downgrade": _downgrade,
    "not-applicable": _not_applicable,
    "treaty": _treaty,
    "malformed": _malformed,
}
