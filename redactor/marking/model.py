"""The value of a marking: what it protects, how two compare, and what they are together.

**The order.** One marking dominates another if it protects at least as much in every part: level,
owners, compartments, controls, and (the other way round) the audience abroad. ``join`` gives the
least marking that dominates two. Both are sound because of one construction:

* Each part alone is a lattice: grades rise, sets unite, audiences intersect, owners unite.
* A marking is always *settled*: what it implies is in it, what a stronger word absorbs is not.
  EXDIS implies NOFORN; NODIS absorbs EXDIS; RD absorbs FRD; a compartment implies its system;
  a classified text without a word of release may not go abroad. Settling only ever raises a
  marking, keeps the order, and settling twice changes nothing (a closure). So joining part by
  part and settling the result is associative, commutative and idempotent, and "dominates" is a
  partial order: reflexive, antisymmetric, transitive.
* FOUO, SBU, LOU and LIMDIS on an *unclassified* text protect less than any classification does,
  so ``join`` drops them when the other is classified; on a classified text they are kept.

There is no way to make a marking that is not settled.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from redactor.marking.audience import EVERYONE, NOFORN, UNDECIDED, Audience
from redactor.marking.ownership import AMERICAN, NATO, NO_ONE, Ownership
from redactor.marking.register import (
    ABSORBS,
    ADMINISTRATIVE,
    DEGREES,
    FORCE_NOFORN,
    GRADES,
    USA,
    Grade,
    Level,
)

Path = tuple[str, ...]
"""A system, its compartment, its sub-compartment: ``("SI", "G", "ABCD")``."""

Paths = frozenset[Path]
Names = frozenset[str]

_NONE: Final[Names] = frozenset()
_NOWHERE: Final[Paths] = frozenset()
_RANKS: Final[dict[Grade, int]] = {grade: rank for rank, grade in enumerate(GRADES)}


@dataclass(frozen=True, slots=True)
class SecurityMarking:
    """A security marking, settled. Equal markings protect the same in the same way."""

    grade: Grade = "U"
    """As the owner writes it; only a wholly foreign marking can be ``R``."""
    ownership: Ownership = NO_ONE
    sci: Paths = _NOWHERE
    """Each path with its beginnings: a compartment stands beside its system."""
    sap: Paths = _NOWHERE
    aea: Paths = _NOWHERE
    nato: Names = _NONE
    """NATO's own words: ATOMAL, BALK, BOHEMIA."""
    audience: Audience = EVERYONE
    """Who abroad may have it: NOFORN, REL TO, RELIDO and DISPLAY ONLY speak of this."""
    controls: Names = _NONE
    """All other controls of dissemination, of any agency, by banner form; and CUI."""
    cui: Names = _NONE
    """Categories of CUI, ``SP-`` kept."""
    unknown: Names = _NONE
    """Tokens that the register does not know, as written."""

    def __post_init__(self) -> None:
        put = object.__setattr__  # the only way to fill a frozen value
        ownership = self.ownership
        if self.sci or self.sap or self.aea:
            for field in ("sci", "sap", "aea"):
                put(self, field, _settled_paths(getattr(self, field)))
        if self.nato:
            ownership = ownership.unite(NATO)
        if self.controls or self.cui:
            put(self, "controls", _settled_controls(self.controls, self.cui))
            if not FORCE_NOFORN.isdisjoint(self.controls):
                put(self, "audience", self.audience.meet(NOFORN))
        if not self.audience.decided:
            put(self, "audience", EVERYONE if self.grade == "U" else UNDECIDED)
        ownership = _settled_ownership(ownership, plain=self._is_plain(ownership))
        if self.grade == "R" and ownership.form != "foreign":
            put(self, "grade", "C")
        put(self, "ownership", ownership)

    def _is_plain(self, ownership: Ownership) -> bool:
        """Tell whether it says nothing but unclassified."""
        return (
            self.grade == "U"
            and not (ownership.owners or ownership.concealed)
            and self.audience == EVERYONE
            and not (self.sci or self.sap or self.aea or self.controls or self.unknown)
        )

    @property
    def level(self) -> Level:
        """The American level at which it is protected; a foreign RESTRICTED is kept as C."""
        return DEGREES[self.grade].level

    @property
    def is_classified(self) -> bool:
        """Tell whether its level is C, S or TS."""
        return self.grade != "U"

    def join(self, other: "SecurityMarking") -> "SecurityMarking":
        """Give the least marking that dominates both: that of a text which holds both."""
        grade = max(self.grade, other.grade, key=_RANKS.__getitem__)
        return SecurityMarking(
            grade=grade,
            ownership=self.ownership.unite(other.ownership),
            sci=self.sci | other.sci,
            sap=self.sap | other.sap,
            aea=self.aea | other.aea,
            nato=self.nato | other.nato,
            audience=self.audience.meet(other.audience),
            controls=_carried(self, grade) | _carried(other, grade),
            cui=self.cui | other.cui,
            unknown=self.unknown | other.unknown,
        )

    def dominates(self, other: "SecurityMarking") -> bool:
        """Tell whether it protects at least as much as ``other`` in every part."""
        return self.join(other) == self

    def without_administrative(self) -> "SecurityMarking":
        """Drop what a classified banner does not repeat: FOUO, SBU, LIMDIS (CAPCO 2016, D.2)."""
        if not self.is_classified or ADMINISTRATIVE.isdisjoint(self.controls):
            return self
        return replace(self, controls=self.controls - ADMINISTRATIVE)


def _carried(marking: SecurityMarking, grade: Grade) -> Names:
    """Give the controls that it brings into a text of that grade."""
    if grade != "U" and marking.grade == "U":
        return marking.controls - ADMINISTRATIVE
    return marking.controls


def _settled_paths(paths: Paths) -> Paths:
    """Add the beginnings of each path; a system that another absorbs takes that one's name."""
    roots = {path[0] for path in paths}
    if len(roots) == len(paths) and roots.isdisjoint(ABSORBS):
        return paths if all(len(path) == 1 for path in paths) else _with_beginnings(paths)
    instead = {
        weak: strong
        for strong, absorbed in reversed(ABSORBS.items())
        for weak in absorbed
        if strong in roots and weak in roots
    }
    return _with_beginnings((instead.get(path[0], path[0]), *path[1:]) for path in paths)


def _with_beginnings(paths: Iterable[Path]) -> Paths:
    return frozenset(path[:end] for path in paths for end in range(1, len(path) + 1))


def _settled_controls(controls: Names, cui: Names) -> Names:
    """Add what categories of CUI imply; leave out what a stronger control absorbs."""
    if cui:
        controls |= {"CUI"}
    absorbing = ABSORBS.keys() & controls
    if not absorbing:
        return controls
    return controls.difference(*(ABSORBS[name] for name in absorbing))


def _settled_ownership(ownership: Ownership, *, plain: bool) -> Ownership:
    """Give plain text no owner; what names no foreign owner is American; forget the concealed."""
    form, owners, concealed = ownership
    if form == "joint":
        owners -= {USA}
    if plain or not (owners or concealed):
        return NO_ONE if plain else AMERICAN
    if form not in {"foreign", "joint"} or (concealed and form == "joint"):
        form = "commingled"
    return Ownership(form, frozenset() if concealed else owners, concealed)


UNCLASSIFIED: Final = SecurityMarking()
"""Dominated by every marking."""
