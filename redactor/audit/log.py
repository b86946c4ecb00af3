"""The audit log: the journal for people, one line for each event; and for programs, all of it.

Neither holds text of a cable: spans and commitments stand for it. What reviewers wrote is named
by its kind only.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import rfc8785

from redactor.audit.trail import utc
from redactor.policy import print_code
from redactor.review import Event, event_record


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which events of the journal are wanted; ``None`` means any."""

    cable: str | None = None
    person: str | None = None
    rule: str | None = None
    day: date | None = None
    """UTC."""

    def takes(self, event: Event) -> bool:
        """Tell whether an event is wanted."""
        wanted = (
            (self.cable, event.cable),
            (self.person, event.person),
            (self.rule, event.body.get("rule")),
            (self.day, event.at.date()),
        )
        return all(want is None or want == have for want, have in wanted)


def log_lines(
    events: Iterable[Event], labels: Mapping[str, str], wanted: LogFilter
) -> Iterator[str]:
    """Give the log: number, time, who in which role, what, where, and what it replaces.

    Args:
        events: the journal.
        labels: what a message calls each cable, by its hash.
        wanted: which events.
    """
    for event in events:
        if wanted.takes(event):
            cable = labels.get(event.cable or "", "-")
            who = f"{event.person} ({event.role})" if event.role else event.person
            yield f"{event.seq:>6}  {utc(event.at)}  {who:<24}  {cable:<20}  {_said(event)}"


def _said(event: Event) -> str:
    said = [event.kind, *_parts(event)]
    if event.seq != event.act:
        said.append(f"with {event.act}")
    if event.remarks:
        said.append(f"words kept: {', '.join(sorted(event.remarks))}")
    return "; ".join(said)


def _parts(event: Event) -> Iterator[str]:
    body = event.body
    for name in ("verdict", "reply", "trigger", "flag", "role", "agency", "number", "copy"):
        if body.get(name):
            yield str(body[name])
    if body.get("codes"):
        yield ", ".join(print_code(code) for code in body["codes"])
    if body.get("rule"):
        yield f"rule {body['rule']}"
    if body.get("spans"):
        yield " ".join(f"{start}:{end}" for start, end in body["spans"])
    if body.get("facts"):
        yield "facts: " + ", ".join(sorted(body["facts"]))
    for name in ("person", "from", "until", "due", "name", "version", "act"):
        if body.get(name):
            yield f"{name} {body[name]}"
    replaced = body.get("replaces")
    if replaced:
        listed = replaced if isinstance(replaced, list) else [replaced]
        yield "replaces " + ", ".join(str(each)[:12] for each in listed)


def journal_lines(
    events: Iterable[Event], digests: Mapping[int, str], secret: bytes
) -> Iterator[bytes]:
    """Give the whole journal as canonical JSON (RFC 8785), one event a line.

    A line is the record that the chain covers, with its digest beside it: who has the lines can
    check the chain without the case file.
    """
    for event in events:
        line: dict[str, Any] = {"digest": digests[event.seq], "record": event_record(event, secret)}
        yield rfc8785.dumps(line)
