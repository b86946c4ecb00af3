"""The 25-year rule of section 3.3, and all that moves its day.

Automatic declassification comes on 31 December of the origin's year plus 25, 32 CFR 2001.30(l),
for permanently valuable records. A block of records follows its newest one; a late schedule, an
exempt file series and a delay put the day off. None of them brings it forward.
"""

from collections.abc import Iterator
from datetime import date

from redactor.declass.case import Case, Due, written_out
from redactor.declass.days import anniversary, year_end
from redactor.declass.facts import Delay
from redactor.declass.law import DelayTerm, cite, law
from redactor.declass.model import Flag, RuleName


def counted_from(case: Case) -> date:
    """Give the day from which the 25 years count: of the block's newest record, or the origin."""
    return max(case.origin, case.facts.block_newest or case.origin)


def base_day(case: Case) -> date:
    """Give the day of the 25-year rule, before any delay."""
    return year_end(counted_from(case), law().years.automatic)


def fall_back(case: Case, step: str, *flags: Flag, rule: RuleName = "default-25") -> Due:
    """Leave a portion to the 25-year rule, for the reason that the step tells."""
    years, start = law().years.automatic, counted_from(case)
    whose = "the origin" if start == case.origin else "the newest record of the block"
    name = "block" if start != case.origin else "automatic"
    count = f"{years} years from {whose}, {start}, end on {written_out(base_day(case))}."
    why = (step, f"{count} {cite(name)}")
    return Due(base_day(case), rule, why, (*flags, *_block_flags(case)), is_automatic=True)


def _block_flags(case: Case) -> Iterator[Flag]:
    newest = case.facts.block_newest
    if newest is None:
        return
    if newest < case.origin:
        yield "block-before-origin"
    oldest = min(case.origin, case.facts.block_oldest or case.origin)
    if newest > anniversary(oldest, law().years.block):
        yield "block-over-10-years"


def put_off(due: Due, case: Case) -> Due:
    """Apply the conditions of the 25-year rule to a day that it set."""
    if not due.is_automatic:
        return due
    if case.facts.permanent is False:
        step = f"The record is not permanently valuable: no day can be set. {cite('temporary')}"
        return due.then(step, "not-permanent")._replace(day=None)
    due = _exempt_series(_scheduled_late(due, case), case)
    for delay in case.facts.delays:
        due = _delayed(due, case, delay)
    return due if due.day is None else due.then(_conditions(case))


def _conditions(case: Case) -> str:
    known = "is attested" if case.facts.permanent else "is assumed, not attested"
    return (
        f"That the record is permanent {known}. A further delay, referral, exempt file series"
        f" or reclassification would change the day. {cite('conditions')}"
    )


def _scheduled_late(due: Due, case: Case) -> Due:
    scheduled, years = case.facts.scheduled_on, law().years
    if scheduled is None or scheduled <= anniversary(case.origin, years.late_schedule):
        return due
    day = anniversary(scheduled, years.late_term, late=True)
    step = (
        f"Scheduled permanent on {scheduled}, when more than {years.late_schedule} years old:"
        f" {years.late_term} years from then, {day}. {cite('late-schedule')}"
    )
    return _no_sooner(due.then(step, "scheduled-late"), day)


def _exempt_series(due: Due, case: Case) -> Due:
    facts = case.facts
    if not facts.series_exempt:
        return due
    if facts.series_until is None:
        step = "The file series is exempt, without an end: no day can be set."
        return due.then(f"{step} {cite('file-series')}", "file-series-exempt")._replace(day=None)
    step = f"The file series is exempt until {facts.series_until}. {cite('file-series')}"
    return _no_sooner(due.then(step, "file-series-exempt"), facts.series_until)


def _delayed(due: Due, case: Case, delay: Delay) -> Due:
    """Put the day off for one cause, no further than its bound."""
    term, deadline = law().delays[delay.kind], base_day(case)
    if term.in_time and delay.identified > deadline:
        step = f"The delay was sought on {delay.identified}, after the deadline {deadline}."
        return due.then(f"{step} {term.cite}", "delay-refused")
    start = _start(delay, term, deadline)
    if start is None:
        step = "A delay holds whose span has not begun: no day can be set."
        return due.then(f"{step} {term.cite}", "delay-open")._replace(day=None)
    bound = anniversary(start, term.years, late=True)
    until = min(delay.until or bound, bound)
    over: tuple[Flag, ...] = ("delay-over-bound",) if (delay.until or bound) > bound else ()
    step = f"Delayed until {until}; the law allows {term.years} years from {start}. {term.cite}"
    return _no_sooner(due.then(step, "delayed", *over), until)


def _start(delay: Delay, term: DelayTerm, deadline: date) -> date | None:
    if term.counts_from == "deadline":
        return deadline
    return delay.identified if term.counts_from == "identified" else delay.notified


def _no_sooner(due: Due, day: date) -> Due:
    return due._replace(day=None if due.day is None else max(due.day, day))
