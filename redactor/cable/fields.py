"""The values of the head's fields: instruction, TAGS, references, the authority line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from redactor.cable.vocabulary import unique

_ORDER = re.compile(
    r"(?:E\.?\s{0,2}[O0]\.?|EXECUTIVE ORDER)\s{0,2}:?\s{0,12}(?P<order>\d{4,5}(?!\d))?"
    r"\s{0,2}[:.;,]?\s*(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)
KNOWN_ORDERS = frozenset(
    {"10501", "10964", "11652", "12065", "12356", "12951", "12958", "13292", "13526"}
)
"""Executive orders on classification that a cable can name."""

_LINK = re.compile(r"\[([^\[\]]{0,80})\]\([^()]{0,200}\)")
_NAME = re.compile(r"\([^()]{0,80}\)")
_TAG = re.compile(r"[A-Z][A-Z0-9_-]+", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:TAGS?|SUBJ(?:ECT)?|REF(?:TELS?|S|\(S\)|ERENCES?)?)(?!\w)\)?\s{0,3}[:;.-]?\s*",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?:(?<=\s)|^)[¶\ufffd1]?\(?([A-Z])[.)](?=[\s(A-Z0-9])\s{0,4}(?:\(\1\)\s{0,4})?", re.IGNORECASE
)
_BETWEEN_REFS = re.compile(r"\s*;\s*|\s*,\s+(?=(?:\d{2}\s?)?[A-Z][A-Z ]{1,30}\d)")

_SECTION_OF_ORDER = re.compile(r"1\s?[.,]\s?[2-6]")
_REASON = re.compile(r"\b(?:REA?S?ONS?|REAS)\b(?:\(S\))?[\s:.]*", re.IGNORECASE)
_WORDS = re.compile(r"[A-Z]+|\d+|\.\s", re.IGNORECASE)
_REASONS_WIDTH = 80
_MARKS = ",.:;()"
_LETTERS = re.compile(r"a?b?c?d?e?f?g?h?")
_LINKING = frozenset({"and", "or", "para", "paras", "section", "sections", "sec"})
_BROKEN = frozenset(
    {
        "AFFAIRS", "AMBASSADOR", "AND", "ASSISTANT", "CHARGE", "CLASSIFICATION", "CLASSIFIED",
        "CONSUL", "FOR",
        "CONSULAR", "COUNSELLOR", "COUNSELOR", "DECLASSIFIED", "DECLASSIFY", "DEPUTY", "DERIVED",
        "DIRECTOR", "ECONOMIC", "EMBASSY", "GENERAL", "MILITARY", "MINISTER", "MISSION",
        "MULTIPLE", "OFFICER", "PERMANENT", "POLITICAL", "PRINCIPAL", "REASON", "REASONS",
        "REPRESENTATIVE", "SECRETARY", "SECTION", "SOURCES",
    }
)  # fmt: skip
"""Words of an authority line that a hard wrap may have cut in two."""


class Instruction(NamedTuple):
    """The E.O. line, taken apart."""

    order: str | None
    text: str


def read_instruction(text: str) -> Instruction:
    """Take an E.O. line (or a bare DECLASSIFY ON line) apart; the wrap is already undone."""
    match = _ORDER.match(text)
    if match is None:
        return Instruction(None, text.strip())
    return Instruction(match["order"], match["text"].strip())


def after_label(text: str) -> str:
    """Give what follows the label of a field: ``SUBJECT: X`` gives ``X``."""
    label = _LABEL.match(text)
    return text[label.end() :].strip() if label else text.strip()


def unwrap(lines: Iterable[str]) -> str:
    """Join wrapped lines with one blank each."""
    return " ".join(" ".join(lines).split())


def unwrap_authority(lines: Sequence[str]) -> str:
    """Join the lines of an authority line, and words of its vocabulary that the wrap broke."""
    text = ""
    for line in lines:
        text += line if is_broken(text, line) else f" {line}"
    return " ".join(text.split())


def is_broken(above: str, below: str) -> bool:
    """Tell whether a line end cuts a word of the authority line in two: ``REASO`` / ``NS``."""
    last, first = above.rpartition(" ")[2].upper(), below.partition(" ")[0].upper()
    if not last or (last in _BROKEN and first.strip(_MARKS) != "S"):
        return False
    return (last + first).strip(_MARKS) in _BROKEN


def without_links(text: str) -> str:
    """Give the words of a text in which a web page left its links: ``[PREL](#)``."""
    return _LINK.sub(r"\1", text)


def read_tags(text: str) -> tuple[str, ...]:
    """Read the TAGS codes, without label, links, doubles, or the names in parentheses."""
    plain = _NAME.sub(" ", without_links(text))
    return unique(tag.upper() for tag in _TAG.findall(after_label(plain)))


def read_refs(text: str) -> tuple[str, ...]:
    """Read references, split at their keys ``A. B. C.`` in sequence, or at commas."""
    body = after_label(without_links(text))
    cuts = list(_keys(body))
    if not cuts:
        return tuple(part for part in _BETWEEN_REFS.split(body) if part)
    parts = [body[: cuts[0][0]]]
    parts += [
        body[end : cuts[i + 1][0] if i + 1 < len(cuts) else len(body)]
        for i, (_, end) in enumerate(cuts)
    ]
    return tuple(part for part in (part.strip(" ,;") for part in parts) if part)


def _keys(body: str) -> Iterator[tuple[int, int]]:
    expected = "A"
    for match in _KEY.finditer(body):
        if match[1].upper() == expected:
            yield match.span()
            expected = chr(ord(expected) + 1)


def read_reasons(text: str) -> tuple[str, ...]:
    """Read the reason letters of an authority line: ``1.4 (b) and (d)``, ``1.5 B,D``."""
    starts = [match.end() for match in _SECTION_OF_ORDER.finditer(text)]
    if not starts:
        starts = [match.end() for match in _REASON.finditer(text)]
    return tuple(sorted({letter for start in starts for letter in _letters(text, start)}))


def _letters(text: str, start: int) -> Iterator[str]:
    """Give the letters that follow, up to the first other word or the sentence's end."""
    for match in _WORDS.finditer(text.rstrip(" ."), start, start + _REASONS_WIDTH):
        word = match[0].lower()
        if word in _LINKING:
            continue
        if not _LETTERS.fullmatch(word):
            return
        yield from word
