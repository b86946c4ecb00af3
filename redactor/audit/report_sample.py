"""Quality control by sample: which reviews to look at, and what the findings bound.

36 CFR 1260.38: series are checked by sample. With 300 looked at and no fault found, the rate of
faults is below 1 % with 95 % confidence. The bound is the exact one of Clopper and Pearson.
"""

from collections.abc import Iterable, Sequence

from redactor.audit.table import Cell, Table
from redactor.review import Board

CONFIDENCE = 0.95


class NoStatisticsError(Exception):
    """The library that computes the bound is not installed. The message says how to get it."""


def draw(boards: Iterable[tuple[str, Board]], size: int) -> list[tuple[str, Board]]:
    """Draw the sample: the first finished reviews in the order of their commitments.

    That order is keyed with the case's secret: it is the same at each draw, and nobody can steer
    a cable into or out of the sample. A larger sample holds every smaller one.

    Args:
        boards: each cable with its commitment.
        size: how many to draw.
    """
    finished = [(key, board) for key, board in boards if board.complete]
    return sorted(finished, key=lambda each: each[0])[:size]


def sample_table(drawn: Sequence[tuple[str, Board]]) -> Table:
    """Give the sample with what was found, and how many faults that bounds.

    Args:
        drawn: the sample, each cable with what a message calls it.

    Raises:
        NoStatisticsError: when scipy is not installed.
    """
    rows: list[tuple[Cell, ...]] = []
    for label, board in drawn:
        last = next(reversed(board.state.standing.checks), None)
        found = "" if last is None else "right" if last.right else "wrong"
        rows.append((label, found, last.person if last else ""))
    looked = [row for row in rows if row[1]]
    wrong = sum(row[1] == "wrong" for row in looked)
    note = f"{len(looked)} of {len(rows)} looked at, {wrong} wrong."
    if looked:
        low, high = bounds(wrong, len(looked))
        note += f" With 95 % confidence the rate of faults is {low:.2%} to {high:.2%}."
    return Table("Quality control by sample", ("cable", "found", "by"), tuple(rows), note)


def bounds(wrong: int, looked: int) -> tuple[float, float]:
    """Give the exact two-sided 95 % bounds of a rate.

    Raises:
        NoStatisticsError: when scipy is not installed.
    """
    try:
        from scipy.stats import binomtest  # noqa: PLC0415 - heavy, and wanted here only
    except ImportError as fault:
        raise NoStatisticsError(
            "the bound needs scipy; install it with: pip install 'redactor[statistics]'"
        ) from fault
    interval = binomtest(wrong, looked).proportion_ci(CONFIDENCE, method="exact")
    return float(interval.low), float(interval.high)
