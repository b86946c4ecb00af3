"""Names for the portions of a cable that tell where one stands and nothing of what it says."""

from collections import Counter
from collections.abc import Sequence

from redactor.declass import DatedCable
from redactor.policy.portions import Portion
from redactor.text import trimmed


def place_names(dated: DatedCable, portions: Sequence[Portion]) -> tuple[str, ...]:
    """Name each portion: ``paragraph 3``, ``subject``, ``heading (2nd)``; no two are alike."""
    text = dated.cable.text
    numbers = {trimmed(part.span, text).start: part.number for part in dated.cable.paragraphs}
    names = [_name(portion, numbers.get(portion.span.start)) for portion in portions]
    many, seen = Counter(names), Counter[str]()
    told = []
    for name in names:
        seen[name] += 1
        told.append(name if seen[name] == 1 else f"{name} ({_ordinal(seen[name])} of {many[name]})")
    return tuple(told)


def _name(portion: Portion, number: int | None) -> str:
    if portion.field != "body":
        return portion.field
    return "paragraph without a number" if number is None else f"paragraph {number}"


def _ordinal(number: int) -> str:
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else last}"  # noqa: PLR2004 - 11th to 13th
