"""``redactor policy impact``: what a change of the policy would newly release, before it counts."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from redactor.cable import read
from redactor.cli.batch import Answer
from redactor.cli.batch import run as run_batch
from redactor.cli.days import as_of_from
from redactor.cli.files import expand
from redactor.cli.output import DONE, FINDINGS, WRONG_INPUT, data, narrate, record
from redactor.cli.policies import policy_from
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
    parse_policy,
    policy_changes,
    propose,
    united,
)

_TITLES = {
    "released": "newly released",
    "withheld": "newly withheld",
    "changed": "changed otherwise",
}


def run(options: Namespace) -> int:
    """Run the command."""
    old, new = policy_from(options.old), policy_from(options.new)
    bases = (options.basis,) if options.basis else BASES
    work = _Compare((old, new), as_of_from(options), bases)
    found: list[Impact] = []
    cables: list[str] = []

    def collect(answer: Answer) -> tuple[str, ...]:
        if answer.value:
            cables.append(answer.value["sha256"])
            found.extend(answer.value["impacts"])
        return ()

    paths = tuple(expand(options.paths))
    code = run_batch(work, paths, options.jobs, json=False, show=collect)
    if code == WRONG_INPUT:
        narrate("redactor: some files could not be read, so nothing is said of the change")
        return code
    impacts = in_turn(found)
    terms = (str(work.as_of), *bases)
    digest = impact_digest((old.sha256, new.sha256), terms, cables, impacts)
    (_records if options.json else _lines)((old, new), impacts, digest)
    return _judged(impacts, digest, options.signed_off)


def _judged(impacts: Sequence[Impact], digest: str, signed: str | None) -> int:
    """Tell whether the change may go on: nothing newly released, or signed for exactly this."""
    opens = sum(one.turn == "released" for one in impacts)
    if signed is not None and signed != digest:
        narrate(f"redactor: the sign-off is not for this change: its digest is {digest}")
        return FINDINGS
    if opens and signed is None:
        narrate(
            f"redactor: {opens:,} portions would be newly released; once they are looked at, "
            f"give --signed-off {digest}"
        )
        return FINDINGS
    return DONE


class _Compare:
    """Compares two policies on one cable; can be sent to another process."""

    def __init__(
        self, policies: tuple[Policy, Policy], as_of: date, bases: Sequence[Basis]
    ) -> None:
        self._policies = tuple((policy.data, policy.ref.name) for policy in policies)
        self.as_of, self._bases = as_of, bases

    def __call__(self, path: Path, content: bytes) -> Answer:
        dated = date_cable(read(content), self.as_of)
        digest = sha256(content).hexdigest()
        name = f"{dated.cable.id or 'no id'} ({digest[:12]})"
        old, new = (_parsed(*policy) for policy in self._policies)
        impacts = (
            impact
            for basis in self._bases
            for impact in impact_on(
                dated, name, propose(dated, old, basis), propose(dated, new, basis)
            )
        )
        return Answer(str(path), value={"sha256": digest, "impacts": list(united(impacts))})


@cache
def _parsed(data_: bytes, name: str) -> Policy:
    return parse_policy(data_, name)


def _lines(policies: tuple[Policy, Policy], impacts: Sequence[Impact], digest: str) -> None:
    for line in _told(policies, impacts):
        data(line)
    data(f"digest: {digest}")


def _told(policies: tuple[Policy, Policy], impacts: Sequence[Impact]) -> Iterator[str]:
    for change in policy_changes(*policies):
        yield change.telling
    counts = counts_by_rule(impacts)
    for turn in TURNS:
        mine = [one for one in impacts if one.turn == turn]
        yield f"{_TITLES[turn]}: {len(mine):,}"
        for rule, number in sorted(counts[turn].items()):
            yield f"  by {rule}: {number:,}"
        for one in mine:
            before, after = ", ".join(one.old), ", ".join(one.new)
            under = "" if set(one.bases) == set(BASES) else f" ({', '.join(one.bases)})"
            yield f"  {one.cable}, {one.place}: {before} -> {after}{under}"


def _records(policies: tuple[Policy, Policy], impacts: Sequence[Impact], digest: str) -> None:
    for change in policy_changes(*policies):
        record(
            {
                "kind": "policy",
                "what": change.what,
                "name": change.name,
                "change": change.kind,
                "keys": change.keys,
            }
        )
    for one in impacts:
        record({"kind": "portion", **one._asdict()})
    counts = {turn: dict(sorted(rules.items())) for turn, rules in counts_by_rule(impacts).items()}
    totals = {turn: sum(one.turn == turn for one in impacts) for turn in TURNS}
    record({"kind": "summary", "totals": totals, "by_rule": counts, "digest": digest})
