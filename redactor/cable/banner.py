"""The classification line, letter-spaced and damaged as it comes, and caption lines."""

import re
from typing import NamedTuple

from redactor.cable.vocabulary import (
    CAPTIONS,
    CONTROL_CAPTIONS,
    LEVEL_WORDS,
    LONG_OPENINGS,
    shorten,
    unique,
)
from redactor.marking import Level, read_controls

_MISREAD = {"O": "[O0]", "I": "[I1L]"}
"""Letters that copies turn into figures."""


def _spaced(words: str) -> str:
    letters = (_MISREAD.get(letter, letter) for letter in words.replace(" ", ""))
    return r"[\s.*_~-]{0,3}".join(letters)


_WORDS = (
    "TOP SECRET", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "UNCLAS", "LIMITED OFFICIAL USE",
    "SENSITIVE BUT UNCLASSIFIED", "SBU",
)  # fmt: skip
_CLASS = r"[(\"'*_~ -]{0,4}(?:" + "|".join(f"({_spaced(word)})" for word in _WORDS) + ")"
_CLASS_OPENINGS = frozenset("TSCULtscul\u017f(\"'*_~ -")
"""What a class line can open with; a long s is an S where case does not count."""
_LEVEL = re.compile(_CLASS + "(?![A-Za-z])", re.IGNORECASE)
_GLUED_LEVEL = re.compile(_CLASS, re.IGNORECASE)
_SECTION = re.compile(
    r"(?:FINAL\s+)?SECTION\s+(\d{1,3}\s+)?OF\s+(?:\d{1,3}\b|(?=[A-Z]))", re.IGNORECASE
)
_CLOSE_UP = re.compile(
    r"(?<![A-Z])(?:"
    + "|".join(
        f"({' '.join(word)})"
        for word in ("NOFORN", "EXDIS", "NODIS", "LIMDIS", "SENSITIVE", "EFTO", "SIPDIS")
    )
    + r")(?![A-Z])"
)
"""Handling words with their letters spaced."""
_CORRECTED = re.compile(_spaced("CORRECTED COPY"), re.IGNORECASE)
_UNTIL = r"MR|OADR|X[1-8]|(?:25|50|75)X\d(?:-[A-Z]{3})?|\d{8}"
"""Values for declassification with which banners ended before 2008 (CAPCO 2016, table 8)."""
_HANDLING = re.compile(
    rf"[/,;()\s.*-]*(?:(?P<until>{_UNTIL})|(?P<caption>EFTO|SENSITIVE|SIPDIS|STADIS)"
    r"|(?P<control>FOR OFFICIAL USE ONLY|FOUO|SBU|NOFORN|NF|EXDIS|NODIS|LIMDIS|ORCON"
    r"|RD|FRD|TFNI|CNWDI"
    r"|REL(?: TO)? [A-Z]{3,4}(?:, ?[A-Z]{3,4}| [A-Z]{3,4}(?=\s*(?:/|,|$)))*(?=\s|/|$)"
    r"|FGI(?: [A-Z]{3,4})*(?=\s*(?:/|$))"
    r"|[A-Z][A-Z0-9 ,-]{0,40}?(?=/|$)))(?![A-Z0-9])"
)
_NAMED = re.compile(r"[/()\s-]*(?P<post>[A-Z][A-Z .'/-]{0,60}?)\s{1,12}(?P<number>\d{3,8})")
_NOT_POST = re.compile(r"SECTION|SECRET|NOFORN|CONFIDENTIAL")
_LONGEST_NAME = 31
_MOST_CAPTIONS = 24


class Banner(NamedTuple):
    """What a classification line says."""

    level: Level
    controls: tuple[str, ...]
    captions: tuple[str, ...]
    post: str | None
    number: str | None
    section: int | None

    @property
    def names_cable(self) -> bool:
        """Tell whether it bears the post's name and number, as a telegram's own line does."""
        return self.number is not None


def read_banner(line: str) -> Banner | None:
    """Read a line that is a classification line from end to end, or ``None``."""
    match = _LEVEL.match(line) if line[:1] in _CLASS_OPENINGS else None
    if match is None or match.lastindex is None:
        return None
    level, brought = LEVEL_WORDS[_WORDS[match.lastindex - 1]]
    rest = _CORRECTED.sub("", line[match.end() :]).upper().strip()
    if line.startswith("("):
        rest = rest.removesuffix(")")
    rest, section = _take_section(rest)
    rest = shorten(_CLOSE_UP.sub(lambda spaced: spaced[0].replace(" ", ""), rest))
    captions, controls, at = _take_handling(rest)
    post = number = None
    named = _NAMED.match(rest, at)
    words, name = _split_name(named["post"]) if named else ((), "")
    if named is not None and len(name) <= _LONGEST_NAME and not _NOT_POST.search(name):
        post, number, at = name or None, named["number"], named.end()
        further = _take_tail(rest[at:])
        if further is None:
            return None
        captions = unique((*captions, *words, *further[0]))
        controls = unique((*controls, *_restricting(words), *further[1]))
    elif rest[at:].strip("() -*_~\"'"):
        return None
    return Banner(level, unique((*brought, *controls)), captions, post, number, section)


_SPACED_LETTERS = 3
"""So many letters apart from each other show a class word, whatever follows it."""
_LONGEST_REST = 48
_NUMBER = re.compile(r"(?P<post>[A-Z][A-Z .'-]{0,30}?)?\s{0,4}(?P<number>\d{3,8})(?!\d)")
_RESTRICTING = re.compile(r"\b(?:NOFORN|NF|EXDIS|NODIS|LIMDIS|ORCON|FGI|FOUO|RD|FRD|TFNI|CNWDI)\b")


def read_damaged_banner(line: str, post: str | None) -> Banner | None:
    """Read a short line that opens with a class word, but is no whole classification line.

    Letters set apart are unmistakable. A solid word counts when the name of the sender's
    ``post`` follows, even glued to it: ``SECRETZENDA 000641``.
    """
    match = _GLUED_LEVEL.match(line) if line[:1] in _CLASS_OPENINGS else None
    if match is None or match.lastindex is None or len(line) > match.end() + _LONGEST_REST:
        return None
    rest = line[match.end() :].strip().upper()
    follows = post is not None and rest.startswith(post)
    apart = sum(len(token) == 1 for token in match[0].split())
    if not follows and (apart < _SPACED_LETTERS or not line.isupper()):
        return None
    if whole := read_banner(f"{match[0]} {rest}"):
        return whole
    level, brought = LEVEL_WORDS[_WORDS[match.lastindex - 1]]
    rest = shorten(_CLOSE_UP.sub(lambda spaced: spaced[0].replace(" ", ""), rest))
    controls = read_controls("/".join(_RESTRICTING.findall(rest))).words
    named = _NUMBER.search(rest)
    name = post if follows else named["post"] if named else None
    return Banner(level, (*brought, *controls), (), name, named["number"] if named else None, None)


def is_broken_class(line: str) -> bool:
    """Tell whether blanks stand in the class word as they should not: ``SE C R E T``."""
    match = _LEVEL.match(line)
    if match is None:
        return False
    words = match[0].strip("(").upper().replace("-", " ").split()
    if any(not word.isalpha() for word in words):
        return True
    return " ".join(words) not in _WORDS and any(len(word) > 1 for word in words)


_ASIDE = re.compile(r"\([^()]{0,40}\)|/\d{1,2}\b|\b\d{1,2} OF \d{1,2}\b")


_PASSED_ON = re.compile(r"(?<=\s)(?:DEPT|DEPARTMENT|STATE)\s+(?:ALSO\s+)?(?:FOR|PASS)\b.*")
"""To whom the cable is to be shown: it may follow the captions on their line."""


def _take_tail(rest: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Read captions and controls after the number; ``None`` when other words stand there."""
    tail = _ASIDE.sub(" ", rest)
    for aside in _ASIDE.findall(rest):
        tail += f" {aside.strip('()')}" if read_captions(aside) else ""
    if not tail.strip():
        return (), ()
    found = read_captions(tail)
    if found is None:
        return ((), ()) if not _PASSED_ON.sub("", tail).strip() else None
    return found, _restricting(found)


def _restricting(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word in CONTROL_CAPTIONS)


def _split_name(name: str) -> tuple[tuple[str, ...], str]:
    """Part the captions that stand before a post's name from it: ``CHEROKEE NODIS ZENDA``."""
    words = name.split()
    plain = name.translate(_BETWEEN).split()
    if len(words) != len(plain):
        words = plain
    found: list[str] = []
    at = cut = 0
    while at < len(plain):
        taken = _caption_at(plain, at)
        at += taken[1] if taken else 1
        if taken:
            found.append(taken[0])
            cut = at
    rest = " ".join(words[cut:])
    if not rest and not _restricting(tuple(found)):
        return (), name
    return tuple(found), rest if found else name


def _take_section(rest: str) -> tuple[str, int | None]:
    match = _SECTION.search(rest)
    if match is None:
        return rest, None
    section = int(match[1]) if match[1] else None
    return f"{rest[: match.start()]} {rest[match.end() :]}".strip(), section


def _take_handling(rest: str) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Take captions and controls from the front; give them, and where they end."""
    captions: list[str] = []
    controls: list[str] = []
    at = 0
    while match := _HANDLING.match(rest, at):
        if match["control"]:
            read = read_controls(match["control"])
            if not (read.known or match["control"].startswith("REL")):
                break
            controls += read.words
        elif match["caption"]:
            captions.append(match["caption"])
        at = match.end()
    captions += [word for word in controls if word in {"EXDIS", "NODIS", "LIMDIS"}]
    return unique(captions), unique(controls), at


_BETWEEN = str.maketrans(dict.fromkeys("/,.;:()-", " "))
_CONTROL_WORD = re.compile(
    r"\b(?:NOFORN|EXDIS|NODIS|LIMDIS|ORCON|STADIS|FRD|RD|TFNI|CNWDI|ROGER CHANNEL|CHEROKEE)\b"
)
_MOST_WORDS = 16


def read_captions(line: str) -> tuple[str, ...] | None:
    """Read a line that holds captions only, or ``None``. Spaced letters are closed up."""
    if line in CAPTIONS:
        return (line,)
    line = line.upper().removeprefix("DISTRIBUTION:")
    if opening_of(line) not in _OPENINGS:
        return None
    line = shorten(line)
    further = passed[0] if (passed := _PASSED_ON.search(line)) else ""
    words = _PASSED_ON.sub("", line).translate(_BETWEEN).split()
    if not words or len(words) > _MOST_CAPTIONS:
        return None
    found: list[str] = []
    at = 0
    while at < len(words):
        taken = _caption_at(words, at)
        if taken is None:
            return None
        found.append(taken[0])
        at += taken[1]
    return unique((*found, *_CONTROL_WORD.findall(further)))


def read_doubtful_captions(line: str) -> tuple[str, ...]:
    """Give the restrictions that a short line of capitals holds among words that are not known.

    ``EXDIS - CAPTAIN`` restricts as ``EXDIS`` does.
    """
    if not line.isupper() or len(line.split()) > _MOST_WORDS:
        return ()
    return unique(_CONTROL_WORD.findall(shorten(line)))


def opening_of(line: str) -> str:
    """Give the first two letters of a line in capitals, whatever stands around them."""
    return "".join(line.translate(_BETWEEN).split())[:2]


_CLOSED = {caption.replace(" ", ""): caption for caption in CAPTIONS}
_LONGEST = max(map(len, _CLOSED))
_OPENINGS = frozenset(word[:2] for word in (*_CLOSED, *LONG_OPENINGS))
"""How caption lines open; for speed alone."""


def _caption_at(words: list[str], at: int) -> tuple[str, int] | None:
    """Give the longest caption that starts at word ``at``, and how many words it takes."""
    best: tuple[str, int] | None = None
    joined = ""
    for count, word in enumerate(words[at:], 1):
        joined += word
        if len(joined) > _LONGEST:
            break
        if joined in _CLOSED:
            best = (_CLOSED[joined], count)
    return best
