"""The single values of a policy's files: text there, and here what it means."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from redactor.policy.patterns import Pattern
from redactor.text import fold

T = TypeVar("T")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,3}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class WrongValueError(ValueError):
    """What a check of a value found: a sentence, perhaps what was meant, and under which key."""

    def __init__(
        self,
        message: str,
        hint: str | None = None,
        *,
        at: tuple[str | int, ...] = (),
        code: str = "wrong-value",
    ) -> None:
        self.hint = hint
        self.at = at
        self.code = code
        super().__init__(message)


class WrongValuesError(ValueError):
    """All that a check of several values found."""

    def __init__(self, found: tuple[WrongValueError, ...]) -> None:
        self.found = found
        super().__init__("; ".join(map(str, found)))


def fold_term(term: str) -> str:
    """Give a term as it is looked for: folded like the text it is looked for in."""
    if term.isascii() and "-" not in term:  # then only case and white space are levelled
        return " ".join(term.split()).lower()
    return fold(term.strip()).text


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def some(value: tuple[T, ...]) -> tuple[T, ...]:
    """Refuse an empty list."""
    if not value:
        raise WrongValueError("this list is empty; give at least one", code="empty-list")
    return value


def _filled(value: str) -> str:
    if not (value.isascii() and value.strip()) and not fold_term(value):
        raise WrongValueError("a value is missing here", code="empty-value")
    return value.strip()


def is_slug(value: str) -> bool:
    """Tell whether a name has small letters, digits and single hyphens only."""
    return _SLUG.fullmatch(value) is not None


def _slug(value: str) -> str:
    if not is_slug(value):
        message = "a name has small letters, digits and single hyphens only"
        raise WrongValueError(message, code="bad-name")
    return value


def _whole(value: object) -> object:
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise WrongValueError("a whole number is wanted here, such as 25", code="not-a-number")
    return int(value)


def _flag(value: object) -> object:
    if value not in {"true", "false"}:
        raise WrongValueError("true or false is wanted here", code="not-true-or-false")
    return value == "true"


def _day(value: object) -> object:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise WrongValueError("a day is wanted here, such as 2026-11-23", code="not-a-day")


def _pattern(value: str) -> str:
    Pattern(value)
    return value


@dataclass(frozen=True)
class _OneOrMany:
    """Says in the JSON Schema that one value stands for a list of one."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(core_schema) | {"minItems": 1}
        return {"anyOf": [many["items"], many]}


Many = Annotated[tuple[T, ...], BeforeValidator(_as_list), AfterValidator(some), _OneOrMany()]
"""A list, or one value standing for a list of one."""


@dataclass(frozen=True)
class _AtLeastOne:
    """Says in the JSON Schema that a list is not empty."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return handler(core_schema) | {"minItems": 1}


Some = Annotated[tuple[T, ...], AfterValidator(some), _AtLeastOne()]
"""A list with at least one entry."""


def _shown(kind: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


# Editors read 12958 as a number; this program reads every value as it is written.
Written = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]
Filled = Annotated[
    str,
    AfterValidator(_filled),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),
]
Slug = Annotated[str, AfterValidator(_slug), _shown("string", pattern=f"^{_SLUG.pattern}$")]
Whole = Annotated[int, BeforeValidator(_whole), _shown("integer", minimum=0, maximum=999)]
Flag = Annotated[bool, BeforeValidator(_flag), _shown("boolean")]
Day = Annotated[dt.date, BeforeValidator(_day), _shown("string", format="date")]
PatternText = Annotated[str, AfterValidator(_pattern), _shown("string", format="re2")]
