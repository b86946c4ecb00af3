"""``redactor decide``: the reviewer's acts, without a terminal."""

from argparse import Namespace

from redactor.cli.output import DONE, InputFault, narrate
from redactor.cli.sessions import find_cable, refused, session
from redactor.policy import Support
from redactor.review import Entry, Refused, Ruling, Session, Verdict, proposing_rule, spans_for


def run(options: Namespace) -> int:
    """Run the command."""
    with session(options) as desk:
        entry = find_cable(desk, options.cable)
        try:
            _act(desk, entry, options)
        except Refused as fault:
            return refused(fault)
        _tell(desk, entry)
    return DONE


def _act(desk: Session, entry: Entry, options: Namespace) -> None:
    if options.accept_proposals:
        _accept(desk, entry)
    elif options.undo:
        desk.undo(entry.sha256, options.reason)
    elif options.redo:
        desk.redo(entry.sha256, options.reason)
    elif options.sign:
        desk.sign(entry.sha256)
    else:
        desk.decide(entry.sha256, _ruling(desk, entry, options))


def _accept(desk: Session, entry: Entry) -> None:
    accepted = desk.accept(entry.sha256)
    narrate(f"{len(accepted.rulings)} items decided as proposed")
    board = desk.board(entry.sha256)
    for item, why in accepted.left:
        narrate(f"left open, {board.lines((item.span,))}: {why}")


def _ruling(desk: Session, entry: Entry, options: Namespace) -> Ruling:
    verdict, spec = _verdict(options)
    docket = desk.docket(entry.sha256)
    spans = spans_for(docket, spec)
    support = Support(
        statute=options.statute, guide=options.guide, topic=options.topic, harm=options.harm,
        agency=options.agency,
    )  # fmt: skip
    words = {"reason": options.reason, "note": options.note, "segregable": options.segregable}
    return Ruling(
        spans=spans,
        verdict=verdict,
        codes=tuple(dict.fromkeys(code.strip() for code in options.code)),
        support=support,
        rule=proposing_rule(docket, spans, verdict),
        suppress_code=options.suppress_code,
        remarks={kind: text for kind, text in words.items() if text},
    )


def _verdict(options: Namespace) -> tuple[Verdict, str]:
    if options.release is not None:
        return "release", options.release
    if options.redact is not None:
        return "redact", options.redact
    if not options.agency:
        raise InputFault("--refer needs --agency: name the agency to which the place goes")
    return "refer", options.refer


def _tell(desk: Session, entry: Entry) -> None:
    view, board = desk.view(entry.sha256), desk.board(entry.sha256)
    name = entry.id or entry.sha256[:12]
    total = len(view.docket.items)
    words = f"{name}: {view.decided} of {total} items decided"
    if view.open:
        words += f"; open: {board.lines(view.open)}"
    if board.state.signatures:
        words += f"; signed by {len(board.state.signatures)} of {board.workflow.reviews}"
    narrate(words + ("; complete" if board.complete else ""))
