"""Near misses: rules that would have matched in a portion but for one part of their conditions.

A rule whose words do not stand in the portion at all is not near: only its other parts are asked,
and words that stand there without their cue. A rule or an exception of which only the day is over
is near too.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from redactor.policy.conditions import Condition, compile_when
from redactor.policy.exceptions import Exemption
from redactor.policy.facts import Case, compile_facts
from redactor.policy.load import Policy
from redactor.policy.rules import Rule, fire
from redactor.policy.weaker import weaker
from redactor.policy.when import Near, When

_AT_REQUEST = " at the request"
_MOST_WORDS = 6
"""Of a long list of words; the policy has them all."""


class NearMiss(NamedTuple):
    """A rule, or an exception to one, that would have counted but for one part."""

    rule: str
    where: str
    parts: tuple[str, ...]
    """The part that failed; several where any one of them would have done."""
    asked: tuple[str, ...]
    """What each of these parts asks, as the policy writes it."""


class Part(NamedTuple):
    """A part of a rule's conditions, and the rule without it."""

    rule: int
    name: str
    asked: str
    condition: Condition


def parts_of(policy: Policy) -> Iterator[Part]:
    """Compile each rule without each of its parts, as long as every place still asks something."""
    for number, rule in enumerate(policy.rules):
        for part, how, when in weaker(rule.when):
            words = part == "text" or part.endswith(".text")
            if how == "left out" and not words and all(map(_asks, when.parts())):
                asked = _asked(rule.when, part)
                yield Part(number, part, asked, compile_when(when, policy.lists))


def _asks(when: When) -> bool:
    return bool(compile_facts(when) or when.text or when.all_ or when.any_ or when.not_)


def near_misses(
    case: Case, policy: Policy, parts: tuple[Part, ...], matched: set[str]
) -> Iterator[NearMiss]:
    """Give the near misses in one portion; ``matched`` are the ids of the rules that matched."""
    near: dict[int, list[Part]] = {}
    for part in parts:
        rule = policy.rules[part.rule]
        if rule.hit.id not in matched and part.condition(case).holds and not fire(rule, case):
            near.setdefault(part.rule, []).append(part)
    for number, rule in enumerate(policy.rules):
        if missed := near.get(number):
            names, asked = zip(*((part.name, part.asked) for part in missed), strict=True)
            yield NearMiss(rule.hit.id, rule.hit.where, names, asked)
        if rule.hit.id in matched:
            yield from _out_of_date(rule.exceptions, case)
        elif _is_over(rule, case):
            yield NearMiss(rule.hit.id, rule.hit.where, ("expires",), (str(rule.expires),))


def _is_over(rule: Rule, case: Case) -> bool:
    """Tell whether a rule does not fire only because its last day has passed."""
    return rule.has_expired(case.dated.as_of) and rule.condition(case).holds is True


def _out_of_date(exceptions: tuple[Exemption, ...], case: Case) -> Iterator[NearMiss]:
    """Give the exceptions whose conditions hold, before their first day or after their last."""
    day = case.dated.as_of
    for one in exceptions:
        name, limit = (
            ("expires", one.expires) if day > one.expires else ("approved_on", one.approved_on)
        )
        if not one.approved_on <= day <= one.expires and one.condition(case).holds:
            yield NearMiss(one.id, f"{one.file}:{one.line}", (name,), (str(limit),))


def _asked(when: When, part: str) -> str:
    """Give what a part asks, in words: ``C or S``, ``25 years at the request``."""
    value: object = when.model_dump(mode="json", by_alias=True, exclude_unset=True)
    holder: object = None
    steps = part.split(".")
    while steps:
        if isinstance(value, Mapping):
            holder, value = value, value[steps.pop(0)]
        elif isinstance(value, list) and steps[0].isdecimal():
            value = value[int(steps.pop(0)) - 1]
        else:  # one name of a list, which may hold full stops itself
            return ".".join(steps)
    if isinstance(value, int) and isinstance(holder, Mapping):
        return f"{value} years{_AT_REQUEST if holder.get('at_request') else ''}"
    if isinstance(value, Mapping):
        return _beside(value) if part.endswith(("near", "far")) else _flow(value)
    return _in_words(value)


def _in_words(value: object) -> str:
    if not isinstance(value, list):
        return str(value)
    if len(value) <= _MOST_WORDS:
        return " or ".join(map(_flow, value))
    shown = " or ".join(map(_flow, value[: _MOST_WORDS - 2]))
    return f"{shown} or one of {len(value) - _MOST_WORDS + 2} others"


def _beside(near: Mapping[str, object]) -> str:
    """Say what must stand near, and how near: ``a term of cues, within 6 words after``."""
    what = (
        f"a term of {near['list']}" if "list" in near
        else f"the pattern {near['pattern']}" if "pattern" in near
        else _in_words(near.get("terms"))
    )  # fmt: skip
    side = near.get("side", "either")
    where = "" if side == "either" else f" {side}"
    return f"{what}, within {near.get('words', Near.model_fields['words'].default)} words{where}"


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_flow(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return _flow(value[0]) if len(value) == 1 else f"[{', '.join(map(_flow, value))}]"
    return str(value)


_SAYINGS: Mapping[str, str] = {
    "expires": "its last day was {asked}",
    "approved_on": "it counts from {asked} on",
    "unless": "its words are in the list {asked}",
    "near": "its words do not stand near {asked}",
    "far": "its words stand near {asked}",
    "none": "marking.controls must not hold {asked}, and is {fact}",
    "over": "age must be over {asked}, and is {fact}",
    "under": "age must be under {asked}, and is {fact}",
    "not": "it must not be that {asked}",
}
"""By the step in a part's name that tells what kind it is: what to say. The first counts."""


def told_miss(part: str, asked: str, facts: Mapping[str, str]) -> str:
    """Say in words which part failed: ``marking.level must be U, and is C``."""
    steps = part.split(".")
    fact = facts["age.at_request"] if asked.endswith(_AT_REQUEST) else fact_behind(part, facts)
    for step, saying in _SAYINGS.items():
        if step in steps:
            return saying.format(asked=asked, fact=fact)
    name = ".".join(_named(steps))
    return f"{name} must be {asked}, and is {fact}"


def _named(steps: list[str]) -> Iterator[str]:
    """Name a part without the branch in which it stands."""
    kept = [step for step in steps if step not in {"all", "any"} and not step.isdecimal()]
    yield from kept or steps


def fact_behind(part: str, facts: Mapping[str, str]) -> str | None:
    """Give the fact that a part of conditions asks about; ``None`` when it asks about words."""
    name = fact_name(part, facts)
    return facts[name] if name else None


def fact_name(part: str, facts: Mapping[str, str]) -> str | None:
    """Give the name of the fact that a part of conditions asks about."""
    names = [name for name in facts if f".{part}.".find(f".{name}.") >= 0]
    return max(names, key=len) if names else None
