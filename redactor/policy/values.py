"""The single values of a policy file: everything is text there; here it becomes what it means."""

import datetime as dt
import re
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator

from redactor.policy.codes import code_table
from redactor.policy.errors import closest
from redactor.policy.search import Pattern, fold_term

FROM_CABLE = "from-cable"
"""Stands in a rule's codes for the reasons that the cable's Classified-By line states."""

T = TypeVar("T")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,3}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class WrongValueError(ValueError):
    """What a check of a value found: a sentence, perhaps what was meant, and under which key."""

    def __init__(
        self, message: str, hint: str | None = None, *, at: tuple[str | int, ...] = ()
    ) -> None:
        self.hint = hint
        self.at = at
        super().__init__(message)


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def some(value: tuple[T, ...]) -> tuple[T, ...]:
    """Refuse an empty list."""
    if not value:
        raise WrongValueError("this list is empty; give at least one")
    return value


def _filled(value: str) -> str:
    if not fold_term(value):
        raise WrongValueError("a value is missing here")
    return value.strip()


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise WrongValueError("a name has small letters, digits and single hyphens only")
    return value


def _whole(value: object) -> object:
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise WrongValueError("a whole number is wanted here, such as 25")
    return int(value)


def _flag(value: object) -> object:
    if value not in {"true", "false"}:
        raise WrongValueError("true or false is wanted here")
    return value == "true"


def _day(value: object) -> object:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise WrongValueError("a day is wanted here, such as 2026-11-23")


def _code(value: str) -> str:
    if value != FROM_CABLE and value not in code_table():
        raise WrongValueError(
            f'"{value}" is not a code', closest(value, (*code_table(), FROM_CABLE))
        )
    return value


def _pattern(value: str) -> str:
    Pattern(value)
    return value


Many = Annotated[tuple[T, ...], BeforeValidator(_as_list), AfterValidator(some)]
"""A list, or one value standing for a list of one."""

Filled = Annotated[str, AfterValidator(_filled)]
Slug = Annotated[str, AfterValidator(_slug)]
Whole = Annotated[int, BeforeValidator(_whole)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Day = Annotated[dt.date, BeforeValidator(_day)]
PatternText = Annotated[str, AfterValidator(_pattern)]
CodeId = Annotated[str, AfterValidator(_code)]
