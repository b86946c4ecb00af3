"""Damage to cables, as transmission, copying and attackers do it: the same for the same seed.

``mutant`` makes one damaged cable from a seed and a number, so that a failing input can be made
again from these two alone.
"""

import random
from collections.abc import Callable, Sequence

TOKENS = (
    # Paragraph signs and numbers, whole and damaged.
    "¶", "¶1. ", "Â¶2. ", "\ufffd3. ", "[¶](#par4)4. ", "13. (C) ", "1. ", "999. ", "(C) 2. ",
    "0. ",
    # Marks, whole and damaged.
    "(C)", "(S//NF)", "(TS//SI-G/TK//OC/NF)", "(U)", "(SBU)", "C)", "(S", "[S]", "(//GBR S)",
    "(S//REL TO USA, GBR)", "(C - ENTIRE TEXT)", "(S/\nNF)", "(CONFIDENTIAL/XX YY)", "(C/S)",
    "(S-RD)", "(CTS)", "(5BU)",
    # Class lines, captions, page-break lines and stamps.
    "\nS E C R E T SECTION 02 OF 02 ZENDA 000641\n", "\nSECRET\n", "\nUNCLASSIFIED\n",
    "\nCONFIDENTIAL\n", "\nLIMITED OFFICIAL USE ZENDA 0012\n", "\nNOFORN\n", "\nEXDIS\n",
    "ZENDA 00000641  002 OF 002", "PAGE 02 ZENDA 03759 01 OF 02 111533Z", "\nRELEASED IN FULL\n",
    "ZENDA 00905 01 OF 03 060018Z",
    "U.S. Department of State Case No. F-1 Doc No. C1 Date: 01/01/2010",
    "Declassified/Released US Department of State EO Systematic Review",
    # Labels of fields.
    "\nE.O. 12958: DECL: 07/17/2018\n", "\nE.O. 99999: N/A\n", "DECL ON OADR",
    "\nTAGS: PREL, RU\n", "\nSUBJECT: (S) ", "\nREF: A. ", " B. ", "\nClassified By: ",
    "REASON 1.4 (b)", "\nMRN: 12 ZENDA 1\n", "\nO 181728Z JUL 08\n", "\nP 312961Z FEB 99\n",
    "\nFM AMEMBASSY ZENDA\n", "\nTO RUEHC/X\n", "\nINFO ", "\nDE RUEHZN #0641/01 2001728\n",
    "ZNY SSSSS ZZH", "\nSENSITIVE\n", "VZCZC",
    # Headings, rules, lists and ends.
    "\n-----\n", "\nSummary\n", "- ", "(B)", "\nSignature: A. RUPERT\n", "\nMessage Attributes\n",
    "\nNNNN\n", "\nBT\n", "\nRUPERT\n", "[x](y)", "[", "](", "((((", "))))",
    # Blanks and line ends.
    " ", "    ", "\t", "\n", "\n\n\n", "\r", "\r\n", "\r\r\n", "\f", "\v", "\u00a0", "\u3000",
    "\u2028", "\u2029", "\x85", "\x1c",
    # What terminals obey, what hides, what was lost, and what no text should hold.
    "\x00", "\x1b[2J", "\x7f", "\u202e", "\u200b", "\ufeff", "\ufffd", "\U000e0041", "ß", "ſ", "ŉ",
    "İ", "K", "²", "٣", "\u0301", "\U0010ffff",
)  # fmt: skip
"""What the reader looks for, or should not stumble over."""

RAW = (
    b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xc2",
    b"\xc0\x80", b"\xf4\x90\x80\x80", b"\x81", b"\x93", b"\x00\x00", b"\xd8\x00", b"\x00\xdc",
)  # fmt: skip
"""Bytes that are no UTF-8: halves of characters, surrogates, over-long forms."""

_MOST_BYTES = 20_000
"""Repeats would grow without bound."""

Change = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def mutant(cables: Sequence[bytes], seed: int, number: int) -> bytes:
    """Give damaged cable ``number`` of a seed: one of the cables after one to five changes."""
    dice = random.Random(f"{seed}:{number}")  # noqa: S311 - damage that can be made again
    data = dice.choice(cables)
    for _ in range(dice.choice((1, 1, 2, 3, 5))):
        data = dice.choice(CHANGES)(dice, data, cables)[:_MOST_BYTES]
    return data


def _stretch(dice: random.Random, data: bytes, most: int) -> tuple[int, int]:
    start = dice.randint(0, len(data))
    return start, min(len(data), start + dice.randint(0, most))


def _place(dice: random.Random, data: bytes) -> int:
    """Give a place in the data, every second time the start of a line."""
    at = dice.randint(0, len(data))
    return data.rfind(b"\n", 0, at) + 1 if dice.random() < 1 / 2 else at


def flip(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Change a few bits."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 8) if data else 0):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def delete(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Take a stretch out."""
    start, end = _stretch(dice, data, dice.choice((1, 4, 40, 400)))
    return data[:start] + data[end:]


def insert(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Put tokens in, each at a place of its own."""
    for _ in range(dice.randint(1, 4)):
        at = _place(dice, data)
        data = data[:at] + dice.choice(TOKENS).encode() + data[at:]
    return data


def replace(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Put a token in place of a short stretch."""
    start, end = _stretch(dice, data, 12)
    return data[:start] + dice.choice(TOKENS).encode() + data[end:]


def stammer(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Put one token in many times over, with or without a line end between."""
    at = _place(dice, data)
    token = dice.choice(TOKENS) + dice.choice(("", "", " ", "\n", "\n\n"))
    return data[:at] + token.encode() * dice.randint(2, 60) + data[at:]


def insert_raw(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Put in bytes that are no UTF-8."""
    at = dice.randint(0, len(data))
    return data[:at] + dice.choice(RAW) * dice.randint(1, 3) + data[at:]


def splice(dice: random.Random, data: bytes, cables: Sequence[bytes]) -> bytes:
    """Join the front of one cable and the back of another."""
    other = dice.choice(cables)
    return data[: _place(dice, data)] + other[_place(dice, other) :]


def repeat(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Say a stretch several times."""
    start, end = _stretch(dice, data, dice.choice((20, 200, 2000)))
    return data[:start] + data[start:end] * dice.randint(2, 8) + data[end:]


def shuffle(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Put a few lines in another order."""
    lines = data.splitlines(keepends=True)
    at = dice.randint(0, len(lines))
    few = lines[at : at + dice.randint(2, 12)]
    dice.shuffle(few)
    return b"".join((*lines[:at], *few, *lines[at + len(few) :]))


def truncate(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Cut the front or the back off."""
    at = dice.randint(0, len(data))
    return data[:at] if dice.random() < 1 / 2 else data[at:]


def change_line_ends(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Write all line ends in another way, or none."""
    new = dice.choice((b"\r\n", b"\r", b"\r\r\n", b"\x0b", b"\x0c", "\u2028".encode(), b" ", b""))
    return data.replace(b"\r\n", b"\n").replace(b"\n", new)


def wrap(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Join all lines of a stretch, or cut it into lines of one width."""
    start, end = _stretch(dice, data, len(data))
    middle = data[start:end].replace(b"\n", b" ")
    if dice.random() < 1 / 2:
        width = dice.choice((1, 5, 40, 69))
        middle = b"\n".join(middle[i : i + width] for i in range(0, len(middle), width))
    return data[:start] + middle + data[end:]


def encode(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Write the text in another encoding."""
    text = data.decode("utf-8", "replace")
    encoding = dice.choice(("utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "utf-8-sig"))
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    return mark + text.encode(encoding, "replace")


def lengthen(dice: random.Random, data: bytes, _cables: Sequence[bytes]) -> bytes:
    """Put a very long line in."""
    at = _place(dice, data)
    char = dice.choice(("A", "a", "1", " ", "(", ".", "-", "/", "\u00a0", "¶", "\ufffd"))
    return data[:at] + (char * dice.randint(200, 5000)).encode() + data[at:]


CHANGES: tuple[Change, ...] = (
    flip, delete, insert, insert, insert, replace, stammer, insert_raw, splice, repeat, shuffle,
    truncate, change_line_ends, wrap, encode, lengthen,
)  # fmt: skip
"""All kinds of damage; inserted tokens find most, so they come more often."""
