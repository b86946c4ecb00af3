"""Opening a case for a command, and finding a cable in it."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from redactor.cli.cases import case_file
from redactor.cli.days import as_of_from
from redactor.cli.files import expand, load
from redactor.cli.output import FINDINGS, InputFault, narrate
from redactor.cli.policies import policy_from
from redactor.policy import Policy, PolicyError
from redactor.review import CaseError, Entry, Refused, Session, SpecError, Terms

_SHORTEST_HASH = 4
"""First characters of a hash that may stand for a cable."""


@contextmanager
def session(options: Namespace, *, create: bool = False) -> Iterator[Session]:
    """Open the case for the reviewer named in the options.

    Raises:
        InputFault: when the case can't be used.
    """
    with plainly(), case_file(options, create=create) as case:
        yield Session(case, options.reviewer)


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what a case and its policy raise into faults of the input.

    Raises:
        InputFault: when the case can't be used.
    """
    try:
        yield
    except (CaseError, PolicyError, SpecError) as fault:
        raise InputFault(str(fault)) from fault


def refused(fault: Refused) -> int:
    """Report what a rule refuses; give the exit code."""
    narrate(f"redactor: {fault}")
    return FINDINGS


@dataclass(frozen=True, slots=True)
class Intake:
    """Files named on the command line, read before a case is touched."""

    cables: tuple[tuple[Path, bytes], ...]
    faults: tuple[str, ...]
    """A line for each bad file: it does not keep the good ones out."""
    policy: Policy | None
    """The policy that is named, if one is."""


def read_intake(options: Namespace) -> Intake:
    """Read the cables that are named.

    Raises:
        InputFault: when none of them can be read; then no case is made.
    """
    cables: list[tuple[Path, bytes]] = []
    faults: list[str] = []
    for path in expand(options.paths):
        try:
            cables.append((path, load(path)))
        except InputFault as fault:
            faults.append(str(fault))
    if faults and not cables:
        raise InputFault("\n".join(faults))
    policy = None if options.policy is None else policy_from(options.policy)
    return Intake(tuple(cables), tuple(faults), policy)


def take_in(desk: Session, options: Namespace, intake: Intake) -> list[Entry]:
    """Fix the terms of a new case, check those of an old one, and import the cables.

    Raises:
        InputFault: when the terms differ from the case's.
    """
    _settle_terms(desk, options, intake.policy)
    return [desk.import_cable(path, data) for path, data in intake.cables]


def _settle_terms(desk: Session, options: Namespace, named: Policy | None) -> None:
    known = desk.terms if desk.is_open else None
    terms = Terms(
        as_of=options.as_of or (known.as_of if known else as_of_from(options)),
        basis=options.basis or (known.basis if known else "foia"),
        requested=options.requested or (known.requested if known else None),
    )
    policy = named or (desk.policy if known else policy_from(None))
    try:
        desk.open_case(terms, policy)
    except Refused as fault:
        raise InputFault(str(fault)) from fault


def find_cable(desk: Session, name: str) -> Entry:
    """Find a cable by its id, its path as imported, or the first characters of its hash.

    Raises:
        InputFault: when there is none, or more than one.
    """
    exact = [e for e in desk.entries if name == e.id or Path(name) == Path(e.name)]
    by_hash = [e for e in desk.entries if e.sha256.startswith(name.lower())]
    found = exact or (by_hash if len(name) >= _SHORTEST_HASH else [])
    if len(found) == 1:
        return found[0]
    if found:
        hashes = ", ".join(entry.sha256[:12] for entry in found)
        raise InputFault(f"{name}: {len(found)} cables go by this name; name one by hash: {hashes}")
    case = desk.case.path
    raise InputFault(f"{name}: no such cable in {case}; see redactor case status --case {case}")
