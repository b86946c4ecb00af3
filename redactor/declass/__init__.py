"""Stage 2, clock: on what day a portion frees, and why.

In: a ``Cable``, an explicit as-of day, and the facts that people attest. Out: the instruction
understood, and a ``Status`` for the cable and for each paragraph. Knows nothing of policy.

The law itself is ``law.toml``: orders, spans of years, citations, and what each flag means.
"""

from redactor.declass.clock import date_cable, status_of, status_within
from redactor.declass.compare import Change, Comparison, compare
from redactor.declass.days import automatic_day, year_end
from redactor.declass.facts import NO_FACTS, Delay, DelayKind, Extension, Facts
from redactor.declass.forecast import Forecast, Freeing, Portion, forecast
from redactor.declass.instruction import parse_instruction
from redactor.declass.law import LawError, flag_meaning, is_atomic
from redactor.declass.model import (
    DatedCable,
    Flag,
    Instruction,
    InstructionKind,
    RuleName,
    Status,
    StatusName,
)

__all__ = [
    "NO_FACTS",
    "Change",
    "Comparison",
    "DatedCable",
    "Delay",
    "DelayKind",
    "Extension",
    "Facts",
    "Flag",
    "Forecast",
    "Freeing",
    "Instruction",
    "InstructionKind",
    "LawError",
    "Portion",
    "RuleName",
    "Status",
    "StatusName",
    "automatic_day",
    "compare",
    "date_cable",
    "flag_meaning",
    "forecast",
    "is_atomic",
    "parse_instruction",
    "status_of",
    "status_within",
    "year_end",
]
