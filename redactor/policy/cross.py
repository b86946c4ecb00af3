"""Checks across rules and files: names given twice, and names that stand for nothing."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from redactor.policy.errors import Fault, brief, closest
from redactor.policy.gather import Gathered
from redactor.policy.strictyaml import Document, Path, Value

_BUILT_IN = "built-in-"


def cross_faults(gathered: Gathered) -> Iterator[Fault]:
    """Find what no single file can show; it needs no sound rule, so that all comes at once."""
    # A policy that is used as a file of rules is told of by its keys, and its rules are let be.
    rules = (document for document in gathered.rules if "policy" not in document.content)
    documents = [gathered.policy, *rules]
    yield from _twice(documents, "rules")
    yield from _twice(documents, "exceptions")
    yield from _lists_twice(gathered)
    yield from _unknown_lists(documents, gathered)
    yield from _unfit_exceptions(documents)


def _items(document: Document, key: str) -> Iterator[tuple[int, dict[str, Value]]]:
    entries = document.content.get(key)
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield number, entry


def _twice(documents: Sequence[Document], key: str) -> Iterator[Fault]:
    seen: dict[str, tuple[Document, int]] = {}
    for document in documents:
        for number, entry in _items(document, key):
            name = entry.get("id")
            if not isinstance(name, str):
                continue
            first, line = seen.setdefault(name, (document, 0))
            path: Path = (key, number, "id")
            if line:
                place = f"line {line}" if first is document else f"line {line} of {first.file}"
                said = f'the id "{brief(name)}" stands twice, first on {place}; rename one'
                yield document.fault(path, said, code="duplicate-id")
            else:
                seen[name] = document, document.place(path).line


def _lists_twice(gathered: Gathered) -> Iterator[Fault]:
    seen = set(gathered.lists)
    for document in (gathered.policy, *gathered.rules):
        lists = document.content.get("lists")
        for name in lists if isinstance(lists, dict) else ():
            if name in seen:
                said = f'there are two lists "{name}"; rename one'
                yield document.fault(("lists", name), said, key=True, code="duplicate-id")
            seen.add(name)


def _unknown_lists(documents: Sequence[Document], gathered: Gathered) -> Iterator[Fault]:
    named = {*gathered.lists, *_lists_used(gathered.policy)}
    for document in documents:
        lists = document.content.get("lists")
        named |= set(lists if isinstance(lists, dict) else ())
    for document in documents:
        for key in ("rules", "exceptions"):
            for number, entry in _items(document, key):
                for path, name in _sought((key, number, "when"), entry.get("when")):
                    if name not in named:
                        said = f'there is no list "{brief(name)}"'
                        hint = closest(name, sorted(named))
                        yield document.fault(path, said, hint, code="unknown-list")


def _lists_used(policy: Document) -> Iterator[str]:
    """Give the names of lists under ``uses``; one that cannot be read is told of once, there."""
    uses = policy.content.get("uses")
    for name in [uses] if isinstance(uses, str) else uses if isinstance(uses, list) else ():
        if isinstance(name, str) and name.endswith(".txt"):
            yield PurePosixPath(name).stem


def _sought(path: Path, when: Value | None) -> Iterator[tuple[Path, str]]:
    """Give the lists that conditions name, with their places."""
    if isinstance(when, list):
        for number, inner in enumerate(when):
            yield from _sought((*path, number), inner)
    elif isinstance(when, dict):
        for key, inner in when.items():
            if key in {"list", "unless"} and path[-1] in {"text", "near", "far"}:
                names = inner if isinstance(inner, list) else [inner]
                steps = range(len(names)) if isinstance(inner, list) else [None]
                for step, name in zip(steps, names, strict=True):
                    if isinstance(name, str):
                        yield (*path, key, *(() if step is None else (step,))), name
            elif key in {"all", "any", "not", "text", "near", "far"}:
                yield from _sought((*path, key), inner)


def _unfit_exceptions(documents: Sequence[Document]) -> Iterator[Fault]:
    rules = {
        str(rule.get("id")): str(rule.get("propose"))
        for document in documents
        for _, rule in _items(document, "rules")
    }
    for document in documents:
        for number, entry in _items(document, "exceptions"):
            name, instead = entry.get("rule"), entry.get("instead")
            if isinstance(name, str):
                yield from _unfit(document, number, name, str(instead), rules)


def _unfit(
    document: Document, number: int, name: str, instead: str, rules: dict[str, str]
) -> Iterator[Fault]:
    path: Path = ("exceptions", number, "rule")
    if name.startswith(_BUILT_IN):
        said = f'"{name}" is built in: what no policy can loosen has no exceptions'
        yield document.fault(path, said, code="exception-to-a-floor")
    elif name not in rules:
        hint = closest(name, sorted(rules))
        yield document.fault(path, f'there is no rule "{brief(name)}"', hint, code="unknown-rule")
    elif rules[name] == "release":
        said = f'"{name}" proposes release; an exception can only loosen what is stronger'
        yield document.fault(path, said, code="exception-not-weaker")
    elif rules[name] == instead == "review":
        said = f'"review" is not weaker than what "{name}" proposes: write not-applied'
        path = ("exceptions", number, "instead")
        yield document.fault(path, said, code="exception-not-weaker")
