"""Recognisers of the forms of 1953 to 1982: groups, GDS, ADS, XGDS, RDS and XDS.

The archive of 1973-79 holds them damaged (``6DS``) and shortened (``GS``, ``X1``).
"""

from redactor.declass.line import Line, Tail, day_flags, impossible, pattern, read_tail
from redactor.declass.model import Flag, Instruction, InstructionKind

_KINDS: dict[str, InstructionKind] = {
    "GDS": "gds", "ADS": "ads", "XGDS": "xgds", "RDS": "rds", "XDS": "xds",
}  # fmt: skip
_NUMBERED = frozenset({"XGDS", "RDS", "XDS"})
_CATEGORIES = frozenset("1234")
"""Of XGDS, E.O. 11652 sec. 5(B)."""
_NUMBERS = r"\d(?:(?:,|/|&| AND )\d(?![\d/-]))*(?![\d/])"
_SCHEDULE = (
    r"(?P<form>X?[G6]DS|ADS|RDS|XDS)"
    rf"(?:(?: ?- ?| ?\(|(?=\d)| (?=[1-4]$))(?P<numbers>{_NUMBERS})\)?)?(?P<tail>[ ,:].*)?"
)
_NAMED = r" ?\((?P<name>[A-Z][A-Z' -]{0,30}, ?[A-Z][A-Z.' -]{0,40})\)$"
_GROUP = (
    r"(?:GROUP|GRP|GP)[ -]?(?P<number>[1-4]|I{1,3}|IV)"
    r"(?:[ .:;,-]+(?:EXCLUDED|EXEMPT|DOWNGRAD\w{2,3}|DECLASSIFIED|AUTOMATIC)\b.*)?"
)
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}


def archive_code(line: Line) -> Instruction | None:
    """Read the archive's codes of its one order: ``GS`` for GDS, ``X1`` for XGDS-1."""
    if not line.is_archive:
        return None
    if line.value == "GS":
        return Instruction("gds", "", flags=("damaged-form",))
    if line.value == "RR":
        return Instruction("malformed", "", flags=("unknown-archive-code",))
    match = pattern(r"X-?([1-4])").fullmatch(line.value)
    return Instruction("xgds", "", codes=(f"XGDS-{match[1]}",)) if match else None


def schedule(line: Line) -> Instruction | None:
    """``GDS``, ``GDS 6/5/85 (SMITH, J.)``, ``XGDS-2``, ``RDS-4 6/5/99``, ``ADS`` with an event."""
    named = pattern(_NAMED).search(line.value)
    value = line.value[: named.start()] if named else line.value
    match = pattern(_SCHEDULE).fullmatch(value)
    if match is None:
        return None
    form = match["form"].replace("6", "G")
    numbers = pattern(r"\d").findall(match["numbers"] or "")
    tail = read_tail(match["tail"] or "", line.origin)
    if not _is_sound(form, numbers, tail):
        return Instruction("malformed", "")
    if tail is None or tail.is_impossible:
        return impossible()
    codes = tuple(f"{form}-{number}" for number in numbers)
    flags: tuple[Flag, ...] = ("damaged-form",) if "6" in match["form"] else ()
    return _made(form, tail, line, (codes, flags), named["name"] if named else None)


def _is_sound(form: str, numbers: list[str], tail: Tail | None) -> bool:
    """Tell whether numbers and tail are those of the form: only ADS names an event."""
    if tail is None or (tail.event and form != "ADS"):
        return False
    if form == "XGDS":
        return _CATEGORIES.issuperset(numbers)
    return form in _NUMBERED or not numbers


def _made(
    form: str,
    tail: Tail,
    line: Line,
    known: tuple[tuple[str, ...], tuple[Flag, ...]],
    name: str | None,
) -> Instruction:
    codes, flags = known
    kind = _KINDS[form]
    incomplete = kind in {"ads", "rds", "xds"} and tail.day is None and tail.event is None
    if incomplete:
        flags = (*flags, "incomplete-instruction")
    if kind == "rds":
        return Instruction(kind, "", codes=codes, review_on=tail.day, flags=flags, signed_by=name)
    flags = (*flags, *day_flags(tail.written, line.origin))
    return Instruction(
        kind, "", date=tail.day, codes=codes, event=tail.event, flags=flags, signed_by=name
    )


def group(line: Line) -> Instruction | None:
    """``GROUP 4``, with or without the words that say what the group means."""
    match = pattern(_GROUP).fullmatch(line.value)
    if match is None:
        return None
    number = _ROMAN.get(match["number"], match["number"])
    return Instruction("group", "", codes=(f"GROUP {number}",))
