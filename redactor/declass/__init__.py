"""Stage 2, clock: on what day a portion frees, and why.

In: a ``Cable`` and an explicit as-of day. Out: the instruction understood, and a ``Status`` for
the cable and for each paragraph. Knows nothing of policy.
"""

from redactor.declass.clock import date_cable, status_of
from redactor.declass.instruction import parse_instruction
from redactor.declass.model import DatedCable, Instruction, InstructionKind, Status, StatusName

__all__ = [
    "DatedCable",
    "Instruction",
    "InstructionKind",
    "Status",
    "StatusName",
    "date_cable",
    "parse_instruction",
    "status_of",
]
