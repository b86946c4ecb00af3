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
        if text.encode(encoding) == data:
            return Decoded(text, encoding, list(_oddities(text, encoding)))
    text = data.decode("latin-1")
    return Decoded(text, "latin-1", list(_oddities(text, "latin-1")))


def _candidates(data: bytes) -> Iterator[str]:
    if data.startswith(codecs.BOM_UTF16_LE):
        yield "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE):
        yield "utf-16-be"
    yield "utf-8"
    yield "cp1252"


def _oddities(text: str, encoding: str) -> Iterator[Finding]:
    if encoding != "utf-8":
        yield Finding("not-utf8", 0, encoding)
    if control := _CONTROL.search(text):
        yield Finding("control-characters", control.start())
    if text.isascii():
        return
    if hidden := _HIDDEN.search(text, text.startswith(BYTE_ORDER_MARK)):
        yield Finding("hidden-characters", hidden.start())
    if (lost := text.find("\ufffd")) >= 0:
        yield Finding("lost-characters", lost)
