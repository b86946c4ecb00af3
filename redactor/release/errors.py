"""Why there is no release: each error names places by line number and never quotes the text."""

from collections.abc import Sequence

from redactor.text import LineIndex, Span


class NotReleasableError(Exception):
    """The cable can't be released as it stands. The message says why and what to do."""


class NotDecidedError(NotReleasableError):
    """Content is still open: undecided, or referred to an agency."""

    def __init__(self, spans: Sequence[Span], lines: LineIndex) -> None:
        self.spans = tuple(spans)
        super().__init__(
            f"{count(len(self.spans), 'place')} still open ({lines.named(self.spans)}); "
            "decide all of the text, then release"
        )


def count(number: int, noun: str) -> str:
    """Give ``1 place is`` or ``3 places are``."""
    return f"{number} {noun} is" if number == 1 else f"{number} {noun}s are"
