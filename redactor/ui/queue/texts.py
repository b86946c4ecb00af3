"""Search over all texts of a case, in any case and over line ends and accents. Pure.

Most cables don't hold the words: that is seen in a tenth of the time in which a cable is read.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from redactor.cable import Cable
from redactor.review import Alike
from redactor.text import Span, fold
from redactor.ui.search import find

_CONTEXT = 40
"""Code points shown before and after a place."""
_BROKEN = re.compile(r"(\w+)[-\u2010\u2011\u00ad]\s*[\r\n]")
"""The begin of a word that goes on in another line, and perhaps on another page."""


class Wanted(NamedTuple):
    """Words to look for."""

    words: str
    """As typed."""
    parts: tuple[str, ...]
    """Folded, one by one."""


def wanted_of(words: str) -> Wanted | None:
    """Read what is typed; nothing where no letter is left of it."""
    parts = fold(words).text.split()
    return Wanted(words, tuple(parts)) if parts else None


def may_hold(data: bytes, wanted: Wanted) -> bool:
    """Tell whether a cable may hold words, from its bytes; it is read only then."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return True  # the reader finds the encoding
    folded = fold(text).text
    broken = [fold(found).text for found in _BROKEN.findall(text)]
    return all(part in folded or _goes_on(part, broken) for part in wanted.parts)


def _goes_on(part: str, broken: list[str]) -> bool:
    """Tell whether a word may begin at the end of a line, before a page break."""
    starts = tuple(part[:end] for end in range(1, len(part)))
    return any(begin.endswith(starts) for begin in broken)


def stand_in(cable: Cable, wanted: Wanted) -> Iterator[Alike]:
    """Give the places of a cable where words stand, in order, each with its context."""
    text = cable.text
    for span in find(cable, wanted.words).places:
        yield Alike(
            cable.sha256, span, cable.lines.number_at(span.start),
            Span(max(0, span.start - _CONTEXT), span.start).cut(text), span.cut(text),
            Span(span.end, min(len(text), span.end + _CONTEXT)).cut(text),
        )  # fmt: skip
