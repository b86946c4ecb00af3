"""The lines above and below the source, in words. Pure."""

import textwrap

from redactor.review import Board, Entry
from redactor.text import Span, visible
from redactor.ui.cursor import Cursor
from redactor.ui.pen import Pen
from redactor.ui.reasons import signers_words
from redactor.ui.rows import BarRow
from redactor.ui.sheet import GLYPHS, Sheet
from redactor.ui.words import (
    ACTION_WORDS,
    VERDICT_WORDS,
    banner_words,
    codes_words,
    lines_words,
    name_words,
    stage_words,
    status_words,
)


def header_rows(board: Board, width: int) -> tuple[BarRow, ...]:
    """Give the header: what the cable is, when it frees, and what stands in its way."""
    docket = board.docket
    cable, dated = docket.cable, docket.dated
    subject = " ".join((cable.subject or "no subject read").split())
    sent = " ".join(filter(None, (cable.origin.post, str(dated.origin or ""))))
    rows = [
        BarRow(
            ((name_words(cable, docket.name), "strong"), ("  ", "plain"),
             (banner_words(cable), "banner")),
            ((status_words(dated.overall), "plain"),),
        ),
        BarRow(((visible(subject), "muted"),), ((visible(sent), "muted"),)),
    ]  # fmt: skip
    if docket.proposals.hold:
        words = f"! On hold: {visible(docket.proposals.hold)}"
        rows += [BarRow(((line, "warn"),)) for line in textwrap.wrap(words, max(20, width - 2))]
    if board.state.signatures or board.state.releases:
        words = " · ".join(filter(None, (stage_words(board), signers_words(board))))
        rows.append(BarRow(((words, "good"),)))
    return tuple(rows)


def item_row(sheet: Sheet, cursor: Cursor, spans: tuple[Span, ...], pen: Pen) -> BarRow:
    """Say what is proposed or decided at the cursor, and what a decision would act on."""
    unit = "selection" if cursor.selection else cursor.unit
    code = f" · code: {codes_words(pen.codes, pen.support)}" if pen.codes else ""
    right = ((f"unit: {unit}{code}", "muted"),)
    here = sheet.at(cursor.offset)
    if here is None or here.item < 0:
        return BarRow((("nothing to decide here", "muted"),), right)
    item = sheet.items[here.item]
    where = f" · item {here.item + 1:,} of {len(sheet.items):,}, {lines_words(sheet, spans)}"
    rule = f" · {visible(item.won_by)}" if item.won_by else ""
    return BarRow(((f"{GLYPHS[here.state]} {_state(sheet, cursor.offset)}", "strong"),
                   (where + rule, "plain")), right)  # fmt: skip


def _state(sheet: Sheet, offset: int) -> str:
    part = next((part for part in sheet.view.painting if offset in part.span), None)
    if part:
        decision = part.decision
        codes = f" {codes_words(decision.codes, decision.support)}" if decision.codes else ""
        return f"{VERDICT_WORDS[decision.verdict]}{codes}"
    item = sheet.items[sheet.item_at(offset) or 0]
    codes = f" {codes_words(item.codes, item.support)}" if item.codes else ""
    if item.action == "review":
        return "open: you decide"
    return f"proposed: {ACTION_WORDS[item.action]}{codes}"


def case_words(entries: tuple[Entry, ...], cable: str) -> str:
    """Say which cable of the case this is: ``cable 2 of 9``."""
    place = [entry.sha256 for entry in entries].index(cable)
    return f"cable {place + 1:,} of {len(entries):,}"
