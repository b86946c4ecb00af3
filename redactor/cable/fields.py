"""The values of the head's fields: instruction, TAGS, references, the authority line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from redactor.cable.vocabulary import unique

_ORDER = re.compile(
    r"(?:\([^()]{1,6}\)\s{0,3})?(?:E[.,]{0,2}\s{0,2}[O0][.,]{0,2}|EXECUTIVE ORDER|(?=1\d{4}\s?:))"
    r"\s{0,2}[:#-]?\s{0,12}(?P<order>\d{4,5}(?!\d))?"
    r"\s{0,2}[:.;,]?\s*(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MARK_BEFORE = re.compile(r"\A\([^()]{1,6}\)\s{0,3}")
KNOWN_ORDERS = frozenset(
    {"10501", "10964", "11652", "12065", "12356", "12951", "12958", "13292", "13526"}
)
"""Executive orders on classification that a cable can name."""

_LINK = re.compile(r"\[([^\[\]]{0,80})\]\([^()]{0,200}\)")
_NAME = re.compile(r"\([^()]{0,80}\)|\[[^\[\],]{1,40},[^\[\]]{0,40}\]")
"""A visitor's name beside OVIP: in parentheses, or with a comma in brackets."""
_NOT_TAGS = frozenset({"AND"})
_TAG = re.compile(r"[A-Z][A-Z0-9_-]+", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:\([^()]{1,8}\)\s{0,3})?(?:TAGS?|SUBJ(?:ECT)?|REF(?:TELS?|S|\(S\)|ERENCES?)?)(?!\w)\)?\s{0,3}[:;.-]?\s*",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?:(?P<line>^[ \t]{0,16})|(?<=\s))[¶\ufffd1]?\(?(?P<key>[A-Z])(?:[.):]|\s?[-–](?=\s))"
    r"(?=[\s(A-Z0-9])\s{0,4}(?:\(?(?P=key)[.)]\s{0,4})?",
    re.IGNORECASE | re.MULTILINE,
)
_FIGURE = re.compile(r"^[ \t]{0,16}\(?(?P<key>[1-9])[.)]\s{1,4}", re.MULTILINE)
_BETWEEN_REFS = re.compile(r"\s*;\s*|\s*,\s+(?=(?:(?:19|20)?\d{2}\s?)?[A-Z][A-Z '/-]{1,30}\d)")
_WHOLE_REF = re.compile(r"(?:(?:19|20)?\d{2}\s)?[A-Z]{2}[A-Z0-9 .'/()-]{0,60}[\d)]")
_REF_ROW = re.compile(r"[¶\ufffd1]?(?P<open>\(?)(?P<key>[A-Z])[.)]\s", re.IGNORECASE)
_MARK_LETTERS = frozenset("CSU")

_SECTION_OF_ORDER = re.compile(r"1\s?[.,]\s?[2-6]")
_REASON = re.compile(r"\bREA?S\b[\s:.]*|\bRE[AS]{1,3}[NOS]{2,4}\b(?:\(S\))?[\s:.]*", re.IGNORECASE)
_WORDS = re.compile(r"[A-Z]+|\d+|\.\s|[-–]", re.IGNORECASE)
_REASONS_WIDTH = 80
_MARKS = ",.:;()"
_LONGEST_WORD = 40
_LETTERS = re.compile(r"a?b?c?d?e?f?g?h?")
_LINKING = frozenset({"an", "and", "or", "para", "paras", "section", "sections", "sec", "14", "15"})
"""Words between reasons; a section's number can have lost its stop."""
_RANGE = frozenset({"-", "–", "to", "thru", "through"})
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
        return Instruction(None, _MARK_BEFORE.sub("", text).strip())
    return Instruction(match["order"], match["text"].strip())


def after_label(text: str) -> str:
    """Give what follows the label of a field: ``SUBJECT: X`` gives ``X``."""
    text = text.strip()
    label = _LABEL.match(text)
    return text[label.end() :].strip() if label else text


def unwrap(lines: Iterable[str]) -> str:
    """Join wrapped lines with one blank each."""
    return " ".join(" ".join(lines).split())


def unwrap_authority(lines: Sequence[str]) -> str:
    """Join the lines of an authority line, and words of its vocabulary that the wrap broke."""
    parts: list[str] = []
    for line in lines:
        if parts and not is_broken(parts[-1], line):
            parts.append(" ")
        parts.append(line)
    return " ".join("".join(parts).split())


def is_broken(above: str, below: str) -> bool:
    """Tell whether a line end cuts a word of the authority line in two: ``REASO`` / ``NS``."""
    end = above[-_LONGEST_WORD:]  # so that the work does not grow with what stands above
    last, first = end.rpartition(" ")[2].upper(), below.partition(" ")[0].upper()
    if not last or (last in _BROKEN and first.strip(_MARKS) != "S"):
        return False
    return (last + first).strip(_MARKS) in _BROKEN


def without_links(text: str) -> str:
    """Give the words of a text in which a web page left its links: ``[PREL](#)``."""
    return _LINK.sub(r"\1", text) if "[" in text else text


def without_names(text: str) -> str:
    """Give the words of a TAGS line without links and the names beside codes."""
    return _NAME.sub(" ", without_links(text))


def read_tags(text: str) -> tuple[str, ...]:
    """Read the TAGS codes, without label, links, doubles, or the names in parentheses."""
    found = (tag.upper() for tag in _TAG.findall(after_label(without_names(text))))
    return unique(tag for tag in found if tag not in _NOT_TAGS)


def read_refs(text: str) -> tuple[str, ...]:
    """Read references, split at their keys ``A. B. C.`` in sequence, or at commas.

    ``text`` keeps its line ends: a key that opens a line is one even out of sequence, and
    lines that each hold a whole reference need no keys.
    """
    body = after_label(without_links(text))
    cuts = list(_keys(body)) or list(_figures(body))
    if cuts:
        ends = [start for start, _ in cuts[1:]]
        parts = [body[: cuts[0][0]]]
        parts += [body[at:end] for (_, at), end in zip(cuts, [*ends, len(body)], strict=True)]
    else:
        lines = body.splitlines()
        whole = len(lines) > 1 and all(_WHOLE_REF.fullmatch(line.strip()) for line in lines[:-1])
        parts = lines if whole else _BETWEEN_REFS.split(unwrap([body]))
    return tuple(part for part in (unwrap([part]).strip(" ,;") for part in parts) if part)


def _keys(body: str) -> Iterator[tuple[int, int]]:
    """Give where keys stand: the next letter anywhere; at a line's start one may be left out."""
    expected = ord("A")
    for match in _KEY.finditer(body):
        key = ord(match["key"].upper())
        opens_line = match["line"] is not None and expected > ord("A")
        if key == expected or (opens_line and abs(key - expected) <= 1):
            yield match.span()
            expected = key + 1


def _figures(body: str) -> Iterator[tuple[int, int]]:
    expected = 1
    for match in _FIGURE.finditer(body):
        if int(match["key"]) == expected:
            yield match.span()
            expected += 1


def continues_refs(lines: Sequence[str], line: str) -> bool:
    """Tell whether a line below a blank one goes on with references: it opens with the next key.

    ``(C)`` is a key only before what looks like a reference; else it is a portion's mark.
    """
    match = _REF_ROW.match(line)
    if match is None:
        return False
    key, found = match["key"].upper(), len(list(_keys(after_label("\n".join(lines)))))
    if ord(key) != ord("A") + found:
        return False
    rest = line[match.end() :]
    return not (match["open"] and key in _MARK_LETTERS) or bool(
        rest.isupper() and _WHOLE_REF.match(rest)
    )


def read_reasons(text: str) -> tuple[str, ...]:
    """Read the reason letters of an authority line: ``1.4 (b) and (d)``, ``1.5 B,D``."""
    text = text.rstrip(" .")
    starts = [match.end() for match in _SECTION_OF_ORDER.finditer(text)]
    if not starts:
        starts = [match.end() for match in _REASON.finditer(text)]
    return tuple(sorted({letter for start in starts for letter in _letters(text, start)}))


def _letters(text: str, start: int) -> Iterator[str]:
    """Give the letters that follow, up to the first other word or the sentence's end."""
    last, reaches = "", False
    for match in _WORDS.finditer(text, start, start + _REASONS_WIDTH):
        word = match[0].lower()
        if word in _RANGE:
            reaches = bool(last)
        elif word not in _LINKING:
            if not _LETTERS.fullmatch(word):
                return
            if reaches:
                yield from map(chr, range(ord(last), ord(word[0])))
            yield from word
            last, reaches = word[-1], False
