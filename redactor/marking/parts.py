"""Small questions about the parts of a marking, that roll-up, comparison and explanation ask."""

from collections.abc import Callable
from typing import Final, Literal

from redactor.marking.model import Path, Paths, SecurityMarking
from redactor.marking.register import ABSORBS

Kind = Literal["sci", "sap", "aea"]
Field = Literal["sci", "sap", "aea", "nato", "controls", "cui", "unknown"]
Test = Callable[[SecurityMarking], bool]

KINDS: Final[tuple[Kind, ...]] = ("sci", "sap", "aea")
"""The parts of a marking that hold paths, in order."""


def paths_of(marking: SecurityMarking, kind: Kind) -> Paths:
    """Give the paths of one kind."""
    return {"sci": marking.sci, "sap": marking.sap, "aea": marking.aea}[kind]


def deepest(paths: Paths) -> list[Path]:
    """Give the paths that are no beginning of another, in order."""
    beginnings = {path[:-1] for path in paths}
    return sorted(path for path in paths if path not in beginnings)


def bears_path(kind: Kind, path: Path) -> Test:
    """Make the test whether a marking has a path, or one that its system absorbs.

    A banner of RD bears the SIGMA numbers of FRD portions as its own.
    """
    ways = {(root, *path[1:]) for root in (path[0], *ABSORBS.get(path[0], ()))}
    return lambda marking: not ways.isdisjoint(paths_of(marking, kind))


def bears(field: Field, what: str | Path) -> Test:
    """Make the test whether a marking has something in one of its fields."""
    return lambda marking: what in getattr(marking, field)
