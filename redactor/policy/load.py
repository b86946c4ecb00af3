"""From a policy's files to a ``Policy`` ready to propose: found, read, checked, compiled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import ValidationError

from redactor.policy import schema
from redactor.policy.cross import cross_faults
from redactor.policy.errors import Fault, PolicyError
from redactor.policy.exceptions import Exemption
from redactor.policy.faults import Shapes, shape_faults
from redactor.policy.gather import Gathered, gather
from redactor.policy.model import Basis, PolicyRef, Workflow
from redactor.policy.rules import Rule, compile_rule
from redactor.policy.sources import Sources, bundle, in_memory, on_disk
from redactor.policy.strictyaml import Document
from redactor.policy.when import Lists

Part = schema.PolicyFile | schema.RulesFile
F = TypeVar("F", schema.PolicyFile, schema.RulesFile)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Policy:
    """A policy, checked and compiled. Two are the same if their ``ref`` is."""

    file: str
    """What messages call its file."""
    name: str
    version: str
    title: str
    sha256: str
    """Of ``data``, hex: what a decision names. It covers every file that the policy uses."""
    workflow: Workflow
    amount: Literal["bucket", "none"]
    """How much a release says of what was withheld."""
    office: str
    """Whose reviewers sign releases; empty where the policy names none."""
    appeal: Mapping[Basis, str]
    """How to appeal, by basis, where the policy says it in its own words."""
    rules: tuple[Rule, ...]
    exceptions: tuple[Exemption, ...]
    lists: Mapping[str, tuple[str, ...]]
    """The terms of each list, by its name."""
    list_places: Mapping[str, tuple[str, int]]
    """File and line of each list."""
    data: bytes
    """The policy file, or one bundle of all its files: to be kept with the case."""

    @property
    def ref(self) -> PolicyRef:
        """Which policy this is, exactly."""
        return PolicyRef(self.name, self.version, self.sha256)

    def expired(self, day: date) -> tuple[Fault, ...]:
        """Give a fault for each exception that no longer counts on a day."""
        return tuple(one.expiry_fault() for one in self.exceptions if day > one.expires)


def load_policy(path: Path) -> Policy:
    """Read a policy file and the files that it uses.

    Raises:
        PolicyError: with every fault of all files, or one when it cannot be read at all.
    """
    return _load(on_disk(path), installed=True)


def parse_policy(data: bytes, name: str) -> Policy:
    """Make a policy from bytes that were kept: ``Policy.data``, a bundle or a file alone.

    ``name`` is what messages call the file.

    Raises:
        PolicyError: with every fault of the files.
    """
    return _load(in_memory(data, name), installed=False)


def _load(sources: Sources, *, installed: bool) -> Policy:
    gathered = gather(sources, installed=installed)
    faults = [*gathered.faults, *cross_faults(gathered)]
    policy = _checked(schema.PolicyFile, gathered.policy, schema.POLICY_SHAPES, faults)
    others = [
        _checked(schema.RulesFile, document, schema.RULE_SHAPES, faults)
        for document in gathered.rules
    ]
    if faults or policy is None:
        raise PolicyError(faults)
    parts: list[Part] = [policy, *(part for part in others if part)]
    return _compile(policy, parts, gathered, bundle(sources.main, gathered.files))


def _checked(shape: type[F], document: Document, shapes: Shapes, faults: list[Fault]) -> F | None:
    try:
        return shape.model_validate(document.content)
    except ValidationError as error:
        faults += shape_faults(error, document, shapes)
        return None


def _compile(
    policy: schema.PolicyFile, parts: list[Part], gathered: Gathered, data: bytes
) -> Policy:
    lists = dict(gathered.lists)
    for part in parts:
        lists |= part.lists
    rules, exceptions = _compiled(parts, gathered, lists)
    return Policy(
        file=gathered.policy.file,
        name=policy.policy,
        version=policy.version,
        title=policy.title,
        sha256=sha256(data).hexdigest(),
        workflow=Workflow(policy.workflow.reviews, policy.workflow.blind_second),
        amount=policy.release.amount,
        office=policy.release.office or "",
        appeal=_appeals(policy.release.appeal),
        rules=rules,
        exceptions=exceptions,
        lists=lists,
        list_places=_list_places(gathered),
        data=data,
    )


def _appeals(appeal: schema.Appeal) -> Mapping[Basis, str]:
    given: dict[Basis, str | None] = {
        "foia": appeal.foia,
        "mdr": appeal.mdr,
        "automatic": appeal.automatic,
        "systematic": appeal.systematic,
    }
    return {basis: words for basis, words in given.items() if words}


def _compiled(
    parts: list[Part], gathered: Gathered, lists: Lists
) -> tuple[tuple[Rule, ...], tuple[Exemption, ...]]:
    files = list(zip(parts, [gathered.policy, *gathered.rules], strict=True))
    exceptions = tuple(
        Exemption.of(entry, lists, (document.file, line), lines)
        for part, document in files
        for entry, (line, lines) in zip(
            part.exceptions, _places(document, "exceptions"), strict=True
        )
    )
    rules = tuple(
        compile_rule(rule, lists, f"{document.file}:{line}", _of_rule(rule.id, exceptions), lines)
        for part, document in files
        for rule, (line, lines) in zip(part.rules, _places(document, "rules"), strict=True)
    )
    if not rules:
        said = "no file has a rule; a policy without rules is none"
        raise PolicyError([Fault(gathered.policy.file, 1, 1, said, code="empty-list")])
    return rules, exceptions


def _list_places(gathered: Gathered) -> dict[str, tuple[str, int]]:
    places = {name: (file, 1) for name, file in gathered.list_files.items()}
    for document in (gathered.policy, *gathered.rules):
        named = document.content.get("lists")
        for name in named if isinstance(named, dict) else ():
            places[name] = document.file, document.place(("lists", name), key=True).line
    return places


def _of_rule(rule: str, exceptions: tuple[Exemption, ...]) -> tuple[Exemption, ...]:
    return tuple(one for one in exceptions if one.rule == rule)


def _places(document: Document, key: str) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Give the line of each entry, and those of its examples."""
    entries = document.content.get(key)
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        shown = entry.get("examples", ()) if isinstance(entry, dict) else ()
        paths = [(key, number, "examples", one) for one in range(len(shown))]
        lines = tuple(document.place(path).line for path in paths)
        yield document.place((key, number)).line, lines
