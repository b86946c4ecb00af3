"""Matching: whether a release's text is what its token shows, word for word.

From the text, the words that the program added are taken away, and each marker is made one sign.
What is left must be the text of the token in its order, and a marker must stand where the token
hides something. White space counts as one space.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from redactor.audit.attestation.reading import Item

_MARKER = "\0"
_AROUND = re.compile(r"[\s\0]*\0[\s\0]*")
_SPACE = re.compile(r"\s+")

AddedSpan = tuple[int, int, str]
"""Start, end, and why: ``head``, ``marker``, ``struck``."""


class Fault(NamedTuple):
    """Where text and token part."""

    line: int
    """Of release.txt, from 1."""
    words: str


def mismatch(
    text: str, added: Sequence[AddedSpan], items: Iterable[Item], left_out: Collection[int]
) -> Fault | None:
    """Say where a release's text is not what its token shows; nothing when it is.

    Args:
        text: of release.txt.
        added: where it holds words of the program, sorted and disjoint.
        items: of the token.
        left_out: numbers of segments, from 0, that are hidden and bear no marker.
    """
    if _MARKER in text:
        return Fault(_line(text, [*range(len(text))], text.index(_MARKER)), "a hidden character")
    printed, places = _printed(text, added)
    at = 0
    for item in items:
        if item.text is not None:
            words = item.text.lstrip(" ") if at == 0 or printed[at - 1] == _MARKER else item.text
            if not printed.startswith(words, at):
                parting = at + _alike(words, printed[at : at + len(words)])
                return Fault(_line(text, places, parting), "other words than the token shows")
            at += len(words)
        elif printed.startswith(_MARKER, at):
            at += 1
        elif _needs_marker(item, left_out) and not printed.endswith(_MARKER, 0, at):
            return Fault(_line(text, places, at), "a place is withheld and bears no marker")
    if at < len(printed):
        parting = at + (printed[at] == " ")
        return Fault(_line(text, places, parting), "words that the token does not show")
    return None


def count_markers(text: str, added: Sequence[AddedSpan]) -> int:
    """Count the markers of a release."""
    return _printed(text, added)[0].count(_MARKER)


def _needs_marker(item: Item, left_out: Collection[int]) -> bool:
    """Tell whether a whole segment is hidden; inside a place, there may be nothing to hide."""
    return "/" not in item.path and int(item.path) not in left_out


def _printed(text: str, added: Sequence[AddedSpan]) -> tuple[str, list[int]]:
    """Give the text without added words and with a sign for each marker, and where each stood."""
    chars: list[str] = []
    places: list[int] = []
    at = 0
    for start, end, why in (*added, (len(text), len(text), "")):
        chars += text[at:start]
        places += range(at, start)
        if why == "marker":
            chars.append(_MARKER)
            places.append(start)
        at = end
    return _collapsed("".join(chars), places)


def _collapsed(text: str, places: list[int]) -> tuple[str, list[int]]:
    """Make white space one space, and none around markers and at both ends."""
    found: list[str] = []
    kept: list[int] = []
    at = 0
    pattern = re.compile(f"{_AROUND.pattern}|{_SPACE.pattern}")
    for match in pattern.finditer(text):
        found += text[at : match.start()]
        kept += places[at : match.start()]
        ends = match.start() == 0 or match.end() == len(text)
        sign = _MARKER if _MARKER in match[0] else "" if ends else " "
        found += sign
        kept += places[match.start() : match.start() + len(sign)]
        at = match.end()
    return "".join((*found, text[at:])), [*kept, *places[at:]]


def _alike(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (left, right) in pairs if left != right), min(len(one), len(other)))


def _line(text: str, places: Sequence[int], at: int) -> int:
    place = places[at] if at < len(places) else len(text)
    return text.count("\n", 0, place) + 1
