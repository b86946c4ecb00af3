"""Words that a policy looks for: terms that stand twice or inside another, and odd patterns."""

import re
from collections.abc import Iterator, Mapping

from redactor.policy.errors import Fault, Finding, Weight
from redactor.policy.load import Policy
from redactor.policy.proof.notes import finding
from redactor.policy.values import fold_term
from redactor.policy.when import Words

_ESCAPE = re.compile(r"\\(?:x\{([0-9A-Fa-f]+)\}|x([0-9A-Fa-f]{2})|([0-7]{3})|(.))", re.DOTALL)
_CONTROL_LETTERS = "afnrtv"
_FIRST_PRINTED, _DELETE = 0x20, 0x7F


def worded(policy: Policy) -> Iterator[Finding]:
    """Find what is odd about the words of lists, terms and patterns."""
    whole = _taken_whole(policy)
    for name, terms in policy.lists.items():
        for said, code, weight in _terms(terms, whole=name in whole):
            yield _at_list(policy, name, f'in the list "{name}" {said}', code, weight)
    for rule in policy.rules:
        for words in rule.when.words():
            if words.pattern is not None and asks_for_control(words.pattern):
                said = (
                    "has a pattern that asks for a control character, and text is searched with "
                    "single spaces instead; write a space"
                )
                yield finding(rule, said, "control-in-pattern", "warning")
            for said, code, weight in _terms(words.terms or (), whole=rule.scope == "match"):
                yield finding(rule, f"looks for terms of which {said}", code, weight)
    yield from _unused(policy)


def _at_list(policy: Policy, name: str, said: str, code: str, weight: Weight) -> Finding:
    file, line = policy.list_places[name]
    return Finding(Fault(file, line, 1, said, code=code), weight)


def _taken_whole(policy: Policy) -> set[str]:
    """Give the lists of which the longer terms count: as the stretch covered, or as a whole."""
    whole: set[str] = set()
    for rule in policy.rules:
        for words in rule.when.words():
            whole.update(words.unless or ())
            if rule.scope == "match" and words.listed:
                whole.add(words.listed)
    return whole


def _terms(terms: tuple[str, ...], *, whole: bool) -> Iterator[tuple[str, str, Weight]]:
    """Say which terms stand twice, and which are found already by a shorter one."""
    folded: dict[str, str] = {}
    for term in terms:
        same = folded.setdefault(fold_term(term), term)
        if same is not term:
            yield f'"{term}" stands twice, also as "{same}"; keep one', "term-twice", "warning"
    longer = dict.fromkeys(folded[one] for _, one in contained(folded))
    if longer and not whole:
        some = ", ".join(f'"{term}"' for term in longer)
        yield f"a shorter term finds these already: {some}", "term-in-term", "note"


def contained(terms: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give each term whose words stand inside another one, and that one."""
    for longer in terms:
        words = list(re.finditer(r"\w+|[^\w\s]+", longer))
        runs = {
            longer[first.start() : last.end()]
            for number, first in enumerate(words)
            for last in words[number:]
        }
        yield from ((run, longer) for run in sorted(runs) if run != longer and run in terms)


def asks_for_control(pattern: str) -> bool:
    """Tell whether a pattern names a control character, written out or as an escape."""
    if any(ord(char) < _FIRST_PRINTED or ord(char) == _DELETE for char in pattern):
        return True
    for match in _ESCAPE.finditer(pattern):
        braced, two, octal, letter = match.groups()
        code = int(braced or two, 16) if braced or two else int(octal, 8) if octal else None
        if code is not None and (code < _FIRST_PRINTED or code == _DELETE):
            return True
        if letter and letter in _CONTROL_LETTERS:
            return True
    return False


def _unused(policy: Policy) -> Iterator[Finding]:
    whens = [rule.when for rule in policy.rules]
    whens += [one.entry.when for one in policy.exceptions]
    named = {name for when in whens for words in when.words() for name in _lists(words)}
    for name in policy.lists:
        if name not in named:
            said = f'no rule looks for the list "{name}"; use it, or take it out'
            yield _at_list(policy, name, said, "unused-list", "warning")


def _lists(words: Words) -> Iterator[str]:
    if words.listed:
        yield words.listed
    yield from words.unless or ()
