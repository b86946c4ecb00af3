"""``redactor decide``: entries on the cable's own record, which hold for all reviewers."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from redactor.cli.archive import Archive
from redactor.cli.days import today
from redactor.cli.decide_ruling import agency_of, codes_of, support_of
from redactor.cli.held import clear
from redactor.cli.output import InputFault, narrate
from redactor.cli.progress import progress_on_stderr
from redactor.review import (
    Entry,
    FactError,
    Notification,
    Response,
    Session,
    read_fact,
    spans_for,
)
from redactor.text import Span

Enter = Callable[[Session, str, Namespace], None]


def enter(desk: Session, entry: Entry, options: Namespace, act: str) -> None:
    """Make one entry.

    Raises:
        Refused: when a rule forbids it.
        InputFault: when an option can't be read.
    """
    RECORD_ACTS[act](desk, entry.sha256, options)


def _spans(desk: Session, cable: str, spec: str) -> tuple[Span, ...]:
    return spans_for(desk.docket(cable), spec)


def _notify(desk: Session, cable: str, options: Namespace) -> None:
    spans = _spans(desk, cable, options.notify)
    desk.notify(cable, Notification(agency_of(options), spans, today(), options.due))


def _deny(desk: Session, cable: str, options: Namespace) -> None:
    spans, agency = _spans(desk, cable, options.deny), agency_of(options)
    desk.answer(
        cable,
        Response(agency, spans, "deny", codes_of(options), support_of(options), options.reason),
    )


def _no_objection(desk: Session, cable: str, options: Namespace) -> None:
    spans, agency = _spans(desk, cable, options.no_objection), agency_of(options)
    desk.answer(cable, Response(agency, spans, "no-objection", reason=options.reason))


def _note(desk: Session, cable: str, options: Namespace) -> None:
    if options.note is None:
        raise InputFault("--note-at needs --note: write the note")
    desk.note(cable, options.note, _spans(desk, cable, options.note_at))


def _flag(desk: Session, cable: str, options: Namespace) -> None:
    desk.flag(cable, options.flag, _spans(desk, cable, options.at) if options.at else ())


def _attest(desk: Session, cable: str, options: Namespace) -> None:
    said: dict[str, Any] = {}
    for words in options.attest:
        try:
            name, value = read_fact(words)
        except FactError as fault:
            raise InputFault(str(fault)) from fault
        # Several delays may act at once; of any other fact the last word counts.
        said[name] = said[name] + value if name == "delays" and said.get(name) else value
    desk.attest(cable, said, options.reason)


def _clear(desk: Session, cable: str, options: Namespace) -> None:
    archive = Archive(desk, options.past, watch=progress_on_stderr)
    cleared = clear(desk, cable, options.clear, options.reason, archive)
    narrate(f"cleared: {', '.join(each.id for each in cleared)}")


def _ends(desk: Session, cable: str, spec: str) -> list[int]:
    """Give the ends of a place that lie inside an item."""
    content = desk.docket(cable).proposals.items
    ends = {end for span in _spans(desk, cable, spec) for end in span}
    return sorted(
        end for end in ends if any(item.span.start < end < item.span.end for item in content)
    )


RECORD_ACTS: dict[str, Enter] = {
    "notify": _notify,
    "deny": _deny,
    "no_objection": _no_objection,
    "note_at": _note,
    "flag": _flag,
    "attest": _attest,
    "unflag": lambda desk, cable, options: desk.unflag(cable, options.unflag, options.reason),
    "clear": _clear,
    "unclear": lambda desk, cable, options: desk.unclear(cable, options.unclear, options.reason),
    "approve": lambda desk, cable, options: desk.approve(cable, options.reason),
    "check": lambda desk, cable, options: desk.check(
        cable, None if options.check == "right" else options.check, options.reason
    ),
    "reopen": lambda desk, cable, options: desk.reopen(cable, options.reason),
    "hold": lambda desk, cable, options: desk.hold(cable, options.reason),
    "lift_hold": lambda desk, cable, options: desk.lift(cable, options.reason),
    "claim": lambda desk, cable, options: desk.claim(cable, options.note),
    "unclaim": lambda desk, cable, _: desk.unclaim(cable),
    "split": lambda desk, cable, options: desk.split(cable, _ends(desk, cable, options.split)),
    "join": lambda desk, cable, options: desk.join(cable, _ends(desk, cable, options.join)),
}
"""The acts that are entries, by the name of their option."""
