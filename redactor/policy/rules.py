"""Rules, compiled: what each proposes for a portion, and for which stretch of it.

A missing fact never loosens: a release rule that meets one does not fire, and any other fires
as if the fact held. A redact then becomes review, since its codes may not be lawful; so does a
redact whose codes the cable or the policy does not give.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from redactor.policy import schema
from redactor.policy.codes import code_table, in_order, reason_code
from redactor.policy.conditions import Condition, Lists, compile_when
from redactor.policy.facts import Case, Fact, compile_facts
from redactor.policy.model import BASES, STRENGTH, Action, Basis, RuleHit, Support
from redactor.policy.scope import widen
from redactor.policy.values import FROM_CABLE
from redactor.text import Span, merge

_MISSING_FACT = "A fact that this rule needs is missing, so a person must decide."
_NO_REASON = "No reason is stated in the cable, so a person must choose the code."
_NO_CODE = "The policy gives no code for this basis, so a person must choose it."


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled rule."""

    hit: RuleHit
    """What it says where it fires, before codes and matched words."""
    scope: schema.Scope
    codes: Mapping[Basis, tuple[str, ...]]
    facts: tuple[Fact, ...]
    """What must not be false: asked once for all portions of a kind, before the condition."""
    condition: Condition
    examples: tuple[schema.Example, ...]


class Cover(NamedTuple):
    """A stretch of the cable for which a rule fired."""

    span: Span
    hit: RuleHit


def compile_rule(rule: schema.Rule, lists: Lists, where: str) -> Rule:
    """Compile a rule of the file; ``where`` is its place, ``file:line``."""
    support = Support(
        statute=rule.statute,
        guide=rule.guide,
        topic=rule.topic,
        harm=rule.harm,
        agency=rule.agency,
    )
    hit = RuleHit(
        rule.id, rule.title, rule.propose, rule.because, rule.cite, support=support, where=where
    )
    codes = {basis: rule.codes.under(basis) if rule.codes else () for basis in BASES}
    return Rule(
        hit=hit,
        scope=rule.scope,
        codes=codes,
        facts=compile_facts(rule.when),
        condition=compile_when(rule.when, lists),
        examples=rule.examples,
    )


def apply(rule: Rule, kinds: Sequence[Sequence[Case]]) -> list[Cover]:
    """Give where a rule fires in a cable; scope ``cable`` spreads a firing over all portions.

    Args:
        rule: the rule.
        kinds: the cable's portions, those of one kind together.
    """
    covers = [
        cover
        for cases in kinds
        if _may_fire(rule, cases[0])
        for case in cases
        for cover in _apply(rule, case)
    ]
    if rule.scope != "cable" or not covers:
        return covers
    strongest = max((cover.hit for cover in covers), key=lambda hit: STRENGTH.index(hit.action))
    words = merge(span for cover in covers for span in cover.hit.matched)
    hit = replace(strongest, matched=words)
    return [Cover(case.portion.span, hit) for cases in kinds for case in cases]


def _may_fire(rule: Rule, case: Case) -> bool:
    return all(fact(case) is not False for fact in rule.facts)


def _apply(rule: Rule, case: Case) -> Iterable[Cover]:
    answer = rule.condition(case)
    missing = answer.holds is None
    if answer.holds is False or (missing and rule.hit.action == "release"):
        return ()
    hit = _hit(rule, case, missing=missing)
    if answer.words is None:
        return (Cover(case.portion.span, hit),)
    cable = case.dated.cable
    stretches = widen(answer.words, rule.scope, cable.text, cable.lines, case.portion.span)
    return tuple(_cover(span, hit, answer.words) for span in stretches)


def _cover(span: Span, hit: RuleHit, words: tuple[Span, ...]) -> Cover:
    """Cover a stretch; the words that made it match are those inside it."""
    first = bisect_left(words, Span(span.start, span.start))
    end = bisect_left(words, Span(span.end, span.end))
    return Cover(span, replace(hit, matched=words[first:end]))


def _hit(rule: Rule, case: Case, *, missing: bool) -> RuleHit:
    if rule.hit.action != "redact":
        return _reviewed(rule.hit, _MISSING_FACT, rule.hit.action) if missing else rule.hit
    if missing:
        return _reviewed(rule.hit, _MISSING_FACT)
    wanted = rule.codes[case.basis]
    if not wanted:
        return _reviewed(rule.hit, _NO_CODE)
    if FROM_CABLE in wanted and not _reasons(case):
        return _reviewed(rule.hit, _NO_REASON)
    codes = _expanded(wanted, case)
    return replace(rule.hit, codes=codes, support=_needed(codes, rule.hit.support))


def _needed(codes: tuple[str, ...], support: Support) -> Support:
    """Keep what these codes need: a statute is not printed beside a code that has none."""
    needs = {need for code in codes for need in code_table()[code].needs}
    return Support(
        statute=support.statute if "statute" in needs else None,
        guide=support.guide if "guide" in needs else None,
        topic=support.topic if "guide" in needs else None,
        harm=support.harm if "harm" in needs else None,
    )


def _reviewed(hit: RuleHit, reason: str, action: Action = "review") -> RuleHit:
    return replace(hit, action=action, because=f"{hit.because} {reason}")


def _expanded(wanted: tuple[str, ...], case: Case) -> tuple[str, ...]:
    stated = tuple(code for code in wanted if code != FROM_CABLE)
    taken = map(reason_code, _reasons(case)) if FROM_CABLE in wanted else ()
    return in_order((*stated, *taken))


def _reasons(case: Case) -> tuple[str, ...]:
    line = case.dated.cable.classified_by
    return line.reasons if line else ()
