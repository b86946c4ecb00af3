"""Why a portion got what it got: the rules that matched, and those that matched but for one part.

What is told here quotes the cable.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from redactor.declass import DatedCable, year_end
from redactor.policy.cases import Cases
from redactor.policy.facts import Case
from redactor.policy.legality import years_between
from redactor.policy.load import Policy
from redactor.policy.model import Basis, Proposal, RuleHit
from redactor.policy.planning import engine_of
from redactor.policy.portions import Portion
from redactor.policy.proof.misses import NearMiss, Part, fact_name, near_misses, parts_of
from redactor.policy.proof.places import place_names
from redactor.policy.proposing import propose
from redactor.policy.rulecodes import YEARS
from redactor.policy.weaker import weaker
from redactor.policy.when import When
from redactor.text import Span, merge


class Match(NamedTuple):
    """A rule that matched in a portion."""

    hit: RuleHit
    words: tuple[Span, ...]
    """All words in this portion that made it match; none when facts alone did."""
    won: bool
    facts: tuple[str, ...]
    """The names of the facts that it asks for; none of a rule that is built in."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that bears on one portion."""

    place: str
    portion: Portion
    facts: Mapping[str, str]
    """What conditions could ask, by the names that they have in a policy."""
    items: tuple[Proposal, ...]
    """What is proposed, piece by piece."""
    matches: tuple[Match, ...]
    """Those that won come first."""
    near: tuple[NearMiss, ...]


def explain_cable(
    dated: DatedCable, policy: Policy, basis: Basis, *, requested: date | None = None
) -> tuple[str | None, tuple[Explanation, ...]]:
    """Explain every portion of a cable; beside them, why the whole cable waits, if it does."""
    proposals = propose(dated, policy, basis, requested=requested)
    cases = Cases.of(dated, engine_of(policy).lexicon, basis, requested)
    parts = tuple(parts_of(policy))
    told = [
        _explained(place, cases[number], proposals.items, policy, parts)
        for number, place in enumerate(place_names(dated, cases.portions))
    ]
    return proposals.hold, tuple(told)


def _explained(
    place: str, case: Case, items: Sequence[Proposal], policy: Policy, parts: tuple[Part, ...]
) -> Explanation:
    facts = facts_of(case)
    mine = tuple(one for one in items if one.content and one.span.meets(case.portion.span))
    whens = {rule.hit.id: rule.when for rule in policy.rules}
    matches = tuple(_matches(mine, case.portion.span, whens, facts))
    near = near_misses(case, policy, parts, {match.hit.id for match in matches})
    return Explanation(place, case.portion, facts, mine, matches, tuple(near))


def _matches(
    items: Sequence[Proposal], region: Span, whens: Mapping[str, When], facts: Mapping[str, str]
) -> Iterator[Match]:
    found: dict[str, Match] = {}
    for item in items:
        for hit in item.rules:
            known = found.get(hit.id)
            words = (span for span in hit.matched if span.meets(region))
            united = merge((*(known.words if known else ()), *words))
            won = item.won_by == hit.id or (known is not None and known.won)
            asked = tuple(_facts_asked(whens[hit.id], facts)) if hit.id in whens else ()
            found[hit.id] = Match(known.hit if known else hit, united, won, asked)
    yield from sorted(found.values(), key=lambda match: not match.won)


def _facts_asked(when: When, facts: Mapping[str, str]) -> Iterator[str]:
    names = (fact_name(one.part, facts) for one in weaker(when))
    yield from dict.fromkeys(name for name in names if name)


def facts_of(case: Case) -> dict[str, str]:
    """Tell every fact that a condition can ask of a portion; words apart."""
    portion, dated, cable = case.portion, case.dated, case.dated.cable
    instruction = dated.instruction
    return {
        "field": portion.field,
        "status": portion.status.status,
        "marking.level": portion.level or "cannot be read",
        "marking.controls": ", ".join(portion.controls) or "none",
        "marking.source": portion.source,
        "marking.flags": ", ".join(portion.flags) or "none",
        "instruction.kind": instruction.kind,
        "instruction.codes": ", ".join(instruction.codes) or "none",
        "instruction.flags": ", ".join((*instruction.flags, *portion.status.flags)) or "none",
        "order": instruction.order or "none",
        "age": _age(dated),
        "age.at_request": _age_at_request(dated, case.requested),
        "tags": ", ".join(cable.tags) or "none",
        "captions": ", ".join(cable.captions) or "none",
        "basis": case.basis,
        "cable.id": cable.id or "none",
        "cable.level": cable.level or "cannot be read",
        "cable.portions": "unclassified" if case.all_unclassified else "not all unclassified",
        "cable.warnings": ", ".join(sorted({one.code for one in cable.warnings})) or "none",
    }


_UNDATED = "unknown: no date of origin"


def _age(dated: DatedCable) -> str:
    if dated.origin is None:
        return _UNDATED
    full = years_between(dated.origin, dated.as_of)
    return f"{full} full years; the year 25 ends on {year_end(dated.origin, YEARS)}"


def _age_at_request(dated: DatedCable, requested: date | None) -> str:
    if requested is None:
        return "unknown: no day of a request is given"
    if dated.origin is None:
        return _UNDATED
    return f"{years_between(dated.origin, requested)} full years on {requested}"
