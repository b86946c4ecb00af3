"""A marking explained to people: one sentence for each part, with its source."""

from collections.abc import Iterator
from typing import NamedTuple

from redactor.marking.model import SecurityMarking
from redactor.marking.parts import KINDS, deepest, paths_of
from redactor.marking.printing import codes_text, path_text, words_of
from redactor.marking.register import DEGREES, ENTRIES, PHRASES, USA


class Explanation(NamedTuple):
    """What one part of a marking means."""

    what: str
    """The part in banner form: ``NOFORN``, ``SI-G ABCD``."""
    meaning: str
    owner: str
    """Who can change it, and who is asked before a release."""
    forbids: str
    """What must not be done; empty where it forbids nothing of its own."""
    cite: str

    @property
    def sentence(self) -> str:
        """Everything in one sentence."""
        meaning = self.meaning.rstrip(".")
        forbids = self.forbids.rstrip(".")
        forbidden = f"; not allowed: {forbids[0].lower()}{forbids[1:]}" if forbids else ""
        return f"{self.what}: {meaning}; belongs to {self.owner}{forbidden} ({self.cite})."


def explain(marking: SecurityMarking) -> tuple[Explanation, ...]:
    """Explain every part of a marking: what it means, who owns it, what it forbids."""
    return (_level(marking), *_systems(marking), *_owners(marking), *_words(marking))


def _level(marking: SecurityMarking) -> Explanation:
    word, _, meaning, cite = DEGREES[marking.grade]
    owner = "its foreign owner" if marking.ownership.is_foreign else PHRASES["american"].owner
    forbids = "Release before it is declassified" if marking.is_classified else ""
    return Explanation(word, meaning, owner, forbids, cite)


def _systems(marking: SecurityMarking) -> Iterator[Explanation]:
    """Explain compartments and programs by their system, subsets of RD by their own entry."""
    for kind in KINDS:
        for path in deepest(paths_of(marking, kind)):
            name = path[1] if kind == "aea" and len(path) > 1 else path[0]
            yield _entry("SAR" if kind == "sap" else name, path_text(kind, path))


def _entry(name: str, what: str) -> Explanation:
    entry = ENTRIES.get(name)
    if entry is None:
        return _phrase("unknown", what)
    return Explanation(what, entry.meaning, entry.owner, entry.forbids, entry.cite)


def _phrase(kind: str, what: str, codes: str = "") -> Explanation:
    meaning, owner, forbids, cite = PHRASES[kind]
    return Explanation(what, meaning.format(codes), owner.format(codes), forbids, cite)


def _owners(marking: SecurityMarking) -> Iterator[Explanation]:
    form, owners, concealed = marking.ownership
    countries = codes_text(owners - {"NATO"} | ({USA} if form == "joint" else frozenset()))
    if concealed:
        yield _phrase("concealed", "FGI")
    elif countries:
        yield _phrase(form, f"{'JOINT' if form == 'joint' else 'FGI'} {countries}", countries)
    if "NATO" in owners:
        yield _phrase("nato", "NATO")


def _words(marking: SecurityMarking) -> Iterator[Explanation]:
    """Explain all other words, in the order of the banner."""
    skipped = {"FGI", "NATO"}
    for word in words_of(marking):
        name = next((name for name in ("REL TO", "DISPLAY ONLY") if word.startswith(name)), word)
        if word in marking.unknown:
            yield _phrase("unknown", word)
        elif word in marking.cui:
            yield _phrase("cui-specified" if word.startswith("SP-") else "cui-basic", word)
        elif name in ENTRIES and name not in skipped and ENTRIES[name].category in _WORD_KINDS:
            yield _entry(name, word)
    if marking.is_classified and not marking.audience.decided:
        yield _phrase("undecided", "no word of release")


_WORD_KINDS = frozenset({"nato", "cui", "dissem", "nonic"})
"""Categories whose words are explained one by one."""
