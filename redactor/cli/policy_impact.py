"""``redactor policy impact``: what a change of the policy would newly release, before it counts."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from redactor.cable import read
from redactor.cli.batch import Answer
from redactor.cli.batch import run as run_batch
from redactor.cli.days import as_of_from
from redactor.cli.files import expand
from redactor.cli.output import DONE, FINDINGS, WRONG_INPUT, data, narrate, record
from redactor.cli.policies import SentPolicy, policy_from
from redactor.declass import date_cable
from redactor.policy import (
    BASES,
    TURNS,
    Basis,
    Impact,
    Policy,
    counts_by_rule,
    impact_digest,
    impact_on,
    in_turn,
    policy_changes,
    propose,
    told_changes,
    told_impact,
    united,
)
from redactor.text import plural


class _Terms(NamedTuple):
    """What proposals depend on beside the policy and the cable."""

    as_of: date
    bases: tuple[Basis, ...]
    requested: date | None


class _Compared(NamedTuple):
    """Two policies, the terms, and what came of it."""

    old: Policy
    new: Policy
    terms: _Terms
    cables: Sequence[str]
    """The hashes of all cables."""
    impacts: Sequence[Impact]

    @property
    def digest(self) -> str:
        """What a sign-off is bound to."""
        policies = (self.old.sha256, self.new.sha256)
        asked = f"requested {self.terms.requested}"
        terms = (str(self.terms.as_of), *self.terms.bases, asked)
        return impact_digest(policies, terms, self.cables, self.impacts)

    def turned(self, turn: str) -> list[Impact]:
        """Give the portions that turn so."""
        return [one for one in self.impacts if one.turn == turn]


def run(options: Namespace) -> int:
    """Run the command."""
    old, new = policy_from(options.old), policy_from(options.new)
    bases = (options.basis,) if options.basis else BASES
    terms = _Terms(as_of_from(options), bases, options.requested)
    found: list[Impact] = []
    cables: list[str] = []

    def collect(answer: Answer) -> tuple[str, ...]:
        if answer.value:
            cables.append(answer.value["sha256"])
            found.extend(answer.value["impacts"])
        return ()

    work = _Compare((old, new), terms)
    code = run_batch(work, tuple(expand(options.paths)), options.jobs, json=False, show=collect)
    if code == WRONG_INPUT:
        narrate("redactor: some files could not be read, so nothing is said of the change")
        return code
    compared = _Compared(old, new, terms, cables, in_turn(found))
    (_records if options.json else _lines)(compared)
    return _judged(compared, options.signed_off)


def _judged(compared: _Compared, signed: str | None) -> int:
    """Tell whether the change may go on: nothing newly released, or signed for exactly this."""
    digest, opens = compared.digest, len(compared.turned("released"))
    if signed is not None and signed != digest:
        narrate(f"redactor: the sign-off is not for this change: its digest is {digest}")
        return FINDINGS
    if opens and signed is None:
        them, are = ("it is", "portion") if opens == 1 else ("they are", "portions")
        narrate(
            f"redactor: {opens:,} {are} would be newly released; once {them} looked at, "
            f"give --signed-off {digest}"
        )
        return FINDINGS
    return DONE


class _Compare:
    """Compares two policies on one cable; can be sent to another process."""

    def __init__(self, policies: tuple[Policy, Policy], terms: _Terms) -> None:
        self._old, self._new = map(SentPolicy.of, policies)
        self._terms = terms

    def __call__(self, path: Path, content: bytes) -> Answer:
        dated = date_cable(read(content), self._terms.as_of)
        digest = sha256(content).hexdigest()
        name = f"{dated.cable.id or 'no id'} ({digest[:12]})"
        asked = self._terms.requested
        impacts = (
            impact
            for basis in self._terms.bases
            for impact in impact_on(
                dated,
                name,
                propose(dated, self._old.policy, basis, requested=asked),
                propose(dated, self._new.policy, basis, requested=asked),
            )
        )
        return Answer(str(path), value={"sha256": digest, "impacts": list(united(impacts))})


def _lines(compared: _Compared) -> None:
    for line in _told(compared):
        data(line)
    data(f"digest: {compared.digest}")


def _told(compared: _Compared) -> Iterator[str]:
    yield from _what_was_compared(compared)
    yield from told_changes(policy_changes(compared.old, compared.new))
    yield from told_impact(compared.impacts, compared.terms.bases)


def _what_was_compared(compared: _Compared) -> Iterator[str]:
    for label, policy in (("old", compared.old), ("new", compared.new)):
        ref = policy.ref
        yield f"{label}: {ref.name} {ref.version} ({ref.sha256})"
    as_of, bases, requested = compared.terms
    asked = f"requested {requested}" if requested else "no day of a request given"
    cables = plural(len(compared.cables), "cable")
    yield f"over {cables}, as of {as_of}, {asked}, basis {', '.join(bases)}"


def _records(compared: _Compared) -> None:
    for change in policy_changes(compared.old, compared.new):
        record(
            {
                "kind": "policy",
                "what": change.what,
                "name": change.name,
                "change": change.kind,
                "keys": change.keys,
            }
        )
    for one in compared.impacts:
        record({"kind": "portion", **one._asdict()})
    record({"kind": "summary", **_summary(compared)})


def _summary(compared: _Compared) -> dict[str, object]:
    by_rule = counts_by_rule(compared.impacts)
    as_of, bases, requested = compared.terms
    return {
        "old": compared.old.ref.sha256,
        "new": compared.new.ref.sha256,
        "as_of": as_of.isoformat(),
        "requested": requested.isoformat() if requested else None,
        "bases": list(bases),
        "cables": len(compared.cables),
        "totals": {turn: len(compared.turned(turn)) for turn in TURNS},
        "by_rule": {turn: dict(sorted(rules.items())) for turn, rules in by_rule.items()},
        "digest": compared.digest,
    }
