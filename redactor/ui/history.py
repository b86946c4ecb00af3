"""What was done at a place before, and with the same words elsewhere. Pure."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from redactor.policy import Proposal
from redactor.review import Board, Desk, Standing
from redactor.text import Span, visible
from redactor.ui.memory import Earlier
from redactor.ui.sayings import Saying
from redactor.ui.sheet import Sheet
from redactor.ui.words import codes_words, decision_words

_SHOWN = 12
_ELSEWHERE_SHOWN = 5

_Happened = tuple[int, tuple[Span, ...], str]
"""Number of the event, where it counts (nowhere is everywhere), and what it was."""


def history(board: Board, sheet: Sheet, item: Proposal) -> Iterator[Saying]:
    """Say what was done on an item: decisions, also covered or taken back, notes, flags, answers.

    Of decisions only this person's own are told.
    """
    happened = chain(_decided(sheet.view.desk), _recorded(board.state.standing))
    here = sorted(
        (number, words)
        for number, spans, words in happened
        if not spans or any(span.meets(item.span) for span in spans)
    )
    if here:
        yield Saying("")
        yield Saying("History of this place", "head")
    for _, words in here[-_SHOWN:]:
        yield Saying(words, indent=2)


def _decided(desk: Desk) -> Iterator[_Happened]:
    for decision in desk.decisions:
        yield decision.seq, decision.spans, decision_words(decision)
    for decision in (made for act in desk.undone for made in act.decisions):
        yield decision.seq, decision.spans, f"taken back: {decision_words(decision)}"


def _recorded(standing: Standing) -> Iterator[_Happened]:
    for note in standing.notes:
        yield note.seq, note.spans, f"note by {visible(note.person)}: {visible(note.text)}"
    for flag in standing.flags:
        yield flag.seq, flag.spans, f"flagged {visible(flag.kind)} by {visible(flag.person)}"
    for notice in standing.notices:
        due = f", answer due {notice.due}" if notice.due else ""
        yield notice.seq, notice.spans, f"{visible(notice.agency)} told on {notice.on}{due}"
    for cleared in standing.clearances:
        words = f"{cleared.finding} cleared by {visible(cleared.person)}: {visible(cleared.reason)}"
        yield cleared.seq, cleared.spans, words
    for answer in standing.answers:
        codes = f" under {codes_words(answer.codes, answer.support)}" if answer.codes else ""
        replies = {"deny": f"denies the release{codes}", "no-objection": "has no objection"}
        yield answer.seq, answer.spans, f"{visible(answer.agency)} {replies[answer.reply]}"


def decided_elsewhere(earlier: Iterable[Earlier]) -> Iterator[Saying]:
    """Say how the same words were decided elsewhere."""
    found = tuple(islice(earlier, _ELSEWHERE_SHOWN + 1))
    if found:
        yield Saying("")
        yield Saying("The same words elsewhere", "head")
    for each in found[:_ELSEWHERE_SHOWN]:
        yield Saying(f"{visible(each.name)}: {decision_words(each.decision)}", indent=2)
    if len(found) > _ELSEWHERE_SHOWN:
        yield Saying("and more", "muted", indent=2)
