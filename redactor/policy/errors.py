"""What is wrong with a policy file, and where: one ``Fault`` a defect, all of a file at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from redactor.text import visible


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One defect of a policy file. ``str`` gives it on one line, for a terminal."""

    file: str
    line: int
    """From 1; 0 when the file as a whole is meant."""
    column: int
    """From 1, in code points."""
    message: str
    """A sentence without its full stop: what is wrong, and what to do."""
    hint: str | None = None
    """What was perhaps meant."""
    code: str = "wrong-value"
    """Which kind of fault, for programs: ``unknown-key``. It stays the same between versions."""

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        meant = f' did you mean "{self.hint}"?' if self.hint else ""
        return visible(f"{self.file}{place}: {self.message}.{meant}")


Weight = Literal["note", "warning", "error"]
"""A note is good to know; a warning wants a change; an error makes the policy unusable."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something to be said of a policy that can be used."""

    fault: Fault
    weight: Weight

    def __str__(self) -> str:
        return f"{self.weight}: {self.fault}"


class PolicyError(Exception):
    """A policy file that cannot be used. Carries every fault found in it.

    Attributes:
        faults: file by file, in the order of each; never empty.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=_place))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def _place(fault: Fault) -> tuple[str, int, int]:
    return fault.file, fault.line, fault.column


_LONGEST_WORD = 60
"""Characters of what a file says that a message repeats."""


def brief(words: str) -> str:
    """Give words of a file short enough to stand in a message."""
    return words if len(words) <= _LONGEST_WORD else f"{words[:_LONGEST_WORD]}…"


def closest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that ``word`` was perhaps meant to be."""
    by_fold = {one.casefold(): one for one in known}
    found = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None
