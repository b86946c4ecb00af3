"""Checks of form: parentheses, the opening, separators, order, spelling."""

from itertools import pairwise
from typing import Final

from redactor.marking.grammar import Part
from redactor.marking.lint.written import Fault, Faults, Written, at_part, is_damaged
from redactor.marking.register import (
    CATEGORIES,
    COMMAS_ENDED,
    ENTRIES,
    HYPHENED,
    OPENINGS,
    PLACES,
)

_PLACE: Final = {category: place for place, category in enumerate(CATEGORIES)}
_LISTS: Final = ("REL", "DISPLAY", "EYES ")
_STATE_NOFORN: Final = "N"
"""``SBU/N`` is State's own form: 5 FAH-1 H-246.2."""


def check_frame(mark: Written) -> Faults:
    """Look for a lost parenthesis, and for a second level."""
    two = [part for part in mark.parts if part.term.category == "level"]
    yield from (at_part("two-levels", part) for part in two)
    if "malformed" in mark.scan.flags and not two:
        yield Fault("malformed", *mark.scan.body)


def check_opening(mark: Written) -> Faults:
    """Look at the word that opens the mark."""
    opening = mark.scan.opening
    span = opening.start, opening.end
    if opening.ownership.is_foreign:
        if opening.text.startswith(("NATO ", "COSMIC ")) and not opening.slashes:
            yield Fault("slashes-missing", *span)
        return
    use = OPENINGS[opening.text].use if opening.text in OPENINGS else "state"
    if use == "compound":
        yield Fault("level-not-apart", *span)
    elif use == "banner" and mark.style == "portion":
        yield Fault("long-form-in-portion", *span)
    elif use == "portion" and mark.style == "banner":
        yield Fault("short-form-in-banner", *span)


def check_separators(mark: Written) -> Faults:
    """Look for separators that are not those of the register."""
    end, category = mark.scan.opening.end, _opening_category(mark)
    for part in mark.parts:
        code = _separator_fault(mark, part, category)
        if code:
            yield Fault(code, end, part.start)
        end, category = part.end, part.term.category


def _opening_category(mark: Written) -> str:
    """``SBU-NF`` and ``CUI`` stand in the level's place: what follows is parted all the same."""
    return "cui" if mark.scan.opening.text == "CUI" else "level"


def _separator_fault(mark: Written, part: Part, before: str) -> str:
    same = part.term.category == before and before not in {"level", "unknown"}
    damaged = is_damaged(part)
    strange = (damaged or before == "unknown") and before != "level"
    if "/" not in part.gap:
        fits = same and part.gap == "," and mark.before(COMMAS_ENDED)
        return "" if fits else "odd-separator"
    if part.gap == "/":
        return "" if same or strange or part.term.category == "level" else "single-slash"
    if len(part.gap) > len("//"):
        return "odd-separator"
    return "double-slash" if same and not damaged and before not in {"cui", "declass"} else ""


def check_order(mark: Written) -> Faults:
    """Look for categories, and for controls of one category, that stand too late."""
    known = [part for part in mark.parts if part.term.category in _PLACE and not is_damaged(part)]
    highest = 0
    for part in known:
        place = _PLACE[part.term.category]
        if place < highest:
            yield at_part("category-order", part)
        highest = max(highest, place)
    for one, other in pairwise(known):
        if one.term.category == other.term.category and _rank(other) < _rank(one):
            yield at_part("control-order", other)


def _rank(part: Part) -> tuple[int, str]:
    """Rank a control among its own kind: by the register, or by the alphabet."""
    term = part.term
    if term.category in {"dissem", "nonic"}:
        return PLACES[term.names[0]], ""
    if term.category == "aea":
        return PLACES[term.paths[0][0]], ""
    if term.category == "cui" and term.paths:
        name = term.paths[0][0]
        return 1 + (not name.startswith("SP-")), name
    return 0, part.text if term.category != "fgi" and not term.names else ""


def check_spelling(mark: Written) -> Faults:
    """Look for long forms in a portion mark and short ones in a banner."""
    for part in mark.parts:
        short, long = _forms(part)
        if short == long:
            continue
        if mark.style == "portion" and part.text != short:
            yield at_part("long-form-in-portion", part)
        elif mark.style == "banner" and part.text == short:
            yield at_part("short-form-in-banner", part)


def _forms(part: Part) -> tuple[str, str]:
    """Give the portion and the banner form of a fixed token; two equal ones for any other."""
    names = part.term.names
    if not names or part.term.codes or part.text.startswith(_LISTS) or part.text == _STATE_NOFORN:
        return "", ""
    entry = ENTRIES[names[0]]
    if names[0] in HYPHENED and len(names) > 1:
        return f"{entry.portion}-NF", f"{entry.name} NOFORN"
    return entry.portion, entry.name


def check_repeats(mark: Written) -> Faults:
    """Look for a control that stands twice."""
    seen = set(mark.scan.opening.brings)
    for part in mark.parts:
        if part.term in seen and part.term.category != "declass":
            yield at_part("repeated-control", part)
        seen.add(part.term)
