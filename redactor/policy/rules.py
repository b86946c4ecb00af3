"""Rules, compiled: what each proposes for a portion, and for which stretch of it.

A missing fact never loosens: a release rule that meets one does not fire, and any other fires
as if the fact held. A redact then becomes review, since its codes may not be lawful; so does a
redact whose codes the cable or the policy does not give, or the law does not allow here.

Nor does an expiry: after its last day a release rule does not fire, a redact asks for review, as
what it rests on may have ended, and any other rule goes on until a person renews or deletes it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from redactor.policy.codes import code_table, find_code, in_order, reason_code
from redactor.policy.conditions import Condition, compile_when, sought_terms
from redactor.policy.exceptions import Exemption, excepted
from redactor.policy.facts import Case, over_at_request, over_on_day
from redactor.policy.gates import Gate
from redactor.policy.legality import code_refusal
from redactor.policy.model import BASES, STRENGTH, Action, Basis, RuleHit, Support
from redactor.policy.rulecodes import FROM_CABLE, FROM_INSTRUCTION, STAND_INS, YEARS
from redactor.policy.ruleshape import Example, Scope
from redactor.policy.ruleshape import Rule as RuleShape
from redactor.policy.scope import widen
from redactor.policy.when import Lists, When
from redactor.text import Span, merge

_MISSING_FACT = "A fact that this rule needs is missing, so a person must decide."
_NO_REASON = "No reason is stated in the cable, so a person must choose the code."
_NO_EXEMPTION = "The instruction names no exemption, so a person must choose the code."
_NO_CODE = "The policy gives no code for this basis, so a person must choose it."
_EXPIRED = "The last day of this rule was {}: it must be renewed or deleted."
_RECALLED = "Its law is told from memory: counsel has yet to check it."


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled rule."""

    hit: RuleHit
    """What it says where it fires, before codes and matched words."""
    scope: Scope
    codes: Mapping[Basis, tuple[str, ...]]
    condition: Condition
    gate: Gate
    """Whether it can fire at all: asked before the condition."""
    terms: frozenset[str]
    """Every term that it looks for, folded."""
    worded: bool
    """Whether it looks at words at all."""
    every_mention: bool
    exceptions: tuple[Exemption, ...]
    expires: date | None
    """The last day on which it counts as written, by the as-of day."""
    entry: RuleShape
    """The rule as the policy writes it."""
    lines: tuple[int, ...] = ()
    """Where its examples stand, in the rule's file."""

    @property
    def when(self) -> When:
        """What it asks for, as the policy writes it."""
        return self.entry.when

    @property
    def examples(self) -> tuple[Example, ...]:
        """What proves it."""
        return self.entry.examples

    def has_expired(self, day: date) -> bool:
        """Tell whether its last day lies before a day."""
        return self.expires is not None and self.expires < day

    def hit_on(self, day: date) -> RuleHit | None:
        """Give what it says on a day where it fires; ``None`` when it no longer can."""
        if not self.has_expired(day):
            return self.hit
        if self.hit.action == "release":
            return None
        action: Action = "review" if self.hit.action == "redact" else self.hit.action
        return _said_more(self.hit, _EXPIRED.format(self.expires), action)


class Cover(NamedTuple):
    """A stretch of the cable for which a rule fired."""

    span: Span
    hit: RuleHit


def compile_rule(
    rule: RuleShape,
    lists: Lists,
    where: str,
    exceptions: tuple[Exemption, ...] = (),
    lines: tuple[int, ...] = (),
) -> Rule:
    """Compile a rule of the policy.

    ``where`` is its place, ``file:line``; ``lines`` are those of its examples.
    """
    return Rule(
        hit=_plain_hit(rule, where),
        scope=rule.scope,
        codes={basis: rule.codes.under(basis) if rule.codes else () for basis in BASES},
        condition=compile_when(rule.when, lists),
        gate=Gate.of(rule.when, lists),
        terms=sought_terms(rule.when, lists),
        worded=any(part.text for part in rule.when.parts()),
        every_mention=rule.every_mention,
        exceptions=exceptions,
        expires=rule.expires,
        entry=rule,
        lines=lines,
    )


def _plain_hit(rule: RuleShape, where: str) -> RuleHit:
    return RuleHit(
        id=rule.id,
        title=rule.title,
        action=rule.propose,
        because=f"{rule.because} {_RECALLED}" if rule.check_with_counsel else rule.because,
        cite=rule.cite,
        support=Support(rule.statute, rule.guide, rule.topic, rule.harm, rule.agency),
        where=where,
    )


def fire(rule: Rule, case: Case) -> tuple[Cover, ...]:
    """Give the stretches of one portion for which a rule fires."""
    plain = rule.hit_on(case.dated.as_of)
    if plain is None:
        return ()
    answer = rule.condition(case)
    missing = answer.holds is None
    if answer.holds is False or (missing and plain.action == "release"):
        return ()
    hit = _hit(rule, plain, case, missing=missing)
    if answer.words is None:
        covers: tuple[Cover, ...] = (Cover(case.portion.span, hit),)
    else:
        cable, region = case.dated.cable, case.portion.span
        stretches = widen(answer.words, rule.scope, cable.text, cable.lines, region)
        covers = tuple(_cover(span, hit, answer.words) for span in stretches)
    if not rule.exceptions:
        return covers
    return tuple(Cover(span, excepted(hit, rule.exceptions, case)) for span, hit in covers)


def spread(covers: Iterable[Cover]) -> RuleHit | None:
    """Unite what a rule of scope ``cable`` says anywhere; ``None`` when it counts nowhere."""
    counted = [cover.hit for cover in covers if cover.hit.lifted_by is None]
    if not counted:
        return None
    strongest = max(counted, key=lambda hit: STRENGTH.index(hit.action))
    return replace(strongest, matched=merge(span for hit in counted for span in hit.matched))


def _cover(span: Span, hit: RuleHit, words: tuple[Span, ...]) -> Cover:
    """Cover a stretch; the words that made it match are those inside it."""
    first = bisect_left(words, Span(span.start, span.start))
    end = bisect_left(words, Span(span.end, span.end))
    return Cover(span, replace(hit, matched=words[first:end]))


def _hit(rule: Rule, plain: RuleHit, case: Case, *, missing: bool) -> RuleHit:
    if missing:
        weaker: Action = "review" if plain.action == "redact" else plain.action
        return _said_more(plain, _MISSING_FACT, weaker)
    if plain.action != "redact":
        return plain
    wanted = rule.codes[case.basis]
    lacking = _lacking(wanted, case)
    if lacking:
        return _said_more(plain, lacking, "review")
    codes = _expanded(wanted, case)
    refused = _refused(codes, case)
    if refused:
        return _said_more(plain, f"{refused} So a person must choose the code.", "review")
    return replace(plain, codes=codes, support=_needed(codes, plain.support))


def _lacking(wanted: tuple[str, ...], case: Case) -> str | None:
    """Say which code neither the policy nor the cable gives, if one is lacking."""
    if not wanted:
        return _NO_CODE
    if FROM_CABLE in wanted and not _reasons(case):
        return _NO_REASON
    if FROM_INSTRUCTION in wanted and not _exemptions(case):
        return _NO_EXEMPTION
    return None


def _refused(codes: tuple[str, ...], case: Case) -> str | None:
    """Say why the law does not allow these codes here; an unknown age forbids nothing."""
    return code_refusal(
        [code_table()[code] for code in codes],
        case.basis,
        age_over_25=over_on_day(YEARS, case) is True,
        over_25_at_request=over_at_request(YEARS, case) is True,
    )


def _needed(codes: tuple[str, ...], support: Support) -> Support:
    """Keep what these codes need: a statute is not printed beside a code that has none."""
    needs = {need for code in codes for need in code_table()[code].needs}
    return Support(
        statute=support.statute if "statute" in needs else None,
        guide=support.guide if "guide" in needs else None,
        topic=support.topic if "guide" in needs else None,
        harm=support.harm if "harm" in needs else None,
    )


def _said_more(hit: RuleHit, reason: str, action: Action) -> RuleHit:
    return replace(hit, action=action, because=f"{hit.because} {reason}")


def _expanded(wanted: tuple[str, ...], case: Case) -> tuple[str, ...]:
    stated = tuple(code for code in wanted if code not in STAND_INS)
    reasons = map(reason_code, _reasons(case)) if FROM_CABLE in wanted else ()
    exemptions = _exemptions(case) if FROM_INSTRUCTION in wanted else ()
    return in_order((*stated, *reasons, *exemptions))


def _reasons(case: Case) -> tuple[str, ...]:
    line = case.dated.cable.classified_by
    return line.reasons if line else ()


def _exemptions(case: Case) -> tuple[str, ...]:
    """Give the codes of 25X and 50X that the instruction names and this program knows."""
    named = map(find_code, case.dated.instruction.codes)
    known = (code_table().get(code) for code in named)
    return tuple(code.id for code in known if code and code.age == "over-25")
