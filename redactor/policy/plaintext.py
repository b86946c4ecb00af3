"""From the bytes of a policy's file to text: UTF-8, of a bounded size, nothing hidden in it."""

import re
import unicodedata

from redactor.policy.errors import Fault, PolicyError

MAX_BYTES = 10_000_000
"""Of one file."""
_UNUSUAL = re.compile(r"[^\n\r\x20-\x7e]")
_UNUSUAL_IN_WORDS = re.compile(r"[^\n\x20-\x7e]")
_REFUSED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def plain_text(data: bytes, file: str) -> str:
    """Decode the bytes of a file, called ``file`` in messages.

    Raises:
        PolicyError: with the first fault.
    """
    if len(data) > MAX_BYTES:
        size = f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read: split it"
        raise PolicyError([Fault(file, 0, 0, size, code="too-large")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place_of(data[: error.start].decode("utf-8"))
        said = "this is not UTF-8; save the file as UTF-8"
        raise PolicyError([Fault(file, *place, said, code="not-utf8")]) from None
    for match in _UNUSUAL.finditer(text):
        if _is_hidden(match.group()):
            raise PolicyError([_hidden(match, text, file)])
    return text


def hidden_in(text: str) -> str | None:
    """Give the first hidden character of a text that is read already, if it holds one."""
    return next(filter(_is_hidden, _UNUSUAL_IN_WORDS.findall(text)), None)


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in _REFUSED


def _hidden(match: re.Match[str], text: str, file: str) -> Fault:
    what = f"a hidden character (U+{ord(match.group()):04X}) stands here; delete it"
    said = "a tab stands here; use spaces" if match.group() == "\t" else what
    return Fault(file, *_place_of(text[: match.start()]), said, code="hidden-character")


def _place_of(before: str) -> tuple[int, int]:
    """Give the line and column, from 1, of what comes after ``before``."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
