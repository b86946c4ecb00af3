"""Passages: the lines of a cable that may have been wrapped as one.

A paragraph is a passage, and so is each field (subject, tags, references, declassification,
authority), whatever lines it took. Elsewhere a passage is a run of lines of one kind, down to
the next blank line or the next label (``TO``, ``INFO``). Page furniture ends no passage.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from redactor.cable import Cable, SegmentKind
from redactor.release.furniture import Furniture
from redactor.text import Span, clip, gaps

_FIELDS: frozenset[SegmentKind] = frozenset(
    {"declassify", "tags", "subject", "refs", "classified-by"}
)
_WHOLE = _FIELDS | {"paragraph"}
_ENDS = r"\r\n\f\v\x1c-\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{_ENDS}]+")
LINE_END = re.compile(f"\r{{0,2}}\n|[{_ENDS}]")
_RULE = re.compile(r"\s*[-=_*~#+.–—][-=_*~#+.–—\s]*")
_LABEL = re.compile(r"\s*(?:FM|FROM|TO|INFO|ACTION|MRN|DATE/DTG)\b", re.IGNORECASE)


@dataclass(slots=True)
class Passage:
    """Some lines of which nobody can tell whether their ends were meant."""

    kind: SegmentKind
    """Of its last line."""
    lines: list[Span]
    """One for a whole paragraph or field, and else one for each line."""

    @property
    def span(self) -> Span:
        """From its first line to its last."""
        return Span(self.lines[0].start, self.lines[-1].end)

    def rules(self, text: str) -> Iterator[Span]:
        """Give its lines of mere strokes."""
        yield from _rules(text, self.span)

    def parts(self, text: str) -> Iterator[Span]:
        """Give its lines; a heading and its strokes stay apart where they pass for a paragraph.

        So they do below a hole: with no number above them, unnumbered lines are one paragraph.
        """
        for line in self.lines:
            rules = tuple(_rules(text, line))
            yield from sorted((*rules, *gaps(rules, line)))


def find_passages(cable: Cable, furniture: Furniture) -> tuple[Passage, ...]:
    """Give the cable's passages, sorted and disjoint. Together they hold all of its content."""
    found: list[Passage] = []
    for line in _all_lines(cable):
        last = found[-1] if found else None
        if last is None or not _goes_on(last, line, cable.text, furniture):
            found.append(Passage(line.kind, [line.span]))
        elif line.kind in _WHOLE:
            last.lines[-1] = Span(last.lines[-1].start, line.span.end)
        else:
            last.lines.append(line.span)
            last.kind = line.kind
    return tuple(found)


def rules_by(text: str, passages: Sequence[Passage], chosen: Collection[int]) -> Iterator[Span]:
    """Give the lines of mere strokes in some passages and next to them, also past blank lines.

    Above them, strokes below other words are of those words.

    Args:
        text: of the cable.
        passages: all of them.
        chosen: indexes.
    """
    for at in chosen:
        yield from passages[at].rules(text)
        for others in (range(at + 1, len(passages)), range(at - 1, -1, -1)):
            for other in takewhile(lambda each: each not in chosen, others):
                rules, alone = _first_rules(text, passages[other].span)
                yield from rules if alone or other > at else ()
                if not alone:
                    break


def _first_rules(text: str, span: Span) -> tuple[list[Span], bool]:
    """Give the lines of strokes with which a passage begins, and whether it is nothing else."""
    lines = [line for line in _lines(text, span) if line.cut(text).strip()]
    rules = list(takewhile(set(_rules(text, span)).__contains__, lines))
    return rules, len(rules) == len(lines)


def has_blank_line(gap: str) -> bool:
    """Tell whether a gap between printed lines holds a blank one."""
    return any(not line.strip() for line in LINE_END.split(gap)[1:-1])


class _Line(NamedTuple):
    """A printed line, or a whole paragraph or field."""

    kind: SegmentKind
    span: Span
    opens: bool
    """It is the first one of its segment."""


def _goes_on(last: Passage, line: _Line, text: str, furniture: Furniture) -> bool:
    """Tell whether a line may have been wrapped as one with the passage above it."""
    gap = Span(last.span.end, line.span.start)
    broken = bool(furniture.within(gap))
    if line.kind in _WHOLE:
        return broken and line.kind == last.kind != "paragraph"
    # A subject of more lines than the reader takes for one goes on as lines of the header.
    alike = line.kind == last.kind or (line.kind == "header" and last.kind in _FIELDS)
    if not alike or (line.opens and _LABEL.match(text, line.span.start)):
        return False
    return broken or not has_blank_line(gap.cut(text))


def _all_lines(cable: Cable) -> Iterator[_Line]:
    for kind, span in _stretches(cable):
        opens = True
        for line in (span,) if kind in _WHOLE else _lines(cable.text, span):
            if line.cut(cable.text).strip():
                yield _Line(kind, line, opens)
                opens = False


def _rules(text: str, span: Span) -> Iterator[Span]:
    for line in _lines(text, span):
        if _RULE.fullmatch(text, line.start, line.end):
            yield line


def _lines(text: str, span: Span) -> Iterator[Span]:
    return (Span(*match.span()) for match in _LINE.finditer(text, span.start, span.end))


def _stretches(cable: Cable) -> list[tuple[SegmentKind, Span]]:
    """Give the paragraphs, and outside them the segments with content, in order."""
    paragraphs = tuple(_disjoint(paragraph.span for paragraph in cable.paragraphs))
    parts = [part for part in cable.segments if part.kind not in ("blank", "furniture")]
    starts = [part.span.start for part in parts]
    elsewhere = clip([part.span for part in parts], gaps(paragraphs, Span(0, len(cable.text))))
    found: list[tuple[SegmentKind, Span]] = [("paragraph", span) for span in paragraphs]
    found += [(parts[bisect_right(starts, span.start) - 1].kind, span) for span in elsewhere]
    return sorted(found, key=lambda stretch: stretch[1])


def _disjoint(spans: Iterable[Span]) -> Iterator[Span]:
    at = 0
    for span in sorted(spans):
        if span.end > at:
            yield Span(max(at, span.start), span.end)
            at = span.end
