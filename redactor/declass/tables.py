"""Orders, their days in force, and spans of years: law as data, each entry with its source.

Sources tagged [REC] in the reference are general knowledge: check with counsel before quoting.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Order:
    """One executive order on classification, by the number that a cable cites."""

    number: str
    start: date
    """First day in force."""
    end: date | None
    """Last day in force; ``None`` while it still is."""
    cite: str


@dataclass(frozen=True, slots=True)
class Term:
    """A span of years that the law sets."""

    years: int
    cite: str


ORDERS: tuple[Order, ...] = (
    Order("10501", date(1953, 12, 15), date(1972, 5, 31), "E.O. 10501 [REC]"),
    Order("11652", date(1972, 6, 1), date(1978, 11, 30), "E.O. 11652 [REC]"),
    Order("12065", date(1978, 12, 1), date(1982, 7, 31), "E.O. 12065; 78 STATE 296107"),
    Order("12356", date(1982, 8, 1), date(1995, 10, 13), "E.O. 12356 [REC]"),
    Order("12958", date(1995, 10, 14), date(2010, 6, 26), "E.O. 12958 [REC]"),
    Order("13292", date(2003, 3, 25), date(2010, 6, 26), "E.O. 13292, amending E.O. 12958"),
    Order("13526", date(2010, 6, 27), None, "E.O. 13526; 32 CFR Part 2001"),
)

AUTOMATIC = Term(25, "32 CFR 2001.30(l)")
"""The 25-year rule: 31 December of the year of origin plus 25."""

LONGEST_DATE = Term(25, "32 CFR 2001.12(c)(1)")
"""A marked date further from the day of origin than this is not obeyed."""

YEARS = range(1900, 2200)
"""Years that a cable can name: any other is a slip of the pen, 0218 for 2018 (house rule)."""

MARKED_DATE_CITE = "32 CFR 2001.12(c)(1)"
INDEFINITE_CITE = "32 CFR 2001.12(c)(2)"
ATOMIC_CITE = "10 CFR 1045.155(a)"
LEVEL_CITE = "22 CFR 9.7(c)"
UNCLASSIFIED_CITE = "32 CFR 2001.21(c)"

ATOMIC_CONTROLS = ("RD", "FRD", "TFNI", "CNWDI", "SIGMA")
"""Atomic Energy Act markings and their subsets: no date ever applies, 10 CFR 1045.155(a)."""


def order_named(number: str) -> Order | None:
    """Give the order with this number, or ``None`` when there is none (``12598`` for ``12958``)."""
    return next((order for order in ORDERS if order.number == number), None)


def is_atomic(controls: tuple[str, ...]) -> bool:
    """Tell whether RD, FRD or TFNI, or a subset such as ``RD-SG 14``, is among the controls."""
    return any(
        control == name or control.startswith((f"{name}-", f"{name} "))
        for control in (control.upper() for control in controls)
        for name in ATOMIC_CONTROLS
    )
