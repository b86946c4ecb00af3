"""The law as data: ``law.toml``, read once, on the first question about it.

Whoever edits that file changes what the clock knows: a new order, a span of years, a citation, a
flag's sentence. A fault in it is a ``LawError`` that names the entry.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

LAW = Path(__file__).with_name("law.toml")

CountsFrom = Literal["deadline", "identified", "notified"]
"""From which day the span of a delay counts."""


class LawError(Exception):
    """The file of the law is damaged: says which entry, and what is wrong."""


class Order(NamedTuple):
    """One executive order on classification, by the number that a cable cites."""

    number: str
    first: date
    """First day in force."""
    cite: str
    last: date | None = None
    """Last day in force; ``None`` while it still is."""

    def is_in_force(self, day: date) -> bool:
        """Tell whether the order held on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


class Form(NamedTuple):
    """A form of instruction, and the days of origin on which it can stand."""

    kind: str
    first: date
    last: date
    cite: str


class Years(NamedTuple):
    """Spans of years that the law sets."""

    automatic: int
    longest_date: int
    exemption_25x: int
    exemption_50x: int
    block: int
    late_schedule: int
    late_term: int


class Schedule(NamedTuple):
    """The General Declassification Schedule of E.O. 11652."""

    order: str
    first: date
    last: date
    years: Mapping[str, int]
    """Full calendar years after that of the origin, by overall level."""


class DelayTerm(NamedTuple):
    """How long automatic declassification can be delayed for one cause."""

    kind: str
    years: int
    counts_from: CountsFrom
    in_time: bool
    """Whether the cause must have been identified before the deadline."""
    cite: str


class Law(NamedTuple):
    """Everything that the clock knows of the law."""

    orders: Mapping[str, Order]
    """By number."""
    imagery_order: str
    """Number of the order on imagery from space."""
    directive: date
    """First day of the directive by which the clock counts."""
    writable: range
    """Years that a cable can name: any other is a slip of the pen, 0218 for 2018 (house rule)."""
    years: Years
    schedule: Schedule
    forms: Mapping[str, Form]
    """By kind of instruction; a kind without an entry can stand at any time."""
    delays: Mapping[str, DelayTerm]
    atomic: tuple[str, ...]
    """Controls of the Atomic Energy Act, and their subsets."""
    cites: Mapping[str, str]
    flags: Mapping[str, str]
    """What each flag means, in a sentence."""


@cache
def law() -> Law:
    """Give the law, read from the file at the first call."""
    return read_law(LAW)


def read_law(path: Path) -> Law:
    """Read a file of the law.

    Raises:
        LawError: the file is missing, is not TOML, or an entry lacks a key or has one too many.
    """
    import tomllib  # noqa: PLC0415 - only the first question about the law pays for it

    try:
        return _law(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise LawError(f"{path.name}: cannot be read as TOML: {fault}. Restore the file.") from None
    except (KeyError, TypeError, ValueError) as fault:
        raise LawError(f"{path.name}: an entry is missing or not as expected: {fault}.") from None


def _law(raw: dict[str, Any]) -> Law:
    year = raw["year"]
    return Law(
        orders={row["number"]: Order(**row) for row in raw["order"]},
        imagery_order=raw["imagery"]["order"],
        directive=raw["day"]["directive"],
        writable=range(year["first"], year["last"] + 1),
        years=Years(**{key.replace("-", "_"): value for key, value in raw["years"].items()}),
        schedule=Schedule(**raw["schedule"]),
        forms={row["kind"]: Form(**row) for row in raw["form"]},
        delays={row["kind"]: DelayTerm(**row) for row in raw["delay"]},
        atomic=tuple(raw["controls"]["atomic"]),
        cites=raw["cite"],
        flags=raw["flag"],
    )


def cite(name: str) -> str:
    """Give a citation by its name in the file."""
    return law().cites[name]


def order_named(number: str | None) -> Order | None:
    """Give the order with this number, or ``None`` when there is none (``12598`` for ``12958``)."""
    return law().orders.get(number) if number else None


@lru_cache(maxsize=1024)
def is_atomic(controls: tuple[str, ...]) -> bool:
    """Tell whether RD, FRD or TFNI, or a subset such as ``RD-SG 14``, is among the controls."""
    return any(
        control == name or control.startswith((f"{name}-", f"{name} "))
        for control in (control.upper() for control in controls)
        for name in law().atomic
    )


def flag_meaning(flag: str) -> str:
    """Give what a flag means, in a sentence."""
    return law().flags[flag]
