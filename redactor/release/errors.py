"""Why there is no release: each error names places by line number and never quotes the text."""

from collections.abc import Iterable, Sequence

from redactor.text import LineIndex, Span

_MOST_NAMED = 8


class NotReleasableError(Exception):
    """The cable can't be released as it stands. The message says why and what to do."""


class NotDecidedError(NotReleasableError):
    """Content is still open: undecided, or referred to an agency."""

    def __init__(self, spans: Sequence[Span], lines: LineIndex) -> None:
        self.spans = tuple(spans)
        super().__init__(
            f"{count(len(self.spans), 'place')} still open ({name_lines(lines, self.spans)}); "
            "decide all of the text, then release"
        )


def count(number: int, noun: str) -> str:
    """Give ``1 place is`` or ``3 places are``."""
    return f"{number} {noun} is" if number == 1 else f"{number} {noun}s are"


def name_lines(lines: LineIndex, spans: Iterable[Span]) -> str:
    """Name the lines on which spans stand: ``lines 3-5, 9``. The spans are in order."""
    ranges: list[tuple[int, int]] = []
    for span in spans:
        first = lines.number_at(span.start)
        last = lines.number_at(max(span.start, span.end - 1))
        if ranges and first <= ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], max(last, ranges[-1][1]))
        else:
            ranges.append((first, last))
    named = [str(a) if a == b else f"{a}-{b}" for a, b in ranges[:_MOST_NAMED]]
    more = f" and {len(ranges) - _MOST_NAMED} more" if len(ranges) > _MOST_NAMED else ""
    one_line = len(ranges) == 1 and ranges[0][0] == ranges[0][1]
    return f"{'line' if one_line else 'lines'} {', '.join(named)}{more}"
