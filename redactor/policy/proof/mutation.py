"""Whether examples prove a rule: each part of its conditions must make a difference to one.

A rule whose part can be left out, and every example still holds, does not show that the part is
right; it is under-tested. A part that no example can show is named under ``not_shown``, with why.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from redactor.policy.conditions import compile_when
from redactor.policy.exceptions import Exemption
from redactor.policy.load import Policy
from redactor.policy.proof.testing import Trials, Tried
from redactor.policy.rules import Rule
from redactor.policy.weaker import WHOLE, is_within, weaker
from redactor.policy.when import When


class Unproved(NamedTuple):
    """A part of a rule's conditions that no example shows."""

    where: str
    """``file:line`` of the rule or exception."""
    name: str
    part: str
    said: str
    """A sentence without its full stop."""


class _Subject(NamedTuple):
    """A rule, or an exception to one, that can be changed."""

    name: str
    where: str
    rule: Rule
    when: When
    not_shown: Mapping[str, str]
    changed: Callable[[When], Rule]


def unproved(trials: Trials) -> Iterator[Unproved]:
    """Give every part that no example or note shows, and every one needlessly excused.

    Rules of which an example fails are left out: they must hold first.
    """
    for subject in _subjects(trials.policy):
        evidence = tuple(trials.of_subject(subject.name, subject.rule))
        if not evidence and WHOLE not in subject.not_shown:
            said = "no example shows it; write one that matches and one that does not"
            yield Unproved(subject.where, subject.name, WHOLE, said)
        elif all(one.came == "ok" for one in evidence):
            yield from _parts(subject, trials)


def _subjects(policy: Policy) -> Iterator[_Subject]:
    for rule in policy.rules:
        yield _Subject(
            rule.hit.id, rule.hit.where, rule, rule.when, rule.entry.not_shown,
            partial(with_when, rule, policy),
        )  # fmt: skip
        for one in rule.exceptions:
            yield _Subject(
                one.id, f"{one.file}:{one.line}", rule, one.entry.when, one.entry.not_shown,
                partial(_excepting, rule, one, policy),
            )  # fmt: skip


def with_when(rule: Rule, policy: Policy, when: When) -> Rule:
    """Give a rule that asks for something else."""
    return replace(rule, condition=compile_when(when, policy.lists))


def _excepting(rule: Rule, changed: Exemption, policy: Policy, when: When) -> Rule:
    other = replace(changed, condition=compile_when(when, policy.lists))
    return replace(
        rule, exceptions=tuple(other if one is changed else one for one in rule.exceptions)
    )


def _parts(subject: _Subject, trials: Trials) -> Iterator[Unproved]:
    """Take each part away, and see whether anything fails."""
    excused = dict.fromkeys(subject.not_shown, False)
    for part, how, when in weaker(subject.when):
        names = [name for name in excused if is_within(part, name)]
        if _is_seen(trials.of_subject(subject.name, subject.changed(when))):
            continue
        for name in names:
            excused[name] = True
        if not names:
            said = f"{part} {how}: no example fails, so none shows that it is right"
            yield Unproved(subject.where, subject.name, part, said)
    for name, needed in excused.items():
        if not needed:
            said = f"examples show {name}; delete it under not_shown"
            yield Unproved(subject.where, subject.name, name, said)


def _is_seen(tried: Iterator[Tried]) -> bool:
    return any(one.came != "ok" for one in tried)
