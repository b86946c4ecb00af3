"""Checks of lists of countries: REL TO, DISPLAY ONLY, FGI, and the owners of a foreign mark."""

from itertools import pairwise

from redactor.marking.grammar import Part
from redactor.marking.lint.written import Fault, Faults, Written, at_part, is_damaged
from redactor.marking.opening import Opening
from redactor.marking.register import CODES, USA, by_code


def check_lists(mark: Written) -> Faults:
    """Look at every list of codes in the mark."""
    yield from _check_owners(mark.scan.opening)
    for part in mark.parts:
        if part.term.unknown:
            yield at_part("unknown-control" if is_damaged(part) else "unknown-country", part)
        if part.term.words == ("REL",):
            yield at_part("rel-without-list", part)
        elif "REL TO" in part.term.names and "EYES" not in part.text:
            yield from _check_release(part)
        elif not _in_order(part.term.codes):
            yield at_part("list-order", part)


def _check_owners(opening: Opening) -> Faults:
    span = opening.start, opening.end
    if opening.unknown:
        yield Fault("unknown-country", *span)
    words = [word for word in opening.text.split() if word in CODES]
    if opening.ownership.form == "joint" and USA not in words:
        yield Fault("usa-missing", *span)
    if not _in_order(words):
        yield Fault("list-order", *span)


def _check_release(part: Part) -> Faults:
    if not part.text.startswith("REL TO "):
        yield at_part("to-missing", part)
    tokens = part.text.partition("REL")[2].removeprefix(" TO").replace(",", " ").split()
    if USA not in tokens:
        yield at_part("usa-missing", part)
    elif part.term.codes and tokens.index(USA) > tokens.index(part.term.codes[0]):
        yield at_part("usa-not-first", part)
    if not _in_order(part.term.codes):
        yield at_part("list-order", part)


def _in_order(codes: tuple[str, ...] | list[str]) -> bool:
    return all(by_code(one) <= by_code(other) for one, other in pairwise(codes))
