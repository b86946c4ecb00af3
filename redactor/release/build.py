"""Build: from a completed review to a release."""

from dataclasses import dataclass
from typing import Literal

from redactor.release.compose import compose
from redactor.release.gate import check_pieces, check_review
from redactor.release.holes import find_holes
from redactor.release.markers import Amount, Extent, codes, extent, is_suppressed, marker
from redactor.release.pieces import Added, Kept, Piece, joined
from redactor.review import CompletedReview, Decision
from redactor.text import Span

Determination = Literal["RELEASE IN FULL", "RELEASE IN PART", "DENIED IN FULL"]

_NOTICE = (
    "Classification markings in this text are those of the source. They\n"
    "no longer apply to the text released here."
)


@dataclass(frozen=True, slots=True)
class Withheld:
    """A place where the release shows a marker."""

    span: Span
    """In the source: for the classified side only."""
    codes: tuple[str, ...]
    """In the order of the table."""
    extent: Extent
    suppressed: bool
    """The codes are not printed."""
    marker: str
    decisions: tuple[Decision, ...]
    """Those that count inside, in order of the text."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release in memory. ``text`` is public; what tells places of the source is not."""

    number: str
    """Given by the case: ``R-0001``."""
    amount: Amount
    determination: Determination
    text: str
    """The released text, exactly as in release.txt."""
    pieces: tuple[Piece, ...]
    """What the text is made of."""
    places: tuple[Withheld, ...]
    stand_ins: tuple[int, ...]
    """Lines of the source on which hidden characters were replaced by visible ones."""


def build(review: CompletedReview, amount: Amount, number: str) -> Release:
    """Build the release of one cable.

    Args:
        review: every span decided, and signed by as many people as the policy asks.
        amount: whether markers tell how much was withheld.
        number: the release's number, given by the case and never taken from the text.

    Raises:
        NotDecidedError: when content is undecided.
        LeakError: when withheld words can be read elsewhere.
        NotReleasableError: when the review forbids a release for another reason.
    """
    check_review(review)
    cable = review.dated.cable
    body = compose(cable, review.painting, amount=amount)
    places = _places(review, amount)
    determination = _determination(body, places)
    pieces = (_head(number, determination), *body, Added("\n", "layout"))
    check_pieces(review, pieces)
    hidden = (piece.at for piece in body if isinstance(piece, Added) and piece.why == "stand-in")
    lines = {cable.lines.number_at(span.start) for span in hidden if span}
    return Release(
        number,
        amount,
        determination,
        joined(cable.text, pieces),
        pieces,
        places,
        tuple(sorted(lines)),
    )


def _head(number: str, determination: Determination) -> Added:
    return Added(f"{number}\n{determination}\n{_NOTICE}\n\n", "head")


def _places(review: CompletedReview, amount: Amount) -> tuple[Withheld, ...]:
    return tuple(
        Withheld(
            hole.span,
            codes(hole),
            extent(hole),
            is_suppressed(hole),
            marker(hole, amount),
            hole.decisions,
        )
        for hole in find_holes(review.dated.cable, review.painting)
    )


def _determination(body: tuple[Piece, ...], places: tuple[Withheld, ...]) -> Determination:
    if not places:
        return "RELEASE IN FULL"
    some = any(isinstance(piece, Kept) for piece in body)
    return "RELEASE IN PART" if some else "DENIED IN FULL"
