"""The what-if: one cable now, and as it would lie here on another day. Pure; nothing is kept."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from redactor.declass import Change, flag_meaning, year_end
from redactor.policy import Proposal
from redactor.review import Docket
from redactor.text import Span, gaps, plural, visible
from redactor.ui.sayings import Saying, Tone
from redactor.ui.words import ACTION_WORDS, codes_words, paragraph_words, status_words

_PROPOSALS_SHOWN = 3
_INDENT = 2


class Suggestion(NamedTuple):
    """A day worth a look."""

    day: date
    why: str


def suggestions(today: date, frees_on: date | None) -> tuple[Suggestion, ...]:
    """Give the days that a reviewer most often asks about; each day once."""
    found: dict[date, str] = {today: "today"}
    if frees_on:
        found.setdefault(frees_on, "the day on which this portion frees")
    found.setdefault(year_end(today, 0), "the last day of this year")
    found.setdefault(year_end(today, 1), "the last day of next year")
    return tuple(Suggestion(day, why) for day, why in found.items())


def day_of(words: str) -> date | None:
    """Read a day as a reviewer types it, ``2026-12-31``; ``None`` when it is none."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words.strip(), re.ASCII):
        with suppress(ValueError):
            return date.fromisoformat(words.strip())
    return None


def what_if(now: Docket, then: Docket) -> tuple[Saying, ...]:
    """Say what would change in a cable if the clock were read on the day of ``then``."""
    parts = tuple(_parts(now, then))
    return (
        Saying(f"! Only a look: the case reads the clock on {now.dated.as_of}.", "warn"),
        Saying("Nothing is decided, proposed or recorded by it.", "muted"),
        Saying(""),
        Saying(_sum(parts), "strong"),
        *_hold(now.proposals.hold, then.proposals.hold),
        Saying(""),
        *_all(parts),
    )


class _Part(NamedTuple):
    """A paragraph, the whole cable or all other fields, on the two days."""

    name: str
    statuses: Change | None
    """``None`` for the other fields: they share the cable's."""
    now: tuple[Proposal, ...]
    then: tuple[Proposal, ...]

    @property
    def is_redated(self) -> bool:
        return self.statuses is not None and self.statuses.is_changed

    @property
    def is_reproposed(self) -> bool:
        return _painted(self.now) != _painted(self.then)


def _painted(items: Sequence[Proposal]) -> list[tuple[str, tuple[str, ...], int]]:
    """Give where which action and codes begin; where two neighbours agree, once."""
    found: list[tuple[str, tuple[str, ...], int]] = []
    for item in items:
        if not found or found[-1][:2] != (item.action, item.codes):
            found.append((item.action, item.codes, item.span.start))
    return found


def _parts(now: Docket, then: Docket) -> Iterator[_Part]:
    yield _Part("The cable", Change(None, now.dated.overall, then.dated.overall), (), ())
    paragraphs = now.cable.paragraphs
    pairs = zip(now.dated.portions, then.dated.portions, strict=True)
    for place, (paragraph, pair) in enumerate(zip(paragraphs, pairs, strict=True)):
        name = f"{paragraph_words(paragraph)} {visible(paragraph.marking.text)}".rstrip()
        both = (tuple(_over(docket, paragraph.span)) for docket in (now, then))
        yield _Part(name, Change(place, *pair), *both)
    rest = gaps([paragraph.span for paragraph in paragraphs], Span(0, len(now.cable.text)))
    others = (tuple(item for span in rest for item in _over(one, span)) for one in (now, then))
    yield _Part("Header and other fields", None, *others)


def _over(docket: Docket, span: Span) -> Iterator[Proposal]:
    """Give the items that begin in a span."""
    items = docket.items
    first = bisect_left(items, span.start, key=lambda item: item.span.start)
    return takewhile(lambda item: item.span.start < span.end, items[first:])


def _sum(parts: Sequence[_Part]) -> str:
    paragraphs = [
        part.statuses for part in parts if part.statuses and part.statuses.place is not None
    ]
    changed = sum(change.is_changed for change in paragraphs)
    freed = sum(change.is_freed for change in paragraphs)
    proposed = sum(part.is_reproposed for part in parts)
    if not changed + proposed:
        return "Nothing would change."
    return (
        f"{changed:,} of {plural(len(paragraphs), 'paragraph')} would change, {freed:,} would"
        f" free; the policy would propose otherwise in {plural(proposed, 'place')}."
    )


def _hold(now: str | None, then: str | None) -> Iterator[Saying]:
    if then and not now:
        yield Saying(f"! The policy would hold the cable: {visible(then)}", "warn")
    elif then:
        yield Saying("The cable would still be on hold.")
    elif now:
        yield Saying("The policy would no longer hold the cable.")


def _all(parts: Iterable[_Part]) -> Iterator[Saying]:
    """Say it part by part; a step that decided one part is not said again for the next."""
    said: set[str] = set()
    for part in parts:
        tone: Tone = "strong" if part.is_redated or part.is_reproposed else "muted"
        yield Saying(part.name, tone)
        if part.statuses:
            for saying in _dated(part.statuses):
                if saying.indent <= _INDENT or saying.text not in said:
                    yield saying
                said.add(saying.text)
        if part.now or part.then:
            yield from _proposed(part)


def _dated(change: Change) -> Iterator[Saying]:
    before, after = change.before, change.after
    if not change.is_changed:
        yield Saying(f"{status_words(after)}, as now", "muted", indent=_INDENT)
        return
    yield Saying(f"{status_words(before)} → {status_words(after)}", indent=_INDENT)
    yield Saying(f"- {visible(after.why[-1])}", "muted", indent=2 * _INDENT)
    for flag in after.flags:
        if flag not in before.flags:
            yield Saying(f"! {flag}: {flag_meaning(flag)}", "quote", indent=2 * _INDENT)
    for flag in before.flags:
        if flag not in after.flags:
            yield Saying(f"! no longer {flag}: {flag_meaning(flag)}", "quote", indent=2 * _INDENT)


def _proposed(part: _Part) -> Iterator[Saying]:
    now, then = _proposals_words(part.now), _proposals_words(part.then)
    if not part.is_reproposed:
        yield Saying(f"policy: {now}, as now", "muted", indent=_INDENT)
    elif now == then:
        yield Saying(f"policy: {now}, as now, but in other places", indent=_INDENT)
    else:
        yield Saying(f"policy: {now} → {then}", indent=_INDENT)


def _proposals_words(items: Iterable[Proposal]) -> str:
    """Say what is proposed, each action with its codes once: ``withhold under (b)(1); release``."""
    found = list(dict.fromkeys(_proposal_words(item) for item in items))
    more = len(found) - _PROPOSALS_SHOWN
    rest = [f"and {more} more"] if more > 0 else []
    return "; ".join((*found[:_PROPOSALS_SHOWN], *rest)) or "nothing"


def _proposal_words(item: Proposal) -> str:
    codes = f" under {codes_words(item.codes, item.support)}" if item.codes else ""
    return f"{ACTION_WORDS[item.action]}{codes}"
