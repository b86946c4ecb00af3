"""``redactor audit``: read, check, export and sum up the journal of a case."""

import re
from argparse import Namespace
from collections.abc import Callable, Iterable

from redactor.audit import LogFilter, banner, journal_lines, log_lines
from redactor.cli.audit_checkpoint import checkpoint, findings, proved, read_kept, tell
from redactor.cli.audit_diff import diff
from redactor.cli.audit_report import report
from redactor.cli.cases import case_file
from redactor.cli.output import DONE, FINDINGS, InputFault, data, narrate
from redactor.cli.sessions import find_cable, session
from redactor.review import Event, Session, faults_of, same_person


def run(options: Namespace) -> int:
    """Run the command."""
    return _ACTIONS[options.action](options)


def _log(options: Namespace) -> int:
    with session(options) as desk:
        wanted = LogFilter(
            cable=find_cable(desk, options.cable).sha256 if options.cable else None,
            person=same_person(options.person) if options.person else None,
            rule=options.rule,
            day=options.day,
        )
        labels = {entry.sha256: entry.label for entry in desk.entries}
        events = [event for event in desk.case.events() if wanted.takes(event)]
        shown = [event for event in events if desk.shows(event)]
        if options.words:
            _tell_banners(desk, shown)
        for line in log_lines(shown, labels, words=options.words):
            data(line)
        _tell_hidden(len(events) - len(shown))
        if any(desk.keeps_apart(event) for event in shown):
            # An auditor has read what the reviewers may not know of each other: that is recorded.
            desk.exported("log", desk.case.head)
    return DONE


def _tell_banners(desk: Session, shown: Iterable[Event]) -> None:
    """Say how to protect a log that holds people's words."""
    cables = {event.cable for event in shown if event.cable and event.remarks}
    banners = sorted({banner(desk.docket(cable).cable) for cable in cables})
    if banners:
        narrate(f"the words are the reviewers' own: protect this log as {' and '.join(banners)}")


def _tell_hidden(number: int) -> None:
    """Say that a log is not whole, and why."""
    if number:
        events = "1 event is" if number == 1 else f"{number} events are"
        narrate(
            f"{events} not shown: what others decided where the review is still blind; "
            "an auditor of the roster sees all"
        )


def _export(options: Namespace) -> int:
    with session(options) as desk:
        case = desk.case
        head = case.head
        events = [event for event in case.events() if event.seq <= head[0]]
        lines = journal_lines(events, case.chain(), case.secret, desk.shows)
        for line in proved(desk, lines, head[0], options.key) if options.proofs else lines:
            data(line.decode())
        _tell_hidden(sum(not desk.shows(event) for event in events))
        desk.exported("journal", head)
        narrate(f"{len(events)} events, head {head[0]}:{head[1]}")
    return DONE


def _verify(options: Namespace) -> int:
    head = _head(options.head) if options.head else None
    kept = read_kept(options.checkpoint)
    with case_file(options) as case:
        faults = faults_of(case.raw(), head)
        for fault in faults:
            event = f"event {fault.seq}: " if fault.seq is not None else ""
            data(f"{event}{fault.words}")
        if not faults:
            seq, digest = case.head
            data(f"{seq} events hold; head {seq}:{digest}")
            narrate("keep this head elsewhere; --head then shows whether the journal still has it")
        good = [tell(finding) for finding in findings(case, kept, options.key)]
    return FINDINGS if faults or not all(good) else DONE


def _head(words: str) -> tuple[int, str]:
    match = re.fullmatch(r"(\d{1,12}):([0-9a-f]{64})", words, re.ASCII)
    if match is None:
        raise InputFault(f"--head {words}: write it as audit verify said it, NUMBER:DIGEST")
    return int(match[1]), match[2]


_ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "log": _log,
    "export": _export,
    "verify": _verify,
    "diff": diff,
    "checkpoint": checkpoint,
    "report": report,
}
