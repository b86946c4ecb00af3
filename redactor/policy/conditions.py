"""Conditions, compiled once: from what a rule's ``when`` says to a question put to a portion.

An answer has three values. ``None`` means that a fact is missing (no date of origin, so no age;
no readable level). ``not`` leaves it missing; ``all`` fails if one part fails; ``any`` holds if
one part holds. What a missing fact does to a rule is said in ``rules.py``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from redactor.policy import when as shape
from redactor.policy.facts import Case, Fact, compile_facts
from redactor.policy.patterns import Pattern
from redactor.policy.search import Reach, Searcher
from redactor.policy.values import fold_term
from redactor.policy.when import Lists, When
from redactor.text import Span, merge


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a condition holds, and the words that made it hold."""

    holds: bool | None
    words: tuple[Span, ...] | None = None
    """``None`` when facts alone decided: then the whole portion is meant."""


NO = Answer(holds=False)
YES = Answer(holds=True)
MISSING = Answer(holds=None)

Condition = Callable[[Case], Answer]
Find = Callable[[Searcher], tuple[Span, ...]]


def compile_when(when: When, lists: Lists) -> Condition:
    """Compile conditions of which all must hold: facts first, they cost least."""
    return partial(_all, compile_facts(when), tuple(_parts(when, lists)))


def _all(facts: tuple[Fact, ...], parts: tuple[Condition, ...], case: Case) -> Answer:
    holds: bool | None = True
    for fact in facts:
        found = fact(case)
        if found is False:
            return NO
        if found is None:
            holds = None
    words: tuple[Span, ...] | None = None
    for part in parts:
        answer = part(case)
        if answer.holds is False:
            return NO
        if answer.holds is None:
            holds = None
        if answer.words is not None:
            words = merge((*(words or ()), *answer.words))
    return YES if holds and words is None else Answer(holds, words)


def _any(parts: tuple[Condition, ...], case: Case) -> Answer:
    """Hold if one part does; a missing fact counts before words: it may mean the whole portion."""
    answers = [part(case) for part in parts]
    if any(answer.holds and answer.words is None for answer in answers):
        return YES
    if any(answer.holds is None for answer in answers):
        return MISSING
    words = [span for answer in answers if answer.holds for span in answer.words or ()]
    return Answer(holds=True, words=merge(words)) if words else NO


def _not(part: Condition, case: Case) -> Answer:
    holds = part(case).holds
    return MISSING if holds is None else Answer(holds=not holds)


def _parts(when: When, lists: Lists) -> Iterable[Condition]:
    if when.all_:
        yield from (compile_when(inner, lists) for inner in when.all_)
    if when.any_:
        yield partial(_any, tuple(compile_when(inner, lists) for inner in when.any_))
    if when.not_:
        yield partial(_not, compile_when(when.not_, lists))
    if when.text:
        yield _compile_text(when.text, lists)


def _compile_text(text: shape.TextIs, lists: Lists) -> Condition:
    near = _neighbour(text.near, lists) if text.near else None
    far = _neighbour(text.far, lists) if text.far else None
    return partial(_text, _finder(text, lists), near, far)


def _neighbour(near: shape.Near, lists: Lists) -> tuple[Find, Reach]:
    reach = Reach(near.words, before=near.side != "after", after=near.side != "before")
    return _finder(near, lists), reach


def _finder(words: shape.Words, lists: Lists) -> Find:
    if words.pattern is not None:
        find = partial(_find_pattern, Pattern(words.pattern))
    else:
        find = partial(_find_terms, folded_terms(words, lists))
    unless = frozenset(map(fold_term, words.not_counted(lists)))
    return partial(_find_unless, find, unless) if unless else find


def folded_terms(words: shape.Words, lists: Lists) -> frozenset[str]:
    """Give the terms that are looked for, folded; none when this is a pattern."""
    return frozenset(map(fold_term, words.all_terms(lists)))


def sought_terms(when: When, lists: Lists) -> frozenset[str]:
    """Give every term that conditions look for, folded."""
    return frozenset().union(*(folded_terms(words, lists) for words in when.words()))


def _find_unless(find: Find, unless: frozenset[str], searcher: Searcher) -> tuple[Span, ...]:
    return tuple(span for span in find(searcher) if searcher.folded(span) not in unless)


def _find_pattern(pattern: Pattern, searcher: Searcher) -> tuple[Span, ...]:
    return searcher.pattern(pattern)


def _find_terms(terms: frozenset[str], searcher: Searcher) -> tuple[Span, ...]:
    return searcher.terms(terms)


def _text(
    find: Find, near: tuple[Find, Reach] | None, far: tuple[Find, Reach] | None, case: Case
) -> Answer:
    spans: tuple[Span, ...] = ()
    if near is None:
        spans = find(case.words)
    elif cues := near[0](case.words):
        spans = case.words.near(find(case.words), cues, near[1])
    if spans and far is not None:
        spans = case.words.far(spans, far[0](case.words), far[1])
    return Answer(holds=True, words=spans) if spans else NO
