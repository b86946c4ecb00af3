"""Page-break lines and release stamps: found in the raw text, before anything else is read.

They fall into the middle of sentences, and can be glued to a line of text or to a paragraph
number. ``blank_out`` puts white space in their place, so that all later reading runs across
them while every offset stays as it was.
"""

import re
from collections.abc import Iterable, Iterator

from redactor.cable.decode import BYTE_ORDER_MARK
from redactor.text import Span, merge, places_of

_SECTION = re.compile(r" OF {1,2}(\d{2,3})")
_OF = " OF"
"""How each of these starts; found fast, since it ends in no blank."""
_COUNT_BEFORE = re.compile(r"(?:(?P<serial>\d{8})\s{1,5}\d{3}(?:\.\d{1,2})?|\d{5} {1,4}\d{2})$")
_COUNT_WIDTH = 20
"""The most code points that ``_COUNT_BEFORE`` can take, with a line end after it."""
_TIME_AFTER = re.compile(r" {1,4}\d{6}Z")
_NAME_WIDTH = 10
"""Page lines cut the post's name at ten characters."""
_NAME = re.compile(r"(?:^|(?<=\s))[A-Z][A-Z .'-]{0,9} {1,4}$")
_LINE_WIDTH = 200
"""How far back the start of a page line's own line is looked for."""
_HEAD = 3000
"""Where the post's own name is looked for, in code points from the start."""

_LINE_START = r"(?:(?<=\n)|(?<=\r)|^)"
_PAGE = re.compile(
    r"(?P<page>PAGE {1,4}\d{1,3} {1,12}[A-Z][A-Z .'-]{1,24}? {1,8}\d{4,6}"
    r"(?: {1,4}\d{2} OF \d{2,3})?)(?:(?P<time> {1,8}\d{6}Z)(?!\d)|(?=[ \t]{0,80}(?:[\r\n]|\Z)))"
)
"""A page line; its shape is complete with the time, or it ends its line."""
_STAMPS = (
    (
        "Case N",
        re.compile(
            r"(?:UNCLASSIFIED\s{1,4})?U\.?S\.? Department of State\s{1,4}Case No\.? ?[\w-]{1,24}"
            r"\s{1,4}Doc No\.? ?\w{1,16}\s{1,4}Date: ?[\d/]{6,10}(?:\s{1,4}UNCLASSIFIED)?"
        ),
    ),
    (
        "Declassified/Released",
        re.compile(
            rf"(?:{_LINE_START}(?:[A-Z][\w.'-]{{0,20}} ){{1,4}})?"
            r"Declassified/Released US Department of State EO Systematic Review"
            r"(?: \d{1,2} [A-Za-z]{3,9} \d{4})?"
        ),
    ),
    (
        "RELEASE",
        re.compile(
            rf"{_LINE_START}RELEASED? IN (?:FULL|PART)"
            r"(?:[ ,:]{1,4}(?:B\d|\d\.\d\([A-Za-z]\)|NR)){0,8}(?=[ \t]{0,80}(?:[\r\n]|\Z))"
        ),
    ),
)
"""What a release prints on each page: a word to look for first, and the whole form."""

_ESCAPE = re.compile(r"\x1b\[[0-9;?]{0,16}[A-Za-z]")
"""An order to a terminal, from when cables were printed on one."""
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 28), 31, 127)))
"""Characters that neither print nor part lines."""


def find_furniture(text: str) -> tuple[Span, ...]:
    """Give the spans of page-break lines and stamps, in order. Takes linear time."""
    found = [*_sections(text), *_pages(text)]
    for anchor, pattern in _STAMPS:
        if anchor in text:
            found.extend(Span(*match.span()) for match in pattern.finditer(text))
    return merge(found)


def blank_out(text: str, spans: Iterable[Span]) -> str:
    """Put white space in place of ``spans``; each ends its line, so that a number can follow.

    A byte order mark and control characters go too: they would hide what a line starts with.
    """
    if text.startswith(BYTE_ORDER_MARK):
        text = f" {text[1:]}"
    if "\x1b" in text:
        text = _ESCAPE.sub(lambda found: " " * len(found[0]), text)
    for control in _CONTROLS:
        text = text.replace(control, " ")
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += (text[at : span.start], " " * (len(span) - 1), "\n")
        at = span.end
    return "".join((*parts, text[at:])) if parts else text


def _pages(text: str) -> Iterator[Span]:
    """Find page lines; without a time, only where nothing stands before them on their line."""
    for match in _PAGE.finditer(text):
        start = match.start()
        if match["time"] or not text[max(0, start - 1) : start].strip(" \t\r\n"):
            nearest = max(0, start - _LINE_WIDTH)
            line = re.split(r"[\r\n]", text[nearest:start])[-1]
            if match["time"] or not line.strip():
                yield Span(*match.span())


def _sections(text: str) -> Iterator[Span]:
    """Find ``POST 00002200  002 OF 002`` and ``POST 00905 01 OF 03 060018Z``."""
    for end in places_of(_OF, text):
        match = _SECTION.match(text, end)
        count = match and _COUNT_BEFORE.search(text, max(0, end - _COUNT_WIDTH), end)
        if match is None or count is None:
            continue
        after = _TIME_AFTER.match(text, match.end())
        if count["serial"] is None and after is None:
            continue
        start = _name_start(text, count.start())
        yield Span(start, after.end() if after else match.end())


def _name_start(text: str, end: int) -> int:
    """Tell where the post's name starts that ends before ``end``.

    On a line of its own that is the line's start. Glued to text, the name is the longest tail
    of capitals that the cable's head holds too, or else the last word.
    """
    name = _NAME.search(text, max(0, end - _NAME_WIDTH - 5), end)
    if name is None:
        return end
    start, nearest = name.start(), max(0, end - _LINE_WIDTH)
    line = max(text.rfind("\n", nearest, end) + 1, text.rfind("\r", nearest, end) + 1, nearest)
    if not text[line:start].strip():
        return start
    words = name[0].rstrip()
    while " " in words and text.find(words, 0, min(line, _HEAD)) < 0:
        shorter = words.partition(" ")[2]
        start += len(words) - len(shorter)
        words = shorter
    return start
