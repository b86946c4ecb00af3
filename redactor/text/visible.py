"""The one door through which text of a document reaches a screen.

Terminals obey control characters, and invisible or direction-changing ones let a text show
other than it is (CVE-2021-42574). Each such code point is shown as one visible stand-in, so
offsets stay equal.
"""

import unicodedata
from functools import cache

_CONTROL_PICTURES = 0x2400
_OF_THEIR_OWN = {
    **{chr(code): chr(_CONTROL_PICTURES + code) for code in range(ord(" "))},
    "\t": "→",
    "\n": "↵",
    "\r": "␍",
    "\x7f": "␡",
    **dict.fromkeys("\u115f\u1160\u3164\uffa0\u2800", "¤"),  # fillers that show as nothing
}
_STAND_INS = {
    "Cc": "\ufffd",  # C1 controls; C0 have pictures of their own
    "Cf": "¤",  # zero-width, bidirectional, soft hyphen, byte order mark, tags
    "Cn": "\ufffd",  # unassigned: a terminal may do anything with it
    "Co": "\ufffd",  # private use
    "Cs": "\ufffd",  # a surrogate on its own
    "Me": "◌",  # enclosing marks and combining accents take no cell of their own
    "Mn": "◌",
    "Mc": "◌",
    "Zl": "↵",
    "Zp": "↵",
    "Zs": " ",
}
_JOINING = (range(0x1160, 0x1200), range(0xD7B0, 0xD800), range(0x1F3FB, 0x1F400))
"""Vowels of conjoining Hangul, and skin tones: they take no cell of their own."""
_MARKS = frozenset({"Mn", "Mc", "Me"})
_INVISIBLE_MARKS = (
    range(0x034F, 0x0350), range(0x17B4, 0x17B6), range(0x180B, 0x1810), range(0xFE00, 0xFE10),
    range(0xE0100, 0xE01F0),
)  # fmt: skip
"""Marks that show as nothing: joiners and variation selectors can carry hidden data."""


def _stand_in(char: str) -> str:
    if char in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[char]
    if any(ord(char) in part for part in _JOINING):
        return "◌"
    return _STAND_INS.get(unicodedata.category(char), char)


class _Table(dict[int, str]):
    """Fills itself as characters turn up: the whole of Unicode would cost 300 ms to build."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _stand_in(chr(code))
        return shown


@cache
def _table() -> _Table:
    table = _Table()
    for code in range(0x180):
        table[code]
    return table


def visible(text: str) -> str:
    """Give ``text`` with each code point that a terminal could obey or hide replaced.

    The result has as many code points as ``text``, each of one visible form; letters that take
    two cells (East Asian wide) keep them. ESC, NUL, bidirectional and zero-width characters,
    and line ends are among those replaced.
    """
    return text.translate(_table())


def is_hidden(char: str) -> bool:
    """Tell whether ``char`` could control a terminal or hide something.

    Tabs, line ends and accents are shown by a stand-in too, but they hide nothing.
    """
    if char in "\t\n\r" or visible(char) == char:
        return False
    if unicodedata.category(char) in _MARKS:
        return any(ord(char) in part for part in _INVISIBLE_MARKS)
    return unicodedata.category(char) != "Zs"
