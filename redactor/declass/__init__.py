"""Stage 2, clock: on what day a portion frees, and why.

In: a ``Cable`` and an explicit as-of day. Out: the instruction understood, and a ``Status`` for
the cable and for each paragraph. Knows nothing of policy.
"""

from redactor.declass.clock import date_cable, status_of
from redactor.declass.days import automatic_day, year_end
from redactor.declass.instruction import parse_instruction
from redactor.declass.model import DatedCable, Instruction, InstructionKind, Status, StatusName
from redactor.declass.tables import is_atomic

__all__ = [
    "DatedCable",
    "Instruction",
    "InstructionKind",
    "Status",
    "StatusName",
    "automatic_day",
    "date_cable",
    "is_atomic",
    "parse_instruction",
    "status_of",
    "year_end",
]
