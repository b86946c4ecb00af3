"""Bulk: what deciding many items at once would come to, shown before it is done. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from redactor.policy import Proposal, Support
from redactor.review import NO_RULE, Alike, Ruling
from redactor.text import clip, visible
from redactor.ui.pen import Law, Pen
from redactor.ui.sheet import GLYPHS, Sheet
from redactor.ui.words import ACTION_WORDS, VERDICT_WORDS, codes_words, lines_words, shorten

_QUOTED = 40
"""How many characters of each item the list quotes."""
_BEFORE = 20
"""How many before the words that stand elsewhere: they are in sight in a narrow window too."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Open items that can be decided, and those that would stay open."""

    ready: tuple[Proposal, ...]
    left: tuple[tuple[Proposal, str], ...]

    @property
    def rest(self) -> str:
        """Say what stays open whatever is agreed to."""
        if self.left:
            return f"stay open: {len(self.left)}"
        return "" if self.ready else "There is nothing to decide here."


def plan(sheet: Sheet, rule: str | None = None) -> Plan:
    """Plan to accept the open items that a rule won, or all open items of the cable."""
    law = Law.of(sheet.view.docket)
    items = [item for item in sheet.view.open_items if rule is None or item.won_by == rule]
    faults = [(item, _fault(law, item)) for item in items]
    return Plan(
        tuple(item for item, fault in faults if fault is None),
        tuple((item, fault) for item, fault in faults if fault is not None),
    )


def _fault(law: Law, item: Proposal) -> str | None:
    if item.action == "release":
        return None
    if item.action != "redact":
        return ACTION_WORDS[item.action]
    return law.fault(Pen(item.codes, item.support))


def plan_release(sheet: Sheet) -> Plan:
    """Plan to release all open items that no rule wants withheld, referred or held."""
    items = sheet.view.open_items
    fit = ("release", "review")
    return Plan(
        tuple(item for item in items if item.action in fit),
        tuple((item, ACTION_WORDS[item.action]) for item in items if item.action not in fit),
    )


def as_proposed(sheet: Sheet, items: Sequence[Proposal]) -> tuple[Ruling, ...]:
    """Give the rulings that decide the open parts of items as proposed."""
    return tuple(
        Ruling(
            clip(sheet.view.open, (item.span,)),
            "release" if item.action == "release" else "redact",
            item.codes if item.action == "redact" else (),
            item.support if item.action == "redact" else Support(),
            item.won_by or NO_RULE,
        )
        for item in items
    )


def released(sheet: Sheet, items: Sequence[Proposal], reason: str) -> tuple[Ruling, ...]:
    """Give the rulings that release the open parts of items, each with the reason."""
    return tuple(
        Ruling(
            clip(sheet.view.open, (item.span,)),
            "release",
            rule=(item.won_by or NO_RULE) if item.action == "release" else NO_RULE,
            remarks={"reason": reason},
        )
        for item in items
    )


def kind_words(item: Proposal) -> str:
    """Say what accepting an item comes to, for the sum of a list."""
    return f"{GLYPHS[item.action]} {ACTION_WORDS[item.action]}"


def item_line(sheet: Sheet, item: Proposal, name: str = "") -> str:
    """Give the line of an item in a list; ``name`` is the cable's, where there are several."""
    codes = f" {codes_words(item.codes, item.support)}" if item.codes else ""
    where = lines_words(sheet, (item.span,))
    words = visible(shorten(item.span.cut(sheet.text)[: 2 * _QUOTED], _QUOTED))
    return f"{GLYPHS[item.action]} {f'{name} ' if name else ''}{where}{codes}: {words}"


def left_line(sheet: Sheet, item: Proposal, why: str) -> str:
    """Give the line of an item that stays open."""
    return f"? {lines_words(sheet, (item.span,))}: stays open, {visible(why)}"


def alike_line(sheet: Sheet, place: Alike, name: str) -> str:
    """Give the line of a place where the same words stand, with what was decided there."""
    here = sheet.at(place.span.start)
    glyph = GLYPHS[here.state] if here else " "
    part = sheet.decided_at(place.span.start)
    state = f" {VERDICT_WORDS[part.decision.verdict]}" if part else ""
    before = place.before[-_BEFORE:]
    context = visible(" ".join(f"{before}[{place.words}]{place.after}".split()))
    return f"{glyph} {name} line {place.line}{state}: …{context}…"
