"""Annotated cables: invented cables with notes in the margin that say which rule must match where.

A note is a line of its own that begins with ``#|``; it speaks of the line above it::

    1. (U) Ahmed X (strictly protect) said so.
    #| protected-name, not visa-record, todo minor-words

``RULE`` must match there, ``not RULE`` must not, ``todo RULE`` does not yet. ``only RULE`` says
that it matches nowhere but where a note says so. ``as of DAY`` (wanted once), ``basis B`` and
``requested DAY`` set the terms; ``# ...`` is a remark. Notes are taken out before the cable is
read, so every offset is that of the cable.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from redactor.policy.errors import Fault, PolicyError, closest
from redactor.policy.model import BASES, Basis
from redactor.policy.values import is_slug

MARGIN = b"#|"
Wanted = Literal["match", "no-match", "not-yet", "nowhere-else"]

_WORDS: dict[str, Wanted] = {"not": "no-match", "todo": "not-yet", "only": "nowhere-else"}
_SETTING = re.compile(r"(as of|basis|requested)\s+(\S+)")


class Note(NamedTuple):
    """What one note says of one rule."""

    rule: str
    wanted: Wanted
    line: int
    """Of the note, in its file, from 1."""
    above: int
    """The line of the cable that it speaks of, as its line ends count them, from 0."""


@dataclass(frozen=True, slots=True)
class AnnotatedCable:
    """A cable without its notes, and the notes."""

    file: str
    data: bytes
    """The cable, as it is read."""
    as_of: date
    basis: Basis
    requested: date | None
    notes: tuple[Note, ...]
    margins: tuple[int, ...]
    """The lines of the file that were taken out, from 1."""

    def line_in_file(self, line: int) -> int:
        """Give the number that a line of the cable, from 0, has in the file with its notes."""
        at = line + 1
        for number in self.margins:
            at += number <= at
        return at


def read_annotated(data: bytes, file: str, rules: Sequence[str]) -> AnnotatedCable:
    """Part a cable from its notes.

    Args:
        data: the bytes of the file.
        file: what messages call it.
        rules: the ids that notes may name.

    Raises:
        PolicyError: with every note that cannot be understood.
    """
    reading = _Reading(file, rules)
    lines = list(enumerate(data.split(b"\n"), start=1))
    kept = [line for number, line in lines if reading.keeps(number, line)]
    margins = tuple(number for number, line in lines if line.startswith(MARGIN))
    day = reading.as_of
    if day is None:
        said = 'a note must say the day on which the clock is read, such as "#| as of 2026-11-23"'
        reading.faults.append(Fault(file, 1, 1, said, code="missing-key"))
    if reading.faults or day is None:
        raise PolicyError(reading.faults)
    basis, requested, notes = reading.basis, reading.requested, tuple(reading.notes)
    return AnnotatedCable(file, b"\n".join(kept), day, basis, requested, notes, margins)


@dataclass(slots=True)
class _Reading:
    file: str
    rules: Sequence[str]
    as_of: date | None = None
    basis: Basis = "foia"
    requested: date | None = None
    notes: list[Note] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    _kept: int = 0
    _blank: bool = True

    def keeps(self, number: int, line: bytes) -> bool:
        """Tell whether a line is the cable's; take in what it says if it is a note."""
        if not line.startswith(MARGIN):
            if MARGIN in line and not line[: line.index(MARGIN)].strip():
                self._fault(number, "a note begins its line; take the blanks away", "bad-note")
            self._kept += 1
            self._blank = not line.strip()
            return True
        said = line[len(MARGIN) :].decode(errors="replace").strip()
        for part in () if said.startswith("#") else said.split(","):
            self._take(" ".join(part.split()), number)
        return False

    def _take(self, part: str, number: int) -> None:
        setting = _SETTING.fullmatch(part)
        if setting:
            self._set(setting.group(1), setting.group(2), number)
            return
        word, _, name = part.rpartition(" ")
        if (word and word not in _WORDS) or not is_slug(name):
            said = "this note cannot be understood; write RULE, not RULE, todo RULE or only RULE"
            self._fault(number, said, "bad-note")
        elif name not in self.rules:
            self._fault(number, f'there is no rule "{name}"', "unknown-rule", name)
        elif self._blank and word != "only":
            said = "a note stands right below the line of which it speaks; above this one is none"
            self._fault(number, said, "bad-note")
        else:
            self.notes.append(Note(name, _WORDS.get(word, "match"), number, self._kept - 1))

    def _set(self, key: str, value: str, number: int) -> None:
        if key == "basis":
            for basis in BASES:
                if basis == value:
                    self.basis = basis
                    return
            self._fault(number, f"a basis is one of {', '.join(BASES)}", "not-one-of")
            return
        with suppress(ValueError):
            day = date.fromisoformat(value)
            if key == "as of":
                self.as_of = day
            else:
                self.requested = day
            return
        self._fault(number, "a day is wanted here, such as 2026-11-23", "not-a-day")

    def _fault(self, number: int, said: str, code: str, name: str | None = None) -> None:
        hint = closest(name, self.rules) if name else None
        self.faults.append(Fault(self.file, number, 1, said, hint, code))


def by_rule(cable: AnnotatedCable, rule: str) -> Iterator[Note]:
    """Give the notes that name a rule."""
    return (note for note in cable.notes if note.rule == rule)
