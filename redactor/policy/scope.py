"""From matched words to the stretch that a rule covers: the words, their lines, their sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from redactor.policy.ruleshape import Scope
from redactor.text import LineIndex, Span, merge, sentences


def widen(
    words: Iterable[Span], scope: Scope, text: str, lines: LineIndex, region: Span
) -> tuple[Span, ...]:
    """Give the stretches of ``region`` that matched words cover under ``scope``, united."""
    if scope == "match":
        return merge(words)
    if scope == "line":
        return merge(_clip(_line(span, lines), region) for span in words)
    if scope == "sentence":
        parts = sentences(text, region)
        return merge(_sentence(span, parts) for span in words)
    return (region,)


def _line(span: Span, lines: LineIndex) -> Span:
    return lines.span(lines.number_at(span.start), lines.number_at(span.end - 1))


def _clip(span: Span, region: Span) -> Span:
    return Span(max(span.start, region.start), min(span.end, region.end))


def _sentence(span: Span, parts: Sequence[Span]) -> Span:
    """Give the sentences that words stand in: all of them, if they run over an end."""
    first = bisect_right(parts, span.start, key=lambda part: part.start) - 1
    last = bisect_left(parts, span.end, key=lambda part: part.start) - 1
    return Span(parts[first].start, max(span.end, parts[last].end))
