"""The surname that closes a telegram: alone on the last line, or glued to the last sentence.

A name that is not recognised stays text and is withheld with its paragraph: that is the safe
side, so every doubt speaks against a signature.
"""

import re
from typing import NamedTuple

from redactor.cable.banner import read_banner
from redactor.cable.rows import RULE, Row, Rows

_NAME = re.compile(
    r"[\"'“=–-]{0,3}[A-Z][A-Za-z'’.-]{1,20}(?:[ /][A-Z][A-Za-z'’.-]{0,20}){0,2}"
    r"(?:, ?[A-Z]\.?)?(?: ?\((?:ACTING|A\.I\.)\))?[\"'”]?(?:#{1,6}\d{0,6})?",
)
_TITLED = re.compile(r"\((?:acting|a\.i\.)\)#{0,6}$", re.IGNORECASE)
_GLUED = re.compile(
    r"[.!?][\"'”’)]{0,2}\s{1,4}"
    r"(?P<name>[A-Z][A-Z'’-]{2,20}(?: [A-Z][A-Z'’-]{1,20})?(?:#{1,6}\d{0,6})?)$"
)
_GLUED_WIDTH = 64
_FINISHED = re.compile(r"[.!?][\"'”’)\]]{0,2}$")
_GOES_ON = (":", ";", ",", "-", "–", "—")
"""What announces more: a name below it belongs to the sentence."""
_FEWEST_LETTERS = 3
_NOT_NAMES = re.compile(
    r"\b(?:END|SUMMARY|COMMENT|TEXT|BEGIN|NOTE|QUOTE|UNQUOTE|EMBASSY|CONSULATE|MISSION|ANNEX"
    r"|ENCLOSURE|ATTACHMENT|REGARDS|INTRODUCTION|CONCLUSION|BACKGROUND|SIPDIS|NOFORN|MINIMIZE"
    r"|SECTION|CABLE|MESSAGE|THE|AND|FOR|WITH|UNCLAS)\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"\bCLASSIFIED\s+BY\b", re.IGNORECASE)
_LOOK_BACK = 120
"""Who classified a cable often signs it: there the name is no acronym."""
_CLOSED = re.compile(r"\bEND (?:OF )?[A-Z' ]{3,30}[.)]?$|^MINIMIZE CONSIDERED$", re.IGNORECASE)
"""The last words of a summary, comment or quotation: nothing is unfinished after them."""


class Signed(NamedTuple):
    """The rows above a signature, and it."""

    above: Rows
    name: Row
    finding: str | None
    """The code of the guess that was made, if one was."""


def take_signature(rows: Rows, text: str, known: frozenset[str]) -> Signed | None:
    """Take the signature from the last row, or ``None``.

    ``known`` holds words in capitals that are no surname here: the cable's own posts and TAGS.
    """
    last = rows[-1]
    if is_name(last.text) and last.text.strip("#").upper() not in known:
        return _alone(rows, text) if len(rows) > 1 else None
    glued = _GLUED.search(last.text, max(0, len(last.text) - _GLUED_WIDTH))
    if glued is None or last.text.isupper():
        return None
    at = last.start + glued.start("name")
    if not _is_surname(glued["name"], text[rows.starts[0] : at], known):
        return None
    front = last.text[: glued.start("name")].rstrip()
    above = rows[:]
    above.texts[-1] = front
    name = Row(glued["name"], at, last.stop, after_blank=False)
    return Signed(above, name, "signature-parted")


def is_name(line: str) -> bool:
    """Tell whether a line can be a name, and nothing that closes texts or pages."""
    shaped = _NAME.fullmatch(_TITLED.sub("", line).rstrip())
    return shaped is not None and not _NOT_NAMES.search(line) and read_banner(line) is None


def _alone(rows: Rows, text: str) -> Signed | None:
    """Read a name on a line of its own, below a finished sentence or, with doubt, any other."""
    last, above = rows[-1], rows[-2]
    if _is_finished(above):
        return Signed(rows[:-1], last, None)
    if above.text.endswith(_GOES_ON):
        return None
    is_apart = last.after_blank and last.text.isupper() and not above.text.isupper()
    if not (is_apart and _is_surname(last.text, text[rows.starts[0] : last.start], frozenset())):
        return None
    return Signed(rows[:-1], last, "signature-guessed")


def _is_finished(above: Row) -> bool:
    """Tell whether a text ends: with its sentence, a rule, or the words that close a part."""
    if RULE.fullmatch(above.text) or _FINISHED.search(above.text[-4:]):
        return True
    return _CLOSED.search(above.text[-_GLUED_WIDTH:]) is not None


def _is_surname(word: str, before: str, known: frozenset[str]) -> bool:
    """Tell whether a word in capitals can be a surname: no acronym that the text uses too."""
    name = word.partition("#")[0]
    if len(name) < _FEWEST_LETTERS or name in known or _NOT_NAMES.search(name):
        return False
    if read_banner(name) is not None:
        return False
    return all(
        _AUTHORITY.search(before, max(0, use.start() - _LOOK_BACK), use.start())
        for use in re.finditer(rf"\b{re.escape(name)}\b", before)
    )


def name_of(row: Row) -> str | None:
    """Give the name of a signature row, without the label of a SMART cable or end marks."""
    label, colon, value = row.text.partition(":")
    name = value if colon else label
    return re.sub(r"#+\d*$", "", name).strip() or None
