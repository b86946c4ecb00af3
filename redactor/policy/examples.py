"""Examples beside a rule: each is written out as a small cable and read like any other.

So an example proves the whole way from bytes to the rule, and a rule that can never fire shows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from redactor.cable import Level, read
from redactor.declass import Facts, date_cable
from redactor.policy.cases import Cases
from redactor.policy.load import Policy
from redactor.policy.model import STRENGTH, Action
from redactor.policy.planning import engine_of
from redactor.policy.rules import Rule, fire
from redactor.policy.ruleshape import Example

Expected = Action | Literal["no-match"]

_BANNERS: dict[Level, str] = {
    "U": "UNCLAS",
    "C": "C O N F I D E N T I A L",
    "S": "S E C R E T",
    "TS": "T O P   S E C R E T",
}


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What came of one example."""

    rule: str
    """Id of the rule, or of the exception."""
    number: int
    """Its place among the rule's examples, from 1."""
    expected: Expected
    got: Expected
    where: str = ""
    """``file:line`` of the example."""

    @property
    def holds(self) -> bool:
        """Whether the rule did what the example says."""
        return self.got == self.expected


def run_examples(policy: Policy) -> Iterator[ExampleResult]:
    """Put every rule to its own examples, and to those of the exceptions to it."""
    for shown in shown_by(policy):
        yield ExampleResult(
            shown.name, shown.number, shown.example.expect, shown.outcome(shown.rule), shown.where
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """One example, written out as a cable and read."""

    rule: Rule
    name: str
    """Id of the rule, or of the exception to it."""
    number: int
    example: Example
    where: str
    """``file:line`` of the example."""
    cases: Cases

    def outcome(self, rule: Rule) -> Expected:
        """Tell what a rule makes of it."""
        actions = [
            cover.hit.action
            for number, portion in enumerate(self.cases.portions)
            if portion.field == self.example.field
            for cover in fire(rule, self.cases[number])
            if cover.hit.lifted_by is None
        ]
        return max(actions, key=STRENGTH.index) if actions else "no-match"


def shown_by(policy: Policy) -> Iterator[Shown]:
    """Give the examples of every rule, each followed by those of the exceptions to it."""
    for rule in policy.rules:
        file = rule.hit.where.rpartition(":")[0]
        yield from _written(policy, rule, rule.hit.id, file, (rule.examples, rule.lines))
        for one in rule.exceptions:
            yield from _written(policy, rule, one.id, one.file, (one.examples, one.lines))


def _written(
    policy: Policy,
    rule: Rule,
    name: str,
    file: str,
    entries: tuple[Sequence[Example], Sequence[int]],
) -> Iterator[Shown]:
    lexicon = engine_of(policy).lexicon
    for number, (example, line) in enumerate(zip(*entries, strict=True), start=1):
        facts = Facts(event_on=example.event_on, permanent=example.permanent)
        dated = date_cable(read(write_cable(example)), example.as_of, facts)
        cases = Cases.of(dated, lexicon, example.basis, example.requested)
        yield Shown(rule, name, number, example, f"{file}:{line}", cases)


def write_cable(example: Example) -> bytes:
    """Write an example out as a cable."""
    return "\n\n".join(part for part in _parts(example) if part).encode() + b"\n"


def _parts(example: Example) -> Iterator[str]:
    level = example.overall or _level_of(example.mark)
    text = {example.field: example.text}
    marked = {example.field: f"({example.mark}) " if example.mark else ""}
    yield _header(example)
    yield f"{example.banner or _BANNERS[level]} EXAMPLE POST 000123"
    yield from example.captions
    yield f"E.O. {example.order}: {f'DECL: {example.decl}' if example.decl else ''}".rstrip()
    yield text.get("tags") or f"TAGS: {' '.join(example.tags)}"
    yield f"SUBJECT: {marked.get('subject', '')}{text.get('subject') or 'REGIONAL TALKS'}"
    yield f"REF: {text.get('ref') or 'OTHER POST 45'}"
    if level != "U" and "none" not in example.reasons:
        reasons = " and ".join(f"({letter})" for letter in example.reasons)
        yield f"Classified By: Ambassador A. Hartwell, for reasons 1.4 {reasons}"
    yield text.get("heading", "")
    own_mark = f"({level}) " if example.field != "body" else marked["body"]
    yield f"1. {own_mark}{text.get('body') or 'The two sides met for an hour.'}"
    yield text.get("signature") or "HARTWELL"


def _header(example: Example) -> str:
    sent = f"P {example.origin:%d1200Z %b %y}".upper() if example.origin else ""
    lines = (
        "ZNY CCCCC ZZH",
        sent,
        "FM AMEMBASSY EXAMPLE",
        "TO RUEHC/SECSTATE WASHDC PRIORITY 0001",
    )
    return "\n".join(line for line in lines if line)


def _level_of(mark: str) -> Level:
    """Give the level of a mark such as ``S//NF``; C when there is none."""
    word = mark.replace("-", "/").split("/")[0].strip().upper()
    levels: dict[str, Level] = {"TS": "TS", "S": "S", "C": "C", "": "C"}
    return levels.get(word, "U")
