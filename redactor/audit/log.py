"""The audit log: the journal for people, one line for each event; and for programs, all of it.

Neither holds text of a cable: spans and commitments stand for it. What reviewers wrote is named
by its kind only, unless it is asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
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
    events: Iterable[Event], labels: Mapping[str, str], *, words: bool = False
) -> Iterator[str]:
    """Give the log: number, time, who in which role, what, where, and what it replaces.

    Args:
        events: of the journal.
        labels: what a message calls each cable, by its hash.
        words: give what people wrote too. It is classified as the cables are.
    """
    for event in events:
        cable = labels.get(event.cable or "", "-")
        who = f"{event.person} ({event.role})" if event.role else event.person
        yield f"{event.seq:>6}  {utc(event.at)}  {who:<24}  {cable:<20}  {_said(event)}"
        if words:
            for kind, said in sorted(event.remarks.items()):
                yield f"{'':>8}{kind}: {' '.join(said.split())}"


def _said(event: Event) -> str:
    said = [event.kind, *_parts(event)]
    if event.seq != event.act:
        said.append(f"with {event.act}")
    if event.remarks:
        said.append(f"words kept: {', '.join(sorted(event.remarks))}")
    return "; ".join(said)


def _parts(event: Event) -> Iterator[str]:
    return (say(event.body[name]) for name, say in _PARTS if event.body.get(name))


def _stage(number: int) -> str:
    return {1: "first", 2: "second"}.get(number, "settling")


def _places(items: Iterable[Mapping[str, Any]]) -> str:
    count = sum(len(item["spans"]) for item in items)
    return "1 place" if count == 1 else f"{count} places"


def _spans(pairs: Iterable[tuple[int, int]]) -> str:
    return " ".join(f"{start}:{end}" for start, end in pairs)


def _replaced(those: Any) -> str:  # noqa: ANN401 - numbers of events, a hash, or a person
    listed = those if isinstance(those, list) else [those]
    return "replaces " + ", ".join(str(each)[:12] for each in listed)


def _named(name: str) -> tuple[str, Callable[[Any], str]]:
    return name, lambda value: f"{name} {value}"


_PARTS: tuple[tuple[str, Callable[[Any], str]], ...] = (
    ("verdict", str), ("reply", str), ("trigger", str), ("flag", str), ("role", str),
    ("agency", str), ("number", str), ("copy", str), ("result", str), ("fault", str),
    ("stage", _stage), ("items", _places), _named("finding"), _named("found"), _named("search"),
    ("folders", lambda folders: f"{len(folders)} folders"),
    ("codes", lambda codes: ", ".join(map(print_code, codes))),
    _named("rule"), ("spans", _spans),
    ("facts", lambda facts: "facts: " + ", ".join(sorted(facts))),
    _named("person"), _named("from"), _named("until"), _named("due"), _named("name"),
    _named("version"), _named("act"), ("replaces", _replaced),
)  # fmt: skip
"""What a log says of an event's body, in this order."""


def journal_lines(
    events: Iterable[Event],
    digests: Mapping[int, str],
    secret: bytes,
    shows: Callable[[Event], bool],
) -> Iterator[bytes]:
    """Give the journal as canonical JSON (RFC 8785), one event a line.

    A line is the record that the chain covers, with its digest beside it: who has the lines can
    check the chain without the case file. Of an event that is not shown there is the digest alone,
    so that the chain still holds from each shown event to the one before.
    """
    for event in events:
        record = event_record(event, secret) if shows(event) else None
        line: dict[str, Any] = {"seq": event.seq, "digest": digests[event.seq], "record": record}
        yield rfc8785.dumps(line)
