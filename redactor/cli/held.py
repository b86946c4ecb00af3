"""What holds a cable's release: found, cleared by a second person, or mended by proposals."""

from collections.abc import Sequence

from redactor.cli.archive import Archive
from redactor.cli.output import InputFault
from redactor.release import Found, compose, find_leaks, finding_of, fixes_for, still_open
from redactor.review import CompletedReview, Session
from redactor.text import covers

ALL = "all"
"""Stands for every finding that is open."""


def found_in(review: CompletedReview, archive: Archive) -> list[Found]:
    """Find all that holds a release and that nobody cleared.

    Raises:
        InputFault: when a past release can't be read.
    """
    cable, painting = review.dated.cable, review.painting
    leaks = find_leaks(cable, painting, compose(cable, painting, amount="bucket"))
    said_again = (leak for leak in leaks if not covers(review.cleared, leak.released))
    return [*still_open(review, said_again), *still_open(review, archive.conflicts(review))]


def clear(
    desk: Session, sha256: str, ids: Sequence[str], reason: str | None, archive: Archive
) -> list[Found]:
    """Clear findings of a cable by their ids; give them.

    Raises:
        InputFault: when there is no such finding.
        Refused: when this person may not clear them now.
    """
    review = desk.board(sha256).completed()
    found = {each.id: each for each in found_in(review, archive)}
    wanted = list(found) if ids == (ALL,) else list(dict.fromkeys(ids))
    unknown = [each for each in wanted if each not in found]
    if unknown or not wanted:
        named = f"{unknown[0]}: no such finding holds this cable; " if unknown else ""
        there = ", ".join(found) or "none"
        raise InputFault(f"{named}those that hold it are: {there}")
    chosen = [found[each] for each in wanted]
    desk.clear(sha256, [finding_of(review.dated.cable, each) for each in chosen], reason)
    return chosen


def propose_fixes(desk: Session, sha256: str, found: Sequence[Found]) -> int:
    """Propose what would mend findings, and give how many places that is.

    Raises:
        Refused: when nothing can be proposed now.
    """
    board = desk.board(sha256)
    fixes = fixes_for(board.docket.cable, board.painting(), found)
    if fixes:
        desk.suggest(sha256, fixes)
    return sum(len(fix.spans) for fix in fixes)
