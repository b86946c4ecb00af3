"""Checks of sense: controls that cannot stand together, at this level, or any longer."""

from redactor.marking.grammar import Part
from redactor.marking.lint.written import Fault, Faults, Written, at_part
from redactor.marking.register import (
    ABSORBS,
    DECLASSIFY_ENDED,
    ENTRIES,
    FORCE_NOFORN,
    PAIRS,
    Entry,
    Ruling,
)


def check_pairs(mark: Written) -> Faults:
    """Look for two controls that cannot stand together."""
    names = mark.names
    for pair in PAIRS:
        if pair.one in names and pair.other in names:
            yield _at(mark, names[pair.other], pair.code, Ruling(pair.words, pair.cite))


def check_strength(mark: Written) -> Faults:
    """Look for controls that a stronger one stands for, and for the NOFORN that one forces."""
    names = mark.names
    paired = {pair.other for pair in PAIRS if pair.one in names}
    for strong, weak in _absorbed(mark):
        if weak not in paired:
            ruling = Ruling(f"{strong} stands for {weak}.", ENTRIES[strong].cite)
            yield _at(mark, _part_of(mark, weak), "superseded-control", ruling)
    forcing = FORCE_NOFORN & names.keys()
    if forcing and "NOFORN" not in names:
        yield _at(mark, names[min(forcing)], "noforn-missing")


def _absorbed(mark: Written) -> list[tuple[str, str]]:
    """Give the controls and systems that a stronger one beside them absorbs."""
    present = set(mark.names) | {path[0] for part in mark.parts for path in part.term.paths}
    return [
        (strong, weak)
        for strong, absorbed in ABSORBS.items()
        for weak in absorbed
        if strong in present and weak in present
    ]


def check_levels(mark: Written) -> Faults:
    """Look for a control that does not stand at the mark's level."""
    for part in mark.parts:
        for entry in _entries(part):
            if mark.level not in entry.levels:
                allowed = ", ".join(entry.levels)
                ruling = Ruling(f"{entry.name} stands at level {allowed} only.", entry.cite)
                yield at_part("wrong-level", part, ruling)
                break


def check_foreign(mark: Written) -> Faults:
    """Look at what contradicts a foreign or joint mark."""
    form = mark.scan.opening.ownership.form
    for part in mark.parts:
        if form in {"foreign", "joint"} and part.term.category == "fgi":
            yield at_part("fgi-in-foreign", part)
        if form == "joint" and "NOFORN" in part.term.names:
            yield at_part("joint-with-noforn", part)


def check_age(mark: Written) -> Faults:
    """Look for forms that were given up before the mark was written."""
    for name, part in mark.names.items():
        entry = ENTRIES[name]
        if _is_obsolete(mark, entry):
            yield _at(mark, part, "obsolete-control", _obsolete(entry))
    for part in mark.parts:
        for entry in _entries(part) if part.term.paths else ():
            if _is_obsolete(mark, entry):
                yield at_part("obsolete-control", part, _obsolete(entry))
        if part.term.category == "declass" and not mark.before(DECLASSIFY_ENDED):
            yield at_part("obsolete-declassify", part)


def _is_obsolete(mark: Written, entry: Entry) -> bool:
    return bool(entry.instead) and not (entry.obsolete and mark.before(entry.obsolete))


def _obsolete(entry: Entry) -> Ruling:
    since = f" since {entry.obsolete:%d %B %Y}" if entry.obsolete else ""
    return Ruling(f"{entry.name} is not used{since}; {entry.instead} is.", entry.cite)


def _entries(part: Part) -> tuple[Entry, ...]:
    """Give the entries of a token: its controls, its systems, and the subsets of RD."""
    depth = None if part.term.category == "aea" else 1
    words = (*part.term.names, *(word for path in part.term.paths for word in path[:depth]))
    return tuple(ENTRIES[word] for word in dict.fromkeys(words) if word in ENTRIES)


def _part_of(mark: Written, name: str) -> Part | None:
    return next((part for part in mark.parts if name in map(_name_of, _entries(part))), None)


def _name_of(entry: Entry) -> str:
    return entry.name


def _at(mark: Written, part: Part | None, code: str, ruling: Ruling | None = None) -> Fault:
    """Point at a token, or at the opening where that holds the control within it."""
    if part is not None:
        return at_part(code, part, ruling)
    return Fault(code, mark.scan.opening.start, mark.scan.opening.end, ruling)
