"""The grid: kinds of paragraph of which no rule speaks, and those that are opened too early.

Where no rule speaks, a person must decide each. Where rules release by facts alone what is still
classified, a slip of the policy may open it.

All combinations of level, status and control are gone through, under each kind of instruction and
at each age that the policy tells apart. The clock itself says which status each can have, so no
gap is shown that no cable can fall into. A portion has one control or none; those that no rule
names count as one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple

from redactor.cable import Level, read
from redactor.declass import DatedCable, InstructionKind, StatusName, date_cable, status_within
from redactor.policy.cases import Cases
from redactor.policy.errors import Fault, Finding
from redactor.policy.examples import write_cable
from redactor.policy.facts import Case
from redactor.policy.floors import floor_of
from redactor.policy.load import Policy
from redactor.policy.model import BASES, Basis, RuleHit
from redactor.policy.planning import engine_of, fire_safely
from redactor.policy.portions import Portion
from redactor.policy.proof.notes import finding
from redactor.policy.rulecodes import YEARS
from redactor.policy.rules import Rule
from redactor.policy.ruleshape import Example
from redactor.text import Span

LEVELS: tuple[Level, ...] = ("U", "C", "S", "TS")
OTHER_CONTROL = "A CONTROL THAT NO RULE NAMES"
INSTRUCTIONS: Mapping[InstructionKind, tuple[str, ...]] = {
    "date": ("PAST", "AHEAD"),
    "event": ("AFTER THE TREATY IS SIGNED",),
    "oadr": ("OADR",),
    "manual-review": ("MR",),
    "indefinite": ("INDEFINITE",),
    "x-code": ("X1",),
    "exemption-25x": ("25X6, PAST", "25X6, AHEAD"),
    "exemption-50x": ("50X1-HUM",),
    "exemption-75x": ("75X1, AHEAD",),
    "gds": ("GDS",),
    "ads": ("ADS",),
    "xgds": ("XGDS-2",),
    "rds": ("RDS-1 AHEAD",),
    "xds": ("XDS-1",),
    "group": ("GROUP 4",),
    "downgrade": ("DOWNGRADE TO CONFIDENTIAL ON AHEAD",),
    "treaty": ("SUBJECT TO TREATY OR INTERNATIONAL AGREEMENT",),
    "not-applicable": ("N/A",),
    "excluded": ("NOT APPLICABLE TO RD AND TFNI PORTIONS",),
    "claimed-declassified": ("DECLASSIFIED ON PAST",),
    "missing": ("",),
    "malformed": ("011/2/2019",),
}
"""What is written for each kind of instruction; days stand a year before or after the as-of day."""


class Cell(NamedTuple):
    """One place in the grid."""

    level: Level
    status: StatusName
    control: str
    """Empty for none."""


class Gap(NamedTuple):
    """A cell of which something is to be said, with an instance of it."""

    cell: Cell
    kind: InstructionKind
    years: int
    """The age of the cable, in years of its 25-year clock."""
    basis: Basis
    opened_by: str | None = None
    """The rule that releases it; ``None`` when none says anything."""


def gaps_in(policy: Policy, day: date) -> tuple[Gap, ...]:
    """Give every cell in which no rule speaks, or one opens what is classified, as of a day."""
    lexicon, controls = engine_of(policy).lexicon, _controls(policy)
    rules = [rule for rule in policy.rules if not rule.gate.worded]
    found: dict[tuple[Cell, str | None], Gap] = {}
    for kind, dated, years in _cables(policy, day):
        for basis in _bases(policy):
            cases = Cases.of(dated, lexicon, basis)
            body = next(number for number, one in enumerate(cases.portions) if one.field == "body")
            for cell, case in _cells(cases[body], controls):
                hits = tuple(_said(rules, case))
                winner = _opening(hits) if cell.status == "classified" else None
                if winner or not hits:
                    found.setdefault((cell, winner), Gap(cell, kind, years, basis, winner))
    return tuple(sorted(found.values(), key=lambda gap: (gap.cell, gap.opened_by or "")))


def _cables(policy: Policy, day: date) -> Iterator[tuple[InstructionKind, DatedCable, int]]:
    """Give a small cable for each kind of instruction and each age that rules tell apart."""
    ages = (part.age for rule in policy.rules for part in rule.when.parts() if part.age)
    limits = {YEARS, *(limit for age in ages for limit in (age.under, age.over) if limit)}
    for years in sorted({0, *limits, *(limit + 1 for limit in limits)}):
        origin = date(max(MINYEAR, day.year - years), 1, 2)
        for kind, forms in INSTRUCTIONS.items():
            for form in forms:
                example = Example.model_validate(
                    {
                        "mark": "C",
                        "overall": "TS",
                        "origin": origin.isoformat(),
                        "decl": _dated(form, day),
                        "order": _order(kind),
                        "as_of": day.isoformat(),
                        "expect": "no-match",
                    }
                )
                dated = date_cable(read(write_cable(example)), day)
                yield dated.instruction.kind, dated, years


def _bases(policy: Policy) -> tuple[Basis, ...]:
    """Give the kinds of review that rules without words tell apart; one stands for all if none."""
    by_facts = (rule.when for rule in policy.rules if not rule.when.text)
    return BASES if any(part.basis for when in by_facts for part in when.parts()) else BASES[:1]


def _dated(form: str, day: date) -> str:
    past, ahead = date(max(MINYEAR, day.year - 1), 1, 2), date(min(MAXYEAR, day.year + 1), 1, 2)
    return form.replace("PAST", f"{past:%Y%m%d}").replace("AHEAD", f"{ahead:%Y%m%d}")


def _order(kind: InstructionKind) -> str:
    """Give an order under which a kind of instruction was written."""
    if kind in {"gds", "ads", "xgds", "group", "downgrade"}:
        return "11652"
    if kind in {"rds", "xds"}:
        return "12065"
    return "12356" if kind == "oadr" else "13526" if kind.startswith("exemption") else "12958"


def _controls(policy: Policy) -> tuple[str, ...]:
    named: set[str] = set()
    for rule in policy.rules:
        for part in rule.when.parts():
            controls = part.marking.controls if part.marking else None
            if controls:
                every = (controls.any_, controls.all_, controls.none_)
                named |= {word.upper() for words in every for word in words or ()}
    return ("", OTHER_CONTROL, *sorted(named))


def _cells(case: Case, controls: Iterable[str]) -> Iterator[tuple[Cell, Case]]:
    """Give the paragraph at each level under each control, with the status that the clock gives."""
    for level in LEVELS:
        for control in controls:
            words = (control,) if control else ()
            status = status_within(case.dated, level, words)
            portion = Portion("body", Span(0, 0), level, words, "explicit", (), status)
            other = Case(portion, case.dated, case.basis, case.words)
            yield Cell(level, status.status, control), other


def _said(rules: Iterable[Rule], case: Case) -> Iterator[RuleHit]:
    """Give what rules say by facts alone, and what the law itself says."""
    if floor := floor_of(case.portion, case.dated):
        yield floor
    for rule in rules:
        if rule.gate.opens(case) == "ask":
            covers = fire_safely(rule, case)
            yield from (rule.hit,) if covers is None else (cover.hit for cover in covers)


def _opening(hits: Sequence[RuleHit]) -> str | None:
    """Give a rule that releases, if nothing stronger is said."""
    if hits and all(hit.action == "release" for hit in hits):
        return min(hit.id for hit in hits)
    return None


def gap_findings(policy: Policy, day: date) -> Iterator[Finding]:
    """Give a finding for each level and status, and each rule that opens what is classified."""
    by_kind: dict[tuple[Level, StatusName, str | None], list[Gap]] = {}
    for gap in gaps_in(policy, day):
        key = gap.cell.level, gap.cell.status, gap.opened_by
        by_kind.setdefault(key, []).append(gap)
    rules = {rule.hit.id: rule for rule in policy.rules}
    for (level, status, opened_by), gaps in by_kind.items():
        where = f"a paragraph marked {level} that is {status}, {_instance(policy, gaps)}"
        if opened_by is None:
            said = f"no rule says anything of {where}. A person must decide each; write a rule"
            yield Finding(Fault(policy.file, 1, 1, said, code="gap"), "warning")
        else:
            said = f"releases {where}. Nothing stronger keeps it closed; ask for its status too"
            yield finding(rules[opened_by], said, "opens-classified", "warning")


def _instance(policy: Policy, gaps: Sequence[Gap]) -> str:
    controls = ", ".join(gap.cell.control.lower() or "no control" for gap in gaps)
    under = "under any control" if len(gaps) == len(_controls(policy)) else f"with {controls}"
    first = gaps[0]
    return (
        f"{under}; for instance with an instruction of kind {first.kind}, {first.years} years "
        f"old, under {first.basis}"
    )
