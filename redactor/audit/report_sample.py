"""Quality control by sample: which reviews to look at, and what the findings bound.

36 CFR 1260.38: series are checked by sample. The sample is drawn within strata, such as one for
each rule or each reviewer, so that a rare one is looked at too. What is counted is each cable as
its reviewers first delivered it: a fault that quality control sent back stays a fault, also when
it is mended. The bound is the exact one of Clopper and Pearson.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from redactor.audit.report_rules import UNMATCHED
from redactor.audit.table import Cell, Table
from redactor.policy import print_code
from redactor.review import FAULTS, Board, Check

By = Literal["all", "rule", "reviewer", "code", "outcome", "basis"]

BYS: tuple[By, ...] = get_args(By)

CONFIDENCE = 0.95


class NoStatisticsError(Exception):
    """The library that computes the bound is not installed. The message says how to get it."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """One finished review, as it was when quality control first looked at it, or as it is now."""

    key: str
    """Commitment to the cable: it gives the order in which the sample is drawn."""
    label: str
    """What a message calls the cable."""
    board: Board
    found: Check | None
    """The finding, if somebody looked at it."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of each stratum is drawn."""

    size: int | None = None
    """So many reviews."""
    percent: float | None = None
    """So many of a hundred. Then a review is in the sample or not whatever else is finished."""


@dataclass(frozen=True, slots=True)
class Stratum:
    """The finished reviews that have something in common."""

    name: str
    members: tuple[Delivered, ...]
    drawn: tuple[Delivered, ...]


def draw(delivered: Iterable[Delivered], by: By, share: Share) -> tuple[Stratum, ...]:
    """Draw a sample of each stratum: the first in the order of their keys.

    That order is keyed with the case's secret: it is the same at each draw, and whoever reviews a
    cable can't steer it into or out of the sample. A larger sample holds every smaller one. A
    cable can belong to several strata.
    """
    strata: dict[str, list[Delivered]] = {}
    for each in sorted(delivered, key=lambda each: each.key):
        for name in sorted(_STRATA[by](each.board)):
            strata.setdefault(name, []).append(each)
    return tuple(
        Stratum(name, tuple(members), tuple(_drawn(members, share)))
        for name, members in sorted(strata.items())
    )


def _drawn(members: Sequence[Delivered], share: Share) -> Sequence[Delivered]:
    if share.percent is None:
        return members[: share.size]
    below = int(share.percent / 100 * 16**16)
    return [each for each in members if int(each.key[:16], 16) < below]


def _rules(board: Board) -> set[str]:
    return {item.won_by or UNMATCHED for item in board.docket.items}


def _reviewers(board: Board) -> set[str]:
    return {signature.person for signature in board.state.signatures}


def _codes(board: Board) -> set[str]:
    return {print_code(code) for part in board.painting() for code in part.decision.codes}


def _outcome(board: Board) -> set[str]:
    verdicts = {part.decision.verdict for part in board.painting()}
    if verdicts == {"release"}:
        return {"released in full"}
    return {"released in part" if "release" in verdicts else "denied in full"}


_STRATA: dict[By, Callable[[Board], set[str]]] = {
    "all": lambda _: {"all"},
    "rule": _rules,
    "reviewer": _reviewers,
    "code": _codes,
    "outcome": _outcome,
    "basis": lambda board: {board.docket.proposals.basis},
}


def sample_table(strata: Iterable[Stratum]) -> Table:
    """Give the sample: what to look at, and what was found where somebody did."""
    rows = (
        (stratum.name, each.label, *_finding(each.found))
        for stratum in strata
        for each in stratum.drawn
    )
    return Table("Sample for quality control", ("stratum", "cable", "found", "by"), tuple(rows))


def _finding(found: Check | None) -> tuple[Cell, ...]:
    if found is None:
        return "", ""
    return "right" if found.right else found.fault or "wrong", found.person


_COUNTS = ("finished", "drawn", "looked at", "right", *FAULTS)


def quality_table(strata: Iterable[Stratum]) -> Table:
    """Give what was found in each stratum, and the rate of faults that it bounds.

    Raises:
        NoStatisticsError: when scipy is not installed.
    """
    rows = tuple(
        (stratum.name, *(counted[name] for name in _COUNTS), *_rates(counted))
        for stratum in strata
        for counted in [_counted(stratum)]
    )
    columns = ("stratum", *_COUNTS, "rate of faults", "at most", "missed at most")
    note = (
        "Each cable counts as its reviewers first delivered it. At most: with 95 % confidence, by "
        "the exact binomial bound, for each stratum by itself; empty where nobody looked. Missed: "
        "text was released that should be withheld. Only findings of the sample count."
    )
    return Table("Quality control by sample", columns, rows, note)


def _counted(stratum: Stratum) -> Counter[str]:
    counted = Counter(str(_finding(each.found)[0]) for each in stratum.drawn if each.found)
    looked = counted.total()
    return counted + Counter(
        {"finished": len(stratum.members), "drawn": len(stratum.drawn), "looked at": looked}
    )


def _rates(counted: Counter[str]) -> Iterator[float | None]:
    looked = counted["looked at"]
    wrong = looked - counted["right"]
    if not looked:
        yield from (None, None, None)
        return
    yield wrong / looked
    yield at_most(wrong, looked)
    yield at_most(counted["missed"], looked)


def at_most(wrong: int, looked: int) -> float:
    """Give the exact 95 % upper bound of a rate: 0 of 300 is below 1 %.

    Raises:
        NoStatisticsError: when scipy is not installed.
    """
    try:
        from scipy.stats import binomtest  # noqa: PLC0415 - heavy, and wanted here only
    except ImportError as fault:
        raise NoStatisticsError(
            "the bound needs scipy; install it with: pip install 'redactor[statistics]'"
        ) from fault
    test = binomtest(wrong, looked, alternative="less")
    return float(test.proportion_ci(CONFIDENCE, method="exact").high)
