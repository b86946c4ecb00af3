"""Bulk: what accepting many proposals at once would come to, shown before it is done. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from redactor.policy import Proposal
from redactor.text import visible
from redactor.ui.pen import Law, Pen
from redactor.ui.sheet import GLYPHS, Sheet
from redactor.ui.words import ACTION_WORDS, codes_words, lines_words, plural

_QUOTED = 40
"""How many characters of each item the list quotes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Open items that can be accepted, and those that would stay open."""

    scope: str
    ready: tuple[Proposal, ...]
    left: tuple[tuple[Proposal, str], ...]

    @property
    def title(self) -> str:
        """Say how many, and of what."""
        return f"Accept {plural(len(self.ready), 'proposal')} of {self.scope}?"


def plan(sheet: Sheet, rule: str | None = None) -> Plan:
    """Plan to accept the open items that a rule won, or all open items of the cable."""
    law = Law.of(sheet.view.docket)
    items = [item for item in sheet.view.open_items if rule is None or item.won_by == rule]
    faults = [(item, _fault(law, item)) for item in items]
    return Plan(
        "this cable" if rule is None else f"the rule {visible(rule)}",
        tuple(item for item, fault in faults if fault is None),
        tuple((item, fault) for item, fault in faults if fault is not None),
    )


def _fault(law: Law, item: Proposal) -> str | None:
    if item.action == "release":
        return None
    if item.action != "redact":
        return ACTION_WORDS[item.action]
    return law.fault(Pen(item.codes, item.support))


def plan_lines(sheet: Sheet, chosen: Plan) -> tuple[str, ...]:
    """Give the plan as lines: counts first, then every item."""
    counts = Counter(item.action for item in chosen.ready)
    sums = [
        f"{GLYPHS[action]} {ACTION_WORDS[action]}: {counts[action]}"
        for action in ("redact", "release") if counts[action]
    ]  # fmt: skip
    if chosen.left:
        sums.append(f"stay open: {len(chosen.left)}")
    return (
        " · ".join(sums) or "There is nothing to accept here.",
        "",
        *_item_lines(sheet, chosen.ready),
        *(f"? {lines_words(sheet, (item.span,))}: stays open, {why}" for item, why in chosen.left),
    )


def _item_lines(sheet: Sheet, items: Sequence[Proposal]) -> list[str]:
    lines = []
    for item in items:
        codes = f" {codes_words(item.codes, item.support)}" if item.codes else ""
        where = lines_words(sheet, (item.span,))
        words = visible(" ".join(item.span.cut(sheet.text)[:_QUOTED].split()))
        lines.append(f"{GLYPHS[item.action]} {where}{codes}: {words}")
    return lines
