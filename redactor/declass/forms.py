"""Recognisers of the plain forms: a day, an event, OADR, X-codes, N/A and their like.

Each takes a line laid bare and gives what it found, or ``None``.
"""

from redactor.declass.days import read_day
from redactor.declass.line import Line, day_flags, impossible, is_event, pattern
from redactor.declass.model import Instruction, InstructionKind

_NO_STROKES = str.maketrans("", "", "/\\.-()")
_CATEGORY = r"(?:FORMERLY RESTRICTED DATA|RESTRICTED DATA|RD|FRD|TFNI|NATO)"
_EXCLUDED = (
    r"(?:(?:N/?A|NOT APPLICABLE|EXEMPT)(?: TO| FOR)? )?"
    rf"{_CATEGORY}(?:(?:/|, ?(?:AND )?| AND | OR | ?& ?){_CATEGORY})*"
    r"(?: (?:PORTIONS?|DATA|INFORMATION))?(?:[.;,]? ?SEE\b.*)?"
)
_INDEFINITE: tuple[tuple[InstructionKind, str], ...] = (
    ("oadr", r"O\.?A\.?D\.?R|ORIGINATING AGENCY(?:'?S)? DETERMINATION REQUIRED"),
    ("manual-review", r"M\.?R|MANUAL REVIEW"),
    ("indefinite", r"(?:DCI|DNI|DCI/DNI) ONLY|INDEFINITE(?:LY)?"),
)
_X = r"(?:1\.6 ?(?:\(?D\)? ?)?)?X-?[1-8]"
_X_LIST = rf"{_X}(?:(?: ?[,/;&] ?| AND | ){_X})*"
_X_RANGE = r"X([1-8]) ?(?:-|TO|THROUGH|THRU) ?X([1-8])"
_CLAIM = r"(?:(?:ALREADY|AUTOMATICALLY|PREVIOUSLY) )?DECLASSIFIED\b"
_DAY_INSIDE = r"\b(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2} ?[A-Z]{3,9} ?\d{4}|\d{8})\b"
_TREATY = (
    r"SUBJECT TO (?:AN? |ANY )?(?:INTERNATIONAL )?(?:TREATY|AGREEMENT)"
    r"(?: (?:OR|AND) (?:INTERNATIONAL )?AGREEMENTS?)?"
)
_LEVEL = r"(?:(?P<c>CO|C|CONF|CONFIDENTIAL)|(?P<s>SE|S|SEC|SECRET))"
_DOWNGRADE = (
    rf"(?:DNG|DOWNGRADED?)[:.]?(?: ?TO)?:? ?{_LEVEL}"
    r"(?:[,:]? (?:ON )?(?P<day>\d.*|[A-Z]{3,9} \d.*))?"
)
_OPENING_WORDS = 3


def missing(line: Line) -> Instruction | None:
    """Nothing is written."""
    return None if line.value else Instruction("missing", "")


def claimed(line: Line) -> Instruction | None:
    """``DECLASSIFIED BY NARA 09/02/2009``: a claim to verify, never a day for declassification."""
    if pattern(_CLAIM).match(line.value) is None:
        return None
    days = pattern(_DAY_INSIDE).findall(line.value)
    written = read_day(days[-1], line.origin) if days else None
    return Instruction("claimed-declassified", "", claimed_on=written.day if written else None)


def excluded(line: Line) -> Instruction | None:
    """``N/A TO RD/FRD PORTIONS. SEE SOURCE LIST``: each portion follows the list."""
    plain = line.value.replace("[", "").replace("]", "")
    if pattern(_EXCLUDED).fullmatch(plain) is None:
        return None
    head = plain.partition(" SEE")[0]
    found = pattern(rf"\b{_CATEGORY}\b").findall(head)
    return Instruction("excluded", "", codes=tuple(dict.fromkeys(found)))


def not_applicable(line: Line) -> Instruction | None:
    """``N/A``, with its strokes anywhere."""
    bare = line.value.translate(_NO_STROKES)
    return Instruction("not-applicable", "") if bare in {"NA", "NOT APPLICABLE"} else None


def indefinite(line: Line) -> Instruction | None:
    """OADR, MR, DCI or DNI Only: no end is named."""
    for kind, words in _INDEFINITE:
        if pattern(words).fullmatch(line.value.replace("\u2019", "'")):
            return Instruction(kind, "")
    return None


def x_codes(line: Line) -> Instruction | None:
    """``X1, X5``, ``1.6X6``, ``X1-X8``: exemptions from the ten years of E.O. 12958."""
    span = pattern(_X_RANGE).fullmatch(line.value)
    if span:
        first, last = int(span[1]), int(span[2])
        codes = tuple(f"X{n}" for n in range(first, last + 1))
        return Instruction("x-code", "", codes=codes) if codes else None
    if pattern(_X_LIST).fullmatch(line.value) is None:
        return None
    numbers = pattern(r"X-?([1-8])").findall(line.value)
    return Instruction("x-code", "", codes=tuple(dict.fromkeys(f"X{n}" for n in numbers)))


def downgrade(line: Line) -> Instruction | None:
    """``DNG: CO 01/26/2021``: the level falls on that day; nothing is declassified."""
    match = pattern(_DOWNGRADE).fullmatch(line.value)
    if match is None:
        return None
    written = read_day(match["day"], line.origin) if match["day"] else None
    if match["day"] and written is None:
        return Instruction("malformed", "")
    if written and written.day is None:
        return impossible()
    return Instruction(
        "downgrade",
        "",
        flags=() if written else ("incomplete-instruction",),
        downgrade_to="C" if match["c"] else "S",
        downgrade_on=written.day if written else None,
    )


def treaty(line: Line) -> Instruction | None:
    """``SUBJECT TO TREATY OR INTERNATIONAL AGREEMENT``: no valid marking."""
    return Instruction("treaty", "") if pattern(_TREATY).fullmatch(line.value) else None


def a_date(line: Line) -> Instruction | None:
    """Read a day, alone."""
    written = read_day(line.value, line.origin)
    if written is None:
        return None
    if written.day is None:
        return impossible()
    return Instruction("date", "", date=written.day, flags=day_flags(written, line.origin))


def a_date_and_words(line: Line) -> Instruction | None:
    """Refuse a day with further words: they may change it."""
    words = line.value.split(" ", _OPENING_WORDS)
    for count in range(1, min(_OPENING_WORDS, len(words) - 1) + 1):
        if read_day(" ".join(words[:count]).rstrip(".,;:"), line.origin):
            return Instruction("malformed", "", flags=("words-after-value",))
    return None


def event(line: Line) -> Instruction | None:
    """Take any other plain words: the event that is to free the portion."""
    return Instruction("event", "", event=line.value) if is_event(line.value) else None
