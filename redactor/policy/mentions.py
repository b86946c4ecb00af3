"""Every other mention: where words that a rule covers stand elsewhere in the same cable.

Only the same words count, in any case and across line ends. Shorter forms of a name, initials and
other cables are looked for when a release is made.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redactor.policy.cases import Cases
from redactor.policy.exceptions import excepted
from redactor.policy.rules import Cover, Rule
from redactor.policy.values import fold_term
from redactor.text import Span, merge

_SHORTEST = 4
"""Letters of a word that is looked for alone; shorter ones stand everywhere."""
_ELSEWHERE = "The same words stand elsewhere in the cable, where the rule matched them."


def mentions(rule: Rule, found: Sequence[Cover], cases: Cases) -> Iterator[tuple[int, Cover]]:
    """Give the portions and covers where what a rule covers is mentioned again."""
    text, plain = cases.dated.cable.text, rule.hit_on(cases.dated.as_of) or rule.hit
    hits = {
        fold_term(words): cover.hit
        for cover in sorted(found, key=lambda cover: cover.span)
        if cover.hit.lifted_by is None and _is_telling(words := cover.span.cut(text))
    }
    known = merge(cover.span for cover in found)
    for words, hit in hits.items():
        for portion, span in cases.page.everywhere(words):
            if not _meets(span, known):
                again = replace(hit, matched=(span,), because=f"{plain.because} {_ELSEWHERE}")
                heard = excepted(again, rule.exceptions, cases[portion])
                yield portion, Cover(span, heard)


def _meets(span: Span, known: Sequence[Span]) -> bool:
    """Tell whether a span shares a character with one of these, sorted and disjoint."""
    after = bisect_left(known, span.end, key=lambda other: other.start)
    return after > 0 and known[after - 1].meets(span)


def _is_telling(words: str) -> bool:
    """Tell whether words are worth looking for: a long one, or several that are no small words.

    In capitals a name cannot be told from what stands beside it, so each word must be long.
    """
    parts = words.split()
    if words.isupper():
        return len(parts) > 1 and all(len(part) >= _SHORTEST for part in parts)
    return len(parts) > 1 or len(words) >= _SHORTEST
