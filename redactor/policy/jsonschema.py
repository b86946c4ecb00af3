"""The JSON Schema of a policy's files, by which editors complete and check while one writes.

It says less than the program checks: what one rule may say with another, and what is law, is
told by ``redactor policy check``.
"""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel

from redactor.policy.codes import CodesFile
from redactor.policy.schema import PolicyFile, RulesFile

Schema = dict[str, Any]
FileKind = Literal["policy", "rules", "codes"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHAPES: Mapping[FileKind, tuple[type[BaseModel], str]] = {
    "policy": (PolicyFile, "A policy of redactor"),
    "rules": (RulesFile, "Rules that a policy of redactor uses"),
    "codes": (CodesFile, "Codes under which redactor withholds"),
}
_WHERE: Mapping[FileKind, str] = {
    "policy": "policy.schema.json",
    "rules": "rules/rules.schema.json",
    "codes": "codes/codes.schema.json",
}


def policy_schema(kind: FileKind = "policy") -> Schema:
    """Give the schema of a policy file, of a file of rules, or of one of codes."""
    shape, title = _SHAPES[kind]
    schema = _plain(shape.model_json_schema(by_alias=True))
    return {"$schema": _DIALECT, **schema, "title": title}


def schema_files() -> dict[str, FileKind]:
    """Give the places under ``policies`` where the schemas lie, and which lies where."""
    return {where: kind for kind, where in _WHERE.items()}


def _plain(schema: Schema) -> Schema:
    """Leave out what is no part of the files: titles made of names, and null, which none holds."""
    kept: Schema = {}
    for key, value in schema.items():
        if key == "title" or (key == "default" and value is None):
            continue
        if key in {"properties", "$defs"}:
            kept[key] = {name: _plain(part) for name, part in value.items()}
        elif isinstance(value, list):
            kept[key] = [_plain(part) if isinstance(part, dict) else part for part in value]
        else:
            kept[key] = _plain(value) if isinstance(value, dict) else value
    return _without_null(kept)


def _without_null(schema: Schema) -> Schema:
    if "anyOf" not in schema:
        return schema
    kept = [part for part in schema["anyOf"] if part != {"type": "null"}]
    if len(kept) > 1:
        return {**schema, "anyOf": kept}
    return {**{key: value for key, value in schema.items() if key != "anyOf"}, **kept[0]}
