"""The ledger: one line for each cable of a case, as the queue shows it. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import set_cell_size

from redactor.review import Board, CableState, Entry, Stage
from redactor.text import visible
from redactor.ui.words import STAGE_GLYPHS, frees_words, name_words, plural, stage_words

_STAGES: tuple[tuple[Stage, str], ...] = (
    ("released", "released"),
    ("complete", "complete"),
    ("signed", "signed once"),
    ("differing", "where signers differ"),
    ("on hold", "on hold"),
    ("in progress", "in progress"),
    ("untouched", "untouched"),
)

_WITH_ORIGIN = 100
"""From this width on there is room for the cable's date."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the queue says of one cable; already safe to show."""

    state: CableState
    """The state that it was made from."""
    stage: Stage
    stage_words: str
    id: str
    banner: str
    origin: str
    frees: str
    open: int
    decided: int
    items: int
    subject: str


def summarise(board: Board, person: str, entry: Entry) -> Summary:
    """Sum up one cable as this person sees it."""
    docket, view = board.docket, board.view(person)
    cable = docket.cable
    level = cable.level or "?"
    return Summary(
        state=board.state,
        stage=board.stage,
        stage_words=stage_words(board),
        id=name_words(cable, entry.name),
        banner=visible("//".join((level, *cable.controls))),
        origin=str(docket.dated.origin or "no date"),
        frees=frees_words(docket.dated),
        open=len(view.open_items),
        decided=view.decided,
        items=len(docket.items),
        subject=visible(" ".join((cable.subject or "no subject read").split())),
    )


def heading(width: int) -> str:
    """Give the names of the columns."""
    return _columns(width, "  state", "cable", "level", "date", "frees on", "open", "subject")


def cable_line(width: int, entry: Entry, summary: Summary | None) -> str:
    """Give the line of a cable, before and after it is read."""
    if summary is None:
        return _columns(width, "… reading", visible(entry.id or entry.name), "", "", "", "", "")
    return _columns(
        width,
        f"{STAGE_GLYPHS[summary.stage]} {summary.stage_words}",
        summary.id, summary.banner, summary.origin, summary.frees, str(summary.open),
        summary.subject,
    )  # fmt: skip


def _columns(width: int, *cells: str) -> str:
    state, name, level, origin, frees, open_, subject = cells
    fixed = [(state, 17), (name, 16), (level, 10)]
    if width >= _WITH_ORIGIN:
        fixed.append((origin, 10))
    fixed.append((frees, 10))
    line = " ".join(set_cell_size(words, size) for words, size in fixed)
    return set_cell_size(f"{line} {open_:>4}  {subject}", width)


def totals(summaries: Iterable[Summary], cables: int, unread: int) -> str:
    """Sum up the case in a line."""
    known = tuple(summaries)
    stages = Counter(summary.stage for summary in known)
    decided = sum(summary.decided for summary in known)
    items = sum(summary.items for summary in known)
    parts = [plural(cables, "cable")]
    parts += [f"{stages[stage]:,} {words}" for stage, words in _STAGES if stages[stage]]
    parts.append(f"{decided:,} of {plural(items, 'item')} decided")
    if unread:
        parts.append(f"{unread:,} still to read")
    return " · ".join(parts)
