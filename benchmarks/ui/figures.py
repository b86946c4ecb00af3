"""Figures, and what is wanted of them."""

import statistics
from collections.abc import Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """One figure and what is wanted of it."""

    name: str
    value: float
    most: float
    unit: str

    def line(self) -> str:
        """Print it."""
        verdict = "ok" if self.value <= self.most else "MISSED"
        return f"{self.name:<48} {self.value:8.1f} {self.unit:<3} at most {self.most:g}: {verdict}"


def median(seconds: Sequence[float]) -> float:
    """Give the median in milliseconds."""
    return 1000 * statistics.median(seconds)


def p99(seconds: Sequence[float]) -> float:
    """Give the 99th percentile in milliseconds."""
    return 1000 * sorted(seconds)[min(len(seconds) - 1, round(0.99 * len(seconds)))]
