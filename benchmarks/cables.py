"""Invented cables of any size, the same for the same seed."""

import random
import re
from datetime import date, timedelta

_WORDS = re.findall(
    r"\w+",
    "the minister said that talks on fishing rights would begin in spring and asked whether our "
    "government could support the new harbour while the opposition in parliament objected to its "
    "cost a senior official noted with regret that no decision had been taken by the cabinet",
)
_MARKS = ("C", "C", "C", "U", "S/NF", "SBU", "C/NF")


_POSTS = ("ZENDA", "STRELSAU", "HENTZAU", "TARLENHEIM", "MITTENHEIM", "KRAVONIA", "GRAUSTARK")
_NAMES = ("A. Rupert", "R. Sapt", "F. Helsing", "O. Detchard", "J. Bersonin", "M. De Gautet")
_TAGS = ("PREL", "PGOV", "EFIS", "ECON", "ETRD", "MARR", "PHUM", "SENV", "RU", "ZE", "KR", "OVIP")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_MOST_SHORT = 350_000
"""Longer cables have longer paragraphs, not more: no cable has a thousand."""


def cable(size: int, seed: int = 1) -> str:
    """Give a telegram of about ``size`` code points, hard-wrapped, with page-break lines."""
    dice = random.Random(seed)  # noqa: S311 - reproducible text, not a secret
    number, post = dice.randrange(1, 9999), dice.choice(_POSTS)
    parts = [_head(dice, post, number)]
    length, paragraph, long = len(parts[0]), 0, -(-size // _MOST_SHORT)
    while length < size:
        paragraph += 1
        text = _wrapped(f"\u00b6{paragraph}. ({dice.choice(_MARKS)}) {_prose(dice, long)}")
        if paragraph % 4 == 0:
            text += f"{post} {number:08d}  002 OF 009\n\n{_wrapped(_prose(dice, long))}"
        parts.append(text)
        length += len(text)
    return "".join((*parts, f"{dice.choice(_NAMES).split()[-1].upper()}\n"))


def _head(dice: random.Random, post: str, number: int) -> str:
    """Give a head of its own for each cable, in the words of a few posts and people."""
    day, year = date(2000, 1, 1) + timedelta(days=dice.randrange(3600)), dice.randrange(10, 30)
    group = f"{day:%d}{dice.randrange(24):02}{dice.randrange(60):02}Z"
    others = dice.sample([other for other in _POSTS if other != post], k=3)
    copies = "\n".join(f"RUEH{other[:2]}/AMEMBASSY {other} {number % 97:04}" for other in others)
    subject = " ".join(dice.choices(_WORDS, k=dice.randint(4, 9))).upper()
    return (
        f"VZCZCXRO{number:04d}\nPP RUEHC RUEH{others[0][:2]}\n"
        f"DE RUEH{post[:2]} #{number:04d}/01 {day:%j}{group[2:6]}\nZNY SSSSS ZZH\n"
        f"P {group} {_MONTHS[day.month - 1]} {day:%y}\nFM AMEMBASSY {post}\n"
        f"TO RUEHC/SECSTATE WASHDC PRIORITY {number:04d}\nINFO {copies}\n\n"
        f"S E C R E T SECTION 01 OF 02 {post} {number:06d}\n\nNOFORN\nSIPDIS\n\n"
        f"E.O. 12958: DECL: {day:%m/%d}/20{year}\nTAGS: {', '.join(dice.sample(_TAGS, k=4))}\n"
        f"SUBJECT: {_wrapped(subject)}"
        f"REF: A. {others[1]} {number // 3}\n     B. {others[2]} {number // 7}\n\n"
        f"Classified By: Ambassador {dice.choice(_NAMES)}, for reasons 1.4 (b) and (d).\n\n"
    )


def _prose(dice: random.Random, long: int) -> str:
    sentences = (" ".join(dice.choices(_WORDS, k=dice.randint(8, 20))) for _ in range(4 * long))
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
