"""The why: for one item, each rule that matched, the dates, and what was decided. Pure."""

from collections.abc import Iterable, Iterator

from redactor.policy import PolicyRef, Proposal, RuleHit
from redactor.review import NO_RULE, Board, Decision, Painted
from redactor.text import Span, visible
from redactor.ui.clock import clock_sayings
from redactor.ui.history import decided_elsewhere, history
from redactor.ui.memory import Earlier
from redactor.ui.sayings import Saying
from redactor.ui.sheet import DECIDED, GLYPHS, Sheet
from redactor.ui.words import (
    ACTION_WORDS,
    codes_words,
    decision_words,
    lines_words,
)

_QUOTES_SHOWN = 6
_QUOTE_LENGTH = 60


def explain(
    board: Board, sheet: Sheet, offset: int, earlier: Iterable[Earlier] = ()
) -> tuple[Saying, ...]:
    """Say why the place at an offset is proposed and decided as it is.

    Args:
        board: the cable with all people's work.
        sheet: as this person sees it.
        offset: the place, in code points.
        earlier: how the same words were decided elsewhere.
    """
    index = sheet.item_at(offset)
    if index is None:
        return (
            Saying("Nothing to decide here", "head"),
            Saying("Page furniture and white space are never printed.", "muted"),
            Saying(""),
            *clock_sayings(sheet.view.docket.dated, offset),
        )
    item = sheet.items[index]
    return (
        *_proposed(sheet, item),
        *_standing(board, sheet, item, offset),
        *_rules(sheet, item),
        Saying(""),
        *clock_sayings(sheet.view.docket.dated, offset),
        *history(board, sheet, item),
        *decided_elsewhere(earlier),
    )


def matched_words(item: Proposal) -> tuple[Span, ...]:
    """Give all the words that made an item's rules match."""
    return tuple(sorted({span for hit in item.rules for span in hit.matched}))


def _proposed(sheet: Sheet, item: Proposal) -> Iterator[Saying]:
    codes = f" under {codes_words(item.codes, item.support)}" if item.codes else ""
    yield Saying(f"{GLYPHS[item.action]} Proposed: {ACTION_WORDS[item.action]}{codes}", "head")
    frees = f", frees on {item.frees_on}" if item.frees_on else ""
    yield Saying(f"{lines_words(sheet, (item.span,)).capitalize()}{frees}.", "muted")
    if sheet.view.docket.proposals.hold:
        yield Saying("! The whole cable waits; the reason stands above.", "warn")


def _standing(board: Board, sheet: Sheet, item: Proposal, offset: int) -> Iterator[Saying]:
    part = sheet.decided_at(offset)
    if part:
        yield Saying("")
        yield from _decision(part.decision)
    elif any(stretch.span.meets(item.span) for stretch in sheet.view.painting):
        yield Saying("")
        yield Saying("Open here; other parts of this item are decided.")
    if any(offset in span for span in board.differences()):
        yield Saying("The signers differ here:", "warn")
        for number, signing in enumerate(board.state.signings, 1):
            theirs = _painted_at(signing.painting, offset)
            if theirs:
                yield Saying(f"{number}  {decision_words(theirs.decision)}", indent=2)


def _decision(decision: Decision) -> Iterator[Saying]:
    glyph = GLYPHS[DECIDED[decision.verdict]]
    yield Saying(f"{glyph} Decided: {decision_words(decision)}", "head")
    rule = "no rule proposed it" if decision.rule == NO_RULE else f"as {decision.rule} proposed"
    yield Saying(visible(rule), "muted")
    support = decision.support
    for label, words in (
        ("statute", support.statute), ("guide", support.guide), ("topic", support.topic),
        ("harm", support.harm), ("reason", decision.reason), ("note", decision.note),
        ("segregable", decision.segregable),
    ):  # fmt: skip
        if words:
            yield Saying(f"{label}: {visible(words)}", indent=2)


def _painted_at(painting: Iterable[Painted], offset: int) -> Painted | None:
    return next((part for part in painting if offset in part.span), None)


def _rules(sheet: Sheet, item: Proposal) -> Iterator[Saying]:
    yield Saying("")
    if not item.rules:
        yield Saying("No rule matched", "head")
        yield Saying("What no rule matches stays withheld until a person decides.")
        return
    yield Saying("Rules, strongest first", "head")
    for hit in item.rules:
        yield from _rule(sheet, hit, wins=hit.id == item.won_by and len(item.rules) > 1)


def _rule(sheet: Sheet, hit: RuleHit, *, wins: bool) -> Iterator[Saying]:
    won = " (wins)" if wins else ""
    yield Saying(
        f"{GLYPHS[hit.action]} {visible(hit.id)}: {ACTION_WORDS[hit.action]}{won}", "strong"
    )
    if hit.codes:
        yield Saying(codes_words(hit.codes, hit.support), indent=2)
    yield Saying(visible(hit.because), indent=2)
    yield Saying(visible(hit.cite), "muted", indent=2)
    yield from _quotes(sheet, hit.matched)
    if hit.lifted_by:
        yield Saying(f"set aside by the exception {visible(hit.lifted_by)}", "quote", indent=2)
    if hit.where:
        yield Saying(where_words(hit.where, sheet.view.docket.proposals.policy), "muted", indent=2)


def where_words(where: str, policy: PolicyRef) -> str:
    """Give the place of a rule as ``rules/people.yaml:36``, a file of the policy.

    A case keeps the policy's own bytes, so ``where`` names the case file before the policy's.
    """
    _, kept, rest = where.rpartition(":policy")
    if not kept:
        return visible(where.rpartition("/")[2])
    return visible(rest[1:] if rest.startswith("/") else f"{policy.name}.yaml{rest}")


def _quotes(sheet: Sheet, matched: tuple[Span, ...]) -> Iterator[Saying]:
    for span in matched[:_QUOTES_SHOWN]:
        words = span.cut(sheet.text)
        short = words if len(words) <= _QUOTE_LENGTH else words[: _QUOTE_LENGTH - 1] + "…"
        yield Saying(f"{lines_words(sheet, (span,))}: “{visible(short)}”", "quote", indent=2)
    if len(matched) > _QUOTES_SHOWN:
        yield Saying(f"and {len(matched) - _QUOTES_SHOWN} more places", "quote", indent=2)
