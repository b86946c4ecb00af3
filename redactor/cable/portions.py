"""From the body's parts to paragraphs: which mark counts for each, and at what level."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from redactor.cable.marks import marks_in
from redactor.cable.model import Marking, Paragraph
from redactor.cable.paragraphs import Part
from redactor.cable.vocabulary import unique
from redactor.marking import Level, highest, is_above, is_classified

_ENTIRE_TEXT = "entire-text"
_ATOMIC = frozenset({"RD", "FRD", "TFNI", "CNWDI"})
_HIDDEN = r"\W{0,8}(?:[A-Za-z]{1,5}[.;]?\s?)?\W{0,3}(?:1\s?)?0?N(?!\d)"
"""How a row starts that may bear number N, damaged: ``Para N.``, ``(N)``, ``l N.``."""


def weigh(
    parts: Iterable[Part], text: str, level: Level | None, controls: tuple[str, ...]
) -> tuple[Paragraph, ...]:
    """Give the paragraphs, each with the marking that counts for it.

    An explicit mark wins for its own paragraph. Without one, a mark for the entire text counts,
    then the cable's own level. ``effective_level`` is never below a mark inside.
    """
    return tuple(_weigh_all(parts, text, _assumed(level, controls)))


def _assumed(level: Level | None, controls: tuple[str, ...]) -> Marking:
    if is_classified(level):
        return Marking("", level, controls, "assumed-overall")
    return Marking("", level, controls if level is not None else (), "none")


def _weigh_all(parts: Iterable[Part], text: str, assumed: Marking) -> Iterator[Paragraph]:
    entire: Marking | None = None
    previous: Level | None = None
    listed = list(parts)
    for part, below in zip_longest(listed, listed[1:]):
        span = part.span
        marking = _marking_of(part, entire, assumed)
        if part.mark is not None and _ENTIRE_TEXT in part.mark.flags:
            entire = part.mark if entire is None or _is_above(part.mark, entire) else entire
        inside = marks_in(text, span, marking.span)
        others = [mark.level for mark in inside]
        if entire is not None:
            others.append(entire.level)
        if part.number is not None and part.mark is None and not part.number.is_certain:
            others.append(previous)
        if _hides_a_number(part, below):
            others.append(assumed.level)
        previous = highest((marking.level, *others)) if others else marking.level
        number = part.number.number if part.number else None
        found = (number, _clean(marking), span, tuple(map(_clean, inside)), previous)
        yield tuple.__new__(Paragraph, found)  # half the cost of a named tuple's own


def _marking_of(part: Part, entire: Marking | None, assumed: Marking) -> Marking:
    """Give the marking that counts for a part; one that can't be read opens nothing."""
    mark = part.mark
    if mark is not None and (mark.level is not None or not is_classified(assumed.level)):
        return mark
    return assumed if entire is None else _inherited(entire, assumed)


def _inherited(entire: Marking, assumed: Marking) -> Marking:
    """Give the mark of the entire text; what no date ever frees stays with the whole cable."""
    atomic = (word for word in assumed.controls if word.split("-")[0] in _ATOMIC)
    controls = unique((*entire.controls, *atomic))
    return Marking("", entire.level, controls, "entire-text")


def _is_above(mark: Marking, other: Marking) -> bool:
    return is_above(mark.level, other.level)


def _hides_a_number(part: Part, below: Part | None) -> bool:
    """Tell whether a row of this part may start the paragraph whose number is missing next.

    Its damaged number was not read, so its text may stand at the level of the cable.
    """
    if part.number is None or below is None or below.number is None:
        return False
    missing = part.number.number + 1
    if below.number.number <= missing:
        return False
    hidden = re.compile(_HIDDEN.replace("N", str(missing)))
    return any(row.after_blank and hidden.match(row.text) for row in part.rows[1:])


def _clean(marking: Marking) -> Marking:
    """Drop the flag that only steers inheritance."""
    if _ENTIRE_TEXT not in marking.flags:
        return marking
    return marking._replace(flags=tuple(flag for flag in marking.flags if flag != _ENTIRE_TEXT))
