"""``redactor case policy``: which policies a case was reviewed under, and how another one begins.

Once people have decided, a change is shown first, as ``policy impact`` shows it, and asked for.
Each policy stays in the case, whole, and can be written out again.
"""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from redactor.cli.output import DONE, FINDINGS, InputFault, data, narrate
from redactor.cli.policies import policy_from
from redactor.policy import (
    Impact,
    Policy,
    impact_on,
    in_turn,
    kept_files,
    policy_changes,
    propose,
    told_changes,
    told_impact,
)
from redactor.review import Session


def run(desk: Session, options: Namespace) -> int:
    """List the policies of a case, write one out, or go on under another."""
    if options.write is not None:
        return _write(desk, options.write, options.to)
    if options.policy is not None:
        return _change(desk, policy_from(options.policy), options)
    for line in _history(desk):
        data(line)
    return DONE


def _history(desk: Session) -> Iterator[str]:
    for event in desk.case.events():
        if event.kind == "policy":
            name, version, digest = (event.body[key] for key in ("name", "version", "sha256"))
            now = "in force" if digest == desk.policy.sha256 else ""
            since = f"{event.at:%Y-%m-%d %H:%M} UTC  by {event.person:<12}"
            yield f"{since}  {digest}  {name} {version}  {now}".rstrip()


def _write(desk: Session, begin: str, to: str | None) -> int:
    """Write out the files of a policy that the case keeps, into a new folder."""
    if not to:
        raise InputFault("--to is missing: name a new folder for the policy's files")
    known = {event.body["sha256"]: event.body["name"]
             for event in desk.case.events() if event.kind == "policy"}  # fmt: skip
    found = [digest for digest in known if begin and digest.startswith(begin.lower())]
    if len(found) != 1:
        listed = ", ".join(digest[:12] for digest in known)
        raise InputFault(f"{begin}: no policy of this case, or more than one; it has {listed}")
    folder = Path(to)
    files = kept_files(desk.case.policy(found[0]), known[found[0]])
    try:
        folder.mkdir(mode=0o700)
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    except OSError as fault:
        reason = (fault.strerror or "it cannot be written").lower()
        raise InputFault(f"{to}: {reason}; name a new folder") from fault
    narrate(f"{to}: {len(files)} files of {known[found[0]]} ({found[0][:12]})")
    return DONE


def _change(desk: Session, new: Policy, options: Namespace) -> int:
    ref = new.ref
    if ref.sha256 == desk.policy.sha256:
        narrate(f"{options.case}: it is reviewed under {ref.name} {ref.version} already")
        return DONE
    if any(event.kind == "decide" for event in desk.case.events()):
        for line in _told(desk, new):
            data(line)
        if not (options.yes or _agreed(f"{ref.name} {ref.version}")):
            return FINDINGS
    desk.change_policy(new, options.reason)
    narrate(f"{options.case}: reviewed under {ref.name} {ref.version} from now")
    return DONE


def _told(desk: Session, new: Policy) -> Iterator[str]:
    """Say what differs: in the policy, and in what it proposes for this case's cables."""
    yield from told_changes(policy_changes(desk.policy, new))
    yield from told_impact(in_turn(_impacts(desk, new)), (desk.terms.basis,))
    yield "decisions stand as they are, each under the policy that it names"


def _impacts(desk: Session, new: Policy) -> Iterator[Impact]:
    """Compare both policies over the cables that are not released: those stay under their own."""
    basis, requested = desk.terms.basis, desk.terms.requested
    for entry in desk.entries:
        if desk.state(entry.sha256).releases:
            continue
        dated = desk.docket(entry.sha256).dated
        before, after = (
            propose(dated, policy, basis, requested=requested) for policy in (desk.policy, new)
        )
        yield from impact_on(dated, entry.label, before, after)


def _agreed(name: str) -> bool:
    """Ask the person at the terminal; without one, say how to agree."""
    if not sys.stdin.isatty():
        narrate("redactor: people have decided in this case; look at what differs, then add --yes")
        return False
    narrate(f"Review on under {name}? Type yes to do so.")
    if sys.stdin.readline().strip().casefold() == "yes":
        return True
    narrate("redactor: nothing was changed")
    return False
