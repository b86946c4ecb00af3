"""Invented cables for the screen: a short one, one of 10,000 lines with 1,500 proposals, 6 MB."""

import random
import re
import textwrap

from benchmarks.cables import cable

SHORT = 6_000
HUGE = 6_000_000
"""Bytes."""

_LINES = 10_000
_BLOCKS = 4
_CUED = 2
"""Blocks of a numbered paragraph, and how many of them, the first ones, hold words to protect:
those make items of their own."""
_CUE = "He asked us to strictly protect his name."


def long_cable() -> str:
    """Give a cable of 10,000 lines with more than 1,500 proposals."""
    dice = random.Random(7)  # noqa: S311 - reproducible text, not a secret
    parts = [cable(0).removesuffix("RUPERT\n")]
    lines, block = parts[0].count("\n"), 0
    while lines < _LINES:
        number, place = divmod(block, _BLOCKS)
        label = f"{number + 1}. ({dice.choice(('C', 'U', 'S/NF'))}) " if place == 0 else ""
        part = _wrapped(label + _prose(dice, cued=place < _CUED))
        parts.append(part)
        lines += part.count("\n")
        block += 1
    return "".join((*parts, "RUPERT\n"))


_WORDS = re.findall(
    r"\w+",
    "the minister said that talks on fishing rights would begin in spring and asked whether our "
    "government could support the new harbour while the opposition objected to its cost",
)


def _prose(dice: random.Random, *, cued: bool) -> str:
    words = (" ".join(dice.choices(_WORDS, k=dice.randint(8, 20))) for _ in range(4))
    first, *others = (f"{sentence.capitalize()}." for sentence in words)
    return " ".join((first, *((_CUE,) if cued else ()), *others))


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 65)) + "\n\n"
