"""``redactor audit``: read, check, export and sum up the journal of a case."""

import re
from argparse import Namespace
from collections.abc import Callable

from redactor.audit import LogFilter, journal_lines, log_lines
from redactor.cli.audit_report import report
from redactor.cli.output import DONE, FINDINGS, InputFault, data, narrate
from redactor.cli.sessions import case_file, find_cable, session
from redactor.review import faults_of, same_person


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
        for line in log_lines(desk.case.events(), labels, wanted):
            data(line)
    return DONE


def _export(options: Namespace) -> int:
    with session(options) as desk:
        case = desk.case
        head = case.head
        events = [event for event in case.events() if event.seq <= head[0]]
        for line in journal_lines(events, dict(case.raw().chain), case.secret):
            data(line.decode())
        desk.exported("journal", head)
        narrate(f"{len(events)} events, head {head[0]}:{head[1]}")
    return DONE


def _verify(options: Namespace) -> int:
    head = _head(options.head) if options.head else None
    with case_file(options) as case:
        faults = faults_of(case.raw(), head)
        for fault in faults:
            event = f"event {fault.seq}: " if fault.seq is not None else ""
            data(f"{event}{fault.words}")
        if not faults:
            seq, digest = case.head
            data(f"{seq} events hold; head {seq}:{digest}")
            narrate("keep this head elsewhere; --head then shows whether the journal still has it")
    return FINDINGS if faults else DONE


def _head(words: str) -> tuple[int, str]:
    match = re.fullmatch(r"(\d{1,12}):([0-9a-f]{64})", words, re.ASCII)
    if match is None:
        raise InputFault(f"--head {words}: write it as audit verify said it, NUMBER:DIGEST")
    return int(match[1]), match[2]


_ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "log": _log,
    "export": _export,
    "verify": _verify,
    "report": report,
}
