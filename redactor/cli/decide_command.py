"""``redactor decide``: the reviewer's acts, without a terminal."""

from argparse import Namespace

from redactor.cli.output import DONE, InputFault, narrate
from redactor.cli.sessions import find_cable, refused, session
from redactor.policy import Support, find_code
from redactor.review import Entry, Refused, Ruling, Session, Verdict, proposing_rule, spans_for


def run(options: Namespace) -> int:
    """Run the command."""
    _check_options(options)
    with session(options) as desk:
        entry = find_cable(desk, options.cable)
        try:
            _act(desk, entry, options)
        except Refused as fault:
            return refused(fault)
        _tell(desk, entry)
    return DONE


_CARRIES = {
    "accept_proposals": {"reason", "note"},
    "undo": {"reason"},
    "redo": {"reason"},
    "sign": set[str](),
    "release": {"reason", "note", "code"},
    "redact": {"code", "statute", "guide", "topic", "harm", "segregable", "suppress_code", "reason",
               "note"},
    "refer": {"agency", "reason", "note"},
}  # fmt: skip
"""What each act can carry: an option that would be dropped is a mistake to tell."""


def _check_options(options: Namespace) -> None:
    given = {name for carried in _CARRIES.values() for name in carried if getattr(options, name)}
    (act,) = [name for name in _CARRIES if getattr(options, name) not in (None, False)]
    astray = sorted(given - _CARRIES[act])
    if astray:
        flags = ", ".join(f"--{name.replace('_', '-')}" for name in astray)
        raise InputFault(f"{flags} has no meaning with --{act.replace('_', '-')}; leave it out")


def _act(desk: Session, entry: Entry, options: Namespace) -> None:
    if options.accept_proposals:
        _accept(desk, entry, options)
    elif options.undo:
        desk.undo(entry.sha256, options.reason)
    elif options.redo:
        desk.redo(entry.sha256, options.reason)
    elif options.sign:
        desk.sign(entry.sha256)
    else:
        ruling = _ruling(desk, entry, options)
        desk.decide(entry.sha256, ruling)
        places = "1 place" if len(ruling.spans) == 1 else f"{len(ruling.spans)} places"
        narrate(f"{ruling.verdict}: {places}, {desk.board(entry.sha256).lines(ruling.spans)}")


def _accept(desk: Session, entry: Entry, options: Namespace) -> None:
    accepted = desk.accept(entry.sha256, remarks=_remarks(options))
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
    return Ruling(
        spans=spans,
        verdict=verdict,
        codes=tuple(dict.fromkeys(find_code(code.strip()) for code in options.code)),
        support=support,
        rule=proposing_rule(docket, spans, verdict),
        suppress_code=options.suppress_code,
        remarks=_remarks(options),
    )


def _remarks(options: Namespace) -> dict[str, str]:
    """Give the free words: kept apart from the journal, and classified."""
    return {kind: words for kind in ("reason", "note", "segregable")
            if (words := getattr(options, kind))}  # fmt: skip


def _verdict(options: Namespace) -> tuple[Verdict, str]:
    if options.release is not None:
        return "release", options.release
    if options.redact is not None:
        return "redact", options.redact
    if options.agency is None:
        raise InputFault("--refer needs --agency: name the agency to which the place goes")
    return "refer", options.refer


def _tell(desk: Session, entry: Entry) -> None:
    view, board = desk.view(entry.sha256), desk.board(entry.sha256)
    total = len(view.docket.items)
    words = f"{entry.label}: {view.decided} of {total} items decided"
    if view.open:
        words += f"; open: {board.lines(view.open)}"
    if board.state.signatures:
        words += f"; signed by {len(board.state.signatures)} of {board.workflow.reviews}"
    narrate(words + ("; complete" if board.complete else ""))
