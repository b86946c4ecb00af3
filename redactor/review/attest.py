"""Attested facts: from words to ``Facts`` and to the journal's canonical form, and back."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any, cast, get_args

from redactor.cable import LEVELS
from redactor.declass import Delay, DelayKind, Extension, Facts

_DAYS = ("classified_on", "event_on", "block_newest", "block_oldest", "scheduled_on",
         "series_until")  # fmt: skip
_SWITCHES = ("reclassified", "stamps_checked", "permanent", "series_exempt")

FACT_NAMES = tuple(name.replace("_", "-") for name in Facts._fields)
"""What can be attested, as commands name it."""


class FactError(Exception):
    """An attested fact can't be read. The message says how it is written."""


def read_fact(words: str) -> tuple[str, Any]:
    """Read ``event-on=2019-03-01``; give the field and its value as the journal keeps it.

    Raises:
        FactError: when there is no such fact, or its value can't be read.
    """
    name, _, value = words.partition("=")
    known = name.strip().replace("-", "_")
    if known not in Facts._fields:
        raise FactError(f"there is no fact {name!r} to attest; there are {', '.join(FACT_NAMES)}")
    value = value.strip()
    if value == "none":
        return known, None
    if known in _DAYS:
        return known, _day(value)
    if known in _SWITCHES:
        return known, _switch(value)
    if known == "overall":
        return known, _level(value)
    return known, _extension(value) if known == "extension" else [_delay(value)]


def _day(value: str) -> str:
    with suppress(ValueError):
        return date.fromisoformat(value).isoformat()
    raise FactError(f"{value!r} is no day; write it like 2019-03-01, or none")


def _switch(value: str) -> bool:
    if value in ("yes", "no"):
        return value == "yes"
    raise FactError(f"{value!r} is neither yes, no nor none")


def _level(value: str) -> str:
    if value.upper() in LEVELS:
        return value.upper()
    raise FactError(f"{value!r} is no level; the levels are {', '.join(LEVELS)}")


def _extension(value: str) -> list[str | None]:
    """Read ``UNTIL[,SIGNED]``."""
    until, _, signed = value.partition(",")
    return [_day(until), _day(signed) if signed else None]


def _delay(value: str) -> list[str | None]:
    """Read ``KIND,IDENTIFIED[,NOTIFIED[,UNTIL]]``; an empty day is unknown."""
    kind, *days = value.split(",")
    kinds: tuple[str, ...] = get_args(DelayKind)
    if kind not in kinds or not 1 <= len(days) <= len(Delay._fields) - 1:
        raise FactError(
            "a delay is written KIND,IDENTIFIED[,NOTIFIED[,UNTIL]], such as "
            f"referral,2025-02-03; the kinds are {', '.join(kinds)}"
        )
    return [kind, _day(days[0]), *(_day(day) if day else None for day in days[1:])]


def apply_facts(facts: Facts, said: Mapping[str, Any]) -> Facts:
    """Give the facts with those that were attested anew; ``None`` takes one back.

    Raises:
        ValueError: when the journal holds what is no fact.
    """
    return facts._replace(**{name: _value(name, value) for name, value in said.items()})


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 - each field of Facts has its own type
    if value is None:
        return Facts._field_defaults[name]
    if name in _DAYS:
        return date.fromisoformat(value)
    if name == "extension":
        return Extension(*(date.fromisoformat(day) if day else None for day in value))
    if name == "delays":
        return tuple(_read_delay(each) for each in value)
    return value


def _read_delay(parts: list[str | None]) -> Delay:
    kind, *days = parts
    read = [date.fromisoformat(day) if day else None for day in days]
    return Delay(cast("DelayKind", kind), cast("date", read[0]), *read[1:])
