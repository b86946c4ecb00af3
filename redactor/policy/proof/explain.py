"""Why a portion got what it got: the rules that matched, and those that matched but for one part.

What is told here quotes the cable. A rule whose words do not stand in the portion at all is not
near: only its other parts are asked, and words that stand there without their cue.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from redactor.declass import DatedCable
from redactor.policy.cases import Cases
from redactor.policy.conditions import Condition, compile_when
from redactor.policy.facts import Case, compile_facts
from redactor.policy.legality import years_between
from redactor.policy.load import Policy
from redactor.policy.model import Basis, Proposal, RuleHit
from redactor.policy.planning import engine_of
from redactor.policy.portions import Portion
from redactor.policy.proof.places import place_names
from redactor.policy.propose import propose
from redactor.policy.rules import fire
from redactor.policy.weaker import weaker
from redactor.policy.when import When
from redactor.text import Span, merge


class Match(NamedTuple):
    """A rule that matched in a portion."""

    hit: RuleHit
    words: tuple[Span, ...]
    """All words in this portion that made it match; none when facts alone did."""
    won: bool


class NearMiss(NamedTuple):
    """A rule that would have matched but for one part of its conditions."""

    rule: str
    where: str
    parts: tuple[str, ...]
    """The part that failed; several where any one of them would have done."""


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
    parts = tuple(_left_out(policy))
    told = [
        _explained(place, cases[number], proposals.items, policy, parts)
        for number, place in enumerate(place_names(dated, cases.portions))
    ]
    return proposals.hold, tuple(told)


class _Part(NamedTuple):
    rule: int
    name: str
    condition: Condition
    """That of the rule without this part."""


def _left_out(policy: Policy) -> Iterator[_Part]:
    """Compile each rule without each of its parts, as long as every place still asks something."""
    for number, rule in enumerate(policy.rules):
        for part, how, when in weaker(rule.when):
            words = part == "text" or part.endswith(".text")
            if how == "left out" and not words and all(map(_asks, when.parts())):
                yield _Part(number, part, compile_when(when, policy.lists))


def _asks(when: When) -> bool:
    return bool(compile_facts(when) or when.text or when.all_ or when.any_ or when.not_)


def _explained(
    place: str, case: Case, items: Sequence[Proposal], policy: Policy, parts: Sequence[_Part]
) -> Explanation:
    mine = tuple(one for one in items if one.content and one.span.meets(case.portion.span))
    matches = tuple(_matches(mine, case.portion.span))
    matched = {match.hit.id for match in matches}
    near: dict[int, list[str]] = {}
    for part in parts:
        rule = policy.rules[part.rule]
        if rule.hit.id not in matched and part.condition(case).holds and not fire(rule, case):
            near.setdefault(part.rule, []).append(part.name)
    missed = (
        NearMiss(policy.rules[number].hit.id, policy.rules[number].hit.where, tuple(names))
        for number, names in near.items()
    )
    return Explanation(place, case.portion, facts_of(case), mine, matches, tuple(missed))


def _matches(items: Sequence[Proposal], region: Span) -> Iterator[Match]:
    found: dict[str, Match] = {}
    for item in items:
        for hit in item.rules:
            known = found.get(hit.id)
            words = (span for span in hit.matched if span.meets(region))
            united = merge((*(known.words if known else ()), *words))
            won = item.won_by == hit.id or (known is not None and known.won)
            found[hit.id] = Match(known.hit if known else hit, united, won)
    yield from sorted(found.values(), key=lambda match: not match.won)


def facts_of(case: Case) -> dict[str, str]:
    """Tell every fact that a condition can ask of a portion; words apart."""
    portion, dated, cable = case.portion, case.dated, case.dated.cable
    instruction, origin = dated.instruction, dated.origin
    age = None if origin is None else years_between(origin, dated.as_of)
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
        "age": "unknown: no date of origin" if age is None else f"{age} full years",
        "tags": ", ".join(cable.tags) or "none",
        "captions": ", ".join(cable.captions) or "none",
        "basis": case.basis,
        "cable.id": cable.id or "none",
        "cable.level": cable.level or "cannot be read",
        "cable.portions": "unclassified" if case.all_unclassified else "not all unclassified",
        "cable.warnings": ", ".join(sorted({one.code for one in cable.warnings})) or "none",
    }


def fact_behind(part: str, facts: Mapping[str, str]) -> str | None:
    """Give the fact that a part of conditions asks about; ``None`` when it asks about words."""
    names = [name for name in facts if f".{part}.".find(f".{name}.") >= 0]
    return facts[max(names, key=len)] if names else None
