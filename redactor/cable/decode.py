"""From bytes to text, without loss: encoding the text again gives the bytes."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from redactor.cable.warnings import Finding

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_HIDDEN = re.compile(
    r"[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    r"\U000e0000-\U000e007f]"
)
_COMMON = b"\t\n\v\f\r" + bytes(range(0x20, 0x7F))
"""ASCII that is printed, blank, or ends a line: nothing about it is odd."""
BYTE_ORDER_MARK = "\ufeff"


class Decoded(NamedTuple):
    """A text and the encoding that turns it back into its bytes."""

    text: str
    encoding: str
    findings: list[Finding]


def decode(data: bytes) -> Decoded:
    """Decode any bytes: UTF-16 by its mark, UTF-8, Windows-1252, and Latin-1 for the rest.

    A byte order mark stays in the text as its first code point.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or text.encode(encoding) == data:  # strict UTF-8 loses nothing
            return _decoded(data, text, encoding)
    return _decoded(data, data.decode("latin-1"), "latin-1")


def _candidates(data: bytes) -> Iterator[str]:
    if data.startswith(codecs.BOM_UTF16_LE):
        yield "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE):
        yield "utf-16-be"
    yield "utf-8"
    yield "cp1252"


def _decoded(data: bytes, text: str, encoding: str) -> Decoded:
    utf8 = data if encoding == "utf-8" else text.encode()
    uncommon = utf8.translate(None, _COMMON).decode()
    return Decoded(text, encoding, list(_oddities(text, encoding, uncommon)))


def _oddities(text: str, encoding: str, uncommon: str) -> Iterator[Finding]:
    """Look at the ``uncommon`` characters of a text only: most texts hold few."""
    if encoding != "utf-8":
        yield Finding("not-utf8", 0, encoding)
    if control := _CONTROL.search(uncommon):
        yield Finding("control-characters", text.index(control[0]))
    after_mark = text.startswith(BYTE_ORDER_MARK)
    if hidden := _HIDDEN.search(uncommon, after_mark):
        yield Finding("hidden-characters", text.index(hidden[0], after_mark))
    if "\ufffd" in uncommon:
        yield Finding("lost-characters", text.index("\ufffd"))
