"""From the marks of portions to the banner that they make: CAPCO 2016, D.2.

The banner is the join of all portions, less what a classified banner does not repeat. That is
one line; all else here says *why*: each part of the banner, and each control that is not in it,
has its decision, with the portions that made it, a reason and a source.

A superset of portions never makes a lower banner, because joining only rises and dropping keeps
the order.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from typing import Final, NamedTuple

from redactor.marking.audience import Audience
from redactor.marking.model import UNCLASSIFIED, SecurityMarking
from redactor.marking.parts import KINDS, Test, bears, bears_path, deepest, paths_of
from redactor.marking.printing import codes_text, path_text
from redactor.marking.register import (
    ABSORBS,
    ADMINISTRATIVE,
    DEGREES,
    FORCE_NOFORN,
    HYPHENED,
    PLACES,
    REASONS,
)

Portions = Sequence[SecurityMarking]


class Decision(NamedTuple):
    """Why one part of the banner is there, or is not."""

    code: str
    """A key of ``REASONS``."""
    what: str
    """The words of the banner that it is about: ``SI-G ABCD``, ``NOFORN``."""
    portions: tuple[int, ...]
    """The portions that made it, by their place from 0."""
    words: str
    cite: str


class RollUp(NamedTuple):
    """The banner that portions make, and why."""

    marking: SecurityMarking
    decisions: tuple[Decision, ...]


def roll_up(portions: Iterable[SecurityMarking]) -> RollUp:
    """Give the banner of a text with these portions; of none it is UNCLASSIFIED.

    It is foreign or joint only if every portion is: otherwise the text is American, and the
    owners are listed as FGI.
    """
    parts = tuple(portions)
    marking = reduce(SecurityMarking.join, parts, UNCLASSIFIED).without_administrative()
    if marking.ownership.is_foreign and not all(part.ownership.is_foreign for part in parts):
        marking = replace(marking, ownership=marking.ownership._replace(form="commingled"))
    return RollUp(marking, tuple(_decisions(marking, parts)))


def residual_banner(withheld: Iterable[SecurityMarking]) -> RollUp:
    """Give the banner of the copy that is retained: that of the portions still withheld.

    A SECRET cable of which only a CONFIDENTIAL portion is withheld becomes CONFIDENTIAL; one
    of which nothing is withheld becomes UNCLASSIFIED (22 CFR 9.9(b)).
    """
    rolled = roll_up(tuple(withheld))
    if rolled.decisions:
        return rolled
    return RollUp(rolled.marking, (_decided("nothing-withheld", "UNCLASSIFIED", ()),))


def _decisions(marking: SecurityMarking, portions: Portions) -> Iterator[Decision]:
    if portions:
        yield _level(marking, portions)
    for topic in _TOPICS:
        yield from topic(marking, portions)


def _decided(code: str, what: str, portions: tuple[int, ...]) -> Decision:
    return Decision(code, what, portions, *REASONS[code])


def _where(portions: Portions, test: Test) -> tuple[int, ...]:
    return tuple(place for place, portion in enumerate(portions) if test(portion))


def _level(marking: SecurityMarking, portions: Portions) -> Decision:
    highest = _where(portions, lambda part: part.level == marking.level)
    return _decided("level", DEGREES[marking.grade].word, highest)


def _systems(marking: SecurityMarking, portions: Portions) -> Iterator[Decision]:
    """Repeat every compartment and program; the deepest name of each is shown."""
    for kind in KINDS:
        for path in deepest(paths_of(marking, kind)):
            where = _where(portions, bears_path(kind, path))
            yield _decided(kind, path_text(kind, path), where)
    for strong, weak in _absorbed({path[0] for path in marking.aea}):
        where = _where(portions, bears("aea", (weak,)))
        if where:
            yield _decided("aea-strongest", strong, where)


def _absorbed(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each strong control among the names with every weak one that it stands for."""
    for strong in sorted(ABSORBS.keys() & set(names)):
        yield from ((strong, weak) for weak in ABSORBS[strong])


def _foreign(marking: SecurityMarking, portions: Portions) -> Iterator[Decision]:
    if marking.ownership.concealed:
        where = _where(portions, lambda part: part.ownership.concealed)
        yield _decided("fgi-concealed", "FGI", where)
    elif marking.ownership.owners:
        where = _where(portions, lambda part: bool(part.ownership.owners))
        yield _decided("fgi-listed", codes_text(marking.ownership.owners), where)
    for name in sorted(marking.nato):
        yield _decided("nato", name, _where(portions, bears("nato", name)))


def _controls(marking: SecurityMarking, portions: Portions) -> Iterator[Decision]:
    """Repeat controls; LES always, FOUO and its like only in an unclassified banner."""
    present = {name for part in portions for name in part.controls}
    for name in sorted(present, key=PLACES.__getitem__):
        where = _where(portions, bears("controls", name))
        if name in marking.controls:
            yield _decided(_SPECIAL.get(name, "control"), name, where)
        elif name in ADMINISTRATIVE and marking.is_classified:
            yield _decided("administrative-dropped", name, where)
    for strong, weak in _absorbed(marking.controls):
        if weak in present and not (marking.is_classified and weak in ADMINISTRATIVE):
            code = "nodis-over-exdis" if weak == "EXDIS" else "superseded"
            where = _where(portions, bears("controls", weak))
            yield _decided(code, strong, where)
    for name in sorted(marking.cui):
        yield _decided("cui", name, _where(portions, bears("cui", name)))
    for name in sorted(marking.unknown):
        yield _decided("unknown", name, _where(portions, bears("unknown", name)))


def _release(marking: SecurityMarking, portions: Portions) -> Iterator[Decision]:
    """Say who abroad may have it, and which portions decided that."""
    audience = marking.audience
    if not audience.decided:
        return
    if audience.is_noforn:
        yield _noforn(portions)
        return
    decided = _where(portions, lambda part: part.audience.decided)
    for code, codes in (("rel-to", audience.listed), ("display-only", audience.shown)):
        if codes:
            yield _decided(code, codes_text(codes), decided)
    if audience.relido:
        yield _decided("relido", "RELIDO", decided)


def _noforn(portions: Portions) -> Decision:
    """Give the strongest reason for NOFORN: a word, an unmarked portion, or no common country."""
    for code, test in _NOFORN_REASONS:
        where = _where(portions, test)
        if where:
            return _decided(code, "NOFORN", where)
    decided = _where(portions, lambda part: part.audience.decided)
    return _decided("no-common-country", "NOFORN", decided)


def _is_captioned(part: SecurityMarking) -> bool:
    return not FORCE_NOFORN.isdisjoint(part.controls)


def _is_hyphened(part: SecurityMarking) -> bool:
    unclassified = not part.is_classified and part.audience.is_noforn
    return unclassified and not part.controls.isdisjoint(HYPHENED)


def _is_unmarked(part: SecurityMarking) -> bool:
    return part.is_classified and not part.audience.decided


def _is_relido_only(part: SecurityMarking) -> bool:
    return _has_relido(part.audience) and not part.audience.listed


def _has_relido(audience: Audience) -> bool:
    return audience.decided and audience.relido


_NOFORN_REASONS: Final[tuple[tuple[str, Test], ...]] = (
    ("caption-noforn", _is_captioned),
    ("hyphen-noforn", _is_hyphened),
    ("noforn", lambda part: part.audience.is_noforn),
    ("unmarked-noforn", _is_unmarked),
    ("relido-noforn", _is_relido_only),
)
"""Why a banner is NOFORN, the first that holds."""

_SPECIAL: Final = {"LES": "les-stays"}

_TOPICS: Final = (_systems, _foreign, _controls, _release)
