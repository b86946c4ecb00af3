"""Patterns: RE2, which runs in linear time, so that none can hang the program."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol

import re2

_PROBES = (b"", b"a", b"a A", b"1")
"""Texts on which a pattern that can match nothing at all shows itself."""
_LITERAL = re.compile(r"\\[^QAzB]|\[\^?\]?[^\]]*\]")
_EDGE = re.compile(r"[$^]|\\[QAzB]")
_SET_MEMORY = 256 << 20
"""Bytes that the automaton of all patterns together may take."""


class _Match(Protocol):
    def span(self) -> tuple[int, int]: ...


class _Compiled(Protocol):
    """What this module asks of a pattern compiled by re2, which ships no types."""

    def finditer(self, text: bytes) -> Iterator[_Match]: ...


class _Set(Protocol):
    def Match(self, text: bytes) -> list[int] | None: ...  # noqa: N802 - re2's own name


class Pattern:
    """A compiled RE2 pattern.

    Raises:
        ValueError: when RE2 has no such syntax, or the pattern can match the empty string.
    """

    __slots__ = ("_compiled", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._compiled = _compiled(source)

    @property
    def asks_for_an_edge(self) -> bool:
        """Whether it looks for the begin or the end of a portion; a doubtful one is said to."""
        return _EDGE.search(_LITERAL.sub("", self.source)) is not None

    def find(self, data: bytes, *, ascii_only: bool) -> Iterator[tuple[int, int]]:
        """Give the matches in a text, left to right, as code points from its start.

        ``data`` is the text in UTF-8; ``ascii_only`` says that its bytes are its code points.
        """
        if ascii_only:
            yield from _spans(self._compiled, data)
            return
        byte = point = 0
        for match_start, match_end in _spans(self._compiled, data):
            start = point + len(data[byte:match_start].decode())
            byte, point = match_end, start + len(data[match_start:match_end].decode())
            yield start, point


def _spans(compiled: _Compiled, data: bytes) -> Iterator[tuple[int, int]]:
    return (match.span() for match in compiled.finditer(data))


@lru_cache(maxsize=4096)
def _compiled(source: str) -> _Compiled:
    try:
        compiled: _Compiled = re2.compile(source, _options())
    except re2.error as error:
        raise ValueError(_complaint(source, error)) from None
    if any(a == b for probe in _PROBES for a, b in _spans(compiled, probe)):
        raise ValueError("the pattern can match nothing at all; make it ask for some text")
    return compiled


def _options(memory: int | None = None) -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    if memory is not None:
        options.max_mem = memory
    return options


class PatternSet:
    """Many patterns as one automaton: in one pass, which of them a text may hold."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        alone: list[Pattern] = []
        together: list[Pattern] = []
        for pattern in sorted(patterns, key=lambda one: one.source):
            (alone if pattern.asks_for_an_edge else together).append(pattern)
        self._alone: Sequence[Pattern] = alone
        self._together: Sequence[Pattern] = together
        self._set = _set_of(together)

    def candidates(self, data: bytes) -> Iterator[Pattern]:
        """Give the patterns that may match somewhere in a text; none that does is left out."""
        yield from self._alone
        found = self._set.Match(data + _END) if self._set else None
        # The witness matches the end: without it the automaton gave up, and all may match.
        if not found or len(self._together) not in found:
            yield from self._together
        else:
            yield from (self._together[number] for number in sorted(found)[:-1])


_END = b"\0"
"""Added to a text for the witness alone: no word, so that words end there as they did."""
_WITNESS = r"\x00"


def _set_of(patterns: Sequence[Pattern]) -> _Set | None:
    """Join patterns and the witness; ``None`` when there are none, or too many for the memory."""
    if not patterns:
        return None
    together = re2.Set.SearchSet(_options(_SET_MEMORY))
    for source in (*(pattern.source for pattern in patterns), _WITNESS):
        together.Add(source)
    try:
        together.Compile()
    except re2.error:
        return None
    joined: _Set = together
    return joined


_NOT_IN_RE2 = {
    "invalid escape sequence": "RE2 has no such escape, and no references back to a group",
    "invalid perl operator": "RE2 has no looking ahead or behind",
}


def _complaint(source: str, error: Exception) -> str:
    """Say why RE2 refuses a pattern, and at which of its characters (from 1)."""
    said = error.args[0].decode() if error.args and isinstance(error.args[0], bytes) else str(error)
    reason, _, part = said.partition(": ")
    at = source.find(part) + 1 if part and part in source else 1
    return f"the pattern cannot be used: {_NOT_IN_RE2.get(reason, reason)} (at character {at})"
