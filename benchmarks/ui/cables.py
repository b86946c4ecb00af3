"""Invented cables for the screen: a short one, one of 10,000 lines with 1,500 proposals, 6 MB."""

import random
import re
import textwrap

from benchmarks.cables import cable

SHORT = 6_000
HUGE = 6_000_000
"""Bytes."""

_LINES = 10_000
_PARAGRAPHS = 600
"""Numbered ones; each holds words to protect, which make items of their own."""


def long_cable() -> str:
    """Give a cable of 10,000 lines with 1,500 proposals."""
    dice = random.Random(7)  # noqa: S311 - reproducible text, not a secret
    head = cable(0)
    parts = [head.removesuffix("RUPERT\n")]
    lines = head.count("\n")
    number = 0
    while lines < _LINES - 20:
        number += 1
        cue = " He asked us to strictly protect his name." if number <= _PARAGRAPHS else ""
        mark = dice.choice(("C", "U", "S/NF"))
        label = f"{number}. ({mark}) " if number <= _PARAGRAPHS else ""
        part = _wrapped(f"{label}{_prose(dice)}{cue}")
        parts.append(part)
        lines += part.count("\n")
    return "".join((*parts, "RUPERT\n"))


_WORDS = re.findall(
    r"\w+",
    "the minister said that talks on fishing rights would begin in spring and asked whether our "
    "government could support the new harbour while the opposition objected to its cost",
)


def _prose(dice: random.Random) -> str:
    sentences = (" ".join(dice.choices(_WORDS, k=dice.randint(8, 20))) for _ in range(4))
    return " ".join(f"{sentence.capitalize()}." for sentence in sentences)


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 65)) + "\n\n"
