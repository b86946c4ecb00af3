"""Proposing in the plainest way: each rule put to each portion alone, each character by itself.

It knows nothing of plans, gates, sheets and painting, and takes its time.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from redactor.cable import Cable
from redactor.declass import DatedCable
from redactor.policy import STRENGTH, Basis, Policy, Proposal, RuleHit
from redactor.policy.cases import Cases
from redactor.policy.facts import Case
from redactor.policy.floors import floor_hold, floor_of
from redactor.policy.mentions import mentions
from redactor.policy.portions import Portion
from redactor.policy.rules import Cover, Rule, fire, spread
from redactor.policy.search import Lexicon, Page, Searcher

Told = tuple[object, ...]
"""What is proposed for one character, with all that was said of it."""


class Expected(NamedTuple):
    """What must come of proposing."""

    hold: str | None
    told: dict[int, Told]
    """By the offset of each printed character."""


def told(items: Iterable[Proposal], cable: Cable) -> dict[int, Told]:
    """Spread proposals over the printed characters that they decide."""
    printed = _printed(cable)
    return {
        offset: (item.action, item.won_by, set(item.codes), item.frees_on, _named(item.rules))
        for item in items
        if item.content
        for offset in printed.intersection(range(*item.span))
    }


def asked_one_by_one(dated: DatedCable, under: Policy, basis: Basis) -> Expected:
    """Propose for a cable."""
    terms = frozenset[str]().union(
        *(rule.terms for rule in under.rules), *(one.terms for one in under.exceptions)
    )
    cases = Cases.of(dated, Lexicon(terms), basis)
    covers = [cover for rule in under.rules for cover in _covers(rule, cases)]
    printed = _printed(dated.cable)
    holds = {floor_hold(portion) for portion in cases.portions}
    holds |= {
        f"{hit.because} {hit.cite} (rule {hit.id})."
        for _, hit in covers
        if hit.action == "hold" and hit.lifted_by is None
    }
    found = {
        offset: _decided([hit for span, hit in covers if offset in span], portion, dated)
        for portion in cases.portions
        for offset in printed.intersection(range(*portion.span))
    }
    return Expected(" ".join(sorted(hold for hold in holds if hold)) or None, found)


def _printed(cable: Cable) -> set[int]:
    """Give the offsets of all that is neither white space nor a page-break line."""
    quiet = {offset for span in cable.furniture for offset in range(*span)}
    return {i for i, char in enumerate(cable.text) if not char.isspace()} - quiet


def _covers(rule: Rule, cases: Cases) -> Iterator[Cover]:
    """Put a rule to each portion, in a page of its own."""
    found = [cover for number in range(len(cases)) for cover in fire(rule, _alone(cases, number))]
    hit = spread(found) if rule.scope == "cable" else None
    if hit is not None:
        yield from (Cover(portion.span, hit) for portion in cases.portions)
        return
    yield from found
    if rule.every_mention:
        yield from (cover for _, cover in mentions(rule, found, cases))


def _alone(cases: Cases, number: int) -> Case:
    case, page = cases[number], cases.page
    alone = Page(page.text, [case.portion.span], page.skip, page.lexicon)
    return Case(
        case.portion,
        case.dated,
        case.basis,
        Searcher(alone, 0),
        case.requested,
        case.all_unclassified,
    )


def _decided(said: list[RuleHit], portion: Portion, dated: DatedCable) -> Told:
    counted = [hit for hit in said if hit.action != "hold" and hit.lifted_by is None]
    rank = max((STRENGTH.index(hit.action) for hit in counted), default=STRENGTH.index("review"))
    floor = floor_of(portion, dated)
    if floor and STRENGTH.index(floor.action) > rank:
        said, rank = [*said, floor], STRENGTH.index(floor.action)
    won = [hit for hit in said if hit.action == STRENGTH[rank] and hit.lifted_by is None]
    winner = min((hit.id for hit in won), default=None)
    codes = {code for hit in won for code in hit.codes}
    return STRENGTH[rank], winner, codes, portion.status.frees_on, _named(said)


def _named(hits: Iterable[RuleHit]) -> list[str]:
    """Give hits in one order, whatever order they came in."""
    return sorted(map(repr, hits))
