"""A small, strict YAML: mappings, lists and strings, each with its place, and nothing more.

Anchors, aliases, tags, directives, second documents, duplicate keys, deep nesting and escapes for
hidden characters are refused, and every scalar stays the string that was written: ``NO`` is not
false, ``1.10`` is not 1.1. Events are read one by one: loading whole crashes the C parser on deep
nesting. It is fast, and the parser written in Python words its errors better, so that one speaks.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import yaml

from redactor.policy.errors import Fault, PolicyError, brief
from redactor.policy.notyaml import Place, not_yaml, place_at
from redactor.policy.plaintext import hidden_in, plain_text

MAX_DEPTH = 20

Value = str | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]
"""The keys and list positions that lead to a value from the top of the file."""


_Loader = type[yaml.SafeLoader] | type[yaml.CSafeLoader]


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, and where it says it."""

    file: str
    content: Mapping[str, Value]
    keys: Mapping[Path, Place]
    values: Mapping[Path, Place]

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Give the place of a value (or of its key); where it is missing, that of what holds it."""
        if key and path in self.keys:
            return self.keys[path]
        while path not in self.values:
            path = path[:-1]
        return self.values[path]

    def fault(
        self,
        path: Path,
        message: str,
        hint: str | None = None,
        *,
        key: bool = False,
        code: str = "wrong-value",
    ) -> Fault:
        """Make a fault at the place of a value or key."""
        return Fault(self.file, *self.place(path, key=key), message, hint, code)


def read_yaml(data: bytes, file: str) -> Document:
    """Read the bytes of a file, called ``file`` in messages.

    Raises:
        PolicyError: with every fault that could be seen.
    """
    text = plain_text(data, file)
    if yaml.__with_libyaml__:
        with suppress(yaml.YAMLError, PolicyError):
            return _read(text, file, yaml.CSafeLoader)
    return _read(text, file, yaml.SafeLoader)


def _read(text: str, file: str, loader: _Loader) -> Document:
    builder = _Builder(file)
    try:
        content = builder.document(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        builder.faults.append(not_yaml(error, file))
    except yaml.YAMLError:
        builder.faults.append(Fault(file, 1, 1, "this is not YAML", code="not-yaml"))
    if builder.faults:
        raise PolicyError(builder.faults)
    return Document(file, content, builder.keys, builder.values)


@dataclass(slots=True)
class _Builder:
    """Builds values from parse events; refuses on the way what strict YAML has not."""

    file: str
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def document(self, events: Iterator[yaml.Event]) -> dict[str, Value]:
        content: Value = ""
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    said = "a second document starts here; a policy is one document"
                    self._fault(event, said, "yaml-documents")
                    break
                if event.version or event.tags:
                    said = "directives (%) are not allowed; delete the line"
                    self._fault(event, said, "yaml-directive")
                content = self._value(next(events), events, ())
        return self._top(content)

    def _top(self, content: Value) -> dict[str, Value]:
        if isinstance(content, dict) and content:
            return content
        if not self.faults:
            keys = "the file must hold keys, among them policy, version and rules"
            empty = "the file is empty; write a policy here, or name another file"
            message = keys if content else empty
            self.faults.append(Fault(self.file, 1, 1, message, code="empty-file"))
        return {}

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Value:
        self.values[path] = _place(event)
        self._refuse(event)
        if isinstance(event, yaml.CollectionStartEvent) and len(path) >= MAX_DEPTH:
            said = (
                f"this is nested more than {MAX_DEPTH} levels deep; take brackets or indents away"
            )
            self._fault(event, said, "too-deep")
            raise PolicyError(self.faults)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return event.value if isinstance(event, yaml.ScalarEvent) else ""

    def _sequence(self, events: Iterator[yaml.Event], path: Path) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, Value]:
        pairs: dict[str, Value] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, events, path)
            if key in pairs:
                first = self.keys[(*path, key)].line
                said = f'the key "{brief(key)}" stands twice, first on line {first}; keep one'
                self._fault(event, said, "duplicate-key")
            self.keys.setdefault((*path, key), _place(event))
            pairs[key] = self._value(next(events), events, (*path, key))
        return pairs

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> str:
        key = self._value(event, events, (*path, ""))
        if isinstance(key, str) and key:
            return key
        self._fault(event, "a key must be a plain word", "not-yaml")
        return ""

    def _refuse(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            said = "aliases (*) are not allowed; write the value out"
            self._fault(event, said, "yaml-alias")
        elif isinstance(event, yaml.NodeEvent) and event.anchor:
            said = "anchors (&) are not allowed; write the value where it is used"
            self._fault(event, said, "yaml-anchor")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            self._fault(event, "tags (!) are not allowed; every value is text", "yaml-tag")
        if isinstance(event, yaml.ScalarEvent) and (hidden := hidden_in(event.value)):
            said = f"an escape stands for a hidden character (U+{ord(hidden):04X}) here; delete it"
            self._fault(event, said, "hidden-character")

    def _fault(self, event: yaml.Event, message: str, code: str) -> None:
        self.faults.append(Fault(self.file, *_place(event), message, code=code))


def _place(event: yaml.Event) -> Place:
    return place_at(event.start_mark)
