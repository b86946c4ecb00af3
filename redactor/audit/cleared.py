"""Clearances: findings that were let stand, by whom and why: in the audit diff, and as a report."""

from collections.abc import Iterable, Iterator

from redactor.audit.cards import utc_words
from redactor.audit.markup import shown, table_row
from redactor.audit.table import Cell, Table
from redactor.audit.trail import utc
from redactor.review import Board, Clearance, CompletedReview
from redactor.text import element

_FOUND = {
    "leak": "withheld elsewhere in the cable, and released here",
    "withheld-before": "withheld in an earlier release, and released now",
    "shown-before": "shown by an earlier release, and withheld now",
    "differs": "other than nearly the same passage in an earlier release",
}

_HEAD = ["Finding", "What was found", "Lines", "Against", "Cleared by", "When", "Reason"]


def cleared_html(review: CompletedReview) -> Iterator[str]:
    """Give what was cleared before the release, as HTML; nothing where nothing was."""
    if not review.clearances:
        return
    lines = review.dated.cable.lines
    rows = [
        table_row(
            [
                shown(each.finding),
                shown(_FOUND.get(each.kind, each.kind)),
                lines.named(each.spans),
                shown("; ".join(each.where)),
                shown(each.person),
                utc_words(each.at),
                shown(each.reason),
            ]
        )
        for each in review.clearances
    ]
    head = table_row(_HEAD, "th")
    yield element("h2", "Cleared findings")
    body = element("thead", head) + element("tbody", "\n".join(rows))
    yield element("table", body, class_="list")


_COLUMNS = (
    "cable", "finding", "found", "lines", "against", "cleared by", "at", "counts", "release",
    "reason",
)  # fmt: skip


def clearances(boards: Iterable[tuple[str, Board]]) -> Table:
    """Give every clearance that stands, with what each cable is called."""
    rows: list[tuple[Cell, ...]] = []
    for label, board in boards:
        counting = board.completed().clearances if board.missing() is None else ()
        releases = [release.number for release in board.state.releases]
        rows += (
            _row(label, board, each, "yes" if each in counting else "no", ", ".join(releases))
            for each in board.state.standing.clearances
        )
    note = (
        "The reasons are the reviewers' words: protect this report as the cables. A clearance does "
        "not count where who gave it came to be the one who decided there."
    )
    return Table("Cleared findings", _COLUMNS, tuple(rows), note if rows else "")


def _row(label: str, board: Board, each: Clearance, counts: str, releases: str) -> tuple[Cell, ...]:
    found = _FOUND.get(each.kind, each.kind)
    where = board.lines(each.spans)
    return (
        label, each.finding, found, where, "; ".join(each.where), each.person, utc(each.at), counts,
        releases, each.reason,
    )  # fmt: skip
