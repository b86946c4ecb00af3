"""The grammar of the declassification instruction: an ordered table of small recognisers.

The text is first laid bare: the order, what announces the value, and what is glued behind it come
off. Each recogniser then looks at the whole value and gives what it found, or ``None``; the first
that finds something decides. A new kind is a new recogniser in the table. What none of them knows
is ``malformed``: it is never guessed at, and never a date.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from redactor.declass import exemption_forms, forms, schedule_forms
from redactor.declass.law import law, order_named
from redactor.declass.line import Line, pattern
from redactor.declass.model import Flag, Instruction

_LONGEST = 400
"""Code points: a longer text, laid bare, is no instruction."""
_ORDER = (
    r"(?:E\.? ?[O0]\.?(?![A-Z]) ?:? ?(?P<cited>\d{4,5}(?!\d))?|(?P<bare>1\d{4}(?!\d)))"
    r"(?!/|-\d) ?[:;,.]? ?"
)
_GLUED = (
    r"(?:^| )(?:TAGS?(?= ?:| [A-Z]{2,4}\b)|(?:SUBJECT|SUBJ|REF(?:TELS?|S|\(S\))?) ?:"
    r"|CLASSIFIED BY\b|DERIVED FROM\b|REASONS?(?= ?[:(]| \d)|¶ ?1\.|1\. ?\((?=TS|[SCU]))"
)
_ANNOUNCED = (
    r"(?:DECLASSIFICATION|DECLASSIFY|DECLASSFY|DECLASIFY|DECLASS?|DECLA|DECL[LI]?|DELC|DCL)"
    r"(?![A-Z])"
)
_PREFIX = (
    r"(?:\(U\) )?(?:-{1,2} ?)?(?:\(?AS AMENDED\)?[,:]? ?)?"
    rf"(?:(?:{_ANNOUNCED}(?: ON)?|DEC(?=:)|ON(?= \d)) ?[:;.]?:? ?-? ?){{0,3}}"
)
"""Words that announce a value, as written in a hurry. ``DECLASSIFIED`` is a claim, not one."""
_AFTER = r" (?:NF|NOFORN|\(\d{1,2} YEARS?\)|\(SBU\))$"
"""What may follow a value and changes nothing of it."""
_SIGNED = r"(?:\((?P<name>[^()]{1,60})\) ?|(?<= ))OR ?- ?(?P<place>[A-Z]{1,2})$"
"""The classifier of the orders of 1978 and before: ``(DOE, JOHN Q.) OR-M``."""
_TRAILING = " .,;:"


class _Bare(NamedTuple):
    """A text laid bare."""

    value: str
    order: str | None
    signed_by: str | None
    signed_as: str | None
    is_stamped: bool


Recogniser = Callable[[Line], Instruction | None]

_RECOGNISERS: tuple[Recogniser, ...] = (
    forms.missing,
    forms.a_date,
    forms.claimed,
    forms.excluded,
    forms.not_applicable,
    schedule_forms.archive_code,
    forms.indefinite,
    forms.x_codes,
    exemption_forms.exemption,
    schedule_forms.schedule,
    schedule_forms.group,
    forms.downgrade,
    forms.treaty,
    forms.a_date_and_words,
    forms.event,
)


def parse_instruction(
    text: str, order: str | None = None, origin: date | None = None
) -> Instruction:
    """Understand an instruction, as far as the grammar goes.

    Args:
        text: as written after the order, ``DECL: 07/17/2018``; empty when nothing is written.
            An order inside the text counts where none is given.
        order: the number of the executive order, as written.
        origin: date of origin; a two-digit year needs it to find its century, and makes do
            with the first day of the order where it is unknown.
    """
    bare = _lay_bare(text)
    order = order or bare.order
    named = order_named(order)
    first = origin or (named.first if named else None)
    found = _recognise(Line(bare.value, first, _is_archive(order, origin)), bare)
    unknown: tuple[Flag, ...] = ("unknown-order",) if order and named is None else ()
    return found._replace(
        text=text,
        order=order,
        flags=(*found.flags, *unknown),
        signed_by=found.signed_by or bare.signed_by,
        signed_as=bare.signed_as,
    )


def _is_archive(order: str | None, origin: date | None) -> bool:
    """Tell whether the text can be a code of the archive of 1973-79, which knows one order."""
    schedule = law().schedule
    if order_named(order):
        return order == schedule.order
    return origin is not None and schedule.first <= origin <= schedule.last


def _recognise(line: Line, bare: _Bare) -> Instruction:
    if bare.is_stamped:
        return Instruction("malformed", "", flags=("stamp-in-instruction",))
    if len(line.value) > _LONGEST:
        return Instruction("malformed", "", flags=("too-long",))
    found = (recognise(line) for recognise in _RECOGNISERS)
    return next((one for one in found if one is not None), Instruction("malformed", ""))


def _lay_bare(text: str) -> _Bare:
    """Give the value alone: without order, announcement, glued fields, classifier and frame."""
    line = " ".join(text.upper().split())
    is_stamped = "CLASSIFICATION EXTENDED" in line or "RECLASSIFIED" in line
    glued = pattern(_GLUED).search(line)
    order, line = _take_order(line[: glued.start()] if glued else line)
    prefix = pattern(_PREFIX).match(line)
    value = line[prefix.end() if prefix else 0 :].strip(_TRAILING)
    signed = pattern(_SIGNED).search(value)
    if signed:
        value = value[: signed.start()].strip(_TRAILING)
    value = pattern(_AFTER).sub("", value).replace(" /", "/").replace("/ ", "/")
    value = _unframed(value.strip(_TRAILING))
    name, place = signed.group("name", "place") if signed else (None, None)
    return _Bare(value, order, name, place, is_stamped)


def _take_order(line: str) -> tuple[str | None, str]:
    """Take the order off the line: ``E.O. 11652: GDS``, and the archive's ``11652 GDS``."""
    match = pattern(_ORDER).match(line)
    if match is None:
        return None, line
    rest = line[match.end() :]
    if match["bare"] and not rest and order_named(match["bare"]) is None:
        return None, line
    return match["cited"] or match["bare"], rest


def _unframed(value: str) -> str:
    framed = value.startswith("(") and value.endswith(")") and value.count("(") == 1
    return value[1:-1].strip() if framed else value
