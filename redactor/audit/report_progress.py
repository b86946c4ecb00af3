"""Reports on time: the pace of work, the age of referrals, and what frees when."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from redactor.audit.table import Cell, Table
from redactor.review import Board, Event, referrals


def pace(events: Iterable[Event]) -> Table:
    """Give what each person did on each day (UTC)."""
    decisions: Counter[tuple[str, str]] = Counter()
    acts: dict[tuple[str, str], set[int]] = {}
    signed: Counter[tuple[str, str]] = Counter()
    for event in events:
        key = (event.at.date().isoformat(), event.person)
        if event.kind == "decide":
            decisions[key] += 1
            acts.setdefault(key, set()).add(event.act)
        elif event.kind == "sign":
            signed[key] += 1
    rows = tuple(
        (*key, len(acts.get(key, ())), decisions[key], signed[key])
        for key in sorted({*decisions, *signed})
    )
    return Table("Pace", ("day", "person", "acts", "decisions", "signatures"), rows)


_REFERRALS = ("cable", "agency", "state", "told on", "due", "days waiting", "places open")


def referral_ageing(boards: Iterable[tuple[str, Board]], day: date, person: str) -> Table:
    """Give every referral, as old as it is on a day.

    Args:
        boards: each cable with what a message calls it.
        day: on which it is asked.
        person: who asks. They see their own referrals only, where the review is blind.
    """
    rows: list[tuple[Cell, ...]] = []
    for label, board in boards:
        for each in referrals(board.state, board.seen_by(person)):
            told = min((notice.on for notice in each.notices), default=None)
            waiting = (day - told).days if told and each.open else None
            rows.append(
                (label, each.agency, each.state(day), str(told or ""), str(each.due or ""),
                 waiting, len(each.open))
            )  # fmt: skip
    return Table(f"Referrals on {day}", _REFERRALS, tuple(rows))


def freeing(boards: Iterable[tuple[str, Board]]) -> Table:
    """Give, by day, how many withheld or proposed-to-be-withheld portions of each cable free."""
    found: Counter[tuple[str, str]] = Counter()
    for label, board in boards:
        for item in board.docket.items:
            if item.frees_on and item.action != "release":
                found[item.frees_on.isoformat(), label] += 1
    rows = tuple((*key, number) for key, number in sorted(found.items()))
    return Table("What frees when", ("day", "cable", "portions"), rows)
