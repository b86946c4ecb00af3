"""The clock: what a portion is on a day, and why.

A marked date acts on that very day, 32 CFR 2001.12(c)(1); the 25-year rule on 31 December of the
origin's year plus 25, 32 CFR 2001.30(l). "Declassified" never means "releasable", 22 CFR 9.9(e).
"""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace
from datetime import date

from redactor.cable import LEVELS, Cable, Level, Paragraph
from redactor.declass.case import Case, Due
from redactor.declass.due import due
from redactor.declass.facts import NO_FACTS, Facts
from redactor.declass.instruction import parse_instruction
from redactor.declass.law import cite, is_atomic, law, order_named
from redactor.declass.model import DatedCable, Flag, Instruction, RuleName, Status, StatusName
from redactor.declass.stamps import with_stamps

_FROM_FACTS: tuple[Flag, ...] = ("origin-from-classification",)
_IMPOSSIBLE_YEAR = "dtg-year-doubtful"
"""The reader's warning of a year before the first telegrams: no day can be counted from it."""


def date_cable(cable: Cable, as_of: date, facts: Facts = NO_FACTS) -> DatedCable:
    """Read the clock for a cable and each of its paragraphs on the day ``as_of``.

    Args:
        cable: as the reader gives it.
        as_of: the day on which the clock is read.
        facts: what people attest about the record.
    """
    codes = {warning.code for warning in cable.warnings}
    written = None if _IMPOSSIBLE_YEAR in codes else cable.origin.dtg
    origin = written.date() if written else facts.classified_on
    known = with_stamps(cable.text, facts)
    undated = written is None and facts.classified_on is not None
    doubts = (*(_FROM_FACTS if undated else ()), *_doubts(codes, attested=known is facts))
    instruction = _instruction(cable, origin, doubts)
    known = known if known.overall else known._replace(overall=cable.level or LEVELS[-1])

    def status(level: Level | None, controls: tuple[str, ...]) -> Status:
        return status_of(instruction, origin, level, as_of, controls, known)

    overall = status(cable.level, cable.controls)
    portions = tuple(_portions(cable, status))
    return DatedCable(cable, as_of, instruction, origin, overall, portions, known, facts)


def _instruction(cable: Cable, origin: date | None, doubts: tuple[Flag, ...]) -> Instruction:
    """Read the cable's instruction, with what is doubtful around it among its flags."""
    line = cable.instruction
    read = parse_instruction(
        line.text if line else "", order=line.order if line else None, origin=origin
    )
    return read._replace(flags=(*read.flags, *doubts)) if doubts else read


def _doubts(codes: Container[str], *, attested: bool) -> Iterator[Flag]:
    """Tell what is doubtful about origin and instruction, and which stamps no one has seen.

    ``codes`` are those of the reader's warnings.
    """
    if "year-mismatch" in codes or _IMPOSSIBLE_YEAR in codes:
        yield "origin-year-doubtful"
    if "instruction-twice" in codes:
        yield "instructions-differ"
    if not attested:
        yield "stamp-unattested"


def _portions(
    cable: Cable, status: Callable[[Level | None, tuple[str, ...]], Status]
) -> Iterator[Status]:
    """Date each paragraph; those of the same level and controls share one reckoning."""
    seen: dict[tuple[Level | None, tuple[str, ...]], Status] = {}
    for part in cable.paragraphs:
        key = (part.effective_level, _controls(part))
        if key not in seen:
            seen[key] = status(*key)
        yield seen[key]


def _controls(paragraph: Paragraph) -> tuple[str, ...]:
    if not paragraph.marks_inside:
        return paragraph.marking.controls
    marks = (paragraph.marking, *paragraph.marks_inside)
    return tuple(control for mark in marks for control in mark.controls)


def status_within(dated: DatedCable, level: Level | None, controls: tuple[str, ...] = ()) -> Status:
    """Tell what a portion of a dated cable is, with the facts by which the cable was dated."""
    return status_of(dated.instruction, dated.origin, level, dated.as_of, controls, dated.facts)


def status_of(
    instruction: Instruction,
    origin: date | None,
    level: Level | None,
    as_of: date,
    controls: tuple[str, ...] = (),
    facts: Facts = NO_FACTS,
) -> Status:
    """Tell what a portion of this level and these controls is on the day ``as_of``.

    Atomic Energy Act controls come before everything: no date ever applies to them. An
    unreadable level asks for a person. Without an origin a classified portion stays so.
    """
    odd = _oddities(instruction, origin)
    settled = _without_day(instruction, level, controls, facts)
    if settled is not None:
        return replace(settled, flags=(*odd, *settled.flags))
    origin = origin or facts.classified_on
    if origin is None:
        step = f"The date of origin is unknown, so no day can be set. {cite('automatic')}"
        return Status("classified", None, "none", (step,), (*odd, "origin-unknown"))
    overall = max(level or "C", facts.overall or "U", key=LEVELS.index)
    return _judge(due(Case(instruction, origin, overall, as_of, facts)), as_of, odd)


def _without_day(
    instruction: Instruction, level: Level | None, controls: tuple[str, ...], facts: Facts
) -> Status | None:
    """Settle what no day decides: the Atomic Energy Act, the level, a claim, a reclassification."""
    if is_atomic(controls):
        return _settled("refer", "RD, FRD or TFNI: no date ever applies.", "atomic")
    if instruction.kind == "excluded" and level != "U":
        step = "No date applies to some portions: use the list of sources."
        return _settled("refer", step, "excluded", "source-list")
    if level is None:
        return _settled("verify", "The level cannot be told; the portion stays protected.", "level")
    if level == "U":
        step = "The portion is unclassified: no date applies."
        return _settled("unclassified", step, "unclassified")
    return _distrusted(instruction, facts)


def _distrusted(instruction: Instruction, facts: Facts) -> Status | None:
    """Leave to a person a record that was reclassified, or that says it is declassified."""
    if facts.reclassified:
        step = "The record was reclassified: a person must verify."
        return _settled("verify", step, "reclassification", "reclassified")
    if instruction.kind == "claimed-declassified":
        step = "A claim of declassification is no date: a person must verify."
        return _settled("verify", step, "claimed", "claim-unverified")
    if "instructions-differ" in instruction.flags:
        step = "Two instructions give different days: a person must tell which one holds."
        return _settled("verify", step, "differing")
    return None


def _settled(status: StatusName, step: str, source: str, *flags: Flag) -> Status:
    return Status(status, None, "none", (f"{step} {cite(source)}",), flags)


_SOURCES: Mapping[RuleName, str] = {
    "marked-date": "marked-date",
    "event": "marked-date",
    "gds": "schedule",
    "exemption": "exemption",
}
"""The citation under which a day acts that the 25-year rule did not set."""


def _judge(found: Due, as_of: date, odd: tuple[Flag, ...]) -> Status:
    """Compare the day with the as-of day."""
    early: tuple[Flag, ...] = ("as-of-before-directive",) if as_of < law().directive else ()
    flags = tuple(dict.fromkeys((*odd, *found.flags, *early)))
    if found.asks_a_person:
        return Status("verify", None, found.rule, found.why, flags)
    if found.day is None:
        return Status("classified", None, "none", found.why, flags)
    come = as_of >= found.day
    name = "Marked date" if found.rule == "marked-date" else "The day"
    source = "automatic" if found.is_automatic else _SOURCES[found.rule]
    verdict = f"{name} {found.day} has {'' if come else 'not '}come: as of {as_of}. {cite(source)}"
    status: StatusName = "declassified" if come else "classified"
    return Status(status, found.day, found.rule, (*found.why, verdict), flags)


def _oddities(instruction: Instruction, origin: date | None) -> tuple[Flag, ...]:
    """Give the instruction's flags, and one more if its order was not in force at the origin."""
    order = order_named(instruction.order)
    if order is None or origin is None or order.is_in_force(origin):
        return instruction.flags
    return (*instruction.flags, "order-not-in-force")
