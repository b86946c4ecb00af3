"""From a policy's sources to its documents: the files it uses, read; its lists, filled in."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from redactor.policy.codes import code_table, codes_of
from redactor.policy.errors import Fault, PolicyError
from redactor.policy.plaintext import plain_text
from redactor.policy.shipped import code_files
from redactor.policy.sources import NoFileError, Sources
from redactor.policy.strictyaml import Document, Path, Value, read_yaml
from redactor.policy.values import fold_term, is_slug

_NO_LIST: Value = ["-"]
"""Stands for a list that has a fault, so that it is told once."""


@dataclass(slots=True)
class Gathered:
    """A policy's files, read; and every fault of the reading."""

    policy: Document
    rules: list[Document] = field(default_factory=list)
    """Files of rules."""
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Lists that are files of their own under ``uses``."""
    list_files: dict[str, str] = field(default_factory=dict)
    """What messages call the file of each of those lists."""
    files: dict[str, bytes] = field(default_factory=dict)
    """What was used, by its path as the policy writes it."""
    faults: list[Fault] = field(default_factory=list)


def gather(sources: Sources, *, installed: bool) -> Gathered:
    """Read a policy file and all that it uses.

    Args:
        sources: where the bytes come from.
        installed: compare files of codes with those that the program has installed.

    Raises:
        PolicyError: when the policy file itself is no strict YAML.
    """
    gathering = _Gathering(sources, Gathered(read_yaml(sources.main, sources.name)), installed)
    gathering.take_all()
    return gathering.found


@dataclass(slots=True)
class _Gathering:
    sources: Sources
    found: Gathered
    installed: bool

    def take_all(self) -> None:
        found = self.found
        for path, name in _named(found.policy.content.get("uses"), ("uses",)):
            self._guarded(path, name)
        found.policy = self._with_lists(found.policy)
        found.rules = [self._with_lists(document) for document in found.rules]

    def _guarded(self, path: Path, name: str) -> None:
        """Take one file in; what is wrong with it never hides what is wrong elsewhere."""
        try:
            if name in self.found.files:
                self._fault(
                    self.found.policy, path, f'"{name}" stands twice; keep one', "duplicate-file"
                )
            else:
                self._take(path, name)
        except PolicyError as error:
            self.found.faults += error.faults

    def _take(self, path: Path, name: str) -> None:
        data = self._fetch(self.found.policy, path, name)
        if data is None:
            return
        if name.endswith(".txt"):
            self._take_list(path, name, data)
        elif name.endswith(".yaml"):
            document = read_yaml(data, self.sources.beside + name)
            if "codes" in document.content:
                self._compare_codes(document)
            else:
                self.found.rules.append(document)
        else:
            said = f'"{name}" is no file of a policy: use .yaml for rules and codes, .txt for lists'
            self._fault(self.found.policy, path, said, "no-file")

    def _fetch(self, document: Document, path: Path, name: str) -> bytes | None:
        try:
            data = self.sources.fetch(name)
        except NoFileError as error:
            self._fault(document, path, f'"{name}": {error}', "no-file")
            return None
        plain_text(data, self.sources.beside + name)
        self.found.files[name] = data
        return data

    def _take_list(self, path: Path, name: str, data: bytes) -> None:
        stem = PurePosixPath(name).stem
        if not is_slug(stem):
            said = f'"{stem}" cannot be a list\'s name; call the file by small letters and hyphens'
            self._fault(self.found.policy, path, said, "bad-name")
        self.found.list_files[stem] = self.sources.beside + name
        self.found.lists[stem] = self._terms(data, self.sources.beside + name)

    def _with_lists(self, document: Document) -> Document:
        """Give a document with the terms of each list that stands in a file of its own."""
        lists = document.content.get("lists")
        if not isinstance(lists, dict):
            return document
        filled: dict[str, Value] = {
            name: self._filled(document, ("lists", name), value) for name, value in lists.items()
        }
        return replace(document, content={**document.content, "lists": filled})

    def _filled(self, document: Document, path: Path, value: Value) -> Value:
        if not isinstance(value, dict):
            return value
        file = value.get("file")
        if list(value) != ["file"] or not isinstance(file, str):
            said = "write the terms here, or file: with the path of a text file and nothing else"
            self._fault(document, path, said, "not-a-list")
            return _NO_LIST
        try:
            data = self._fetch(document, (*path, "file"), file)
            terms = () if data is None else self._terms(data, self.sources.beside + file)
            return list(terms) or _NO_LIST
        except PolicyError as error:
            self.found.faults += error.faults
            return _NO_LIST

    def _terms(self, data: bytes, file: str) -> tuple[str, ...]:
        """Read a list: one term on each line; ``#`` begins a line of remarks."""
        terms = []
        for number, line in enumerate(plain_text(data, file).splitlines(), start=1):
            term = line.strip()
            if not term or term.startswith("#"):
                continue
            if not (term.isascii() or fold_term(term)):
                said = "nothing that could be looked for stands here; delete the line"
                self.found.faults.append(Fault(file, number, 1, said, code="empty-value"))
            terms.append(term)
        if not terms:
            said = "this list is empty; write one term on each line"
            self.found.faults.append(Fault(file, 1, 1, said, code="empty-list"))
        return tuple(terms)

    def _compare_codes(self, document: Document) -> None:
        """Check that codes mean what the program takes them for; a kept policy may be older."""
        known = code_table()
        folder = code_files()[0].parent
        for number, (name, code) in enumerate(codes_of([document]).items()):
            if self.installed and known.get(name) != code:
                said = (
                    f'the code "{name}" is not what this program has installed: change it in '
                    f"{folder}, or here"
                )
                self._fault(document, ("codes", number, "id"), said, "code-not-installed")

    def _fault(self, document: Document, path: Path, said: str, code: str) -> None:
        self.found.faults.append(document.fault(path, said, code=code))


def _named(uses: Value | None, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(uses, str):
        yield path, uses
    elif isinstance(uses, list):
        yield from (((*path, i), name) for i, name in enumerate(uses) if isinstance(name, str))
