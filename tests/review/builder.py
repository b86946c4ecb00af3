"""Small dockets made by hand, so that the review's rules are tested without reader and policy."""

import hashlib
from datetime import UTC, date, datetime

from redactor.cable import Cable, Marking, Paragraph, Segment
from redactor.declass import DatedCable, Instruction, Status
from redactor.policy import Action, PolicyRef, Proposal, Proposals, Support
from redactor.review import Decision, Docket, Verdict
from redactor.text import LineIndex, Span

DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 12, tzinfo=UTC)
TEXTS = ("1. (C) The first one.", "2. (U) A second one.", "3. (C) The third is last.")


def docket(
    actions: tuple[Action, ...] = ("redact", "release", "review"),
    *,
    hold: str | None = None,
    restricted: bool = False,
) -> Docket:
    """Give a docket of three paragraphs, each proposed for one of ``actions``."""
    text = "\n\n".join(TEXTS) + "\n"
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in TEXTS)
    marking = Marking("(C)", "C", ("RD",) if restricted else (), "explicit")
    paragraphs = tuple(Paragraph(n, marking, span, (), "C") for n, span in enumerate(spans, 1))
    cable = Cable(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        size=len(text),
        encoding="utf-8",
        text=text,
        lines=LineIndex(text),
        format="plain",
        segments=_segments(text, spans),
        level="C",
        paragraphs=paragraphs,
    )
    status = Status("refer" if restricted else "classified", None, "none", ())
    dated = DatedCable(
        cable, DAY, Instruction("missing", ""), date(2008, 7, 18), status, (status,) * len(spans)
    )
    policy = PolicyRef("test", "1", "0" * 64)
    items = tuple(_item(part, actions, spans) for part in cable.segments)
    return Docket("cables/a.txt", dated, Proposals(DAY, "foia", policy, hold, items))


def _segments(text: str, spans: tuple[Span, ...]) -> tuple[Segment, ...]:
    parts: list[Segment] = []
    at = 0
    for span in spans:
        if at < span.start:
            parts.append(Segment("blank", Span(at, span.start)))
        parts.append(Segment("paragraph", span))
        at = span.end
    return (*parts, Segment("blank", Span(at, len(text))))


def _item(part: Segment, actions: tuple[Action, ...], spans: tuple[Span, ...]) -> Proposal:
    if part.kind == "blank":
        return Proposal(part.span, "release", (), None, (), None, content=False)
    action = actions[spans.index(part.span)]
    codes = ("b1", "1.4(d)") if action == "redact" else ()
    rule = None if action == "review" else f"rule-{action}"
    return Proposal(part.span, action, codes, None, (), rule, Support())


def decision(seq: int, verdict: Verdict, *spans: Span, person: str = "ann") -> Decision:
    """Give a decision of one event."""
    codes = ("b1", "1.4(d)") if verdict == "redact" else ()
    return Decision(seq, seq, MOMENT, person, spans, verdict, codes, "none", "0" * 64)
