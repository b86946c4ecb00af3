"""Sentences: where one ends, as far as that can be told without understanding it.

Where it is uncertain (``Gen. Smith``), the longer reading is taken: who withholds a sentence
may cover too much, never too little.
"""

import re

from redactor.text.spans import Span

_STOP = re.compile(r"(?P<stop>[.!?])[\"'”’)\]]{0,3}(?P<gap>\s+)(?=(?P<next>[\"'“‘(\[]{0,2}[^\W_]))")
_LOOK_BACK = 12
"""Code points: longer than any short form."""
_SHORT_TITLE = 3
_BEFORE_NAMES = frozenset({
    "amb", "approx", "art", "brig", "capt", "cf", "col", "dept", "dr", "etc", "gen", "gov", "govt",
    "lt", "maj", "messrs", "mr", "mrs", "ms", "prof", "ref", "rep", "sec", "sen", "sgt", "st", "vs",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
})  # fmt: skip
_BEFORE_NUMBERS = frozenset({"no", "nos", "para", "paras", "pp"})


def sentences(text: str, region: Span) -> tuple[Span, ...]:
    """Give the sentences of a region, in order; white space after one belongs to none."""
    found: list[Span] = []
    start = region.start
    for match in _STOP.finditer(text, region.start, region.end):
        if _ends(text, match, region):
            found.append(Span(start, match.start("gap")))
            start = match.end("gap")
    return (*found, Span(start, region.end))


def _ends(text: str, match: re.Match[str], region: Span) -> bool:
    following = match["next"][-1]
    if following.islower():
        return False
    if match["stop"] != ".":
        return True
    before = text[max(region.start, match.start() - _LOOK_BACK) : match.start()]
    word = re.split(r"[\s(\[\"'“‘]", before)[-1]
    if following.isdigit() and word.casefold() in _BEFORE_NUMBERS | _BEFORE_NAMES:
        return False
    return not _is_short_form(word)


def _is_short_form(word: str) -> bool:
    """Tell whether a point after ``word`` may belong to it: ``U.S.``, ``A.``, ``Gen.``, ``14.``."""
    last = word.rsplit(".", maxsplit=1)[-1]
    if len(last) <= 1 or last.casefold() in _BEFORE_NAMES:
        return True
    return len(last) <= _SHORT_TITLE and last[0].isupper()
