"""Build: from a completed review to a release."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from redactor.cable import Cable
from redactor.release.composing import compose_on
from redactor.release.document import Block, document_of, text_of
from redactor.release.gate import check_pieces, check_review
from redactor.release.head import (
    Determination,
    Signing,
    Title,
    first_head,
    head_of,
    is_declassified,
    signing_of,
)
from redactor.release.holes import Hole, find_holes
from redactor.release.layout import Layout
from redactor.release.markers import Amount
from redactor.release.pieces import Added, Kept, Piece, joined
from redactor.release.places import Withheld, withheld_places
from redactor.review import CompletedReview

Edition = Literal[1, 2]
"""How releases are written: the first edition struck no marks. What was released in one can
always be made again."""

EDITIONS: tuple[Edition, ...] = (2, 1)
"""The newest first."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release in memory. ``text`` is public; what tells places of the source is not."""

    number: str
    """Given by the case: ``R-0001``."""
    amount: Amount
    determination: Determination
    declassified: bool
    """Words are printed that were classified."""
    signing: Signing
    text: str
    """The released text, exactly as in release.txt."""
    document: tuple[Block, ...]
    """The same text with its structure."""
    pieces: tuple[Piece, ...]
    """What the text is made of."""
    places: tuple[Withheld, ...]
    stand_ins: tuple[int, ...]
    """Lines of the source on which hidden characters were replaced by visible ones."""


def build(
    review: CompletedReview,
    amount: Amount,
    number: str,
    *,
    office: str = "",
    edition: Edition = EDITIONS[0],
) -> Release:
    """Build the release of one cable.

    Args:
        review: every span decided, and signed by as many people as the policy asks.
        amount: whether markers tell how much was withheld.
        number: the release's number, given by the case and never taken from the text.
        office: of the signers, as the release names it.
        edition: how the release is written.

    Raises:
        NotReleasableError: when content is undecided (``NotDecidedError``), withheld words can be
            read elsewhere (``LeakError``), or the review forbids a release for another reason.
    """
    check_review(review)
    layout, body = _laid_out(review, amount, edition)
    title = Title(number, _determination(body, layout.holes))
    signing = signing_of(review, office)
    head = first_head(title) if edition == 1 else head_of(title, signing, layout, body)
    pieces = (Added(f"{text_of([head])}\n\n", "head"), *body, Added("\n", "layout"))
    check_pieces(review, pieces)
    return _release(review, amount, layout, _Titled(title, signing, head, body), pieces)


def _laid_out(
    review: CompletedReview, amount: Amount, edition: Edition
) -> tuple[Layout, tuple[Piece, ...]]:
    """Give the layout of a release, and the pieces of its body."""
    cable, painting = review.dated.cable, review.painting
    layout = Layout(cable, find_holes(cable, painting), fill=edition > 1)
    return layout, compose_on(layout, painting, amount=amount, strike=edition > 1)


class _Titled(NamedTuple):
    """The body of a release, under its head."""

    title: Title
    signing: Signing
    head: Block
    body: tuple[Piece, ...]


def _release(
    review: CompletedReview,
    amount: Amount,
    layout: Layout,
    titled: _Titled,
    pieces: tuple[Piece, ...],
) -> Release:
    cable, body = review.dated.cable, titled.body
    document = document_of(layout, body)
    return Release(
        number=titled.title.number,
        amount=amount,
        determination=titled.title.determination,
        declassified=is_declassified(layout, body),
        signing=titled.signing,
        text=joined(cable.text, pieces),
        document=(titled.head, *document),
        pieces=pieces,
        places=withheld_places(review.dated, layout, amount, document),
        stand_ins=_stand_ins(cable, body),
    )


def _determination(body: Sequence[Piece], holes: Sequence[Hole]) -> Determination:
    if not holes:
        return "RELEASE IN FULL"
    some = any(isinstance(piece, Kept) for piece in body)
    return "RELEASE IN PART" if some else "DENIED IN FULL"


def _stand_ins(cable: Cable, body: Sequence[Piece]) -> tuple[int, ...]:
    hidden = (piece.at for piece in body if isinstance(piece, Added) and piece.why == "stand-in")
    return tuple(sorted({cable.lines.number_at(span.start) for span in hidden if span}))
