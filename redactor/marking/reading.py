"""Reading markings: portion marks, banner lines, and the words other stages keep of them.

Nothing here raises, whatever the text. What is not a marking gives ``None``. What is one gives a
``Reading``: the value, and flags for what a person should look at. Damage never lowers a level
or widens an audience: of two levels the higher counts, a REL without a list allows nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from redactor.marking.audience import EVERYONE, HOME, NOFORN, Audience, releasable_to
from redactor.marking.grammar import Scan, scan
from redactor.marking.model import SecurityMarking
from redactor.marking.opening import Opening, is_code
from redactor.marking.ownership import AMERICAN, Form, Ownership
from redactor.marking.register import (
    GRADES,
    OPENINGS,
    REGISTER,
    RELEASE_WORDS,
    USA,
    Grade,
    Level,
    Style,
    by_code,
    spelled_out,
)
from redactor.marking.terms import Term, read_category, read_term

_CUI: Final = "CUI"
_NATO_NAMES: Final = frozenset(entry.name for entry in REGISTER if entry.category == "nato")
_MOST_KEPT: Final = 2048
"""Marks are few and come often: a cable bears the same ones again and again."""
_LONGEST_KEPT: Final = 200
"""Code points; what is longer is rarely a mark, and is not kept."""


class Reading(NamedTuple):
    """A marking that was read."""

    marking: SecurityMarking
    controls: tuple[str, ...]
    """Banner words in the order of the text, each once: ``NOFORN``, not ``NF``; what the
    register does not know stands as written."""
    flags: tuple[str, ...]
    """What is odd: ``malformed``, ``legacy-separator``, ``unknown-control``; and
    ``entire-text``, where the mark reaches over all that follows."""
    declassify: str | None = None
    """The declassification value that ended banners before 2008, as written: ``X1``."""

    @property
    def level(self) -> Level:
        """The American level at which the text is protected."""
        return self.marking.level


class Controls(NamedTuple):
    """Controls without a level."""

    words: tuple[str, ...]
    """Banner words, each once; what the register does not know stands as written."""
    known: bool
    """The register knows all of them."""


def parse_portion(text: str) -> Reading | None:
    """Read a portion mark, with its parentheses or without: ``(S//NF)``, ``S/NF``, ``C)``."""
    read = _read_often if len(text) <= _LONGEST_KEPT else _read
    return read(text, "portion")


def parse_banner(text: str) -> Reading | None:
    """Read a banner line: ``SECRET//NOFORN//X1``, ``//NATO SECRET``, ``UNCLAS SENSITIVE``."""
    read = _read_often if len(text) <= _LONGEST_KEPT else _read
    return read(text, "banner")


def _read(text: str, style: Style) -> Reading | None:
    found = scan(text, style)
    return None if found is None else reading_of(found)


_read_often: Final = lru_cache(maxsize=_MOST_KEPT)(_read)


def from_words(level: Level, words: Iterable[str]) -> SecurityMarking:
    """Make a marking from a level and banner words, as a cable keeps them.

    Words that the register does not know are kept as unknown controls. ``FGI GBR`` beside a
    level is foreign information within American text.
    """
    terms: list[Term] = []
    ownership = AMERICAN
    for word in words:
        token = " ".join(word.upper().split())
        head, *codes = token.split() or [""]
        if head == "JOINT" and codes and all(map(is_code, codes)):
            ownership = Ownership("joint", frozenset(codes))
        elif token:
            strange = Term("unknown", (token,), unknown=(token,))
            term = read_term(token) or strange
            if term.category == "unknown" and any(_CUI in found.names for found in terms):
                term = read_category(token) or strange
            terms.append(term)
    return _marking(level, ownership, terms)


def read_controls(text: str, *, sensitive: bool = False) -> Controls:
    """Read controls that stand without a level, ``NOFORN/ORCON``; after SBU a lone N is NOFORN.

    Running text is one word that is not known. A declassification value gives no word.
    """
    read = _controls_often if len(text) <= _LONGEST_KEPT else _controls
    return read(text, sensitive=sensitive)


def _controls(text: str, *, sensitive: bool) -> Controls:
    found = scan(f"{'SBU' if sensitive else 'U'}//{text}", "banner")
    if found is None:
        word = " ".join(text.upper().split())
        return Controls((word,) if word else (), known=not word)
    terms = [part.term for part in found.parts]
    words = dict.fromkeys(word for term in terms for word in term.words)
    return Controls(tuple(words), known=not any(term.unknown for term in terms))


def released_as(reading: Reading, banner: SecurityMarking) -> SecurityMarking:
    """Give the marking of a portion whose ``REL`` has no list: it means that of the banner.

    Without a list in the banner, or with NOFORN beside it, it allows nobody.
    """
    marking, words = reading.marking, reading.controls
    if "REL" not in words or "NOFORN" in words or not banner.audience.listed:
        return marking
    return replace(marking, audience=banner.audience)


_controls_often: Final = lru_cache(maxsize=_MOST_KEPT)(_controls)


def reading_of(found: Scan) -> Reading:
    """Give what a marking means that was taken apart."""
    opening, parts = found.opening, found.parts
    terms = [*opening.brings, *(part.term for part in parts)]
    controls = [term for term in terms if term.category not in {"level", "declass"}]
    words = (*_owner(opening), *(word for term in controls for word in term.words))
    marking = _marking(_highest(opening.grade, terms), opening.ownership, controls)
    declassify = next((part.text for part in parts if part.term.category == "declass"), None)
    return Reading(marking, tuple(dict.fromkeys(words)), _flags(found, controls), declassify)


def _flags(found: Scan, terms: Sequence[Term]) -> tuple[str, ...]:
    flags = found.flags
    if found.opening.unknown or any(term.unknown for term in terms):
        flags = ("unknown-control", *flags)
    if found.parts and len(found.parts[0].gap) == 1:
        flags = ("legacy-separator", *flags)
    return flags


def _highest(grade: Grade, terms: Iterable[Term]) -> Grade:
    """Of two levels in one mark, ``(C/S)``, the higher protects."""
    further = (OPENINGS[term.words[0]].grade for term in terms if term.category == "level")
    return max((grade, *further), key=GRADES.index)


def _owner(opening: Opening) -> tuple[str, ...]:
    """Give the word for whose it is: ``FGI GBR``, ``NATO``, or ``FGI`` where that is concealed."""
    ownership = opening.ownership
    if not ownership.is_foreign:
        return ()
    if ownership.form == "joint":
        return (f"JOINT {' '.join(sorted(ownership.owners | {USA}, key=by_code))}",)
    if ownership.owners == {"NATO"}:
        return ("NATO",)
    return (" ".join(("FGI", *sorted(ownership.owners, key=by_code))),)


def _marking(grade: Grade, ownership: Ownership, terms: Sequence[Term]) -> SecurityMarking:
    if not terms:
        return SecurityMarking(grade, ownership)
    names = frozenset(name for term in terms for name in term.names)
    paths: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for term in terms:
        paths[term.category].update(term.paths)
    return SecurityMarking(
        grade=grade,
        ownership=_with_foreign(ownership, terms),
        sci=frozenset(paths["sci"]),
        sap=frozenset(paths["sap"]),
        aea=frozenset(paths["aea"]),
        nato=names & _NATO_NAMES,
        audience=_audience(names, terms, ownership),
        controls=names - _NATO_NAMES - RELEASE_WORDS,
        cui=frozenset(category for (category,) in paths["cui"]),
        unknown=frozenset(_strange(terms)),
    )


def _with_foreign(ownership: Ownership, terms: Iterable[Term]) -> Ownership:
    """Add whose information stands within: ``FGI GBR``, or ``FGI`` where that is concealed."""
    form: Form = "foreign" if ownership.form == "foreign" else "commingled"
    for term in terms:
        if term.category == "fgi":
            owners = frozenset(term.codes)
            ownership = ownership.unite(Ownership(form, owners, concealed=not owners))
    return ownership


def _strange(terms: Iterable[Term]) -> Iterator[str]:
    """Give the tokens that the register does not know; codes of lists stand in their lists."""
    for term in terms:
        yield from (token for token in term.unknown if token not in term.codes)


def _audience(names: frozenset[str], terms: Iterable[Term], ownership: Ownership) -> Audience:
    """Give whom the words of release allow; NOFORN beats all, and two lists intersect."""
    if "NOFORN" in names:
        return NOFORN
    if names.isdisjoint(RELEASE_WORDS):
        return EVERYONE
    release = _common(terms, "REL TO", ownership.owners if ownership.form == "joint" else HOME)
    shown = _common(terms, "DISPLAY ONLY", HOME)
    return releasable_to(release, shown, relido="RELIDO" in names)


def _common(terms: Iterable[Term], name: str, unlisted: frozenset[str]) -> frozenset[str]:
    """Give the codes that all lists of a control name; ``unlisted`` stands for one without any."""
    lists = [
        spelled_out(frozenset(term.codes)) if term.words != ("REL",) else unlisted
        for term in terms
        if name in term.names
    ]
    return frozenset.intersection(*lists) if lists else HOME
