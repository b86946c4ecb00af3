"""Facets: by what a reader of the audit diff picks places. The style alone does the picking.

Each choice is a radio button; a rule of the style hides what is not of that choice. So the page
needs no script, and works without a network.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redactor.audit.markup import shown
from redactor.policy import print_code
from redactor.release import Withheld
from redactor.review import Decision
from redactor.text import element

VIEWS = ("side by side", "unified")


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to pick places."""

    name: str
    """``code``, ``rule`` or ``person``."""
    values: tuple[str, ...]
    places: tuple[frozenset[str], ...]
    """The values of each withheld place, in order."""


def facets_of(
    places: Sequence[Withheld], histories: Sequence[Sequence[Decision]]
) -> tuple[Facet, ...]:
    """Give the facets of a release.

    Args:
        places: those withheld.
        histories: for each, every signer's decisions over it.
    """
    made = [(*place.decisions, *history) for place, history in zip(places, histories, strict=True)]
    return (
        _facet("code", [[print_code(code) for code in place.codes] for place in places]),
        _facet("rule", [[decision.rule for decision in each] for each in made]),
        _facet("person", [[decision.person for decision in each] for each in made]),
    )


def _facet(name: str, found: Iterable[Iterable[str]]) -> Facet:
    places = tuple(frozenset(values) for values in found)
    return Facet(name, tuple(sorted(frozenset().union(*places))), places)


def classes(facets: Iterable[Facet], places: Iterable[int]) -> str:
    """Give the class attribute of what stands for some places, by their numbers from 1."""
    numbers = tuple(places)
    names = (
        f"{facet.name}-{i}"
        for facet in facets
        for i, value in enumerate(facet.values, 1)
        if any(value in facet.places[number - 1] for number in numbers)
    )
    return " ".join(("by", *names)) if numbers else ""


def controls(facets: Iterable[Facet]) -> str:
    """Give the radio buttons: one set for the view, and one for each facet with a choice."""
    sets = [_buttons("view", VIEWS)]
    sets += [_buttons(each.name, ("all", *each.values)) for each in facets if len(each.values) > 1]
    return element("div", "".join(sets), class_="controls")


def _buttons(name: str, values: Sequence[str]) -> str:
    """Give a set of buttons, of which the first is chosen."""
    buttons = (
        f'<input type="radio" name="{name}" id="{name}-{i}"{"" if i else " checked"}>{shown(value)}'
        for i, value in enumerate(values)
    )
    labels = "".join(element("label", button) for button in buttons)
    return element("fieldset", element("legend", name.capitalize()) + labels)


def picking(facets: Iterable[Facet]) -> Iterator[str]:
    """Give the rules of the style that hide what is not chosen."""
    for facet in facets:
        for i in range(1, len(facet.values) + 1):
            chosen = f"{facet.name}-{i}"
            yield f"main:has(#{chosen}:checked) .by:not(.{chosen}) {{ display: none; }}"
