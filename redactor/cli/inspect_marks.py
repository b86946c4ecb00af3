"""Markings in ``inspect`` of one cable: the banner that its portions make, and odd marks."""

from collections.abc import Iterator

from redactor.cable import Cable, Level, Marking
from redactor.cli.inspect_page import LABEL, MARGIN, hung, portions_words
from redactor.declass import DatedCable
from redactor.marking import (
    Difference,
    Finding,
    RollUp,
    SecurityMarking,
    banner_form,
    differences,
    from_words,
    lint_portion,
    roll_up,
)
from redactor.text import plural

_MOST_MARKS = 40
"""Odd marks that are listed; a damaged file can have thousands."""


def marks_block(dated: DatedCable, width: int) -> Iterator[str]:
    """Write the banner of the portions, where the header differs, and marks that are not right."""
    cable = dated.cable
    if cable.level is None or not cable.paragraphs:
        return
    yield ""
    rolled = rolled_up(cable, cable.level)
    yield f"{MARGIN}{'markings':<{LABEL}}the portions make {banner_form(rolled.marking)}"
    for difference in compared(cable, cable.level):
        where = f" ({portions_words(cable, _places(cable, difference))})"
        named = where if difference.portions else ""
        yield from hung(2, f"{difference.what}: {difference.words} {difference.cite}{named}", width)
    odd = odd_marks(dated)
    for text, findings in list(odd.items())[:_MOST_MARKS]:
        yield from hung(2, _sentence(text, findings), width)
    if len(odd) > _MOST_MARKS:
        yield f"{MARGIN * 2}and {plural(len(odd) - _MOST_MARKS, 'mark')} more (--json lists all)"


def _sentence(text: str, findings: tuple[Finding, ...]) -> str:
    said = " ".join(dict.fromkeys(f"{found.message} {found.cite}." for found in findings))
    return f"{text}: write {findings[0].correct}. {said}"


def rolled_up(cable: Cable, level: Level) -> RollUp:
    """Give the banner that a cable's portions make, and why."""
    return roll_up([_value(mark, level) for _, mark in _marks(cable)])


def compared(cable: Cable, level: Level) -> tuple[Difference, ...]:
    """Tell how the cable's header differs from that banner."""
    return differences(
        from_words(level, cable.controls), [_value(mark, level) for _, mark in _marks(cable)]
    )


def odd_marks(dated: DatedCable) -> dict[str, tuple[Finding, ...]]:
    """Give each mark as written that is not right for its day, with what is wrong."""
    texts = dict.fromkeys(" ".join(mark.text.split()) for _, mark in _marks(dated.cable))
    found = {text: lint_portion(text, dated.origin) for text in texts if text}
    return {text: findings for text, findings in found.items() if findings}


def _marks(cable: Cable) -> list[tuple[int, Marking]]:
    """Give every mark that counts, with the place of its paragraph."""
    return [
        (place, mark)
        for place, part in enumerate(cable.paragraphs)
        for mark in (part.marking, *part.marks_inside)
    ]


def _places(cable: Cable, difference: Difference) -> list[int]:
    """Give the places of the paragraphs that show a difference, each once."""
    marks = _marks(cable)
    return sorted({marks[i][0] for i in difference.portions})


def _value(mark: Marking, level: Level) -> SecurityMarking:
    return from_words(mark.level or level, mark.controls)
