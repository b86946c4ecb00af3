"""Small cables and completed reviews, built by hand for the tests of stages 5 and 6."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal, cast

from redactor.cable import Cable, Level, Marking, Paragraph, Segment, SegmentKind
from redactor.declass import DatedCable, Instruction, Status
from redactor.policy import PolicyRef, Proposal, Proposals, RuleHit, Support
from redactor.review import CompletedReview, Decision, Painted, Signature, Verdict
from redactor.text import LineIndex, Span, gaps

Part = tuple[SegmentKind | Literal["more"], str]
"""A segment. ``more`` is a paragraph segment that goes on with the paragraph before it."""

_LABEL = re.compile(r"(\d+)\. (\((U|C|S|TS)\))?")
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
POLICY = PolicyRef("state-cables", "2026.1", "ab" * 32)


def make_cable(*parts: Part, level: Level = "S", controls: tuple[str, ...] = ("NOFORN",)) -> Cable:
    """Make a cable whose segments are the parts, in order."""
    text = "".join(words for _, words in parts)
    segments: list[Segment] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for kind, words in parts:
        span = Span(at, at + len(words))
        at = span.end
        segments.append(Segment("paragraph" if kind == "more" else kind, span))
        printed = Span(span.start, span.start + len(words.rstrip()))
        if kind == "paragraph":
            paragraphs.append(_paragraph(text, printed))
        elif kind == "more":
            last = paragraphs[-1]
            paragraphs[-1] = last._replace(span=Span(last.span.start, printed.end))
    data = text.encode("utf-8", "surrogatepass")
    return Cable(
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding="utf-8",
        text=text,
        lines=LineIndex(text),
        format="telegram",
        segments=tuple(segments),
        id="08EXAMPLE12",
        level=level,
        controls=controls,
        paragraphs=tuple(paragraphs),
    )


def _paragraph(text: str, span: Span) -> Paragraph:
    label = _LABEL.match(text, span.start)
    if not label or not label.group(2):
        number = int(label.group(1)) if label else None
        return Paragraph(number, Marking("", "S", (), "assumed-overall"), span)
    level = cast("Level", label.group(3))
    mark = Marking(label.group(2), level, (), "explicit", Span(*label.span(2)))
    return Paragraph(int(label.group(1)), mark, span, effective_level=level)


def decide(
    seq: int,
    verdict: Verdict,
    *spans: Span,
    codes: tuple[str, ...] = ("b1", "1.4(d)"),
    statute: str | None = None,
    suppress: bool = False,
    person: str = "A. First",
) -> Decision:
    """Make one decision; its event's number also gives its minute."""
    return Decision(
        seq=seq,
        group=seq,
        at=START + timedelta(minutes=seq),
        person=person,
        spans=spans,
        verdict=verdict,
        codes=() if verdict == "release" else codes,
        rule="classified-in-force",
        policy=POLICY.sha256,
        support=Support(statute=statute),
        suppress_code=suppress,
    )


def find(cable: Cable, words: str) -> Span:
    """Give the span of the only place where these words stand."""
    assert cable.text.count(words) == 1, words
    start = cable.text.index(words)
    return Span(start, start + len(words))


def paint(cable: Cable, decisions: Sequence[Decision]) -> tuple[Painted, ...]:
    """Lay decisions over each other, the first lowest, leaving furniture out."""
    over: list[Decision | None] = [None] * len(cable.text)
    for decision in decisions:
        for span in decision.spans:
            over[span.start : span.end] = [decision] * len(span)
    for span in cable.furniture:
        over[span.start : span.end] = [None] * len(span)
    painting: list[Painted] = []
    for at, top in enumerate(over):
        if top is None:
            continue
        if painting and painting[-1].decision is top and painting[-1].span.end == at:
            painting[-1] = Painted(Span(painting[-1].span.start, at + 1), top)
        else:
            painting.append(Painted(Span(at, at + 1), top))
    return tuple(painting)


def release_all(cable: Cable) -> Decision:
    """Make the decision that releases the whole text, furniture too as far as it can."""
    return decide(1, "release", Span(0, len(cable.text)))


def make_review(cable: Cable, *decisions: Decision, hold: str | None = None) -> CompletedReview:
    """Make a review in which ``decisions`` lie over a release of everything."""
    standing = (release_all(cable), *decisions)
    status = Status("classified", date(2033, 12, 31), "marked-date", ("The date has not come.",))
    instruction = Instruction("date", "DECL: 12/31/2033", date=date(2033, 12, 31))
    hit = RuleHit(
        "classified-in-force", "Classified, in force", "redact", "Its date has not come.",
        "5 USC 552(b)(1)", where="state.yaml:12",
    )  # fmt: skip
    whole = Span(0, len(cable.text))
    items = [
        Proposal(span, "redact", ("b1", "1.4(d)"), None, (hit,), hit.id)
        for span in gaps(cable.furniture, whole)
    ]
    items += [
        Proposal(span, "release", (), None, (), None, content=False) for span in cable.furniture
    ]
    second = [replace(d, seq=d.seq + 100, person="B. Second") for d in standing]
    last = len(standing) + 200
    return CompletedReview(
        dated=DatedCable(
            cable, date(2026, 11, 23), instruction, date(2008, 7, 18), status,
            (status,) * len(cable.paragraphs),
        ),
        proposals=Proposals(
            date(2026, 11, 23), "foia", POLICY, hold, tuple(sorted(items, key=lambda i: i.span))
        ),
        painting=paint(cable, standing),
        signatures=(
            Signature(last, START + timedelta(hours=1), "A. First", "first"),
            Signature(last + 1, START + timedelta(hours=2), "B. Second", "second"),
        ),
        history=(*standing, *second),
        source_name="inbox/example.txt",
    )  # fmt: skip
