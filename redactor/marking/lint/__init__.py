"""The lint: what is wrong with a mark as it is written, and what it should be.

Each check looks at one topic and gives faults: a code, a place, and where it matters a sentence
of its own. All other sentences and sources stand in ``register/faults.py``.

A mark was right or wrong on the day that it was written. With that day given, forms that were
in use then are no faults.
"""

from datetime import date
from typing import Final, NamedTuple

from redactor.marking.grammar import scan
from redactor.marking.lint import form, listing, sense
from redactor.marking.lint.written import Fault, Written
from redactor.marking.printing import banner_form, portion_form
from redactor.marking.reading import reading_of
from redactor.marking.register import FAULTS, Style
from redactor.text import Span

_CHECKS: Final = (
    form.check_frame,
    form.check_opening,
    form.check_separators,
    form.check_order,
    form.check_spelling,
    form.check_repeats,
    listing.check_lists,
    sense.check_pairs,
    sense.check_strength,
    sense.check_levels,
    sense.check_foreign,
    sense.check_age,
)


class Finding(NamedTuple):
    """One thing that is wrong with a mark as written."""

    code: str
    """A key of ``FAULTS``, or the code of one of the ``PAIRS``."""
    span: Span
    """Where it is seen, in code points of the text that was given."""
    message: str
    correct: str
    """The whole mark in its correct form; empty where the text is no marking."""
    cite: str


def lint_portion(text: str, written: date | None = None) -> tuple[Finding, ...]:
    """Give what is wrong with a portion mark, in the order of the text.

    ``written`` is the cable's day; without it today's forms count.
    """
    return _lint(text, "portion", written)


def lint_banner(text: str, written: date | None = None) -> tuple[Finding, ...]:
    """Give what is wrong with a banner line, in the order of the text."""
    return _lint(text, "banner", written)


def _lint(text: str, style: Style, day: date | None) -> tuple[Finding, ...]:
    found = scan(text, style)
    if found is None:
        words, cite = FAULTS["not-a-marking"]
        return (Finding("not-a-marking", Span(0, len(text)), words, "", cite),)
    marking = reading_of(found).marking
    correct = portion_form(marking) if style == "portion" else banner_form(marking)
    mark = Written(found, marking.level, style, day)
    faults = sorted({fault for check in _CHECKS for fault in check(mark)}, key=_in_text)
    return tuple(_finding(fault, correct) for fault in faults)


def _in_text(fault: Fault) -> tuple[int, int, str]:
    return fault.start, fault.end, fault.code


def _finding(fault: Fault, correct: str) -> Finding:
    words, cite = fault.ruling or FAULTS[fault.code]
    return Finding(fault.code, Span(fault.start, fault.end), words, correct, cite)
