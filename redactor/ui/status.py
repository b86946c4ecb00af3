"""The lines above and below the source, in words. Pure."""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import datetime

from redactor.review import CLAIM_LASTS, Board
from redactor.text import Span, plural, visible
from redactor.ui.cursor import Cursor
from redactor.ui.keymap import Keymap
from redactor.ui.limits import Limit
from redactor.ui.pen import Pen
from redactor.ui.rows import BarRow, Tone
from redactor.ui.sheet import GLYPHS, Sheet
from redactor.ui.words import (
    ACTION_WORDS,
    VERDICT_WORDS,
    banner_words,
    clock_words,
    codes_words,
    lines_words,
    name_words,
    stage_words,
    status_words,
)


def header_rows(
    board: Board, person: str, now: datetime, width: int, keymap: Keymap
) -> tuple[BarRow, ...]:
    """Give the header: what the cable is, when it frees, and what stands in its way."""
    docket = board.docket
    cable, dated = docket.cable, docket.dated
    subject = " ".join((cable.subject or "no subject read").split())
    sent = " ".join(filter(None, (cable.origin.post, str(dated.origin or ""))))
    return (
        BarRow(
            ((name_words(cable, docket.name), "strong"), ("  ", "plain"),
             (banner_words(cable), "banner")),
            ((status_words(dated.overall), "plain"),),
        ),
        BarRow(((visible(subject), "muted"),), ((visible(sent), "muted"),)),
        *_warnings(board, person, now, max(20, width - 2)),
        *_mode(board, person, keymap),
    )  # fmt: skip


def _warnings(board: Board, person: str, now: datetime, width: int) -> Iterator[BarRow]:
    """Say what stands in the way, on as many lines as it takes."""
    hold = board.docket.proposals.hold
    sentences = [f"! On hold: {visible(hold)}"] if hold else []
    if held := claimed_words(board, person, now):
        sentences.append(f"! {held}")
    for sentence in sentences:
        yield from (BarRow(((line, "warn"),)) for line in textwrap.wrap(sentence, width))


def claimed_words(board: Board, person: str, now: datetime) -> str:
    """Say that somebody else is at work here; nothing when nobody is."""
    claim = board.state.claim
    if claim is None or claim.person == person or now - claim.at > CLAIM_LASTS:
        return ""
    return f"{visible(claim.person)} is at work on this cable, last at {clock_words(claim.at)}."


def _mode(board: Board, person: str, keymap: Keymap) -> Iterator[BarRow]:
    """Say at which stage of the review this person works, once somebody has signed."""
    signers = [visible(signature.person) for signature in board.state.signatures]
    if signers:
        signed = ((f"signed by {', '.join(signers)}", "muted"),)
        yield BarRow(((mode_words(board, person, keymap), "good"),), signed)


def mode_words(board: Board, person: str, keymap: Keymap) -> str:
    """Say what this person does here: ``second review, blind``."""
    state, workflow = board.state, board.workflow
    if board.complete:
        return stage_words(board)
    differing = board.differences()
    if differing:
        return (
            f"signers differ in {plural(len(differing), 'place')}: {_sides(board, person, keymap)}"
        )
    if state.desk(person).signed:
        return f"you signed, {len(state.signatures)} of {workflow.reviews}"
    blind = ", blind: you see nobody else's decisions" if workflow.blind_second else ""
    if state.signatures:
        return f"second review{blind}"
    return "first review" if workflow.reviews > 1 else "only review that the policy asks for"


def _sides(board: Board, person: str, keymap: Keymap) -> str:
    """Say how this person can settle it."""
    if board.state.desk(person).signed:
        return "take your signature back and decide anew, or leave it to somebody else"
    first, second = (visible(each.person) for each in board.state.signatures[:2])
    keys = keymap.key("take_first"), keymap.key("take_second")
    return f"{keys[0]} decides as {first}, {keys[1]} as {second}"


def item_row(
    sheet: Sheet, cursor: Cursor, spans: tuple[Span, ...], pen: Pen, limit: Limit | None
) -> BarRow:
    """Say what is proposed or decided at the cursor, and what a decision would act on."""
    unit = "selection" if cursor.selection else cursor.unit
    told = (
        f"unit: {unit}" if unit != "item" else "",  # what it is at first needs no room
        f"code: {codes_words(pen.codes, pen.support)}" if pen.codes else "",
        f"only {limit.words}" if limit else "",
    )
    here = sheet.at(cursor.offset)
    if here is None or here.item < 0:
        return BarRow((("nothing to decide here", "muted"),), _told(told))
    item = sheet.items[here.item]
    rule = f" · {visible(item.won_by)}" if item.won_by else ""
    count = f"item {here.item + 1:,} of {len(sheet.items):,}"
    return BarRow(((f"{GLYPHS[here.state]} {_state(sheet, cursor.offset)}", "strong"),
                   (f" · {lines_words(sheet, spans)}{rule}", "plain")),
                  _told((*told, count)))  # fmt: skip


def _told(parts: Iterable[str]) -> tuple[tuple[str, Tone], ...]:
    return ((" · ".join(filter(None, parts)), "muted"),)


def _state(sheet: Sheet, offset: int) -> str:
    part = sheet.decided_at(offset)
    if part:
        decision = part.decision
        codes = f" {codes_words(decision.codes, decision.support)}" if decision.codes else ""
        return f"{VERDICT_WORDS[decision.verdict]}{codes}"
    item = sheet.items[sheet.item_at(offset) or 0]
    codes = f" {codes_words(item.codes, item.support)}" if item.codes else ""
    if item.action == "review":
        return "open: you decide"
    return f"proposed: {ACTION_WORDS[item.action]}{codes}"


def status_words_of(
    sheet: Sheet, counts: tuple[int, int] | None, saved: datetime | None, place: str
) -> str:
    """Say how far the reviewer is: ``2,143 of 3,010 decided · 7 open here · saved 14:02:11``.

    Args:
        sheet: this cable.
        counts: decided and all items of the case; ``None`` while they are not known, then this
            cable's are given.
        saved: when the last decision was saved.
        place: which cable of the case this is.
    """
    view = sheet.view
    decided, total = counts or (view.decided, len(view.docket.items))
    parts = [f"{decided:,} of {total:,} decided", f"{len(view.open_items):,} open here"]
    if saved:
        parts.append(f"saved {clock_words(saved)}")
    return " · ".join((*parts, place))
