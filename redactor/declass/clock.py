"""The clock: what a portion is on a day, and why.

A marked date acts on that very day, 32 CFR 2001.12(c)(1); the 25-year rule on 31 December of the
origin's year plus 25, 32 CFR 2001.30(l). "Declassified" never means "releasable", 22 CFR 9.9(e).
"""

from datetime import date

from redactor.cable import Cable, Level, Paragraph
from redactor.declass.due import Due, due
from redactor.declass.instruction import parse_instruction
from redactor.declass.model import DatedCable, Instruction, Status
from redactor.declass.tables import (
    ATOMIC_CITE,
    AUTOMATIC,
    LEVEL_CITE,
    MARKED_DATE_CITE,
    UNCLASSIFIED_CITE,
    is_atomic,
    order_named,
)


def date_cable(cable: Cable, as_of: date) -> DatedCable:
    """Read the clock for a cable and each of its paragraphs on the day ``as_of``."""
    origin = cable.origin.dtg.date() if cable.origin.dtg else None
    line = cable.instruction
    instruction = parse_instruction(
        line.text if line else "", order=line.order if line else None, origin=origin
    )
    overall = status_of(instruction, origin, cable.level, as_of, cable.controls)
    portions = tuple(
        status_of(instruction, origin, part.effective_level, as_of, _controls(part))
        for part in cable.paragraphs
    )
    return DatedCable(cable, as_of, instruction, origin, overall, portions)


def _controls(paragraph: Paragraph) -> tuple[str, ...]:
    marks = (paragraph.marking, *paragraph.marks_inside)
    return tuple(control for mark in marks for control in mark.controls)


def status_of(
    instruction: Instruction,
    origin: date | None,
    level: Level | None,
    as_of: date,
    controls: tuple[str, ...] = (),
) -> Status:
    """Tell what a portion of this level and these controls is on the day ``as_of``.

    Atomic Energy Act controls come before everything: no date ever applies to them. An
    unreadable level asks for a person. Without an origin a classified portion stays so.
    """
    odd = _oddities(instruction, origin)
    if is_atomic(controls):
        step = f"RD, FRD or TFNI: no date ever applies. {ATOMIC_CITE}"
        return Status("refer", None, "none", (step,), odd)
    if level is None:
        step = f"The level cannot be told; the portion stays protected. {LEVEL_CITE}"
        return Status("verify", None, "none", (step,), odd)
    if level == "U":
        step = f"The portion is unclassified: no date applies. {UNCLASSIFIED_CITE}"
        return Status("unclassified", None, "none", (step,), odd)
    if origin is None:
        step = f"The date of origin is unknown, so no day can be set. {AUTOMATIC.cite}"
        return Status("classified", None, "none", (step,), (*odd, "origin-unknown"))
    return _judge(due(instruction, origin), as_of, odd)


def _judge(found: Due, as_of: date, odd: tuple[str, ...]) -> Status:
    come = as_of >= found.day
    name, cite = ("Marked date", MARKED_DATE_CITE)
    if found.rule != "marked-date":
        name, cite = ("The day", AUTOMATIC.cite)
    verdict = f"{name} {found.day} has {'' if come else 'not '}come: as of {as_of}. {cite}"
    return Status(
        "declassified" if come else "classified",
        found.day,
        found.rule,
        (*found.why, verdict),
        tuple(dict.fromkeys((*odd, *found.flags))),
    )


def _oddities(instruction: Instruction, origin: date | None) -> tuple[str, ...]:
    """Give the instruction's flags, and one more if its order was not in force at the origin."""
    order = order_named(instruction.order) if instruction.order else None
    if order is None or origin is None:
        return instruction.flags
    in_force = order.start <= origin and (order.end is None or origin <= order.end)
    return instruction.flags if in_force else (*instruction.flags, "order-not-in-force")
