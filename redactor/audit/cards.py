"""Cards: beside each withheld place, who decided what, when, and under which rule and codes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from redactor.audit.markup import element, shown
from redactor.audit.trail import utc
from redactor.policy import RuleHit, print_code
from redactor.release import Withheld
from redactor.review import CompletedReview, Decision
from redactor.text import LineIndex, Span

_VERBS = {"release": "released", "redact": "withheld", "refer": "referred"}


def card(
    number: int,
    place: Withheld,
    review: CompletedReview,
    history: Sequence[Decision],
    rules: Sequence[RuleHit],
) -> str:
    """Give the card of one withheld place.

    Args:
        number: the place's number, from 1.
        place: the place.
        review: for lines and signatures.
        history: every signer's decisions over it, oldest first.
        rules: those that matched there.
    """
    lines = lines_of(review.dated.cable.lines, place.span)
    badge = element("span", str(number), class_="number")
    because = {hit.id: hit for hit in rules}
    counting = {made.seq for made in place.decisions}
    others = [_said(*made) for made in _grouped(m for m in history if m.seq not in counting)]
    signed = [
        f"{sign.stage} {shown(sign.person)}, {utc_words(sign.at)}" for sign in review.signatures
    ]
    said = [
        element("p", f"{_said(made, times)}. {_under(made, because)}")
        for made, times in _grouped(place.decisions)
    ]
    notes = [f"Also here: {'; '.join(others)}."] if others else []
    notes.append(f"Signed: {'; '.join(signed)}.")
    where = element("p", f"{badge}{lines}, {shown(place.extent)}")
    left = element("div", where + "".join(said))
    right = element("div", "".join(element("p", note) for note in notes), class_="note")
    return element("div", left + right, class_="card", id=f"place-{number}")


def lines_of(lines: LineIndex, span: Span) -> str:
    """Name a span's lines: ``lines 3-5``."""
    first, last = lines.number_at(span.start), lines.number_at(max(span.start, span.end - 1))
    return f"line {first}" if first == last else f"lines {first}-{last}"


def utc_words(moment: datetime) -> str:
    """Give a time as HTML for people: ``2026-11-23 14:03 UTC``."""
    return element("time", f"{moment:%Y-%m-%d %H:%M} UTC", datetime=utc(moment))


def code_words(codes: Iterable[str]) -> str:
    """Give codes as HTML, as a release prints them."""
    return shown(", ".join(print_code(code) for code in codes))


def _grouped(decisions: Iterable[Decision]) -> list[tuple[Decision, int]]:
    """Give the decisions that differ for a reader, each with how often it was made."""
    found: dict[object, tuple[Decision, int]] = {}
    for made in decisions:
        key = (made.person, made.verdict, made.codes, made.rule, made.support, made.reason)
        first, times = found.get(key, (made, 0))
        found[key] = (first, times + 1)
    return list(found.values())


def _said(made: Decision, times: int) -> str:
    """Say who decided what under which codes, and when; with a count where it was in parts."""
    codes = f" under {code_words(made.codes)}" if made.codes else ""
    hidden = ", codes not printed" if made.suppress_code else ""
    count = f", in {times} parts" if times > 1 else ""
    verb = element("strong", _VERBS[made.verdict])
    return f"{shown(made.person)} {verb} it{codes}{hidden}, {utc_words(made.at)}{count}"


def _under(made: Decision, rules: dict[str, RuleHit]) -> str:
    """Say which rule proposed a decision, and what the person gave for it."""
    hit = rules.get(made.rule)
    where = f" ({'; '.join(filter(None, (hit.cite, hit.where)))})" if hit else ""
    because = f": {hit.because}" if hit else ""
    sentences = [f"Rule {made.rule}{because}{where}"]
    sentences += [f"{name}: {words}" for name, words in _support(made) if words]
    return "<br>".join(shown(sentence) for sentence in sentences)


def _support(made: Decision) -> Iterator[tuple[str, str | None]]:
    yield "Statute", made.support.statute
    yield "Guide", made.support.guide
    yield "Topic", made.support.topic
    yield "Harm", made.support.harm
    yield "Segregable", made.segregable
    yield "Reason", made.reason
    yield "Note", made.note
