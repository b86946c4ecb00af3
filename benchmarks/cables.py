"""Invented cables of any size, the same for the same seed."""

import random
import re

_WORDS = re.findall(
    r"\w+",
    "the minister said that talks on fishing rights would begin in spring and asked whether our "
    "government could support the new harbour while the opposition in parliament objected to its "
    "cost a senior official noted with regret that no decision had been taken by the cabinet",
)
_MARKS = ("C", "C", "C", "U", "S/NF", "SBU", "C/NF")


def cable(size: int, seed: int = 1) -> str:
    """Give a telegram of about ``size`` code points, hard-wrapped, with page-break lines."""
    dice = random.Random(seed)  # noqa: S311 - reproducible text, not a secret
    number = dice.randrange(1, 9999)
    head = (
        f"VZCZCXRO{number:04d}\nPP RUEHC RUEHST\nDE RUEHZE #{number:04d}/01 2001728\n"
        f"ZNY SSSSS ZZH\nP 181728Z JUL 08\nFM AMEMBASSY ZENDA\n"
        f"TO RUEHC/SECSTATE WASHDC PRIORITY {number:04d}\nINFO RUEHST/AMEMBASSY STRELSAU 0012\n\n"
        f"S E C R E T SECTION 01 OF 02 ZENDA {number:06d}\n\nNOFORN\nSIPDIS\n\n"
        "E.O. 12958: DECL: 07/17/2018\nTAGS: PREL, PGOV, RU\n"
        "SUBJECT: THE FISHING TALKS AND\nTHE NEW HARBOUR\n\n"
        "Classified By: Ambassador A. Rupert, for reasons 1.4 (b) and (d).\n\n"
    )
    parts = [head]
    length, paragraph = len(head), 0
    while length < size:
        paragraph += 1
        text = _wrapped(f"\u00b6{paragraph}. ({dice.choice(_MARKS)}) {_prose(dice)}")
        if paragraph % 4 == 0:
            text += f"ZENDA {number:08d}  002 OF 009\n\n{_wrapped(_prose(dice))}"
        parts.append(text)
        length += len(text)
    return "".join((*parts, "RUPERT\n"))


def _prose(dice: random.Random) -> str:
    sentences = (" ".join(dice.choices(_WORDS, k=dice.randint(8, 20))) for _ in range(4))
    return " ".join(f"{sentence.capitalize()}." for sentence in sentences)


def _wrapped(text: str) -> str:
    lines: list[str] = []
    line = ""
    for word in text.split():
        if len(line) + 1 + len(word) > 65:  # noqa: PLR2004 - a telegram's width
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join((*lines, line)) + "\n\n"
