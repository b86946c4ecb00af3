"""The recogniser of exemptions from automatic declassification: 25X, 50X and 75X."""

from redactor.declass.law import law
from redactor.declass.line import Line, Tail, day_flags, impossible, pattern, read_tail
from redactor.declass.model import Flag, Instruction, InstructionKind

_CODE = r"(?:(?:25|50|75)X ?[1-9](?!\d)(?:(?: ?- ?| )(?:HUMAN|HUM|WMD)\b)?)"
_EXEMPTION = rf"(?P<codes>{_CODE}(?:(?: ?[,/;&] ?| AND | ){_CODE})*)(?P<tail>[ ,:;.].*)?"
_ORDER = r"[ ,;]*E\.? ?O\.? ?(\d{5})"
_SPANS = {"50X1-HUM", "50X2-WMD"}
"""Codes whose span is in their name."""
_OBSOLETE = {"25X1-HUM", "25X1-HUMAN"}


def exemption(line: Line) -> Instruction | None:
    """``25X1, 20481231``, ``50X1-HUM``, ``25X1, EO 12951``, ``25X6, UPON AN EVENT``."""
    match = pattern(_EXEMPTION).fullmatch(line.value)
    if match is None:
        return None
    written = pattern(_CODE).findall(match["codes"])
    codes = ["-".join(code.replace("X ", "X").replace("-", " ").split()) for code in written]
    order = pattern(_ORDER).fullmatch(match["tail"] or "")
    imagery = order is not None and order[1] == law().imagery_order
    tail = Tail() if imagery else read_tail(match["tail"] or "", line.origin)
    if tail is None or not all(map(_is_known, codes)):
        return Instruction("malformed", "")
    if tail.is_impossible:
        return impossible()
    counted = tuple(dict.fromkeys("50X1-HUM" if code in _OBSOLETE else code for code in codes))
    flags: list[Flag] = ["obsolete-marking"] if _OBSOLETE.intersection(codes) else []
    flags += ["mixed-exemptions"] if len({code[:2] for code in counted}) > 1 else []
    flags += ["imagery-order"] if imagery else []
    flags += day_flags(tail.written, line.origin)
    return Instruction(
        _kind(counted), "", date=tail.day, codes=counted, event=tail.event, flags=tuple(flags)
    )


def _is_known(code: str) -> bool:
    return "-" not in code or code in _SPANS or code in _OBSOLETE


def _kind(codes: tuple[str, ...]) -> InstructionKind:
    """Tell the class that counts: of several, the longest, 32 CFR 2001.22(e)(4)."""
    if any(code.startswith("75") for code in codes):
        return "exemption-75x"
    if any(code.startswith("50") for code in codes):
        return "exemption-50x"
    return "exemption-25x"
