"""``redactor decide``: all that a reviewer does, without a terminal."""

from argparse import Namespace

from redactor.cli.decide_bulk import decide_everywhere
from redactor.cli.decide_record import RECORD_ACTS, enter
from redactor.cli.decide_ruling import check_options, given_act, remarks_of, ruling_of
from redactor.cli.output import DONE, narrate
from redactor.cli.sessions import find_cable, refused, session
from redactor.review import Entry, Refused, Session, lacks_segregability, triggers


def run(options: Namespace) -> int:
    """Run the command."""
    check_options(options)
    with session(options) as desk:
        entry = find_cable(desk, options.cable)
        try:
            _act(desk, entry, options)
        except Refused as fault:
            return refused(fault)
        _tell(desk, entry)
    return DONE


def _act(desk: Session, entry: Entry, options: Namespace) -> None:
    act = given_act(options)
    if act in RECORD_ACTS:
        enter(desk, entry, options, act)
    elif act == "accept_proposals":
        _accept(desk, entry, options)
    elif act == "undo":
        desk.undo(entry.sha256, options.reason)
    elif act == "redo":
        desk.redo(entry.sha256, options.reason)
    elif act == "sign":
        desk.sign(entry.sha256)
    elif options.everywhere:
        decide_everywhere(desk, entry, options)
    else:
        _decide(desk, entry, options)


def _decide(desk: Session, entry: Entry, options: Namespace) -> None:
    ruling = ruling_of(desk, entry, options)
    desk.decide(entry.sha256, ruling)
    places = "1 place" if len(ruling.spans) == 1 else f"{len(ruling.spans)} places"
    narrate(f"{ruling.verdict}: {places}, {desk.board(entry.sha256).lines(ruling.spans)}")


def _accept(desk: Session, entry: Entry, options: Namespace) -> None:
    accepted = desk.accept(entry.sha256, remarks=remarks_of(options))
    narrate(f"{len(accepted.rulings)} items decided as proposed")
    board = desk.board(entry.sha256)
    for item, why in accepted.left:
        narrate(f"left open, {board.lines((item.span,))}: {why}")


def _tell(desk: Session, entry: Entry) -> None:
    view, board = desk.view(entry.sha256), desk.board(entry.sha256)
    total = len(view.docket.items)
    words = f"{entry.label}: {view.decided} of {total} items decided"
    if view.open:
        words += f"; open: {board.lines(view.open)}"
    if board.state.signatures:
        words += f"; signed by {len(board.state.signatures)} of {board.workflow.reviews}"
    narrate(words + ("; complete" if board.complete else ""))
    whole = lacks_segregability(view.docket, view.painting)
    if whole:
        narrate(f"withheld whole: {board.lines(whole)}; say with --segregable why no part is free")
    people = board.seen_by(desk.person)
    for trigger in triggers(view.docket, board.state, view.painting, people):
        narrate(f"needs senior approval: {trigger.words} ({board.lines(trigger.spans)})")
