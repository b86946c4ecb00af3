"""What was withheld of a cable, as what to look for; see ``leaks`` for how."""

from collections.abc import Iterator
from typing import NamedTuple

from redactor.release.phrases import Phrases
from redactor.release.runs import Runs
from redactor.text import Span


class Secrets(NamedTuple):
    """What was withheld, and the text in which it stands."""

    source: str
    """The cable's text, with line ends for what is no words of its own."""
    holes: tuple[Span, ...]
    """The places that are withheld."""
    acts: tuple[Span, ...]
    """What people withheld there, decision by decision."""


class Wanted:
    """Finds in any text what was withheld."""

    def __init__(self, secrets: Secrets) -> None:
        spans = sorted({*secrets.holes, *secrets.acts})
        self._phrases = Phrases(secrets.source, spans)
        self._runs = Runs(secrets.source, secrets.holes)

    def find(self, text: str, written: str) -> Iterator[tuple[Span, Span]]:
        """Give each place of ``text`` where something stands, and the span that withholds it.

        ``written`` is as long as ``text`` and tells how a name is written there.
        """
        yield from self._phrases.find(text, written)
        yield from self._runs.find(text)
