"""How ``redactor policy explain`` writes what it explains: once for all that is alike, aligned."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from redactor.cable import Cable
from redactor.cli.columns import wrapped
from redactor.cli.inspect_page import MARGIN, hung
from redactor.cli.propose_page import codes_words, frees_words
from redactor.declass import DatedCable
from redactor.policy import Explanation, Match, NearMiss, Policy, Proposal, told_miss
from redactor.text import Span

_NAME = 20
"""Cells of the column of a fact's name."""


@dataclass(frozen=True, slots=True)
class Page:
    """What all portions share."""

    dated: DatedCable
    policy: Policy
    shared: Mapping[str, str]
    """The facts that are the same in every portion."""
    owners: Mapping[str, str]
    """Who answers for a rule, by its id."""
    width: int

    @classmethod
    def of(
        cls, dated: DatedCable, policy: Policy, explained: Sequence[Explanation], width: int
    ) -> "Page":
        """Make one from everything that is explained, asked for or not."""
        facts = [one.facts for one in explained]
        shared = {name: value for name, value in facts[0].items()
                  if all(other[name] == value for other in facts)} if facts else {}  # fmt: skip
        owners = {rule.hit.id: rule.entry.owner or "" for rule in policy.rules}
        return cls(dated, policy, shared, owners, width)

    @property
    def cable(self) -> Cable:
        """The cable itself."""
        return self.dated.cable


def head(page: Page, hold: str | None, requested: date | None) -> Iterator[str]:
    """Say what is explained, and what holds for the whole cable."""
    ref = page.policy.ref
    asked = f", requested {requested}" if requested else ""
    yield f"{ref.name} {ref.version} ({ref.sha256}), as of {page.dated.as_of}{asked}"
    if hold:
        yield from hung(0, f"ON HOLD: {hold}", page.width)
    yield ""
    yield "the whole cable"
    yield from _facts(page.shared, page)
    for step in page.dated.overall.why:
        yield from hung(1, f"- {step}", page.width)


def alike(explained: Sequence[Explanation], page: Page) -> Iterator[list[Explanation]]:
    """Put neighbours together of which the same is to be said."""
    for _, group in groupby(explained, key=lambda one: _essence(one, page)):
        yield list(group)


def _essence(one: Explanation, page: Page) -> object:
    """Give all that is said of a portion but for its field and place."""
    facts = {name: value for name, value in _own(one, page).items() if name != "field"}
    items = [_proposed(item, page.dated.as_of) for item in one.items]
    near = [(miss.rule, miss.parts) for miss in one.near]
    matches = [(match.hit, match.words, match.won) for match in one.matches]
    return facts, items, near, matches, one.portion.status.why


def _own(one: Explanation, page: Page) -> dict[str, str]:
    return {name: value for name, value in one.facts.items() if name not in page.shared}


def told(group: Sequence[Explanation], page: Page) -> Iterator[str]:
    """Write what is to be said of neighbours that are alike."""
    first = group[0]
    fields = ", ".join(dict.fromkeys(one.facts["field"] for one in group))
    facts = {**first.facts, "field": fields}
    span = Span(first.portion.span.start, group[-1].portion.span.end)
    yield ""
    yield f"{first.place if len(group) == 1 else fields}, {page.cable.lines.named([span])}"
    yield from _items(first.items, page)
    yield from _facts({name: facts[name] for name in facts if name not in page.shared}, page)
    if first.portion.status.why != page.dated.overall.why:
        for step in first.portion.status.why:
            yield from hung(1, f"- {step}", page.width)
    if not first.matches:
        yield f"{MARGIN}no rule matched: withheld until a person decides"
    for match in first.matches:
        yield from _match(match, facts, page)
    yield from _near(first.near, facts, page)


def _items(items: Sequence[Proposal], page: Page) -> Iterator[str]:
    told = [(page.cable.lines.named([item.span]), _proposed(item, page.dated.as_of))
            for item in items]  # fmt: skip
    several = len(dict.fromkeys(told)) > 1
    for where, words in dict.fromkeys(told):
        yield from _labelled("proposed", f"{where}: {words}" if several else words, page, _NAME)


def _facts(facts: Mapping[str, str], page: Page) -> Iterator[str]:
    for name, value in facts.items():
        yield from _labelled(name, value, page, _NAME)


def _labelled(label: str, words: str, page: Page, size: int) -> Iterator[str]:
    for line in wrapped(words, page.width - len(MARGIN) - size):
        yield f"{MARGIN}{label:<{size}}{line}"
        label = ""


def _proposed(item: Proposal, as_of: date) -> str:
    action = f"{item.action} {codes_words(item)}".rstrip()
    won = f"won by {item.won_by}" if item.won_by else "no rule matched"
    return ", ".join(filter(None, (action, won, frees_words(item, as_of))))


def _match(match: Match, facts: Mapping[str, str], page: Page) -> Iterator[str]:
    hit = match.hit
    yield from hung(1, f"{_rank(match)}: {hit.id} ({hit.action})", page.width)
    yield from hung(2, f"{hit.because} {hit.cite}", page.width)
    for span in match.words:
        line = page.cable.lines.named([span])
        yield from hung(2, f'matched "{span.cut(page.cable.text)}" on {line}', page.width)
    if not match.words:
        yield f"{MARGIN * 2}matched by facts alone, so it covers the whole portion"
    if match.facts:
        asked = "; ".join(f"{name} {facts[name]}" for name in match.facts)
        yield from hung(2, f"asked for: {asked}", page.width)
    yield from hung(2, f"written in {hit.where}", page.width)
    if owner := page.owners.get(hit.id):
        yield from hung(2, f"owner: {owner}", page.width)


def _rank(match: Match) -> str:
    if match.won:
        return "won as the strongest"
    if match.hit.lifted_by:
        return f"set aside by the exception {match.hit.lifted_by}"
    if match.hit.action == "hold":
        return "holds the cable"
    return "matched, but is weaker or stands second"


def _near(near: Sequence[NearMiss], facts: Mapping[str, str], page: Page) -> Iterator[str]:
    """Write each rule that nearly matched, and what failed."""
    if not near:
        return
    yield f"{MARGIN}nearly matched, but for one condition"
    size = max(len(miss.rule) for miss in near)
    for miss in near:
        words = " or ".join(_missed(miss, facts))
        lines: Iterable[str] = wrapped(words, page.width - 2 * len(MARGIN) - size - 2)
        label = miss.rule
        for line in lines:
            yield f"{MARGIN * 2}{label:<{size}}  {line}"
            label = ""


def _missed(miss: NearMiss, facts: Mapping[str, str]) -> Iterator[str]:
    pairs = zip(miss.parts, miss.asked, strict=True)
    yield from dict.fromkeys(told_miss(part, asked, facts) for part, asked in pairs)
