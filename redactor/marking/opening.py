"""What opens a marking: the level, and whose it is.

American levels and their words, letters spaced or not; levels of NATO, of foreign governments,
and of joint work; and forms in which a level and a control run together.
"""

from re import Match
from re import compile as pattern
from typing import Final, NamedTuple

from redactor.marking.ownership import AMERICAN, NATO, Ownership
from redactor.marking.register import (
    CODES,
    FOREIGN_WORDS,
    NATO_OPENINGS,
    OPENINGS,
    USA,
    Grade,
)
from redactor.marking.terms import TERMS, Term

_OPENING: Final = pattern(
    "(?P<word>"
    + "|".join(word.replace(" ", " +") for word in sorted(OPENINGS, key=len, reverse=True))
    + r")(?: *(?P<gap>//+|[/,-])|(?= )|$)"
)
_CLOSED: Final = {
    word.replace(" ", ""): word for word, opening in OPENINGS.items() if opening.use != "portion"
}
_SPACED: Final = pattern(r"[A-Z](?: {1,3}[A-Z])+(?![A-Z])")
_HYPHENED: Final = pattern(r"(?P<who>[A-Z]{3,4})-(?P<grade>TS|[SCRU])")
_FOREIGN: Final = pattern(r"/* *([^/]+)")
_LONGEST_CODE: Final = 4
OCR_SBU: Final = pattern(r"(?!SBU)[S5](?:B|8|13|I3)U")


class Opening(NamedTuple):
    """The part that opens a marking: the level, and whose it is."""

    start: int
    end: int
    text: str
    """Upper case, blanks single, slashes left out."""
    grade: Grade
    ownership: Ownership
    brings: tuple[Term, ...] = ()
    """Controls that the word holds within it: ``SRD``, ``SBU``, ``CTSA``."""
    unknown: tuple[str, ...] = ()
    """Codes of owners that the register does not know."""
    slashes: bool = False
    """Two slashes stand before it, as before every level that is not American."""


def read_opening(text: str, start: int, end: int) -> Opening | None:
    """Read what opens the marking."""
    if text.startswith(("//", "NATO ", "COSMIC "), start, end):
        return _open_foreign(text, start, end)
    if spaced := _open_spaced(text, start, end):
        return spaced
    if match := _OPENING.match(text, start, end):
        return _american(" ".join(match["word"].split()), start, match.end("word"))
    if match := _HYPHENED.fullmatch(text, start, end):
        return _open_hyphened(match)
    if OCR_SBU.fullmatch(text, start, end):
        return Opening(start, end, text[start:end], "U", AMERICAN, (TERMS["SBU"],))
    return None


def _open_spaced(text: str, start: int, end: int) -> Opening | None:
    """Read a level whose letters are spaced: ``S E C R E T``."""
    if not text.startswith(" ", start + 1):
        return None
    match = _SPACED.match(text, start, end)
    word = _CLOSED.get(match[0].replace(" ", "")) if match else None
    return _american(word, start, match.end()) if match and word else None


def _american(word: str, start: int, end: int) -> Opening:
    grade, brings, _ = OPENINGS[word]
    return Opening(start, end, word, grade, AMERICAN, tuple(TERMS[token] for token in brings))


def _open_hyphened(match: Match[str]) -> Opening | None:
    """Read ``GBR-C`` or ``FGI-C``: 32 CFR 2001.24(c)."""
    owner = match["who"]
    if owner != "FGI" and owner not in CODES:
        return None
    return Opening(*match.span(), match[0], FOREIGN_WORDS[match["grade"]], _foreign((owner,)))


def _open_foreign(text: str, start: int, end: int) -> Opening | None:
    match = _FOREIGN.match(text, start, end)
    words = tuple(match[1].split()) if match else ()
    read = _read_nato(words) or _read_joint(words) or _read_foreign(words)
    if match is None or read is None:
        return None
    grade, ownership, brings = read
    strange = tuple(code for code in sorted(ownership.owners) if code not in CODES)
    terms = tuple(TERMS[word] for word in brings)
    word, end = " ".join(words), match.end(1)
    slashes = text.startswith("//", start)
    return Opening(start, end, word, grade, ownership, terms, strange, slashes)


Read = tuple[Grade, Ownership, tuple[str, ...]]


def _read_nato(words: tuple[str, ...]) -> Read | None:
    found = NATO_OPENINGS.get(" ".join(words))
    if found is None:
        return None
    return found.grade, NATO, found.brings


def _read_joint(words: tuple[str, ...]) -> Read | None:
    """Read ``JOINT S GBR USA``; without a foreign owner it is American."""
    if words[:1] != ("JOINT",):
        return None
    for count in (2, 1):
        grade = FOREIGN_WORDS.get(" ".join(words[1 : 1 + count]))
        codes = frozenset(words[1 + count :]) - {USA}
        if grade is not None and all(map(is_code, codes)):
            return grade, Ownership("joint", codes) if codes else AMERICAN, ()
    return None


def _read_foreign(words: tuple[str, ...]) -> Read | None:
    """Read ``GBR S``, ``FRA GBR SECRET``, or ``FGI S`` where the owner is concealed."""
    for count in (2, 1):
        grade = FOREIGN_WORDS.get(" ".join(words[-count:]))
        codes = words[:-count]
        if grade is not None and codes and all(map(is_code, codes)):
            return grade, _foreign(codes), ()
    return None


def _foreign(codes: tuple[str, ...]) -> Ownership:
    named = frozenset(codes) - {"FGI"}
    return Ownership("foreign", named, concealed=not named)


def is_code(word: str) -> bool:
    """Tell whether a word has the shape of a country's or group's code."""
    return len(USA) <= len(word) <= _LONGEST_CODE and word.isalpha()
