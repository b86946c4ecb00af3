"""Memory: what this run of the program has learned of the case, cable by cable. Pure.

How many items are decided in all, and how the same words were decided before. It is filled as
cables are opened and while no key is pressed; nothing of it is written.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from redactor.review import CableState, Decision, Entry, Ruling, View
from redactor.text import Span, fold

_LABEL = re.compile(r"^\W*\d{0,3}\s*[.)]?\s*(?:\([^()\n]{1,40}\))?\s*")
"""A paragraph's number and marking: the same words may bear others elsewhere."""
_UNKNOWN = -1
"""Items of a cable that was left out."""
_SHORTEST = 3
_MOST = 400
"""Decisions of one cable that are remembered."""
_LONGEST = 4_000
"""Code points of words that are remembered."""


class Earlier(NamedTuple):
    """The same words, decided elsewhere."""

    cable: str
    """SHA-256."""
    name: str
    span: Span
    decision: Decision


@dataclass
class _Known:
    """A cable; its words are only sorted when somebody asks."""

    state: CableState
    decided: int
    items: int
    entry: Entry
    view: View | None = None

    @cached_property
    def words(self) -> Mapping[str, tuple[Earlier, ...]]:
        """How words were decided."""
        return _words(self.entry, self.view) if self.view else {}


class Memory:
    """What is known of each cable."""

    def __init__(self) -> None:
        self._cables: dict[str, _Known] = {}
        self.last_ruling: Ruling | None = None
        """What was decided last: it can be repeated."""
        self.used_codes: list[tuple[str, ...]] = []
        """The codes of this run's withholdings, oldest first."""

    def remember(self, ruling: Ruling) -> None:
        """Keep what was decided last."""
        self.last_ruling = ruling
        if ruling.codes:
            self.used_codes.append(ruling.codes)

    def knows(self, cable: str, state: CableState) -> bool:
        """Tell whether a cable was taken in as it stands now."""
        known = self._cables.get(cable)
        return known is not None and known.state is state

    def take(self, entry: Entry, state: CableState, view: View) -> None:
        """Take a cable in, as this person sees it."""
        self._cables[entry.sha256] = _Known(
            state, view.decided, len(view.docket.items), entry, view
        )

    def skip(self, entry: Entry, state: CableState) -> None:
        """Leave a cable out: it can't be read, or not in a moment."""
        self._cables[entry.sha256] = _Known(state, 0, _UNKNOWN, entry)

    def counts(self, cables: int) -> tuple[int, int] | None:
        """Give how many items of the case are decided, and of how many; once all are known."""
        known = self._cables.values()
        if len(known) < cables or any(each.items == _UNKNOWN for each in known):
            return None
        return sum(each.decided for each in known), sum(each.items for each in known)

    def earlier(self, words: str, cable: str, span: Span) -> Iterator[Earlier]:
        """Give how these words were decided at other places, the latest first."""
        key = _key(words)
        if not key:
            return
        found = [each for known in self._cables.values() for each in known.words.get(key, ())]
        for each in sorted(found, key=lambda each: -each.decision.seq):
            if each.cable != cable or not each.span.meets(span):
                yield each


def _words(entry: Entry, view: View) -> dict[str, tuple[Earlier, ...]]:
    found: dict[str, tuple[Earlier, ...]] = {}
    for part in view.painting[:_MOST]:
        if len(part.span) <= _LONGEST:
            key = _key(part.span.cut(view.docket.cable.text))
            if key:
                here = Earlier(entry.sha256, entry.label, part.span, part.decision)
                found[key] = (*found.get(key, ()), here)
    return found


def _key(words: str) -> str:
    """Give words so that the same ones are equal, whatever their case, breaks and label."""
    if len(words) > _LONGEST:
        return ""
    folded = fold(_LABEL.sub("", words.strip())).text.strip()
    return folded if len(folded) >= _SHORTEST else ""
