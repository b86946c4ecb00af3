"""How a printed banner differs from the one that its portions make."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from redactor.marking.model import SecurityMarking
from redactor.marking.ownership import Ownership
from redactor.marking.parts import KINDS, Test, bears, bears_path, deepest, paths_of
from redactor.marking.printing import codes_text, path_text
from redactor.marking.register import ADMINISTRATIVE, DEGREES, DIFFERENCES, LEVELS, PLACES
from redactor.marking.rollup import roll_up


class Difference(NamedTuple):
    """One difference between a printed banner and the computed one."""

    code: str
    """A key of ``DIFFERENCES``."""
    what: str
    """The words that it is about: ``NOFORN``, ``SI-G ABCD``, ``FRA, JPN``."""
    portions: tuple[int, ...]
    """The portions that show it, by their place from 0; none where no portion bears it."""
    words: str
    cite: str


def differences(
    printed: SecurityMarking, portions: Sequence[SecurityMarking]
) -> tuple[Difference, ...]:
    """Compare a printed banner with its portions; without portions there is nothing to compare.

    ``printed`` holds the captions too: ``from_words(level, controls)`` makes it from a cable.
    """
    if not portions:
        return ()
    comparison = _Comparison(printed, roll_up(portions).marking, tuple(portions))
    return tuple(found for check in _CHECKS for found in check(comparison))


class _Comparison(NamedTuple):
    printed: SecurityMarking
    computed: SecurityMarking
    portions: tuple[SecurityMarking, ...]

    @property
    def needed(self) -> SecurityMarking:
        """Give the least banner that protects what both do."""
        return self.printed.join(self.computed)

    def say(self, code: str, what: str, test: Test | None = None) -> Difference:
        """State a difference, with the portions for which the test holds."""
        where = (i for i, part in enumerate(self.portions) if test is not None and test(part))
        return Difference(code, what, tuple(where), *DIFFERENCES[code])


def _level(both: _Comparison) -> Iterator[Difference]:
    printed, computed = LEVELS.index(both.printed.level), LEVELS.index(both.computed.level)
    if computed > printed:
        word = DEGREES[both.computed.grade].word
        yield both.say(
            "portion-above-banner", word, lambda part: LEVELS.index(part.level) > printed
        )
    elif printed > computed:
        yield both.say("banner-above-portions", DEGREES[both.printed.grade].word)


def _systems(both: _Comparison) -> Iterator[Difference]:
    """Look for compartments and programs that the banner lacks, or alone bears."""
    needed = both.needed
    for kind in KINDS:
        paths = paths_of(needed, kind)
        for path in deepest(paths - paths_of(both.printed, kind)):
            yield both.say(f"{kind}-not-in-banner", path_text(kind, path), bears_path(kind, path))
        for path in deepest(paths - paths_of(both.computed, kind)):
            yield both.say("control-not-in-portions", path_text(kind, path))


def _foreign(both: _Comparison) -> Iterator[Difference]:
    printed, computed = both.printed.ownership, both.computed.ownership
    if printed.is_foreign and both.needed.ownership.form != printed.form:
        mixed = _where_not(printed)
        yield both.say("not-all-foreign", DEGREES[both.printed.grade].word, mixed)
    if computed.concealed:
        if printed.owners:
            named = codes_text(printed.owners)
            yield both.say("fgi-source-named", named, lambda part: part.ownership.concealed)
        elif not printed.concealed:
            yield both.say("fgi-not-in-banner", "FGI", lambda part: part.ownership.concealed)
    elif not printed.concealed:
        lacking = computed.owners - printed.owners
        if lacking:
            owned = codes_text(lacking)
            yield both.say(
                "fgi-not-in-banner", owned, lambda part: bool(part.ownership.owners & lacking)
            )


def _where_not(printed: Ownership) -> Test:
    """Make the test whether a portion is not of the kind that the banner claims."""
    return lambda part: part.ownership != printed


def _controls(both: _Comparison) -> Iterator[Difference]:
    """Look for controls that the banner lacks, or alone bears."""
    printed, needed = both.printed, both.needed
    for name in _in_order(needed.controls - printed.controls):
        code = _MISSING.get(name, "control-not-in-banner")
        yield both.say(code, name, bears("controls", name))
    for name in _in_order(printed.controls - both.computed.controls):
        dropped = printed.is_classified and name in ADMINISTRATIVE
        yield both.say("administrative-in-banner" if dropped else "control-not-in-portions", name)


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=PLACES.__getitem__)


def _words(both: _Comparison) -> Iterator[Difference]:
    """Look for NATO's words, categories of CUI, and unknown tokens."""
    printed, computed = both.printed, both.computed
    for name in sorted(computed.nato - printed.nato):
        yield both.say("nato-not-in-banner", name, bears("nato", name))
    for name in sorted(computed.cui - printed.cui):
        yield both.say("cui-not-in-banner", name, bears("cui", name))
    for name in sorted(computed.unknown - printed.unknown):
        yield both.say("unknown-not-in-banner", name, bears("unknown", name))
    for name in sorted(
        (printed.nato - computed.nato)
        | (printed.cui - computed.cui)
        | (printed.unknown - computed.unknown)
    ):
        yield both.say("control-not-in-portions", name)


def _release(both: _Comparison) -> Iterator[Difference]:
    """Compare who abroad may have it: too wide is dangerous, too narrow is only too strict."""
    printed, computed = both.printed.audience, both.computed.audience
    if computed.is_noforn and not printed.is_noforn:
        yield both.say("noforn-not-in-banner", "NOFORN", lambda part: part.audience.is_noforn)
    if computed.release is not None and (wide := printed.listed - computed.release):
        yield both.say("rel-too-wide", codes_text(wide), lambda part: _refuses(part, wide))
    if computed.display is not None and (wide := printed.shown - computed.display):
        yield both.say("display-too-wide", codes_text(wide), lambda part: _hides(part, wide))
    if printed.decided and printed.relido and not computed.relido:
        yield both.say("relido-not-shared", "RELIDO", lambda part: not part.audience.relido)
    yield from _strict(both)


def _strict(both: _Comparison) -> Iterator[Difference]:
    printed, computed = both.printed.audience, both.computed.audience
    if printed.decided and printed.release is not None:
        narrow = computed.listed - printed.release
        if narrow:
            yield both.say("rel-too-narrow", codes_text(narrow))
        elif printed.is_noforn and not computed.decided:
            yield both.say("control-not-in-portions", "NOFORN")


def _refuses(part: SecurityMarking, codes: frozenset[str]) -> bool:
    return part.audience.release is not None and not codes <= part.audience.release


def _hides(part: SecurityMarking, codes: frozenset[str]) -> bool:
    return part.audience.display is not None and not codes <= part.audience.display


_MISSING: Final = {"EXDIS": "exdis-not-in-banner", "NODIS": "nodis-not-in-banner"}

_CHECKS: Final = (_level, _systems, _foreign, _controls, _words, _release)
