"""Cards: beside each withheld place, who decided what, when, and under which rule and codes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from redactor.audit.markup import shown
from redactor.audit.trail import utc
from redactor.policy import RuleHit, print_code
from redactor.release import Withheld
from redactor.review import CompletedReview, Decision
from redactor.text import element

_STAGES = {"first": "First review", "second": "Second review", "settling": "Settled"}
_VERBS = {"release": "released", "redact": "withheld", "refer": "referred"}


def card(
    number: int,
    place: Withheld,
    review: CompletedReview,
    history: Sequence[Decision],
    rules: Sequence[RuleHit],
    picked: str = "",
) -> str:
    """Give the card of one withheld place.

    Args:
        number: the place's number, from 1.
        place: the place.
        review: for lines and signatures.
        history: every signer's decisions over it, oldest first.
        rules: those that matched there.
        picked: the classes by which a reader picks it.
    """
    lines = review.dated.cable.lines.named([place.span])
    badge = element("span", str(number), class_="number")
    where = element("p", f"{badge}{lines}, {shown(place.extent)}: {shown(place.marker)}")
    stages = {sign.person: _STAGES[sign.stage] for sign in reversed(review.signatures)}
    because = {hit.id: hit for hit in rules}
    counting = {made.seq for made in place.decisions}
    said = "".join(
        element("p", f"{_said(made, times, stages)}. {_under(made, because)}")
        for made, times in _grouped(place.decisions)
    )
    others = [
        f"{_said(made, times, stages)}. {_words(made)}"
        for made, times in _grouped(made for made in history if made.seq not in counting)
    ]
    signed = (
        f"{sign.stage} {shown(sign.person)}, {utc_words(sign.at)}" for sign in review.signatures
    )
    notes = "".join(element("p", note) for note in (*others, f"Signed: {'; '.join(signed)}."))
    columns = element("div", where + said) + element("div", notes, class_="note")
    return element("div", columns, class_=f"card {picked}".strip(), id=f"place-{number}")


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


def _said(made: Decision, times: int, stages: Mapping[str, str]) -> str:
    """Say who decided what under which codes, and when; with a count where it was in parts."""
    stage = f"{stages[made.person]}: " if made.person in stages else ""
    codes = f" under {code_words(made.codes)}" if made.codes else ""
    hidden = ", codes not printed" if made.suppress_code else ""
    count = f", in {times} parts" if times > 1 else ""
    verb = element("strong", _VERBS[made.verdict])
    return f"{stage}{shown(made.person)} {verb} it{codes}{hidden}, {utc_words(made.at)}{count}"


def _under(made: Decision, rules: dict[str, RuleHit]) -> str:
    """Say which rule proposed a decision, and what the person gave for it."""
    hit = rules.get(made.rule)
    where = f" ({'; '.join(filter(None, (hit.cite, hit.where)))})" if hit else ""
    because = f": {hit.because}" if hit else ""
    rule = shown(f"Rule {made.rule}{because}{where}")
    return "<br>".join(filter(None, (rule, _words(made))))


def _words(made: Decision) -> str:
    """Give what the person said beside the decision."""
    said = (f"{name}: {words}" for name, words in _support(made) if words)
    return "<br>".join(shown(sentence) for sentence in said)


def _support(made: Decision) -> Iterator[tuple[str, str | None]]:
    yield "Statute", made.support.statute
    yield "Guide", made.support.guide
    yield "Topic", made.support.topic
    yield "Harm", made.support.harm
    yield "Segregable", made.segregable
    yield "Reason", made.reason
    yield "Note", made.note
