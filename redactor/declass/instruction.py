"""The grammar of the declassification instruction: an ordered table of small recognisers.

Each recogniser looks at the whole value and gives what it found, or ``None``. The first that
finds something decides. A new kind is a new recogniser in the table. What none of them knows is
``malformed``: it is never guessed at, and never a date.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from redactor.declass.days import read_day
from redactor.declass.model import Instruction, InstructionKind
from redactor.declass.tables import order_named

_WORD = r"(?:DECLASSIFICATION|DECLASSIFY|DECLASS?|DECLL?|DELC|DCL)(?![A-Z])"
_PREFIX = re.compile(
    rf"(?:\(U\) )?(?:-{{1,2}} ?)?(?:AS AMENDED[,:]? ?)?(?:(?:{_WORD}(?: ON)?|DEC(?=:)|ON(?= \d))"
    r" ?[:;.]?:? ?-? ?){0,3}"
)
"""Words that announce a value, as written in a hurry. ``DECLASSIFIED`` is a claim, not one."""
_AFTER = re.compile(r" (?:REASONS?\b.*|NF|NOFORN|\(\d{1,2} YEARS?\)|\(SBU\))$")
"""What may follow a value and changes nothing of it."""
_LOOSE_SLASH = re.compile(r" ?/ ?")
_TRAILING = " .,;:"


@dataclass(frozen=True, slots=True)
class Found:
    """What a recogniser made of the value."""

    kind: InstructionKind
    date: dt.date | None = None
    flags: tuple[str, ...] = ()


Recogniser = Callable[[str, dt.date | None], Found | None]
"""Takes the value (upper case, single spaces, no prefix) and the origin."""


def _missing(value: str, _origin: dt.date | None) -> Found | None:
    return None if value else Found("missing")


_NO_STROKES = str.maketrans("", "", "/\\.-()")


def _not_applicable(value: str, _origin: dt.date | None) -> Found | None:
    bare = value.translate(_NO_STROKES)
    return Found("not-applicable") if bare in {"NA", "NOT APPLICABLE"} else None


def _oadr(value: str, _origin: dt.date | None) -> Found | None:
    return Found("oadr") if value == "OADR" else None


def _date(value: str, origin: dt.date | None) -> Found | None:
    written = read_day(value, origin)
    if written is None:
        return None
    if written.day is None:
        return Found("malformed", flags=("impossible-date",))
    early = origin is not None and written.day < origin
    return Found("date", written.day, ("date-before-origin",) if early else ())


_RECOGNISERS: tuple[Recogniser, ...] = (_missing, _not_applicable, _oadr, _date)


def parse_instruction(
    text: str, order: str | None = None, origin: dt.date | None = None
) -> Instruction:
    """Understand an instruction, as far as the grammar goes.

    Args:
        text: as written after the order, ``DECL: 07/17/2018``; empty when nothing is written.
        order: the number of the executive order, as written.
        origin: date of origin; a two-digit year needs it to find its century, and makes do
            with the first day of the order where it is unknown.
    """
    named = order_named(order) if order else None
    found = _recognise(_value(text), origin or (named.start if named else None))
    unknown = order is not None and named is None
    flags = (*found.flags, *(("unknown-order",) if unknown else ()))
    return Instruction(found.kind, text, order, found.date, flags)


def _recognise(value: str, origin: dt.date | None) -> Found:
    found = (recognise(value, origin) for recognise in _RECOGNISERS)
    return next((one for one in found if one is not None), Found("malformed"))


def _value(text: str) -> str:
    """Give what is written after the prefix, without what announces, follows or encloses it."""
    line = " ".join(text.upper().split())
    prefix = _PREFIX.match(line)
    value = line[prefix.end() if prefix else 0 :].strip(_TRAILING)
    value = _LOOSE_SLASH.sub("/", _AFTER.sub("", value)).strip(_TRAILING)
    enclosed = value.startswith("(") and value.endswith(")") and value.count("(") == 1
    return value[1:-1].strip() if enclosed else value
