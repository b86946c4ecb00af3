"""From pydantic's errors to faults with file, line and column, in plain words."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from redactor.policy.errors import Fault, closest
from redactor.policy.strictyaml import Document, Path
from redactor.policy.values import WrongValueError

Shapes = Mapping[str, type[BaseModel]]
"""Which shape the mappings under each key have, so that a mistyped key can be put right. That
under the empty key is the shape of the file."""


_MOST_WORDS = 24
"""A message names no more words than these; the JSON Schema has them all."""


class _Told(NamedTuple):
    code: str
    sentence: str


_SENTENCES: Mapping[str, _Told] = {
    "model_type": _Told("not-a-mapping", "keys with values are wanted here, such as key: value"),
    "dict_type": _Told("not-a-mapping", "keys with values are wanted here, such as key: value"),
    "tuple_type": _Told("not-a-list", "a list is wanted here"),
    "string_type": _Told("not-a-word", "one word or sentence is wanted here"),
    "greater_than_equal": _Told(
        "number-out-of-range", "this number is too small; write a larger one"
    ),
    "less_than_equal": _Told(
        "number-out-of-range", "this number is too large; write a smaller one"
    ),
}
"""What pydantic's plain errors mean, by their type."""


def shape_faults(error: ValidationError, document: Document, shapes: Shapes) -> Iterator[Fault]:
    """Translate each of pydantic's errors; a mistyped key is one fault, not also a missing key."""
    details = error.errors(include_url=False, include_input=False)
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    mistyped = {_meant(path, shapes) for path in unknown}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            yield _unknown_key(detail["loc"], document, shapes)
        elif detail["type"] != "missing" or detail["loc"] not in mistyped:
            yield _translate(detail, document)


def _unknown_key(path: Path, document: Document, shapes: Shapes) -> Fault:
    hint = str(_meant(path, shapes)[-1]) or None
    said = f'"{path[-1]}" is not a key here'
    return document.fault(path, said, hint, key=True, code="unknown-key")


def _meant(path: Path, shapes: Shapes) -> Path:
    """Give the path to the key that an unknown one was perhaps meant to be."""
    names = [step for step in path[:-1] if isinstance(step, str)]
    shape = shapes.get(names[-1] if names else "")
    known = shape.model_fields.items() if shape else ()
    keys = [field.alias or name for name, field in known]
    return (*path[:-1], closest(str(path[-1]), keys) or "")


def _translate(detail: ErrorDetails, document: Document) -> Fault:
    path: Path = detail["loc"]
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            said = f'the key "{path[-1]}" is missing here'
            return document.fault(path, said, code="missing-key")
        case "literal_error":
            return _not_one_of(path, str(context["expected"]), document)
        case "value_error":
            return _wrong_value(path, context["error"], document)
    plain = _Told("wrong-value", detail["msg"][:1].lower() + detail["msg"][1:])
    told = _SENTENCES.get(detail["type"], plain)
    return document.fault(path, told.sentence, code=told.code)


def _not_one_of(path: Path, expected: str, document: Document) -> Fault:
    """Say what is accepted; pydantic gives it as ``'a', 'b' or 'c'``."""
    accepted = expected.replace("'", "")
    written = _written(path, document.content)
    if not isinstance(written, str):
        return document.fault(path, f"one of {accepted} is wanted here", code="not-one-of")
    words = accepted.replace(" or ", ", ").split(", ")
    some = accepted if len(words) <= _MOST_WORDS else f"the {len(words)} words that may stand here"
    said = f'"{written}" is not one of {some}'
    return document.fault(path, said, closest(written, words), code="not-one-of")


def _wrong_value(path: Path, error: object, document: Document) -> Fault:
    if isinstance(error, WrongValueError):
        return document.fault((*path, *error.at), str(error), error.hint, code=error.code)
    return document.fault(path, str(error), code="bad-pattern")


def _written(path: Path, content: object) -> object:
    """Give what stands at a path; a single value also stands for a list of one."""
    for step in path:
        if isinstance(content, dict):
            content = content.get(step)
        elif isinstance(content, list) and isinstance(step, int):
            content = content[step]
    return content
