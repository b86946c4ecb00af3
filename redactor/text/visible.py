"""The one door through which text of a document reaches a screen.

Terminals obey control characters, and invisible or direction-changing ones let a text show
other than it is (CVE-2021-42574). Each such code point is shown as one visible stand-in, so
offsets stay equal.
"""

import unicodedata
from functools import cache

_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F
_SPACES = {"\t": "→", "\n": "↵", "\r": "␍"}
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
}
_ZERO_WIDTH_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")  # fillers that show as nothing


def _stand_in(char: str) -> str:
    code = ord(char)
    if char in _SPACES:
        return _SPACES[char]
    if code < ord(" "):
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return "␡"
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    if char in _ZERO_WIDTH_LETTERS:
        return "¤"
    return _STAND_INS.get(category, char)


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
    """Tell whether ``char`` could control a terminal or hide, other than tab and line ends."""
    return char not in "\t\n\r\u00a0" and visible(char) != char
