"""Markers: what a release prints in a hole. Constant words, whatever the length withheld.

5 USC 552(b) asks that the amount deleted and the exemption be shown at the place, unless that
would itself do harm: hence the coarse extent, the policy's switch that leaves it out, and the
suppressed code.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, get_args

from redactor.policy import code_table, print_code
from redactor.release.holes import Hole
from redactor.release.pieces import Added, Piece
from redactor.release.reflow import COLUMNS
from redactor.text import Span, visible

Amount = Literal["bucket", "none"]
"""Whether markers tell how much was withheld."""

Extent = Literal["less than 1 line", "1 line", "2-5 lines", "more than 5 lines", "1 paragraph"]

_NOT_DECLASSIFIED, _DENIED = "not declassified", "denied"
_FEW = 5


def extent(hole: Hole) -> Extent:
    """Give the amount withheld in lines of 69 characters, rounded into a coarse bucket."""
    lines = round(hole.size / COLUMNS)
    if lines <= 1:
        return "1 line" if lines else "less than 1 line"
    if lines <= _FEW:
        return "2-5 lines"
    return "1 paragraph" if hole.whole_paragraph else "more than 5 lines"


def codes(hole: Hole) -> tuple[str, ...]:
    """Give all codes of a hole in the order of the table, so that order tells nothing."""
    found = {code for decision in hole.decisions for code in decision.codes}
    return tuple(code for code in code_table() if code in found)


def is_suppressed(hole: Hole) -> bool:
    """Tell whether the codes are left out: where one is, all are."""
    return any(decision.suppress_code for decision in hole.decisions)


def marker(hole: Hole, amount: Amount) -> str:
    """Give the words in brackets that stand in a hole."""
    if hole.state != "withheld":
        return f"[{hole.state}]"
    table = code_table()
    security = any(table[code].security for code in codes(hole))
    words = _NOT_DECLASSIFIED if security else _DENIED
    if amount == "bucket":
        words = f"{extent(hole)} {words}"
    printed = () if is_suppressed(hole) else printed_codes(hole)
    return f"[{words}: {', '.join(printed)}]" if printed else f"[{words}]"


def printed_codes(hole: Hole) -> tuple[str, ...]:
    """Give the codes as a release prints them, each statute named: ``(b)(3) 8 USC 1202(f)``."""
    printed: list[str] = []
    for code in codes(hole):
        words = print_code(code)
        if code == "b3":
            printed += [f"{words} {statute}" for statute in _statutes(hole, code)] or [words]
        elif code_table()[code].family == "statute":
            printed += _statutes(hole, code) or [words]
        else:
            printed.append(words)
    return tuple(printed)


def statutes(hole: Hole) -> tuple[str, ...]:
    """Give all statutes named in a hole, each once, in alphabetical order."""
    return tuple(sorted({statute for code in codes(hole) for statute in _statutes(hole, code)}))


def _statutes(hole: Hole, code: str) -> list[str]:
    """Give the statutes named for a code, each once, in alphabetical order."""
    return sorted(
        {
            visible(" ".join(decision.support.statute.split()))
            for decision in hole.decisions
            if decision.support.statute and code in decision.codes
        }
    )


def foreign_words(pieces: Iterable[Piece]) -> Iterator[tuple[Span, str]]:
    """Give, for each marker, its place and the words in it that a person wrote: its statutes.

    All that is the program's own is taken out.
    """
    markers: dict[Span, list[str]] = {}
    for piece in pieces:
        if isinstance(piece, Added) and piece.why == "marker" and piece.at:
            markers.setdefault(piece.at, []).append(piece.text)
    for place, parts in markers.items():
        words = _own_words().sub("\0", " ".join(parts))
        if any(map(str.isalnum, words)):
            yield place, words


@cache
def _own_words() -> re.Pattern[str]:
    """Give a pattern for what markers say without any person's help; longer words come first."""
    codes = (print_code(code) for code in code_table())
    own = sorted((*get_args(Extent), _NOT_DECLASSIFIED, _DENIED, *codes), key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, own))})(?![^\W_])")
