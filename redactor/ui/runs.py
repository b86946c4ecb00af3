"""Style runs: a line cut into pieces of one look each. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from redactor.text import Span
from redactor.ui.cursor import Cursor
from redactor.ui.search import NOTHING_FOUND, Found
from redactor.ui.sheet import Sheet

Look = str
"""Name of a look: a state, ``target``, ``matched``, ``found``, ``mark``, ``selection``, ``cursor``.

On a line of several states, which one glyph can't tell, a state's look is ``inline-`` and the
state: it has an attribute beside its colour.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line and its looks, the lowest first."""

    span: Span
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class Focus:
    """What the reviewer looks at now."""

    cursor: Cursor
    target: tuple[Span, ...] = ()
    matched: tuple[Span, ...] = ()
    """Words that made the rules of the current item match."""
    found: Found = NOTHING_FOUND
    """What was searched for."""


def runs(line: Span, layers: Iterable[tuple[Span, Look]]) -> tuple[Run, ...]:
    """Cut a line at the edges of the layers that meet it; later layers lie on top."""
    inside = [
        (max(span.start, line.start), min(span.end, line.end), look)
        for span, look in layers
        if span.start < line.end and line.start < span.end
    ]
    edges = {line.start, line.end}
    for start, end, _ in inside:
        edges |= {start, end}
    cuts = sorted(edges)
    return tuple(
        Run(Span(a, b), tuple(look for start, end, look in inside if start <= a and b <= end))
        for a, b in pairwise(cuts)
    )


def line_runs(sheet: Sheet, line: Span, focus: Focus) -> tuple[Run, ...]:
    """Give the runs of one line of the sheet; the work grows with that line alone."""
    stretches = sheet.over(line)
    mixed = len({stretch.state for stretch in stretches}) > 1
    layers: list[tuple[Span, Look]] = [
        (stretch.span, f"inline-{stretch.state}" if mixed else stretch.state)
        for stretch in stretches
    ]
    layers += _all(focus.target, "target")
    layers += _all(focus.matched, "matched")
    layers += _all(focus.found.over(line), "found")
    layers += _all(sheet.marks_over(line), "mark")
    cursor = focus.cursor
    if cursor.selection:
        layers.append((cursor.selection, "selection"))
    layers.append((Span(cursor.offset, cursor.offset + 1), "cursor"))
    return runs(line, layers)


def _all(spans: Sequence[Span], look: Look) -> list[tuple[Span, Look]]:
    return [(span, look) for span in spans]


def lines_of(sheet: Sheet, focus: Focus) -> list[range]:
    """Give the lines, by number, that a focus changes the look of, but for what is found."""
    cursor = focus.cursor
    spans = [*focus.target, *focus.matched, Span(cursor.offset, cursor.offset + 1)]
    if cursor.selection:
        spans.append(cursor.selection)
    number = sheet.lines.number_at
    return [range(number(span.start), number(span.end) + 1) for span in spans]
