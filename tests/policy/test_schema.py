"""The published JSON Schema: it accepts what is shipped, and says early what is wrong."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from redactor.policy import FileKind, policy_schema
from redactor.policy.jsonschema import schema_files

POLICIES = Path(__file__).resolve().parents[2] / "policies"
FILES = sorted(POLICIES.rglob("*.yaml"))


class _AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2, in which a day is text and only true and false are no words."""


_DIFFER = {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}
_AsEditorsRead.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] not in _DIFFER]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_AsEditorsRead.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf")
)


def read(text: str) -> object:
    return yaml.load(text, Loader=_AsEditorsRead)  # noqa: S506 - a subclass of the safe loader


def kind_of(file: Path) -> FileKind:
    kinds: dict[str, FileKind] = {"rules": "rules", "codes": "codes"}
    return kinds.get(file.parent.name, "policy")


@pytest.mark.parametrize("kind", ["policy", "rules", "codes"])
def test_it_is_a_json_schema(kind: FileKind) -> None:
    Draft202012Validator.check_schema(policy_schema(kind))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_shipped_file_is_accepted(file: Path) -> None:
    validator = Draft202012Validator(policy_schema(kind_of(file)))

    assert [error.message for error in validator.iter_errors(read(file.read_text()))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_shipped_file_names_its_schema(file: Path) -> None:
    first = file.read_text().splitlines()[0]

    name = first.removeprefix("# yaml-language-server: $schema=")
    where = (file.parent / name).relative_to(POLICIES)
    assert schema_files()[str(where)] == kind_of(file)


@pytest.mark.parametrize(("where", "kind"), schema_files().items())
def test_the_shipped_schema_is_what_the_program_says(where: str, kind: FileKind) -> None:
    assert json.loads((POLICIES / where).read_text()) == policy_schema(kind)


RULE = "{id: a, title: A, when: {field: body}, propose: review, because: B, cite: C}"


@pytest.mark.parametrize(
    "rule",
    [
        RULE.replace("review", "revue"),
        RULE.replace("field: body", "feild: body"),
        RULE.replace("field: body", ""),
        RULE.replace("field: body", "field: null"),
        RULE.replace("field: body", "field: []"),
        RULE.replace("field: body", "age: {under: young}"),
        RULE.replace("field: body", "text: {terms: x, list: y}"),
        RULE.replace("field: body", "text: {words: 3}"),
        RULE.replace("id: a", "id: A B"),
        RULE.replace(", cite: C", ""),
        RULE.replace("review", "redact, codes: {foia: b66}"),
    ],
)
def test_it_says_early_what_is_wrong(rule: str) -> None:
    validator = Draft202012Validator(policy_schema("rules"))

    assert validator.is_valid(read(f"rules: [{RULE}]"))
    assert not validator.is_valid(read(f"rules: [{rule}]"))


def test_an_editor_shows_what_each_key_means() -> None:
    rule = policy_schema()["$defs"]["Rule"]["properties"]

    assert rule["propose"]["description"].startswith("release < review < redact")
    codes = policy_schema()["$defs"]["Codes"]["properties"]["foia"]["anyOf"][0]["enum"]
    assert {"b6", "25X6", "from-cable", "from-instruction"} <= set(codes)
