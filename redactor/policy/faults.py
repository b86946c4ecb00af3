"""From pydantic's errors to faults with file, line and column, in plain words."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from redactor.policy.errors import Fault, brief, closest
from redactor.policy.shape import Shape
from redactor.policy.strictyaml import Document, Path
from redactor.policy.values import WrongValueError, WrongValuesError

Shapes = Mapping[str, type[Shape]]
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
            yield from _translate(detail, document)


def _unknown_key(path: Path, document: Document, shapes: Shapes) -> Fault:
    word, shape = str(path[-1]), _shape_at(path, shapes)
    if shape and word in shape.elsewhere:
        said = f'"{word}" {shape.elsewhere[word]}'
        return document.fault(path, said, key=True, code="unknown-key")
    hint = str(_meant(path, shapes)[-1]) or None
    said = f'"{brief(word)}" is not a key here'
    return document.fault(path, said, hint, key=True, code="unknown-key")


def _shape_at(path: Path, shapes: Shapes) -> type[Shape] | None:
    """Give the shape of the mapping in which a key stands."""
    names = [step for step in path[:-1] if isinstance(step, str)]
    return shapes.get(names[-1] if names else "")


def _meant(path: Path, shapes: Shapes) -> Path:
    """Give the path to the key that an unknown one was perhaps meant to be."""
    shape, word = _shape_at(path, shapes), str(path[-1])
    if shape is None:
        return (*path[:-1], "")
    keys = [field.alias or name for name, field in shape.model_fields.items()]
    return (*path[:-1], shape.called.get(word) or closest(word, keys) or "")


def _translate(detail: ErrorDetails, document: Document) -> Iterator[Fault]:
    path: Path = detail["loc"]
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            said = f'the key "{path[-1]}" is missing here'
            yield document.fault(path, said, code="missing-key")
        case "literal_error":
            yield _not_one_of(path, str(context["expected"]), document)
        case "value_error":
            yield from _wrong_values(path, context["error"], document)
        case kind:
            plain = _Told("wrong-value", detail["msg"][:1].lower() + detail["msg"][1:])
            told = _SENTENCES.get(kind, plain)
            yield document.fault(path, told.sentence, code=told.code)


def _not_one_of(path: Path, expected: str, document: Document) -> Fault:
    """Say what is accepted; pydantic gives it as ``'a', 'b' or 'c'``."""
    accepted = expected.replace("'", "")
    written = _written(path, document.content)
    if not isinstance(written, str):
        return document.fault(path, f"one of {accepted} is wanted here", code="not-one-of")
    words = accepted.replace(" or ", ", ").split(", ")
    some = accepted if len(words) <= _MOST_WORDS else f"the {len(words)} words that may stand here"
    said = f'"{brief(written)}" is not one of {some}'
    return document.fault(path, said, closest(written, words), code="not-one-of")


def _wrong_values(path: Path, error: object, document: Document) -> Iterator[Fault]:
    if isinstance(error, WrongValuesError):
        for one in error.found:
            yield from _wrong_values(path, one, document)
    elif isinstance(error, WrongValueError):
        yield document.fault((*path, *error.at), str(error), error.hint, code=error.code)
    else:
        yield document.fault(path, str(error), code="bad-pattern")


def _written(path: Path, content: object) -> object:
    """Give what stands at a path; a single value also stands for a list of one."""
    for step in path:
        if isinstance(content, dict):
            content = content.get(step)
        elif isinstance(content, list) and isinstance(step, int):
            content = content[step]
    return content
