"""From pydantic's errors, and checks across rules, to faults with file, line and column."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from redactor.policy import schema
from redactor.policy.errors import Fault, closest
from redactor.policy.strictyaml import Document, Path, Place, Value
from redactor.policy.values import WrongValueError

SHAPES: Mapping[str, type[BaseModel]] = {
    "": schema.PolicyFile,
    "workflow": schema.Workflow,
    "release": schema.Release,
    "rules": schema.Rule,
    "examples": schema.Example,
    "codes": schema.Codes,
    "when": schema.When,
    "all": schema.When,
    "any": schema.When,
    "not": schema.When,
    "marking": schema.MarkingIs,
    "controls": schema.Controls,
    "instruction": schema.InstructionIs,
    "age": schema.AgeIs,
    "text": schema.TextIs,
    "near": schema.Near,
    "far": schema.Near,
}
"""Which shape the mappings under each key have, so that a mistyped key can be put right."""


def shape_faults(error: ValidationError, document: Document) -> Iterator[Fault]:
    """Translate each of pydantic's errors; a mistyped key is one fault, not also a missing key."""
    details = error.errors(include_url=False, include_input=False)
    mistyped = {_meant(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"}
    for detail in details:
        if detail["type"] != "missing" or detail["loc"] not in mistyped:
            yield _translate(detail, document)


def _meant(path: Path) -> Path:
    """Give the path to the key that an unknown one was perhaps meant to be."""
    return (*path[:-1], closest(str(path[-1]), _keys_at(path[:-1])) or "")


_SENTENCES: Mapping[str, str] = {
    "model_type": "keys with values are wanted here, such as key: value",
    "dict_type": "keys with values are wanted here, such as key: value",
    "tuple_type": "a list is wanted here",
    "string_type": "one word or sentence is wanted here",
    "greater_than_equal": "this number is too small; write a larger one",
    "less_than_equal": "this number is too large",
}
"""What pydantic's plain errors mean, by their type."""


def _translate(detail: ErrorDetails, document: Document) -> Fault:
    path: Path = detail["loc"]
    context = detail.get("ctx", {})
    match detail["type"]:
        case "extra_forbidden":
            key = str(path[-1])
            hint = str(_meant(path)[-1]) or None
            return document.fault(path, f'"{key}" is not a key here', hint, key=True)
        case "missing":
            return document.fault(path, f'the key "{path[-1]}" is missing here')
        case "literal_error":
            return _not_one_of(path, str(context["expected"]), document)
        case "value_error":
            return _wrong_value(path, context["error"], document)
    said = detail["msg"][:1].lower() + detail["msg"][1:]
    return document.fault(path, _SENTENCES.get(detail["type"], said))


def _not_one_of(path: Path, expected: str, document: Document) -> Fault:
    """Say what is accepted; pydantic gives it as ``'a', 'b' or 'c'``."""
    accepted = expected.replace("'", "")
    written = _written(path, document.content)
    if not isinstance(written, str):
        return document.fault(path, f"one of {accepted} is wanted here")
    words = accepted.replace(" or ", ", ").split(", ")
    return document.fault(path, f'"{written}" is not one of {accepted}', closest(written, words))


def _wrong_value(path: Path, error: object, document: Document) -> Fault:
    if isinstance(error, WrongValueError):
        return document.fault((*path, *error.at), str(error), error.hint)
    return document.fault(path, str(error))


def _written(path: Path, content: object) -> object:
    """Give what stands at a path; a single value also stands for a list of one."""
    for step in path:
        if isinstance(content, dict):
            content = content.get(step)
        elif isinstance(content, list) and isinstance(step, int):
            content = content[step]
    return content


def _keys_at(path: Path) -> list[str]:
    names = [step for step in path if isinstance(step, str)]
    shape = SHAPES[names[-1] if names else ""]
    return [field.alias or name for name, field in shape.model_fields.items()]


def cross_faults(document: Document) -> Iterator[Fault]:
    """Find rule ids given twice, and lists that are named but not written."""
    lists = document.content.get("lists")
    named = list(lists) if isinstance(lists, dict) else []
    seen: dict[str, Place] = {}
    for path, value in _walk((), dict(document.content)):
        match path, value:
            case ("rules", int(), "id"), str(rule):
                place = document.place(path)
                if (first := seen.setdefault(rule, place)) != place:
                    message = (
                        f'the id "{rule}" stands twice, first on line {first.line}; rename one'
                    )
                    yield document.fault(path, message)
            case ("rules", *_, "text" | "near" | "far", "list" | "unless"), str(name):
                if name not in named:
                    yield document.fault(path, f'there is no list "{name}"', closest(name, named))


def _walk(path: Path, value: Value) -> Iterator[tuple[Path, Value]]:
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk((*path, key), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk((*path, number), inner)
