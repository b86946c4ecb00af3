"""Sheets made by hand, where reader and policy would only be in the way."""

from datetime import date

from redactor.cable import Cable, Segment
from redactor.declass import DatedCable, Instruction, Status
from redactor.policy import Action, PolicyRef, Proposal, Proposals
from redactor.review import Desk, Docket, View
from redactor.text import LineIndex, Span
from redactor.ui.sheet import Sheet

DAY = date(2026, 11, 23)


def plain_sheet(
    text: str, *items: tuple[int, int, Action], furniture: tuple[Span, ...] = ()
) -> Sheet:
    """Give a sheet of a text whose items are proposed as told."""
    cable = Cable(
        sha256="0" * 64,
        size=len(text),
        encoding="utf-8",
        text=text,
        lines=LineIndex(text),
        format="plain",
        segments=tuple(Segment("furniture", span) for span in furniture),
    )
    status = Status("unclassified", None, "none", ())
    dated = DatedCable(cable, DAY, Instruction("missing", ""), None, status, ())
    proposals = tuple(
        Proposal(Span(start, end), action, (), None, (), None) for start, end, action in items
    )
    docket = Docket(
        "plain.txt", dated, Proposals(DAY, "foia", PolicyRef("p", "1", "0" * 64), None, proposals)
    )
    return Sheet(View(docket, Desk("ann")))
