"""Extensions of a printed day, 32 CFR 2001.12(b).

A stamp overrides the printed date. It never reaches past 25 years from the origin, and after the
date has passed it is no extension but a reclassification.
"""

from redactor.declass.automatic import fall_back
from redactor.declass.case import Case, Due
from redactor.declass.days import anniversary
from redactor.declass.law import cite, law

_EXTENSIBLE = frozenset({"marked-date", "event", "gds"})
"""Rules whose day comes from the instruction; the 25-year rule's own cannot be extended."""


def extend(due: Due, case: Case) -> Due:
    """Let an attested extension override the day that the instruction set."""
    stamp = case.facts.extension
    if stamp is None or due.day is None or due.rule not in _EXTENSIBLE:
        return due
    if stamp.signed_on and stamp.signed_on >= due.day:
        step = f"Extended on {stamp.signed_on}, when {due.day} had passed: a reclassification."
        late = due.then(f"{step} {cite('extension')}", "extension-after-date")
        return late._replace(day=None, asks_a_person=True)
    if stamp.until is None:
        step = f"The classification was extended, to no day that is named. {cite('extension')}"
        return fall_back(case, step, *due.flags, "extended", "extension-end-unknown")
    if stamp.until > anniversary(case.origin, law().years.longest_date):
        step = f"The extension to {stamp.until} reaches past 25 years. {cite('extension')}"
        flags = (*due.flags, "extended", "extension-over-25-years")
        return fall_back(case, step, *flags, rule="section-3.3")
    if stamp.until <= due.day:
        step = f"The extension to {stamp.until} does not reach past {due.day}. {cite('extension')}"
        return due.then(step, "extension-before-date")
    step = f"Extended from {due.day} to {stamp.until}. {cite('extension')}"
    return due.then(step, "extended")._replace(day=stamp.until)
