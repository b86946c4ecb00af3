"""``redactor audit report``: gather what a report sums up, and print it."""

from argparse import Namespace
from collections.abc import Callable, Iterator

from redactor.audit import (
    Delivered,
    NoStatisticsError,
    Published,
    Share,
    Stratum,
    Table,
    agreement,
    as_csv,
    as_html,
    clearances,
    counts,
    draw,
    freeing,
    overrides,
    pace,
    quality_table,
    referral_ageing,
    sample_table,
    vaughn,
)
from redactor.cli.days import today
from redactor.cli.output import DONE, InputFault, data, narrate
from redactor.cli.sessions import session
from redactor.release import NotReleasableError, build
from redactor.review import Board, Entry, Session


def report(options: Namespace) -> int:
    """Run the command.

    Raises:
        InputFault: when the report can't be made.
    """
    if options.report not in _DRAWN and (options.by != "all" or options.percent):
        raise InputFault(f"{options.report} draws no sample: leave --by and --percent out")
    with session(options) as desk:
        try:
            table = _REPORTS[options.report](desk, options)
        except (NoStatisticsError, NotReleasableError) as fault:
            raise InputFault(str(fault)) from fault
    html = options.format == "html"
    for line in (as_html(table) if html else as_csv(table)).splitlines():
        data(line)
    if table.note and not html:
        narrate(table.note)
    return DONE


def _published(desk: Session) -> list[Published]:
    """Build each standing release again: the same review gives the same release."""
    return [
        Published(
            review := desk.board(entry.sha256).completed(),
            build(review, desk.policy_for(entry.sha256).amount, releases[-1].number),
        )
        for entry in desk.entries
        if (releases := desk.state(entry.sha256).releases)
    ]


def _boards(desk: Session) -> Iterator[tuple[Entry, Board]]:
    return ((entry, desk.board(entry.sha256)) for entry in desk.entries)


def _labelled(desk: Session) -> Iterator[tuple[str, Board]]:
    return ((entry.label, board) for entry, board in _boards(desk))


def _finished(desk: Session) -> list[Board]:
    """Give the complete reviews: before that, nobody learns how another decided."""
    return [board for _, board in _boards(desk) if board.complete]


def _signed(desk: Session) -> list[Board]:
    boards = (board for _, board in _boards(desk))
    return [board for board in boards if len(board.state.signings) >= board.workflow.reviews]


def _delivered(desk: Session) -> Iterator[Delivered]:
    """Give each finished review as it was when quality control first looked at it, or as it is."""
    for entry, board in _boards(desk):
        checks = board.state.standing.checks
        then = desk.board_at(entry.sha256, checks[0].seq - 1) if checks else board
        found = [each for each in checks if each.review == checks[0].review]
        if then.complete:
            key = desk.case.commitment(entry.sha256)
            yield Delivered(key, entry.label, then, found[-1] if found else None)


def _strata(desk: Session, options: Namespace) -> tuple[Stratum, ...]:
    share = Share(options.size, options.percent)
    return draw(_delivered(desk), options.by, share)


_DRAWN = ("sample", "quality")

_REPORTS: dict[str, Callable[[Session, Namespace], Table]] = {
    "vaughn": lambda desk, _: vaughn(_published(desk)),
    "counts": lambda desk, _: counts(_published(desk), len(desk.entries)),
    "rules": lambda desk, _: overrides(_finished(desk)),
    "people": lambda desk, _: agreement(_signed(desk)),
    "pace": lambda desk, _: pace(desk.case.events()),
    "referrals": lambda desk, _: referral_ageing(_labelled(desk), today(), desk.person),
    "cleared": lambda desk, _: clearances(_labelled(desk)),
    "frees": lambda desk, _: freeing(_labelled(desk)),
    "sample": lambda desk, options: sample_table(_strata(desk, options)),
    "quality": lambda desk, options: quality_table(_strata(desk, options)),
}
