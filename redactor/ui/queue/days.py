"""Days in a limit: ``2027``, ``2027-05`` or ``2027-05-31``, compared as stretches of time. Pure.

A year or a month is all its days: ``<2027`` is before its first one, ``>2027`` after its last one.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from redactor.text import visible

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_ISO = 10
"""Characters of ``2027-05-31``."""


class DayError(Exception):
    """This is no day. The message is safe to show."""


def compare_day(sign: str, words: str) -> Callable[[str], bool]:
    """Give a test of days in ISO form; anything else passes none.

    Args:
        sign: ``<``, ``<=``, ``>``, ``>=`` or ``=``.
        words: a year, a month or a day.

    Raises:
        DayError: when they are none.
    """
    first, last = _stretch(words)
    if sign == "<":
        return lambda day: _is_day(day) and day < first
    if sign == "<=":
        return lambda day: _is_day(day) and day <= last
    if sign == ">":
        return lambda day: _is_day(day) and day > last
    if sign == ">=":
        return lambda day: _is_day(day) and day >= first
    return lambda day: _is_day(day) and first <= day <= last


def _stretch(words: str) -> tuple[str, str]:
    found = _DAY.fullmatch(words)
    if not found:
        raise DayError(f'"{visible(words)}" is no day; write 2027, 2027-05 or 2027-05-31')
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError as fault:
        raise DayError(f'"{visible(words)}" is in no calendar') from fault
    end = month or 12
    last = date(year, end, day or monthrange(year, end)[1])
    return first.isoformat(), last.isoformat()


def _is_day(words: str) -> bool:
    return len(words) == _ISO and words[0].isdigit()
