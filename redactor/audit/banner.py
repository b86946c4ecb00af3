"""The banner of the source: what every page for people that holds withheld text must bear.

A portion can stand above its cable's banner (14 of 1,295 real cables do), and its control may
be missing there, so the banner is rolled up from the cable and its portions. The order of the
parts, and what falls away in a classified banner, is that of the IC Markings Register (2016).
"""

from redactor.cable import LEVELS, Cable, Level

_WORDS: dict[Level, str] = {
    "U": "UNCLASSIFIED",
    "C": "CONFIDENTIAL",
    "S": "SECRET",
    "TS": "TOP SECRET",
}
UNREAD = "CLASSIFICATION NOT READ: PROTECT AS TOP SECRET"
"""Stands where no level could be told."""

_ORDER = (
    frozenset({"HCS", "SI", "TK", "RSV", "KDK", "G", "COMINT"}),  # compartments
    frozenset({"SAR"}),  # special access
    frozenset({"RD", "FRD", "TFNI", "CNWDI", "DCNI", "UCNI"}),  # atomic energy
    frozenset({"FGI", "NATO", "ATOMAL", "BOHEMIA", "BALK"}),  # foreign governments
    frozenset[str](),  # dissemination: all others, unknown ones too
    frozenset({"LIMDIS", "EXDIS", "NODIS", "STADIS", "SBU", "LES", "SSI"}),  # other agencies'
)
_DISSEMINATION = 4
_ADMINISTRATIVE = frozenset({"SBU", "FOUO", "LOU", "LIMDIS"})


def level_of(cable: Cable) -> Level | None:
    """Give the highest level of the cable and its portions; ``None`` when it could not be read."""
    if cable.level is None:
        return None
    portions = (part.effective_level or part.marking.level for part in cable.paragraphs)
    found = {cable.level, *portions}
    return max((level for level in found if level), key=LEVELS.index)


def banner(cable: Cable) -> str:
    """Give the banner words: ``SECRET//NOFORN``."""
    level = level_of(cable)
    if level is None:
        return UNREAD
    controls = _controls(cable, level)
    groups = [[word for word in controls if _place(word) == i] for i in range(len(_ORDER))]
    return "//".join([_WORDS[level], *("/".join(group) for group in groups if group)])


def _controls(cable: Cable, level: Level) -> list[str]:
    """Give the control words of the cable and its portions, each once, as first met."""
    marks = (mark for part in cable.paragraphs for mark in (part.marking, *part.marks_inside))
    found = dict.fromkeys([*cable.controls, *(word for mark in marks for word in mark.controls)])
    if level != "U":
        found = {word: None for word in found if word not in _ADMINISTRATIVE}
    if "NOFORN" in found:
        found = {word: None for word in found if not word.startswith("REL")}
    return list(found)


def _place(control: str) -> int:
    stem = control.split("-", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    return next((i for i, words in enumerate(_ORDER) if stem in words), _DISSEMINATION)
