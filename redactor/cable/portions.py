"""From the body's parts to paragraphs: which mark counts for each, and at what level."""

from collections.abc import Iterable, Iterator

from redactor.cable.marks import marks_in
from redactor.cable.model import Marking, Paragraph
from redactor.cable.paragraphs import Part
from redactor.marking import Level, highest, is_classified

_ENTIRE_TEXT = "entire-text"


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
    for part in parts:
        span = part.span
        marking = part.mark or (_inherited(entire) if entire is not None else assumed)
        if part.mark is not None and _ENTIRE_TEXT in part.mark.flags:
            entire = part.mark
        inside = tuple(marks_in(text, span, marking.span))
        levels = [marking.level, *(mark.level for mark in inside)]
        if entire is not None:
            levels.append(entire.level)
        if part.number is not None and part.mark is None and not part.number.is_certain:
            levels.append(previous)
        previous = highest(levels) if len(levels) > 1 else marking.level
        number = part.number.number if part.number else None
        yield Paragraph(number, _clean(marking), span, tuple(map(_clean, inside)), previous)


def _inherited(entire: Marking) -> Marking:
    return entire._replace(text="", source="entire-text", span=None, flags=())


def _clean(marking: Marking) -> Marking:
    """Drop the flag that only steers inheritance."""
    if _ENTIRE_TEXT not in marking.flags:
        return marking
    return marking._replace(flags=tuple(flag for flag in marking.flags if flag != _ENTIRE_TEXT))
